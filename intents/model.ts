/** All that the understanding has learned, and how it is learned from the corpus and the topics' own examples. */
import { createHash } from 'node:crypto';
import { fitTemperature, probabilities } from './calibration.ts';
import { codeVersion } from './code-version.ts';
import { trainClassifier } from './classifier.ts';
import type { Classifier } from './classifier.ts';
import { composeDoubles } from './composed.ts';
import type { Voice } from './corpus.ts';
import { opinion } from './decide.ts';
import type { Kind, Thresholds } from './decide.ts';
import { trainLanguage } from './language.ts';
import type { LanguageModel } from './language.ts';
import { outOfFold } from './out-of-fold.ts';
import { NOTHING } from './parts.ts';
import type { Without } from './parts.ts';
import { NONE } from './reading.ts';
import { chooseThresholds, DEFAULT_RISK } from './thresholds.ts';
import type { Risk } from './thresholds.ts';
import { allExamples, KNOWLEDGE_VOICE, topicKinds } from './examples.ts';
import type { Example, TopicExamples } from './examples.ts';
import { fitTrust, trustIn } from './trust.ts';
import type { KnownCase, Trust } from './trust.ts';

export interface Model {
  readonly version: string;
  readonly classifier: Classifier;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly temperature: number;
  readonly thresholds: Thresholds;
  readonly trust: Trust;
  readonly language: LanguageModel;
}

export interface TrainingData {
  readonly corpus: readonly Voice[];
  readonly topics: readonly TopicExamples[];
}

export interface TrainingOptions {
  readonly folds?: number;
  readonly risk?: Risk;
  /** Parts left out, for an evaluation. Not part of the version: such a model is never kept. */
  readonly without?: Without;
  /** Called before each part of the work, with parts done and parts in all. */
  readonly onProgress?: (done: number, of: number) => void;
}

export const FOLDS = 4;

/** How a classifier is trained from examples: with messages composed of two of them. */
export function trainer(kinds: ReadonlyMap<string, Kind>, without = NOTHING): (known: readonly Example[]) => Classifier {
  return (known) => trainClassifier(without.has('doubles') ? known : [...known, ...composeDoubles(known, kinds)], without);
}

/** Changes with the data, with what is asked of the training, and with the code. */
export function modelVersion({ corpus, topics }: TrainingData, { folds = FOLDS, risk = DEFAULT_RISK }: TrainingOptions = {}): string {
  const content = JSON.stringify([codeVersion(), folds, risk, [...topicKinds(topics)], allExamples(corpus, topics)]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** Trains from scratch; the same data give the same model. Takes seconds and does not yield to the event loop. */
export function trainModel(data: TrainingData, options: TrainingOptions = {}): Model {
  const { folds = FOLDS, risk = DEFAULT_RISK, without = NOTHING, onProgress = () => undefined } = options;
  const examples = allExamples(data.corpus, data.topics);
  const kinds = topicKinds(data.topics);
  const train = trainer(kinds, without);

  const { labels, judged } = outOfFold(examples, folds, KNOWLEDGE_VOICE, train, (fold) => onProgress(fold, folds + 1));
  const temperature = fitTemperature(judged);
  const cases = judged.map(({ scores, label, familiarity }): KnownCase => ({
    evidence: { opinion: opinion(labels, probabilities(scores, temperature), kinds), scores, familiarity },
    truth: answerable(labels[label] ?? NONE, kinds),
    isFar: labels[label] === NONE,
  }));
  const trust = without.has('trust') ? null : fitTrust(cases, risk);
  const checked = cases.map(({ evidence, truth, isFar }) => ({ opinion: evidence.opinion, trust: trustIn(evidence, trust), truth, isFar }));
  const thresholds = chooseThresholds(checked, kinds, risk);

  onProgress(folds, folds + 1);
  return {
    version: modelVersion(data, options),
    classifier: train(examples),
    kinds,
    temperature,
    thresholds: without.has('lists') ? { ...thresholds, offer: Infinity } : thresholds,
    trust,
    language: trainLanguage(examples),
  };
}

/** The id itself where it has an answer, else `none`. */
export function answerable(intent: string, kinds: ReadonlyMap<string, Kind>): string {
  return (kinds.get(intent) ?? 'no-answer') === 'no-answer' ? NONE : intent;
}
