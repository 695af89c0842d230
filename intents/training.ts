/**
 * Training in parts that do not need each other, so that they can run side by side: one for each group of voices that is
 * left out and judged, and one for the classifier that knows them all.
 */
import { fitTemperature, probabilities } from './calibration.ts';
import { STEPS_OF_TRAINING, trainClassifier } from './classifier.ts';
import type { Classifier } from './classifier.ts';
import { codeVersion } from './code-version.ts';
import { composeDoubles } from './composed.ts';
import { opinion } from './decide.ts';
import type { Kind } from './decide.ts';
import { allExamples, KNOWLEDGE_VOICE, topicKinds } from './examples.ts';
import type { Example } from './examples.ts';
import { trainLanguage } from './language.ts';
import { answerable, FOLDS, modelVersion } from './model.ts';
import type { Model, TrainingData, TrainingOptions } from './model.ts';
import { judgeFold, labelsOf } from './out-of-fold.ts';
import type { JudgedMessage } from './out-of-fold.ts';
import { NOTHING } from './parts.ts';
import { neededDocuments, newcomers } from './newcomers.ts';
import type { Newcomers } from './newcomers.ts';
import { NONE } from './reading.ts';
import { chooseThresholds, DEFAULT_RISK } from './thresholds.ts';
import { fitTrust, trustIn } from './trust.ts';
import type { KnownCase } from './trust.ts';
import { sourcesOf } from './warm.ts';

/** A group of voices to leave out and judge, or all of them to learn from. */
export type Part = number | 'whole';

export type PartResult = { readonly part: 'whole'; readonly classifier: Classifier } | { readonly part: number; readonly judged: readonly JudgedMessage[] };

/** The longest first, so that two threads end together. */
export function trainingParts({ folds = FOLDS }: TrainingOptions = {}): readonly Part[] {
  return ['whole', ...Array.from({ length: folds }, (_, fold) => fold)];
}

/** Steps of progress in all. */
export function trainingSteps(options: TrainingOptions = {}): number {
  return trainingParts(options).length * STEPS_OF_TRAINING;
}

export function trainPart(part: Part, data: TrainingData, { folds = FOLDS, without = NOTHING }: TrainingOptions, onStep: () => void): PartResult {
  const examples = allExamples(data.corpus, data.topics);
  const documents = neededDocuments(examples, data.topics);
  // Counted in all examples: a voice that is left out makes no newcomer.
  const newcomersOf = (labels: readonly string[]): Newcomers => newcomers(labels, examples, documents);
  const kinds = topicKinds(data.topics);
  const train = (known: readonly Example[]): Classifier =>
    trainClassifier(without.has('doubles') ? known : withDoubles(known, kinds), { newcomersOf, without, onStep });
  if (part === 'whole') return { part, classifier: train(examples) };
  const always = new Set([KNOWLEDGE_VOICE, ...data.corpus.filter(({ judged }) => !judged).map(({ name }) => name)]);
  return { part, judged: judgeFold(examples, { fold: part, folds, always }, train) };
}

export function withDoubles(examples: readonly Example[], kinds: ReadonlyMap<string, Kind>): readonly Example[] {
  return [...examples, ...composeDoubles(examples, kinds)];
}

/** Makes the model of the results of all its parts, in whatever order they come. */
export function assemble(results: readonly PartResult[], data: TrainingData, options: TrainingOptions = {}): Model {
  const { risk = DEFAULT_RISK, without = NOTHING } = options;
  const examples = allExamples(data.corpus, data.topics);
  const kinds = topicKinds(data.topics);
  const labels = labelsOf(examples);
  const judged = results.flatMap((result) => (result.part === 'whole' ? [] : [result])).sort((a, b) => a.part - b.part).flatMap((result) => result.judged);
  const classifier = results.find((result) => result.part === 'whole')?.classifier;
  if (classifier === undefined) throw new RangeError('The part that learns from all voices is missing.');
  const temperature = fitTemperature(judged);
  const cases = judged.map(({ scores, label, familiarity }): KnownCase => ({
    evidence: { opinion: opinion(labels, probabilities(scores, temperature), kinds), scores, familiarity },
    truth: answerable(labels[label] ?? NONE, kinds),
    isFar: labels[label] === NONE,
  }));
  const trust = without.has('trust') ? null : fitTrust(cases, risk);
  const checked = cases.map(({ evidence, truth, isFar }) => ({ opinion: evidence.opinion, trust: trustIn(evidence, trust), truth, isFar }));
  const thresholds = chooseThresholds(checked, kinds, risk);
  return {
    version: modelVersion(data, options),
    classifier,
    kinds,
    temperature,
    thresholds: without.has('lists') ? { ...thresholds, offer: Infinity } : thresholds,
    trust,
    language: trainLanguage(examples),
    code: codeVersion(),
    sources: sourcesOf(examples),
  };
}

/** Trains from scratch; the same data give the same model. Takes seconds and does not yield to the event loop. */
export function trainModel(data: TrainingData, options: TrainingOptions = {}): Model {
  const report = countSteps(options);
  return assemble(trainingParts(options).map((part) => trainPart(part, data, options, report)), data, options);
}

/** Reports 0 at once, and one more at each call. */
export function countSteps(options: TrainingOptions): () => void {
  const of = trainingSteps(options);
  let done = 0;
  options.onProgress?.(done, of);
  return () => options.onProgress?.((done += 1), of);
}
