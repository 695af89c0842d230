/** The trained classifier: a message in, a score for every label out. */
import { compress, scores } from './compressed.ts';
import type { CompressedModel } from './compressed.ts';
import { buildLexicon } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { createMessageReader, wordsWithout } from './messages.ts';
import type { Familiarity } from './messages.ts';
import { createCompensation } from './newcomers.ts';
import type { Newcomers } from './newcomers.ts';
import { DEFAULT_LIMITS } from './normalise.ts';
import { NOTHING } from './parts.ts';
import type { Without } from './parts.ts';
import { DEFAULT_FIT, fit } from './softmax.ts';
import { stackRows } from './sparse.ts';
import { KNOWLEDGE_VOICE } from './examples.ts';
import type { Example } from './examples.ts';
import { columnCount, fitVectoriser, vectorise } from './vectoriser.ts';
import type { Vectoriser } from './vectoriser.ts';

export interface Classifier {
  readonly labels: readonly string[];
  readonly lexicon: Lexicon;
  readonly vectoriser: Vectoriser;
  readonly linear: CompressedModel;
  readonly newcomers: Newcomers;
  /** Set by an evaluation only; a model file does not keep it. */
  readonly without?: Without;
}

export interface Classified {
  /** The score of every label (log-odds up to a constant); null for a message of which nothing is known. */
  readonly scores: Float64Array | null;
  readonly familiarity: Familiarity;
}

export type Classify = (text: string) => Classified;

export function createClassify({ lexicon, vectoriser, linear, newcomers: lacking, without }: Classifier, limits = DEFAULT_LIMITS): Classify {
  const read = createMessageReader(lexicon, without, limits);
  const compensate = createCompensation(lacking);
  return (text) => {
    const { words, runs, length, known } = read(text);
    const familiarity = { length, known };
    const row = vectorise({ words, runs }, vectoriser);
    if (row.columns.length === 0) return { scores: null, familiarity };
    const found = scores(linear, row);
    compensate(text, found);
    return { scores: found, familiarity };
  };
}

/** A feature of one single message says nothing about the next. */
const LEAST_MESSAGES = 2;
/** What the content owner wrote beside an answer counts more than what one voice of the corpus wrote. */
const IMPORTANCE_OF_OWN = 2;
/** A label with few examples counts more, but not without limit: its few messages must not outshout the many. */
const MOST_IMPORTANT = 10;

/** How often `onStep` is called: after the reading and after each pass. */
export const STEPS_OF_TRAINING = 1 + DEFAULT_FIT.passes;

export interface ClassifierOptions {
  readonly newcomersOf: (labels: readonly string[]) => Newcomers;
  readonly without?: Without;
  readonly onStep?: () => void;
}

export function trainClassifier(examples: readonly Example[], { newcomersOf, without = NOTHING, onStep = () => undefined }: ClassifierOptions): Classifier {
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort();
  const lexicon = buildLexicon(examples.map(({ text }) => wordsWithout(without)(text)));
  const read = createMessageReader(lexicon, without);
  const counts = examples.map(({ text }) => read(text));
  const vectoriser = fitVectoriser(counts, LEAST_MESSAGES);
  onStep();
  const classOf = new Map(labels.map((label, index) => [label, index]));
  const model = fit(
    {
      rows: stackRows(counts.map((message) => vectorise(message, vectoriser))),
      targets: examples.map((example) => example.labels.map((label) => classOf.get(label) ?? 0)),
      importance: without.has('importance') ? new Float32Array(examples.length).fill(1) : importanceOf(examples, examples),
    },
    columnCount(vectoriser),
    labels.length,
    { ...DEFAULT_FIT, onPass: onStep },
  );
  return { labels, lexicon, vectoriser, linear: compress(model), newcomers: newcomersOf(labels), without };
}

/** A small label counts as much as one of mean size; a large one (`none`) keeps its weight, since declining is worth it. */
export function importanceOf(learned: readonly Example[], examples: readonly Example[]): Float32Array {
  const sizes = new Map<string, number>();
  for (const label of examples.flatMap((example) => example.labels)) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const mean = examples.length / sizes.size;
  return Float32Array.from(learned, ({ labels, voice }) => {
    const own = voice === KNOWLEDGE_VOICE ? IMPORTANCE_OF_OWN : 1;
    const size = Math.max(...labels.map((label) => sizes.get(label) ?? mean));
    return Math.min(MOST_IMPORTANT, own * Math.max(1, mean / size));
  });
}
