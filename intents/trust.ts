/**
 * Whether the likeliest topic can be trusted: a second, small classifier that looks at how the first one came to its
 * opinion (stacked generalisation, Wolpert 1992). A message that the examples hardly know has low scores throughout (free
 * energy, Liu et al. 2020, Energy-based Out-of-distribution Detection) and few known words, however surely the softmax
 * prefers one topic to the others.
 */
import type { Opinion } from './decide.ts';
import { estimate, fitLogistic } from './logistic.ts';
import type { Logistic } from './logistic.ts';
import type { Familiarity } from './messages.ts';
import { NONE } from './reading.ts';
import type { Risk } from './thresholds.ts';

/** All that is known of how a message was read. */
export interface Evidence {
  readonly opinion: Opinion;
  /** Of every label, before they were made probabilities. */
  readonly scores: Float64Array;
  readonly familiarity: Familiarity;
}

/** Evidence of a message that was not trained on. */
export interface KnownCase {
  readonly evidence: Evidence;
  /** An id with an answer, or `none`. */
  readonly truth: string;
  /** Outside the bot's information altogether, not just a known question without an answer. */
  readonly isFar: boolean;
}

/** Null where there was nothing to learn from; the confidence itself is the trust then. */
export type Trust = Logistic | null;

/** Trusting a message that is far outside misleads more than taking one topic for its neighbour. */
const COST_OF_FAR = 6;
const CERTAIN = 0.9999;

/** Learns from the cases whose likeliest reading is a topic. */
export function fitTrust(cases: readonly KnownCase[], risk: Risk): Trust {
  const outside = cases.filter(({ truth }) => truth === NONE).length;
  const [weightOutside, weightInside] = [(risk.outside * cases.length) / Math.max(1, outside), ((1 - risk.outside) * cases.length) / Math.max(1, cases.length - outside)];
  const rows = cases.flatMap(({ evidence, truth, isFar }) => {
    const best = evidence.opinion.ranked[0]?.intent ?? NONE;
    if (best === NONE) return [];
    return [{ figures: figures(evidence), isTrue: best === truth, importance: (truth === NONE ? weightOutside : weightInside) * (isFar ? COST_OF_FAR : 1) }];
  });
  return rows.length === 0 ? null : fitLogistic(rows);
}

/** From 0 to 1. Only its order has a meaning: the thresholds are read off it. 0 where the likeliest reading is `none`. */
export function trustIn(evidence: Evidence, trust: Trust): number {
  const { intent, confidence } = evidence.opinion.ranked[0] ?? { intent: NONE, confidence: 1 };
  if (intent === NONE) return 0;
  return trust === null ? confidence : estimate(trust, figures(evidence));
}

function figures({ opinion, scores, familiarity: { length, known } }: Evidence): number[] {
  const none = opinion.ranked.find(({ intent }) => intent === NONE)?.confidence ?? 0;
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const energy = highest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0));
  return [logOdds(none), logOdds(opinion.ranked[1]?.confidence ?? 0), Math.log(1 + length), length === 0 ? 0 : known / length, length - known, highest, energy];
}

function logOdds(probability: number): number {
  const bounded = Math.min(CERTAIN, Math.max(1 - CERTAIN, probability));
  return Math.log(bounded / (1 - bounded));
}
