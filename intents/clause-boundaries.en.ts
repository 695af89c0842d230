/** English words that may begin a second need in a message. */
export const ENGLISH_CONNECTIVES: readonly string[] = ['and', 'also', 'but', 'plus', 'then', 'or', 'another thing'];
