/** What a simpler bot would reach with the same examples. */
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import swedishStemmer from 'natural/lib/natural/stemmers/porter_stemmer_sv.js';
import type { Example } from '../../intents/examples.ts';
import { words } from '../../intents/normalise.ts';
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

const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/** The label of the example that is nearest by BM25 (Robertson & Zaragoza 2009) over word stems. */
export function nearestByBm25(examples: readonly Example[]): Baseline {
  const documents = examples.map(({ text }) => words(text).map(stem));
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const postings = new Map<string, Map<number, number>>();
  for (const [index, terms] of documents.entries()) {
    for (const term of terms) {
      const posting = postings.get(term) ?? new Map<number, number>();
      postings.set(term, posting.set(index, (posting.get(index) ?? 0) + 1));
    }
  }
  return (text) => {
    const scores = new Float64Array(documents.length);
    for (const term of new Set(words(text).map(stem))) {
      const posting = postings.get(term) ?? new Map<number, number>();
      const rarity = Math.log(1 + (documents.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [index, count] of posting) {
        const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * (documents[index]?.length ?? 0)) / meanLength;
        scores[index] = (scores[index] ?? 0) + (rarity * count * (SATURATION + 1)) / (count + SATURATION * length);
      }
    }
    return examples[scores.indexOf(Math.max(...scores))]?.labels[0] ?? '';
  };
}
