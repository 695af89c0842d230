/** What a simpler bot would reach with the same examples. */
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import swedishStemmer from 'natural/lib/natural/stemmers/porter_stemmer_sv.js';
import type { Example } from '../../intents/examples.ts';
import { UNLIMITED, words } from '../../intents/normalise.ts';
import { indexDocuments } from '../../intents/retrieval.ts';
import type { Terms } from '../../intents/retrieval.ts';
import { stem } from '../../intents/stem.ts';

/** Gives the label of a message. */
export type Baseline = (text: string) => string;

/** natural's naive Bayes with its Swedish stemmer and stop words. */
export function naturalBayes(examples: readonly Example[]): Baseline {
  const classifier = new BayesClassifier(swedishStemmer);
  for (const { text, labels } of examples) for (const label of labels) classifier.addDocument(text.normalize('NFC'), label);
  classifier.train();
  return (text) => classifier.classify(text.normalize('NFC'));
}

/** Word stems and how often each stands in the text. */
export const stemsOf: Terms = (text) => {
  const counts = new Map<string, number>();
  for (const term of words(text, UNLIMITED).map(stem)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

/** The label of the example that is nearest by BM25 over word stems. */
export function nearestByBm25(examples: readonly Example[]): Baseline {
  const retrieve = indexDocuments(examples.map(({ text }) => text), stemsOf);
  return (text) => {
    const scores = retrieve(text);
    return examples[scores.indexOf(Math.max(...scores))]?.labels[0] ?? '';
  };
}
