/** One spelling for typed words: folded, without punctuation, and with the names of the PIN, the PUK and the card made one. */
import { fold } from './fold.ts';
import { words as en } from './pin-reset-words.en.ts';
import { words as sv } from './pin-reset-words.sv.ts';

/** Signs that stand for a word; a skin tone after them means nothing. */
const EMOJI: readonly (readonly [RegExp, string])[] = [[/[👍👌✅✔]/gu, ' ja '], [/[👎❌]/gu, ' nej ']];

/** Longest first: "puk koden" must not be read as "puk" and "koden". */
const SPELLINGS = [sv, en]
  .flatMap(({ variants }) => Object.entries(variants).flatMap(([word, forms]) => forms.map((form) => [` ${bare(form)} `, ` ${word} `] as const)))
  .sort(([a], [b]) => b.length - a.length);

/** Lower case without diacritics (many type "last" for "låst"), single spaces, known spellings made one. */
export function canonical(text: string): string {
  const worded = EMOJI.reduce((sofar, [emoji, word]) => sofar.replace(emoji, word), text);
  return SPELLINGS.reduce((sofar, [from, to]) => sofar.replaceAll(from, to), ` ${bare(worded)} `).trim();
}

function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
