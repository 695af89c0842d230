/**
 * Selective classification (El-Yaniv & Wiener 2010): answer as much as a stated risk allows. The thresholds are read off
 * messages of voices that the classifier had not seen.
 */
import { offerable } from './decide.ts';
import type { Kind, Opinion, Thresholds } from './decide.ts';
import { NONE } from './reading.ts';

export interface Risk {
  /** Share of the answers that may be wrong. */
  readonly wrongAnswers: number;
  /** Share of the small talk that may answer something else: a greeting too many misleads nobody. */
  readonly wrongSmalltalk: number;
  /** Share of the messages far outside the bot's information that may get the answer of a topic. */
  readonly farAnswered: number;
  /** Share of the flat refusals that may have had an answer. */
  readonly wrongRefusals: number;
  /** Share of the lists of offers that may lack what was meant, before they are cut to their greatest length. */
  readonly missedOffers: number;
  /**
   * Share of the messages that lie outside the bot's information. An assumption about use: the corpus has more of them
   * than any support desk, since it was written to hold every look-alike.
   */
  readonly outside: number;
}

export const DEFAULT_RISK: Risk = { wrongAnswers: 0.02, wrongSmalltalk: 0.04, farAnswered: 0.01, wrongRefusals: 0.05, missedOffers: 0.03, outside: 0.3 };

/** `truth` is an id with an answer or `none`; `trust` is how far the likeliest reading can be trusted. */
export interface Checked {
  readonly opinion: Opinion;
  readonly trust: number;
  readonly truth: string;
  readonly isFar: boolean;
}

/** Without any message to judge by, the bot acts only on what it is nearly certain of. */
const CAUTIOUS = 0.95;
/** And offers what is not quite unlikely. */
const WORTH_OFFERING = 0.05;

/** Less than even odds is no ground for small talk, however seldom it goes wrong. */
const EVEN = 0.5;

export function chooseThresholds(checked: readonly Checked[], kinds: ReadonlyMap<string, Kind>, risk: Risk = DEFAULT_RISK): Thresholds {
  const outside = checked.filter(({ truth }) => truth === NONE).length;
  const weightOutside = risk.outside / Math.max(1, outside);
  const weightInside = (1 - risk.outside) / Math.max(1, checked.length - outside);
  const attempts = checked.flatMap(({ opinion, trust, truth, isFar }): Attempt[] => {
    const best = opinion.ranked[0];
    if (best === undefined) return [];
    return [{ intent: best.intent, sureness: kinds.get(best.intent) === 'answer' ? trust : best.confidence, right: best.intent === truth, isFar, weight: truth === NONE ? weightOutside : weightInside }];
  });
  const ofKind = (kind: Kind): Attempt[] => attempts.filter(({ intent }) => kinds.get(intent) === kind);
  const answers = ofKind('answer');
  const aboveFar = boundFar(answers, checked.filter(({ isFar }) => isFar).length, risk.farAnswered);
  const thresholds = {
    answer: Math.max(aboveFar, lowest(answers, risk.wrongAnswers) ?? CAUTIOUS),
    smalltalk: Math.max(EVEN, lowest(ofKind('smalltalk'), risk.wrongSmalltalk) ?? CAUTIOUS),
    lost: lowest(attempts.filter(({ intent }) => intent === NONE), risk.wrongRefusals) ?? CAUTIOUS,
  };
  return { ...thresholds, offer: leastOffer(checked, thresholds.answer, kinds, risk.missedOffers) };
}

/**
 * Split conformal prediction (Vovk et al. 2005; the least likely set as in Sadinle, Lei & Wasserman 2019): of the messages
 * that are not answered, all but `share` had what was meant at this share of the topics with an answer, or above.
 */
function leastOffer(checked: readonly Checked[], answerFrom: number, kinds: ReadonlyMap<string, Kind>, share: number): number {
  const meant = checked.flatMap(({ opinion, trust, truth }) => {
    const best = opinion.ranked[0]?.intent ?? NONE;
    if (kinds.get(truth) !== 'answer' || best === NONE || trust >= answerFrom) return [];
    return offerable(opinion.ranked, kinds).flatMap(({ intent, confidence }) => (intent === truth ? [confidence] : []));
  });
  return meant.sort((a, b) => a - b)[Math.floor(share * (meant.length + 1)) - 1] ?? WORTH_OFFERING;
}

/** The likeliest reading of a message that was checked; `sureness` is what its threshold is compared with. */
interface Attempt {
  readonly intent: string;
  readonly sureness: number;
  readonly right: boolean;
  readonly isFar: boolean;
  readonly weight: number;
}

/** The lowest sureness from which on at most `share` are wrong; null when there is none. */
function lowest(attempts: readonly Attempt[], share: number): number | null {
  let wrong = 0;
  let all = 0;
  let threshold: number | null = null;
  const sorted = attempts.toSorted((a, b) => b.sureness - a.sureness);
  for (const [index, { sureness, right, weight }] of sorted.entries()) {
    all += weight;
    if (!right) wrong += weight;
    // A threshold lets in all that are equally sure, so that it is judged after the last of them.
    if (wrong <= share * all && sorted[index + 1]?.sureness !== sureness) threshold = sureness;
  }
  return threshold;
}

/**
 * The trust above which at most `share` of the `of` far messages lie, as conformal risk control has it (Angelopoulos et
 * al. 2024): one more than were seen is counted. Fewer than 1 / `share` of them promise nothing, and none may pass.
 */
function boundFar(answers: readonly Attempt[], of: number, share: number): number {
  const allowed = Math.max(0, Math.floor(share * (of + 1)) - 1);
  const rising = answers.toSorted((a, b) => a.sureness - b.sureness);
  const highest = rising.filter(({ isFar }) => isFar).at(-1 - allowed)?.sureness ?? -Infinity;
  return rising.find(({ sureness }) => sureness > highest)?.sureness ?? CAUTIOUS;
}
