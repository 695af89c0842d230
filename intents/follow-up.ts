/**
 * Follow-ups that leave out what they are about ("och var då?"). What was just answered makes its own topic and those that
 * its file names as related likelier: a log-prior on the scores. It is asked only of short messages that point back
 * and that cannot be read by themselves, so that a whole question is read the same wherever it stands.
 */
import { ENGLISH_MARKS } from './follow-up-marks.en.ts';
import { SWEDISH_MARKS } from './follow-up-marks.sv.ts';
import { words } from './normalise.ts';
import type { Prior, Understanding } from './reading.ts';

/** A longer message says what it is about. */
const MOST_WORDS = 6;
/** Log-odds, found on the first half of test/heldout/follow-ups.md. */
const RELATED = 3;
const SAME = 2;
/** Topics that name the one that was answered as related to themselves. */
const RELATING = 1;

const MARKS = new Set([...SWEDISH_MARKS, ...ENGLISH_MARKS]);

/** Whether the message, read by itself as `alone`, may be one that needs what was said before. */
export function isFollowUp(text: string, alone: Understanding, prior: Prior | undefined): prior is Prior {
  if (prior === undefined || prior.lastIntent === null) return false;
  // A question that was recognised is whole, also where it has no answer.
  if (alone.kind === 'sure' || (alone.kind === 'lost' && alone.topic !== null)) return false;
  const typed = words(text).filter((word) => word !== '?');
  return typed.length <= MOST_WORDS && typed.some((word) => MARKS.has(word));
}

/** The scores with what was just answered in mind. */
export function withPrior(scores: Float64Array, labels: readonly string[], { lastIntent, related = [], relating = [] }: Prior): Float64Array {
  return scores.map((score, index) => {
    const label = labels[index] ?? '';
    if (label === lastIntent) return score + SAME;
    if (related.includes(label)) return score + RELATED;
    return relating.includes(label) ? score + RELATING : score;
  });
}
