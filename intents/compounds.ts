/**
 * Swedish writes compounds as one word; people in a hurry often do not ("kort läsare"), and now and then make new ones
 * ("kortläsarsladd"). Known parts are added beside what was typed, so that nothing is lost where the guess is wrong.
 */
import type { Lexicon } from './lexicon.ts';

const SHORTEST_COMPOUND = 6;
const SHORTEST_PART = 4;

/** The compounds that neighbouring words make, and the known parts of words that the lexicon lacks. */
export function compoundWords(words: readonly string[], lexicon: Lexicon): string[] {
  const found: string[] = [];
  for (const [index, word] of words.entries()) {
    const joined = word + (words[index + 1] ?? '');
    if (joined.length >= SHORTEST_COMPOUND && joined !== word && lexicon.has(joined)) found.push(joined);
    if (!lexicon.has(word)) found.push(...knownParts(word, lexicon));
  }
  return found;
}

/** The most even split into two known words; a joining s between them is allowed ("tjänst-s-kort"). */
function knownParts(word: string, lexicon: Lexicon): string[] {
  const middle = word.length / 2;
  const cuts = Array.from({ length: Math.max(0, word.length - 2 * SHORTEST_PART + 1) }, (_, i) => SHORTEST_PART + i);
  cuts.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  for (const cut of cuts) {
    const head = word.slice(0, cut);
    const tail = word.slice(cut);
    if (!lexicon.has(tail)) continue;
    if (lexicon.has(head)) return [head, tail];
    if (head.endsWith('s') && lexicon.has(head.slice(0, -1))) return [head.slice(0, -1), tail];
  }
  return [];
}
