/**
 * Topics with few examples. A linear classifier hardly ever chooses them: their few words have small weights, and the
 * many examples of the others have claimed the rest. So their scores are raised by what they lack (logit adjustment, Menon
 * et al. 2021, Long-tail learning via logit adjustment), and by how well their own text, answer and all, fits the message.
 */
import { topicDocuments } from './examples.ts';
import type { Example, TopicExamples } from './examples.ts';
import { NONE } from './reading.ts';
import { indexDocuments } from './retrieval.ts';

export interface Newcomers {
  /** For each label: 0 where it has examples enough, 1 where it has next to none. */
  readonly lack: readonly number[];
  /** For each label the text of its topic; empty where no label lacks anything. */
  readonly documents: readonly string[];
}

/** Adds to the scores of the labels that lack examples, in place. */
export type Compensate = (text: string, scores: Float64Array) => void;

/** A topic with this share of the mean number of examples stands on its own. */
const ENOUGH = 0.5;
/** So many times fewer than enough is next to none: a topic's own file with three questions, in a corpus of 200 lines a topic. */
const NEXT_TO_NONE = 14;

/**
 * Fitted by maximum likelihood on simulated new topics: every topic in turn cut to its own file, to 20 and to 60 lines
 * more, judged by voices that were left out. The head start was then raised by 0.3, since a newcomer that is missed helps
 * nobody, and one that is in doubt is only offered. All three shrink with the root of the logarithm of the number of
 * examples, which fits all three numbers of lines.
 */
const HEAD_START = 3.7;
const DISTRUST = 0.45;
const FIT_OF_TEXT = 7.6;

export function newcomers(labels: readonly string[], examples: readonly Example[], documents: ReadonlyMap<string, string>): Newcomers {
  const lack = lacks(labels, examples);
  return { lack, documents: lack.some((share) => share > 0) ? labels.map((label) => documents.get(label) ?? '') : [] };
}

/** The texts of all topics, or none where every topic has examples enough: an edited answer then changes no reading. */
export function neededDocuments(examples: readonly Example[], topics: readonly TopicExamples[]): ReadonlyMap<string, string> {
  const isNeeded = lacks(topics.map(({ id }) => id), examples).some((share) => share > 0);
  return isNeeded ? topicDocuments(topics) : new Map();
}

function lacks(labels: readonly string[], examples: readonly Example[]): number[] {
  const counts = Map.groupBy(examples.filter((example) => example.labels.length === 1), (example) => example.labels[0]);
  const topics = labels.filter((label) => label !== NONE);
  const mean = topics.reduce((sum, label) => sum + (counts.get(label)?.length ?? 0), 0) / topics.length;
  return labels.map((label) => (label === NONE ? 0 : lackOf((counts.get(label)?.length ?? 0) / mean)));
}

/** `share`: the label's examples for each one of a topic of mean size. */
function lackOf(share: number): number {
  const lack = Math.log(ENOUGH / share) / Math.log(NEXT_TO_NONE);
  return Math.sqrt(Math.min(1, Math.max(0, lack)));
}

export function createCompensation({ lack, documents }: Newcomers): Compensate {
  if (documents.length === 0) return () => undefined;
  const retrieve = indexDocuments(documents);
  return (text, scores) => {
    const fits = retrieve(text);
    for (const [label, share] of lack.entries()) {
      if (share === 0) continue;
      const score = scores[label] ?? 0;
      scores[label] = score + share * (HEAD_START - DISTRUST * score + FIT_OF_TEXT * (fits[label] ?? 0));
    }
  };
}
