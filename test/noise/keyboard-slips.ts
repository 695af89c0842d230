/** A finger lands on the key beside, on a Swedish keyboard. */
import { anyOf, inSomeWords } from './noise.ts';
import type { Noise } from './noise.ts';

const ROWS = ['qwertyuiopå', 'asdfghjklöä', 'zxcvbnm'];
const SHORTEST = 4;
const SHARE = 0.2;

/** The keys to the left and right, and those that touch from the row above or below. */
function neighbours(letter: string): string[] {
  const row = ROWS.findIndex((keys) => keys.includes(letter));
  const at = ROWS[row]?.indexOf(letter) ?? -1;
  if (at < 0) return [];
  const touching = [ROWS[row]?.[at - 1], ROWS[row]?.[at + 1], ROWS[row - 1]?.[at], ROWS[row - 1]?.[at + 1], ROWS[row + 1]?.[at - 1], ROWS[row + 1]?.[at]];
  return touching.filter((key) => key !== undefined);
}

export const keyboardSlips: Noise = (text, random) =>
  inSomeWords(text, random, SHARE, (word) => {
    if (word.length < SHORTEST) return null;
    const at = Math.floor(random() * word.length);
    const hit = anyOf(neighbours((word[at] ?? '').toLowerCase()), random);
    return hit === null ? null : word.slice(0, at) + hit + word.slice(at + 1);
  });
