/** The words that the examples use, and how often: what counts as a known word. */
export type Lexicon = ReadonlyMap<string, number>;

/** A word seen more seldom may be a typo itself. */
const KNOWN_FROM = 3;

export function buildLexicon(messages: readonly (readonly string[])[]): Lexicon {
  const counts = new Map<string, number>();
  for (const words of messages) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].filter(([word, count]) => count >= KNOWN_FROM && /^[a-z]+$/.test(word)));
}
