/** Single and double consonants, the commonest misspelling of Swedish: "kortläsaren hitar inte", "glömmt". */
import { anyOf, inSomeWords } from './noise.ts';
import type { Noise } from './noise.ts';

const DOUBLE = /([bdfgklmnprst])\1/gi;
/** A single consonant after a vowel, before another vowel, a t or a d, or at the end of the word. */
const SINGLE = /(?<=[aeiouyåäö])([bdfgklmnprst])(?=[aeiouyåäötd]|$)/gi;
const SHARE = 0.3;

/** "hittar" becomes "hitar". */
export const droppedConsonants: Noise = (text, random) => inSomeWords(text, random, SHARE, (word) => changeOne(word, DOUBLE, random, (pair) => pair.slice(0, 1)));

/** "glömt" becomes "glömmt". */
export const doubledConsonants: Noise = (text, random) => inSomeWords(text, random, SHARE, (word) => changeOne(word, SINGLE, random, (letter) => letter + letter.toLowerCase()));

function changeOne(word: string, pattern: RegExp, random: () => number, change: (match: string) => string): string | null {
  const match = anyOf([...word.matchAll(pattern)], random);
  return match === null ? null : word.slice(0, match.index) + change(match[0]) + word.slice(match.index + match[0].length);
}
