/**
 * From probabilities to what to do. Topics without an answer count together with `none` as "cannot answer", so that a
 * message which wavers between two of them is declined, not answered.
 */
import { NONE } from './reading.ts';
import type { Candidate, Understanding } from './reading.ts';

export type Kind = 'answer' | 'smalltalk' | 'no-answer';

/** What the classifier thinks of one message. */
export interface Opinion {
  /** Every id with an answer and `none`, falling confidence; they sum to 1. */
  readonly ranked: readonly Candidate[];
  /** The likeliest topic without an answer, and its own confidence. */
  readonly topic: Candidate | null;
}

export interface Thresholds {
  /** Least trust to give an answer or start a dialog. */
  readonly answer: number;
  /** Least confidence to take a message for small talk, which misleads nobody: trust would make the bot deaf to most of it. */
  readonly smalltalk: number;
  /** Least confidence in `none` to decline without offering anything. */
  readonly lost: number;
  /** Least share of a topic, among those with an answer, to be the third or fourth offer. */
  readonly offer: number;
}

/** The first offer must be at least this likely; a second one is always made, since one is no choice. */
const WORTH_OFFERING = 0.05;
const MOST_OFFERS = 4;
const FEWEST_OFFERS = 2;
/** Naming a topic while declining is wrong less often than not from here on. */
const NAMED_FROM = 0.5;

export function opinion(labels: readonly string[], probability: Float64Array, kinds: ReadonlyMap<string, Kind>): Opinion {
  const ranked: Candidate[] = [];
  let none = 0;
  let topic: Candidate | null = null;
  for (const [index, intent] of labels.entries()) {
    const confidence = probability[index] ?? 0;
    const kind = kinds.get(intent) ?? 'no-answer';
    if (kind !== 'no-answer') ranked.push({ intent, confidence });
    else none += confidence;
    if (kind === 'no-answer' && intent !== NONE && confidence > (topic?.confidence ?? 0)) topic = { intent, confidence };
  }
  ranked.push({ intent: NONE, confidence: none });
  ranked.sort((a, b) => b.confidence - a.confidence);
  return { ranked, topic };
}

/** `trust` is how far the likeliest reading can be trusted (trust.ts). */
export function decide({ ranked, topic }: Opinion, trust: number, thresholds: Thresholds, kinds: ReadonlyMap<string, Kind>): Understanding {
  const { intent, confidence } = ranked[0] ?? { intent: NONE, confidence: 1 };
  const kind = kinds.get(intent);
  if (kind === 'answer' && trust >= thresholds.answer) return { kind: 'sure', intent };
  if (kind === 'smalltalk' && confidence >= thresholds.smalltalk) return { kind: 'sure', intent };
  if (intent === NONE && confidence >= thresholds.lost) return lost(topic);

  const offers = offerable(ranked, kinds);
  if ((ranked.find((candidate) => candidate.intent === offers[0]?.intent)?.confidence ?? 0) < WORTH_OFFERING) return lost(topic);
  const between = offers.slice(0, MOST_OFFERS).filter((offer, index) => index < FEWEST_OFFERS || offer.confidence >= thresholds.offer);
  return between.length < FEWEST_OFFERS ? lost(topic) : { kind: 'torn', between: between.map((offer) => offer.intent) };
}

/** The topics that may be offered, as if one of them were meant: "do you mean hello?" helps nobody. */
export function offerable(ranked: readonly Candidate[], kinds: ReadonlyMap<string, Kind>): readonly Candidate[] {
  const answers = ranked.filter((candidate) => kinds.get(candidate.intent) === 'answer');
  const sum = answers.reduce((so, { confidence }) => so + confidence, 0);
  return answers.map(({ intent, confidence }) => ({ intent, confidence: confidence / sum }));
}

function lost(topic: Candidate | null): Understanding {
  return { kind: 'lost', topic: topic !== null && topic.confidence >= NAMED_FROM ? topic.intent : null };
}
