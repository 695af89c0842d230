/** Words that may begin a second need in a message, folded or not; English ones stand in clause-boundaries.en.ts. */
export const SWEDISH_CONNECTIVES: readonly string[] = ['och', 'o', 'å', 'samt', 'men', 'sen', 'sedan', 'dessutom', 'också', 'plus', 'eller', 'för övrigt', 'en sak till', 'en annan sak', 'förresten'];
