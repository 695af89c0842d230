/** The trained classifier: a message in, a score for every label out. */
import { compress } from './compressed.ts';
import type { CompressedModel } from './compressed.ts';
import { buildLexicon } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { createMessageReader, wordsWithout } from './messages.ts';
import { NOTHING } from './parts.ts';
import type { Without } from './parts.ts';
import { fit } from './softmax.ts';
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
  /** Set by an evaluation only; a model file does not keep it. */
  readonly without?: Without;
}

/** A feature of one single message says nothing about the next. */
const LEAST_MESSAGES = 2;
/** What the content owner wrote beside an answer counts more than what one voice of the corpus wrote. */
const IMPORTANCE_OF_OWN = 2;
/** A label with few examples counts more, but not without limit: its few messages must not outshout the many. */
const MOST_IMPORTANT = 10;

export function trainClassifier(examples: readonly Example[], without = NOTHING): Classifier {
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort();
  const lexicon = buildLexicon(examples.map(({ text }) => wordsWithout(without)(text)));
  const read = createMessageReader(lexicon, without);
  const counts = examples.map(({ text }) => read(text));
  const vectoriser = fitVectoriser(counts, LEAST_MESSAGES);
  const classOf = new Map(labels.map((label, index) => [label, index]));
  const model = fit(
    {
      rows: stackRows(counts.map((message) => vectorise(message, vectoriser))),
      targets: examples.map((example) => example.labels.map((label) => classOf.get(label) ?? 0)),
      importance: without.has('importance') ? new Float32Array(examples.length).fill(1) : importance(examples, labels.length),
    },
    columnCount(vectoriser),
    labels.length,
  );
  return { labels, lexicon, vectoriser, linear: compress(model), without };
}

/** A small label counts as much as one of mean size; a large one (`none`) keeps its weight, since declining is worth it. */
function importance(examples: readonly Example[], classes: number): Float32Array {
  const sizes = new Map<string, number>();
  for (const label of examples.flatMap((example) => example.labels)) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const mean = examples.length / classes;
  return Float32Array.from(examples, ({ labels, voice }) => {
    const own = voice === KNOWLEDGE_VOICE ? IMPORTANCE_OF_OWN : 1;
    const size = Math.max(...labels.map((label) => sizes.get(label) ?? mean));
    return Math.min(MOST_IMPORTANT, own * Math.max(1, mean / size));
  });
}
