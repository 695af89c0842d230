/**
 * Confidence that means what it says: of the messages read with confidence 0.9, nine in ten are read rightly. One
 * temperature for all scores (Guo et al. 2017, On Calibration of Modern Neural Networks), found on messages that the
 * classifier had not seen.
 */
import { softmax } from './softmax.ts';

/** The scores of a message that was not trained on, and the class it belongs to. */
export interface Judged {
  readonly scores: Float64Array;
  readonly label: number;
}

const LOWEST = Math.log(0.2);
const HIGHEST = Math.log(5);
const STEPS = 14;
/** A label that cannot be predicted has no score at all; it must not outweigh everything else. */
const WORST = 20;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export function probabilities(scores: Float64Array, temperature: number): Float64Array {
  const scaled = scores.map((score) => score / temperature);
  softmax(scaled);
  return scaled;
}

/** Minus the logarithm of the probability that the right class was given. */
function surprise({ scores, label }: Judged, temperature: number): number {
  let highest = -Infinity;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (const score of scores) sum += Math.exp((score - highest) / temperature);
  const right = Math.max(scores[label] ?? 0, highest - WORST);
  return Math.log(sum) - (right - highest) / temperature;
}

/** The temperature that makes the judged messages likeliest, by golden section search. 1 where there are none. */
export function fitTemperature(judged: readonly Judged[]): number {
  if (judged.length === 0) return 1;
  const loss = (logarithm: number): number => judged.reduce((sum, one) => sum + surprise(one, Math.exp(logarithm)), 0);
  let low = LOWEST;
  let high = HIGHEST;
  for (let step = 0; step < STEPS; step++) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}
