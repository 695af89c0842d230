/**
 * Two needs in one message ("glömt koden, och var ligger kortstationen?"). The message is cut in two wherever a clause
 * may begin; the halves of the best cut are two needs when they are clear, differ, and the message as a whole is divided
 * between them. Clauses of a story drift, so that precision comes first: a need that nobody had is a wrong answer.
 */
import { ENGLISH_CONNECTIVES } from './clause-boundaries.en.ts';
import { SWEDISH_CONNECTIVES } from './clause-boundaries.sv.ts';
import type { Kind, Opinion } from './decide.ts';

const CONNECTIVES = [...SWEDISH_CONNECTIVES, ...ENGLISH_CONNECTIVES].join('|');
/** Punctuation, or a connective between spaces. JavaScript's \b knows ASCII only. */
const BOUNDARY = new RegExp(`[?.!,;:\\n]+|(?<=\\s)(?:${CONNECTIVES})(?=\\s)`, 'giu');

/** Least confidence in each need when the message is read as a whole. */
const TRACE = 0.0005;
const MOST_CUTS = 6;
const LEAST_LETTERS = 6;

/** Least evidence, in log-odds: from here on at most 0.5 % of the single needs of left-out voices are read as two. */
const ENOUGH = 2.4;
/** How much the clearer half and the division of the whole count, beside the less clear half. */
const SUPPORT = 0.5;
/** Beyond this a probability says no more. */
const CERTAIN = 0.9999;

export interface NeedRules {
  /** Small talk beside a question is not a need of its own. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** The opinion of a part of the message. */
  readonly read: (part: string) => Opinion;
}

/** The two needs in the order they are written, or an empty list. */
export function twoNeeds(text: string, whole: Opinion, { kinds, read }: NeedRules): readonly string[] {
  const traces = new Map(whole.ranked.filter(({ intent, confidence }) => kinds.get(intent) === 'answer' && confidence >= TRACE).map(({ intent, confidence }) => [intent, confidence]));
  if (traces.size < 2) return [];

  let needs: readonly string[] = [];
  let most = ENOUGH;
  for (const [head, tail] of cuts(text)) {
    const [first, second] = [read(head).ranked[0], read(tail).ranked[0]];
    if (first === undefined || second === undefined || first.intent === second.intent) continue;
    const traced = [traces.get(first.intent), traces.get(second.intent)] as const;
    if (traced[0] === undefined || traced[1] === undefined) continue;
    const found = evidence([first.confidence, second.confidence], [traced[0], traced[1]]);
    if (found < most) continue;
    most = found;
    needs = [first.intent, second.intent];
  }
  return needs;
}

/** Grows with how clear the halves are, the less clear one first, and with how evenly the whole is divided. */
function evidence(halves: Pair, whole: Pair): number {
  const weaker = logOdds(Math.min(...halves));
  const stronger = logOdds(Math.max(...halves));
  const division = logOdds(Math.min(...whole)) - logOdds(Math.max(...whole));
  return weaker + SUPPORT * (stronger + division);
}

type Pair = readonly [number, number];

function logOdds(probability: number): number {
  const bounded = Math.min(CERTAIN, Math.max(1 - CERTAIN, probability));
  return Math.log(bounded / (1 - bounded));
}

function cuts(text: string): [string, string][] {
  const found: [string, string][] = [];
  for (const { index, 0: mark } of text.matchAll(BOUNDARY)) {
    const head = text.slice(0, index + (mark.startsWith('?') ? 1 : 0)).trim();
    const tail = text.slice(index + mark.length).trim();
    if (head.length >= LEAST_LETTERS && tail.length >= LEAST_LETTERS) found.push([head, tail]);
  }
  return found.slice(0, MOST_CUTS);
}
