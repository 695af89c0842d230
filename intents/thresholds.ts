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
  /**
   * Share of the messages that lie outside the bot's information. An assumption about use: the corpus has more of them
   * than any support desk, since it was written to hold every look-alike.
   */
  readonly outside: number;
}

export const DEFAULT_RISK: Risk = { wrongAnswers: 0.02, wrongRefusals: 0.05, outside: 0.3 };

/** `truth` is an id with an answer or `none`. */
export interface Checked {
  readonly opinion: Opinion;
  readonly truth: string;
}

/** Without any message to judge by, the bot acts only on what it is nearly certain of. */
const CAUTIOUS = 0.95;

export function chooseThresholds(checked: readonly Checked[], kinds: ReadonlyMap<string, Kind>, risk: Risk = DEFAULT_RISK): Thresholds {
  const outside = checked.filter(({ truth }) => truth === NONE).length;
  const weightOutside = risk.outside / Math.max(1, outside);
  const weightInside = (1 - risk.outside) / Math.max(1, checked.length - outside);
  const bests = checked.flatMap(({ opinion, truth }) => {
    const best = opinion.ranked[0];
    return best === undefined ? [] : [{ ...best, right: best.intent === truth, weight: truth === NONE ? weightOutside : weightInside }];
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
  readonly weight: number;
}

/** The lowest confidence from which on at most `share` are wrong; null when there is none. */
function lowest(bests: readonly Best[], share: number): number | null {
  let wrong = 0;
  let all = 0;
  let threshold: number | null = null;
  const sorted = bests.toSorted((a, b) => b.confidence - a.confidence);
  for (const [index, { confidence, right, weight }] of sorted.entries()) {
    all += weight;
    if (!right) wrong += weight;
    // A threshold lets in all that are equally confident, so that it is judged after the last of them.
    if (wrong <= share * all && sorted[index + 1]?.confidence !== confidence) threshold = confidence;
  }
  return threshold;
}
