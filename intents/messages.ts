/** From a typed message to the features that the classifier sees; the same path in training and in use. */
import { compoundWords } from './compounds.ts';
import { features } from './features.ts';
import type { FeatureCounts } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { words } from './normalise.ts';
import { createSpeller } from './speller.ts';

/** How many words a message has, and how many of them the examples use. */
export interface Familiarity {
  readonly length: number;
  readonly known: number;
}

export type ReadMessage = (text: string) => FeatureCounts & Familiarity;

/** Returns a function that reads a message with the vocabulary of the examples. */
export function createMessageReader(lexicon: Lexicon): ReadMessage {
  const spell = createSpeller(lexicon);
  return (text) => {
    const mended = words(text).map(spell);
    return { ...features(mended, compoundWords(mended, lexicon)), ...familiarity(mended, lexicon) };
  };
}

/** Figures have no spelling that could be unknown. */
function familiarity(words: readonly string[], lexicon: Lexicon): Familiarity {
  const plain = words.filter((word) => word !== '?');
  return { length: plain.length, known: plain.filter((word) => word.startsWith('#') || lexicon.has(word)).length };
}
