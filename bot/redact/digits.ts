/** Runs of digits in a folded text, and how they join into numbers that were written with separators. */

export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** Whether only separators of one number stand between this chunk and the one before. */
  readonly joined: boolean;
}

const SEPARATORS = ' .,/_+*()-';
const MOST_SEPARATORS = 3;

/** Every run of digits, in order. */
export function digitChunks(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let lastEnd = 0;
  for (const { 0: digits, index: start } of text.matchAll(/\d+/g)) {
    const end = start + digits.length;
    chunks.push({ start, end, digits, joined: chunks.length > 0 && isSeparator(text, lastEnd, start) });
    lastEnd = end;
  }
  return chunks;
}

/** Whether what stands between two positions may be a separator within one number. */
export function isSeparator(text: string, from: number, to: number): boolean {
  if (to - from > MOST_SEPARATORS) return false;
  for (let at = from; at < to; at++) {
    if (!SEPARATORS.includes(text.charAt(at))) return false;
  }
  return true;
}

/** Whether digits, read as a number, lie between two values, both included. */
export function within(digits: string | undefined, low: number, high: number): boolean {
  const value = Number(digits);
  return value >= low && value <= high;
}
