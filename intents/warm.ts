/**
 * A model for edited data in a second or two, made from the one before: it keeps its words, its weights and its
 * confidence, learns the labels whose examples have changed, and goes over a part of the others lest they be forgotten
 * (rehearsal, Robins 1995). It reads nearly as the whole model does, which is trained meanwhile.
 */
import { createHash } from 'node:crypto';
import { importanceOf } from './classifier.ts';
import type { Classifier } from './classifier.ts';
import { composeDoubles } from './composed.ts';
import { compress, decompress } from './compressed.ts';
import { allExamples, topicKinds } from './examples.ts';
import type { Example } from './examples.ts';
import { buildLexicon } from './lexicon.ts';
import { createMessageReader, wordsWithout } from './messages.ts';
import { modelVersion } from './model.ts';
import type { Model, TrainingData, TrainingOptions } from './model.ts';
import { neededDocuments, newcomers } from './newcomers.ts';
import { labelsOf } from './out-of-fold.ts';
import { DEFAULT_FIT, fit } from './softmax.ts';
import type { LinearModel } from './softmax.ts';
import { stackRows } from './sparse.ts';
import { columnCount, extendVectoriser, vectorise } from './vectoriser.ts';
import type { Vectoriser } from './vectoriser.ts';

/** One in so many of the unchanged examples is gone over. */
const REHEARSED = 4;
const PASSES = 3;
/** Short steps where the weights are near where they belong; a new label has its own to find. */
const RATE = { edited: 0.2, added: 1 };

/** Ends the version of a warm model. */
export const WARM = '-warm';

/** A hash of the examples of each label: those that differ tell what an edit has changed. */
export function sourcesOf(examples: readonly Example[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>();
  for (const { labels, text } of examples) {
    for (const label of labels) {
      const known = texts.get(label);
      if (known === undefined) texts.set(label, [text]);
      else known.push(text);
    }
  }
  return new Map([...texts].map(([label, all]) => [label, createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16)]));
}

/** `previous` must have been trained by this code. Its temperature, trust, thresholds and languages stay. */
export function warmModel(previous: Model, data: TrainingData, options: TrainingOptions = {}): Model {
  const examples = allExamples(data.corpus, data.topics);
  const sources = sourcesOf(examples);
  const isChanged = ({ labels }: Example): boolean => labels.some((label) => sources.get(label) !== previous.sources.get(label));
  const changed = examples.filter(isChanged);
  const rehearsed = examples.filter((example) => !isChanged(example)).filter((_, index) => index % REHEARSED === 0);
  const classifier = relearn(previous.classifier, { examples, changed, learned: [...changed, ...rehearsed, ...composeDoubles([...changed, ...rehearsed], topicKinds(data.topics))] });
  return {
    ...previous,
    version: `${modelVersion(data, options)}${WARM}`,
    sources,
    kinds: topicKinds(data.topics),
    classifier: { ...classifier, newcomers: newcomers(classifier.labels, examples, neededDocuments(examples, data.topics)) },
  };
}

interface Lesson {
  readonly examples: readonly Example[];
  readonly changed: readonly Example[];
  readonly learned: readonly Example[];
}

function relearn(previous: Classifier, { examples, changed, learned }: Lesson): Classifier {
  const labels = labelsOf(examples);
  const lexicon = new Map([...buildLexicon(changed.map(({ text }) => wordsWithout(previous.without)(text))), ...previous.lexicon]);
  const read = createMessageReader(lexicon, previous.without);
  const counts = learned.map(({ text }) => read(text));
  const vectoriser = extendVectoriser(previous.vectoriser, counts.slice(0, changed.length), examples.length);
  const classOf = new Map(labels.map((label, index) => [label, index]));
  const model = fit(
    {
      rows: stackRows(counts.map((message) => vectorise(message, vectoriser))),
      targets: learned.map((example) => example.labels.map((label) => classOf.get(label) ?? 0)),
      importance: importanceOf(learned, examples),
    },
    columnCount(vectoriser),
    labels.length,
    // The penalty is on the sum over all examples, of which this is a part.
    { penalty: (DEFAULT_FIT.penalty * learned.length) / examples.length, passes: PASSES, rate: labels.every((label) => previous.labels.includes(label)) ? RATE.edited : RATE.added, start: carryOver(previous, labels, vectoriser) },
  );
  return { ...previous, labels, lexicon, vectoriser, linear: compress(model) };
}

/** The weights in the places of the new labels and columns; 0 where there was none. */
function carryOver(previous: Classifier, labels: readonly string[], vectoriser: Vectoriser): LinearModel {
  const old = decompress(previous.linear);
  const classes = labels.length;
  const oldClass = labels.map((label) => previous.labels.indexOf(label));
  const weights = new Float32Array(columnCount(vectoriser) * classes);
  for (const kind of ['words', 'runs'] as const) {
    for (const [name, from] of previous.vectoriser[kind].columns) {
      const to = vectoriser[kind].columns.get(name) ?? 0;
      for (const [k, was] of oldClass.entries()) if (was >= 0) weights[to * classes + k] = old.weights[from * old.classes + was] ?? 0;
    }
  }
  return { classes, weights, biases: Float32Array.from(oldClass, (was) => (was < 0 ? 0 : (old.biases[was] ?? 0))) };
}
