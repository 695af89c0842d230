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
  /** Least confidence to act on a topic. */
  readonly sure: number;
  /** Least confidence in `none` to decline without offering anything. */
  readonly lost: number;
}

/** A third offer must be at least this likely; the first two are offered anyway. */
const WORTH_OFFERING = 0.05;
const MOST_OFFERS = 3;
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

export function decide({ ranked, topic }: Opinion, thresholds: Thresholds, kinds: ReadonlyMap<string, Kind>): Understanding {
  const best = ranked[0] ?? { intent: NONE, confidence: 1 };
  if (best.intent !== NONE && best.confidence >= thresholds.sure) return { kind: 'sure', intent: best.intent };
  if (best.intent === NONE && best.confidence >= thresholds.lost) return lost(topic);
  // "Do you mean hello?" helps nobody.
  const offers = ranked.filter(({ intent }) => kinds.get(intent) === 'answer').slice(0, MOST_OFFERS);
  const between = offers.filter(({ confidence }, index) => index < FEWEST_OFFERS || confidence >= WORTH_OFFERING);
  return between.length < FEWEST_OFFERS ? lost(topic) : { kind: 'torn', between: between.map(({ intent }) => intent) };
}

function lost(topic: Candidate | null): Understanding {
  return { kind: 'lost', topic: topic !== null && topic.confidence >= NAMED_FROM ? topic.intent : null };
}
