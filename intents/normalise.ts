/**
 * From what was typed to plain words: one spelling for what is one word to a reader. Diacritics are folded away, since
 * many write "pa" for "på"; what little that confuses, the neighbouring words set right.
 */
import { VARIANTS } from './variants.sv.ts';

/** What lies beyond is not read; a message this long has said its need long before. */
export interface ReadingLimits {
  readonly characters: number;
  readonly words: number;
}

export const DEFAULT_LIMITS: ReadingLimits = { characters: 1_000, words: 150 };
/** For texts of our own, which may be as long as they like. */
export const UNLIMITED: ReadingLimits = { characters: Infinity, words: Infinity };

/** Removes diacritics and case: "Är KORTÉT" gives "ar kortet". Works on composed and decomposed text alike. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæ]/g, (letter) => (letter === 'ø' ? 'o' : 'a'));
}

/** The words of a message, folded, in canonical spelling: "E-tjänste kort, pin-kod?" gives etjanstekort, pinkod, "?". */
export function words(text: string, limits: ReadingLimits = DEFAULT_LIMITS, variants = VARIANTS): string[] {
  const folded = variants.reduce(
    (sofar, [pattern, canonical]) => sofar.replace(pattern, canonical),
    ` ${fold(text.slice(0, limits.characters)).replace(/[^a-z0-9?]+/g, ' ')} `,
  );
  return (folded.match(/[a-z0-9]+|\?/g) ?? []).slice(0, limits.words).map(withoutNoise);
}

/** "neeeej" and "2024", "073": letters held down and figures carry no more than their kind. */
function withoutNoise(word: string): string {
  if (/^(19|20)\d\d$/.test(word)) return '#year';
  if (/^\d+$/.test(word)) return word.length < 3 ? '#number' : '#digits';
  return word.replace(/(.)\1{2,}/g, '$1$1');
}
