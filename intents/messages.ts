/** From a typed message to the features that the classifier sees; the same path in training and in use. */
import { features } from './features.ts';
import type { FeatureCounts } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { DEFAULT_LIMITS, words } from './normalise.ts';
import type { ReadingLimits } from './normalise.ts';
import { NOTHING } from './parts.ts';
import { createSpeller } from './speller.ts';

/** How many words a message has, and how many of them the examples use. */
export interface Familiarity {
  readonly length: number;
  readonly known: number;
}

export type ReadMessage = (text: string) => FeatureCounts & Familiarity;

/** A message with more words that nobody has used is in another language, or is no language at all: it is read in bounded time. */
const MOST_UNKNOWN = 20;

/** Returns a function that reads a message with the vocabulary of the examples. */
export function createMessageReader(lexicon: Lexicon, without = NOTHING, limits = DEFAULT_LIMITS): ReadMessage {
  const wordsOf = wordsWithout(without, limits);
  const spell = without.has('speller') ? (word: string) => word : createSpeller(lexicon);
  return (text) => {
    const typed = wordsOf(text);
    const read = withoutExcess(typed, lexicon).map(spell);
    const { length, known } = familiarity(read, lexicon);
    return { ...features(read, without), length: length + typed.length - read.length, known };
  };
}

/** The words of a message, in canonical spelling unless that is left out. */
export function wordsWithout(without = NOTHING, limits: ReadingLimits = DEFAULT_LIMITS): (text: string) => string[] {
  return (text) => (without.has('variants') ? words(text, limits, []) : words(text, limits));
}

/** The words without those unknown ones that are too many. */
function withoutExcess(words: readonly string[], lexicon: Lexicon): readonly string[] {
  let unknown = 0;
  return words.filter((word) => isPlain(word, lexicon) || (unknown += 1) <= MOST_UNKNOWN);
}

/** Nothing that a speller could mend. */
const isPlain = (word: string, lexicon: Lexicon): boolean => lexicon.has(word) || word === '?' || word.startsWith('#');

/** Figures have no spelling that could be unknown. */
function familiarity(words: readonly string[], lexicon: Lexicon): Familiarity {
  const plain = words.filter((word) => word !== '?');
  return { length: plain.length, known: plain.filter((word) => isPlain(word, lexicon)).length };
}
