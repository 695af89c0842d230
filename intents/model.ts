/** All that the understanding has learned from the corpus and the topics' own examples (training.ts says how). */
import { createHash } from 'node:crypto';
import { codeVersion } from './code-version.ts';
import type { Classifier } from './classifier.ts';
import type { Voice } from './corpus.ts';
import type { Kind, Thresholds } from './decide.ts';
import type { LanguageModel } from './language.ts';
import { neededDocuments } from './newcomers.ts';
import type { Without } from './parts.ts';
import { NONE } from './reading.ts';
import { DEFAULT_RISK } from './thresholds.ts';
import type { Risk } from './thresholds.ts';
import { allExamples, topicKinds } from './examples.ts';
import type { TopicExamples } from './examples.ts';
import type { Trust } from './trust.ts';

export interface Model {
  readonly version: string;
  readonly classifier: Classifier;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly temperature: number;
  readonly thresholds: Thresholds;
  readonly trust: Trust;
  readonly language: LanguageModel;
  /** The code that trained it: only the same code may read it or go on from it. */
  readonly code: string;
  /** A hash of the examples of each label. */
  readonly sources: ReadonlyMap<string, string>;
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
  /** Called before the work and at each step of it, with steps done and steps in all. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Ends a training on threads, which then rejects. */
  readonly signal?: AbortSignal;
}

/** Groups of voices that are left out in turn. */
export const FOLDS = 4;

/** Changes with the data, with what is asked of the training, and with the code. */
export function modelVersion({ corpus, topics }: TrainingData, { folds = FOLDS, risk = DEFAULT_RISK }: TrainingOptions = {}): string {
  const examples = allExamples(corpus, topics);
  const unjudged = corpus.flatMap(({ name, judged }) => (judged ? [] : [name]));
  const content = JSON.stringify([codeVersion(), folds, risk, unjudged, [...topicKinds(topics)], examples, [...neededDocuments(examples, topics)]]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** The id itself where it has an answer, else `none`. */
export function answerable(intent: string, kinds: ReadonlyMap<string, Kind>): string {
  return (kinds.get(intent) ?? 'no-answer') === 'no-answer' ? NONE : intent;
}
