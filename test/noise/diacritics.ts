/** Keyboards without å, ä and ö. */
import type { Noise } from './noise.ts';

const PLAIN: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', Å: 'A', Ä: 'A', Ö: 'O' };
const SPELT_OUT: Readonly<Record<string, string>> = { å: 'aa', ä: 'ae', ö: 'oe', Å: 'Aa', Ä: 'Ae', Ö: 'Oe' };

/** "läser" becomes "laser". */
export const noDiacritics: Noise = (text) => replaced(text, PLAIN);
/** "läser" becomes "laeser". */
export const speltOutDiacritics: Noise = (text) => replaced(text, SPELT_OUT);

function replaced(text: string, by: Readonly<Record<string, string>>): string {
  return text.replace(/[åäö]/gi, (letter) => by[letter] ?? letter);
}
