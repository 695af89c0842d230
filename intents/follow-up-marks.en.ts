/** Words that point back to what was just said, or that go on from it. */
export const ENGLISH_MARKS: readonly string[] = ['it', 'that', 'then', 'there', 'and', 'but', 'one', 'them', 'they'];
