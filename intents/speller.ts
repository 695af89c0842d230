/**
 * Mends a word that the examples do not know when exactly one known word is near. Candidates are found by deletions
 * (Garbe 2012, SymSpell): two words one slip apart share a form with one letter left out.
 */
import type { Lexicon } from './lexicon.ts';
import { slipDistance } from './slip-distance.ts';

const SHORTEST = 5;
const LONGEST = 40;
const FARTHEST = 1;
/** How much nearer the best must be than the next best, and how many times more usual to win a draw. */
const CLEARLY_NEARER = 0.3;
const CLEARLY_MORE_USUAL = 8;

export type Speller = (word: string) => string;

/** Returns a function that gives the word meant, or the word itself. */
export function createSpeller(lexicon: Lexicon): Speller {
  const index = new Map<string, string[]>();
  for (const word of lexicon.keys()) {
    if (word.length < SHORTEST - 1) continue;
    for (const form of shortened(word)) {
      const words = index.get(form);
      if (words === undefined) index.set(form, [word]);
      else words.push(word);
    }
  }
  return (word) => (word.length < SHORTEST || word.length > LONGEST || lexicon.has(word) ? word : (nearest(word, index, lexicon) ?? word));
}

function nearest(typed: string, index: ReadonlyMap<string, readonly string[]>, lexicon: Lexicon): string | null {
  const candidates = new Set([...shortened(typed)].flatMap((form) => index.get(form) ?? []));
  const ranked = [...candidates]
    .map((word) => ({ word, distance: slipDistance(typed, word), count: lexicon.get(word) ?? 0 }))
    .filter(({ distance }) => distance <= FARTHEST)
    .sort((a, b) => a.distance - b.distance || b.count - a.count);
  const [best, next] = ranked;
  if (best === undefined) return null;
  if (next === undefined || next.distance - best.distance >= CLEARLY_NEARER) return best.word;
  return best.count >= CLEARLY_MORE_USUAL * next.count ? best.word : null;
}

/** The word, and the word with each one of its letters left out. */
function shortened(word: string): Set<string> {
  const forms = new Set([word]);
  for (let i = 0; i < word.length; i++) forms.add(word.slice(0, i) + word.slice(i + 1));
  return forms;
}
