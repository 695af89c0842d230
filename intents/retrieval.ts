/**
 * Which of some documents a message is about, when there is nothing to learn from but the documents: BM25 (Robertson &
 * Zaragoza 2009, The Probabilistic Relevance Framework). Over runs of characters it finds a compound by its parts and a
 * word in any of its forms, which Swedish needs more than word order.
 */
import { characterRuns } from './features.ts';
import type { Feature } from './features.ts';
import { UNLIMITED, words } from './normalise.ts';

/** How often each term stands in a text. */
export type Terms = (text: string) => ReadonlyMap<Feature, number>;

/**
 * Scores every document for a message, in their order: 0 where they share no term, towards 1 where a document repeats
 * every term of the message again and again. Comparable between messages of different length.
 */
export type Retrieve = (message: string) => Float64Array;

const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/** Character runs within words, in the spelling that the classifier sees. */
export const runsOf: Terms = (text) => characterRuns(words(text, UNLIMITED).filter((word) => word !== '?'));

/** How much a term tells that stands in `frequency` of `documents`. */
const rarity = (documents: number, frequency: number): number => Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));

export function indexDocuments(documents: readonly string[], terms: Terms = runsOf): Retrieve {
  const counted = documents.map(terms);
  const lengths = counted.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / documents.length;
  const postings = new Map<Feature, { readonly document: number; readonly weight: number }[]>();
  for (const [document, counts] of counted.entries()) {
    const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * (lengths[document] ?? 0)) / meanLength;
    for (const [term, count] of counts) {
      const posting = { document, weight: count / (count + SATURATION * length) };
      const known = postings.get(term);
      if (known === undefined) postings.set(term, [posting]);
      else known.push(posting);
    }
  }
  const unknown = rarity(documents.length, 0);

  return (message) => {
    const scores = new Float64Array(documents.length);
    let most = 0;
    for (const term of terms(message).keys()) {
      const posting = postings.get(term);
      const worth = posting === undefined ? unknown : rarity(documents.length, posting.length);
      most += worth;
      for (const { document, weight } of posting ?? []) scores[document] = (scores[document] ?? 0) + worth * weight;
    }
    return most === 0 ? scores : scores.map((score) => score / most);
  };
}
