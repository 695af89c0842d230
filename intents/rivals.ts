/** Topics that take each other's questions: what a model reads wrongly in the messages of voices that it was not trained on. */
import { allExamples, topicKinds } from './examples.ts';
import { answerable, FOLDS } from './model.ts';
import type { TrainingData, TrainingOptions } from './model.ts';
import { labelsOf } from './out-of-fold.ts';
import { NONE } from './reading.ts';
import { trainPart } from './training.ts';

export interface Rivals {
  readonly meant: string;
  readonly read: string;
  /** Messages that meant the one and were read as the other, out of all that meant it. */
  readonly texts: readonly string[];
  readonly of: number;
}

/** Pairs of labels, the most confused first. Topics without an answer count as themselves. Trains several times. */
export function rivals(data: TrainingData, { folds = FOLDS, onProgress = () => undefined }: TrainingOptions = {}): readonly Rivals[] {
  const kinds = topicKinds(data.topics);
  const labels = labelsOf(allExamples(data.corpus, data.topics));
  const judged = Array.from({ length: folds }, (_, fold) => {
    onProgress(fold, folds);
    const result = trainPart(fold, data, { folds }, () => undefined);
    return result.part === 'whole' ? [] : result.judged;
  }).flat();
  const read = judged.map(({ text, scores, label }) => ({ text, meant: labels[label] ?? NONE, read: labels[scores.indexOf(Math.max(...scores))] ?? NONE }));
  const sizes = Map.groupBy(read, ({ meant }) => meant);
  // Taking one question without an answer for another, or for none, leads to the same refusal.
  const wrong = read.filter((one) => one.meant !== one.read && answerable(one.meant, kinds) !== answerable(one.read, kinds));
  return [...Map.groupBy(wrong, (one) => `${one.meant} ${one.read}`).values()]
    .flatMap((same): Rivals[] => (same[0] === undefined ? [] : [{ meant: same[0].meant, read: same[0].read, texts: same.map(({ text }) => text), of: sizes.get(same[0].meant)?.length ?? 0 }]))
    .sort((a, b) => b.texts.length - a.texts.length);
}

export interface FewExamples {
  readonly topic: string;
  readonly examples: number;
}

/** Topics with fewer examples than `least`, in their own file and the corpus together. */
export function topicsWithFew({ corpus, topics }: TrainingData, least: number): readonly FewExamples[] {
  const counts = new Map<string, number>();
  for (const label of allExamples(corpus, topics).flatMap(({ labels }) => labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return topics.map(({ id }) => ({ topic: id, examples: counts.get(id) ?? 0 })).filter(({ examples }) => examples < least);
}
