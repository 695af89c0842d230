/** The corpus in a few groups of voices, each to be read by a model that was trained on all the others. */
import type { Voice } from '../../intents/corpus.ts';
import type { Model, TrainingData, TrainingOptions } from '../../intents/model.ts';
import { trainModel } from '../../intents/training.ts';
import type { Question } from './held-out.ts';

export interface LeftOut {
  readonly known: readonly Voice[];
  readonly left: readonly Voice[];
}

const GROUPS = 3;

/** The largest voice first, each to the group with the fewest messages so far. */
export function leaveGroupsOut(corpus: readonly Voice[], count = GROUPS): LeftOut[] {
  const groups = Array.from({ length: count }, (): Voice[] => []);
  const size = (voices: readonly Voice[]): number => voices.reduce((sum, { utterances }) => sum + utterances.length, 0);
  for (const voice of corpus.toSorted((a, b) => b.utterances.length - a.utterances.length)) groups.toSorted((a, b) => size(a) - size(b))[0]?.push(voice);
  return groups.map((left) => ({ left, known: corpus.filter((voice) => !left.includes(voice)) }));
}

export interface LeftOutModel {
  readonly model: Model;
  /** The messages of the voices that the model does not know; the style is the voice. */
  readonly questions: readonly Question[];
}

/** Trains one model a group. Takes a minute or two. */
export function trainWithoutGroups({ corpus, topics }: TrainingData, options: TrainingOptions = {}): LeftOutModel[] {
  return leaveGroupsOut(corpus).map(({ known, left }) => ({
    model: trainModel({ corpus: known, topics }, options),
    questions: left.flatMap(({ name, utterances }) => utterances.map((utterance) => ({ ...utterance, style: name }))),
  }));
}
