/**
 * Selective classification (El-Yaniv & Wiener 2010): answer as much as a stated risk allows. The thresholds are read off
 * messages of voices that the classifier had not seen.
 */
import type { Kind, Opinion, Thresholds } from './decide.ts';
import { NONE } from './reading.ts';
import type { Candidate } from './reading.ts';

export interface Risk {
  /** Share of the answers that may be wrong. */
  readonly wrongAnswers: number;
  /** Share of the flat refusals that may have had an answer. */
  readonly wrongRefusals: number;
}

export const DEFAULT_RISK: Risk = { wrongAnswers: 0.02, wrongRefusals: 0.05 };

/** `truth` is an id with an answer or `none`. */
export interface Checked {
  readonly opinion: Opinion;
  readonly truth: string;
}

/** Without any message to judge by, the bot acts only on what it is nearly certain of. */
const CAUTIOUS = 0.95;

export function chooseThresholds(checked: readonly Checked[], kinds: ReadonlyMap<string, Kind>, risk: Risk = DEFAULT_RISK): Thresholds {
  const bests = checked.flatMap(({ opinion, truth }) => {
    const best = opinion.ranked[0];
    return best === undefined ? [] : [{ ...best, right: best.intent === truth }];
  });
  const ofKind = (kind: Kind): Best[] => bests.filter(({ intent }) => kinds.get(intent) === kind);
  return {
    answer: lowest(ofKind('answer'), risk.wrongAnswers) ?? CAUTIOUS,
    smalltalk: lowest(ofKind('smalltalk'), risk.wrongAnswers) ?? CAUTIOUS,
    lost: lowest(bests.filter(({ intent }) => intent === NONE), risk.wrongRefusals) ?? CAUTIOUS,
  };
}

interface Best extends Candidate {
  readonly right: boolean;
}

/** The lowest confidence from which on at most `share` are wrong; null when there is none. */
function lowest(bests: readonly Best[], share: number): number | null {
  let wrong = 0;
  let threshold: number | null = null;
  for (const [index, { confidence, right }] of bests.toSorted((a, b) => b.confidence - a.confidence).entries()) {
    if (!right) wrong += 1;
    if (wrong <= share * (index + 1)) threshold = confidence;
  }
  return threshold;
}
