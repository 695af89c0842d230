/** From a typed message to the features that the classifier sees; the same path in training and in use. */
import { compoundWords } from './compounds.ts';
import { features } from './features.ts';
import type { FeatureCounts } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { words } from './normalise.ts';
import { createSpeller } from './speller.ts';

export type ReadMessage = (text: string) => FeatureCounts;

/** Returns a function that reads a message with the vocabulary of the examples. */
export function createMessageReader(lexicon: Lexicon): ReadMessage {
  const spell = createSpeller(lexicon);
  return (text) => {
    const mended = words(text).map(spell);
    return features(mended, compoundWords(mended, lexicon));
  };
}
