/**
 * Two needs in one message ("glömt koden, och var ligger kortstationen?"). The message is cut in two wherever a clause
 * may begin; the halves of the best cut are two needs when they are clear, differ, and the message as a whole is divided
 * between them. Clauses of a story drift, so that precision comes first: a need that nobody had is a wrong answer.
 */
import { ENGLISH_CONNECTIVES } from './clause-boundaries.en.ts';
import { SWEDISH_CONNECTIVES } from './clause-boundaries.sv.ts';
import type { Kind } from './decide.ts';
import { ENGLISH_DENIALS } from './denials.en.ts';
import { SWEDISH_DENIALS } from './denials.sv.ts';
import { fold } from './normalise.ts';
import { NONE } from './reading.ts';

const CONNECTIVES = [...SWEDISH_CONNECTIVES, ...ENGLISH_CONNECTIVES].join('|');
/** Punctuation, the number of an item, or a connective between spaces. JavaScript's \b knows ASCII only. */
const BOUNDARY = new RegExp(`[?.!,;:\\n+]+|(?<=\\s)[1-9][).]|(?<=\\s)(?:${CONNECTIVES})(?=\\s)`, 'giu');

const DENIALS = [...SWEDISH_DENIALS, ...ENGLISH_DENIALS];

const MOST_CUTS = 8;
const LEAST_LETTERS = 6;

/**
 * Least evidence, in log-odds, by what stands beside a topic with an answer: from here on at most 0.5 % of the messages
 * of left-out voices that have one need are cut. Courtesy beside a need is no need, so that little can go wrong.
 */
const ENOUGH: Readonly<Record<Kind, number>> = { answer: 2, 'no-answer': 4, smalltalk: 2 };
/** How much the clearer half and the division of the whole count, beside the less clear half. */
const SUPPORT = 0.5;
/** Whoever goes on after a question mark has more to ask. */
const ASKED_ALREADY = 1.5;
/** Beyond this a probability says no more. */
const CERTAIN = 0.9999;

/** A message, or a part of one, as the classifier sees it: the probability of every label. */
export interface Sight {
  readonly labels: readonly string[];
  readonly probability: Float64Array;
}

export interface NeedRules {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly see: (part: string) => Sight;
}

export interface Needs {
  /** Topics with an answer, in the order they are written. One where the other half is courtesy or the aside. */
  readonly needs: readonly string[];
  /** A topic without an answer that was asked about beside the need. */
  readonly aside: string | null;
  /** Of every label, in the mean of the halves that hold a need; null where the message has one need. */
  readonly probability: Float64Array | null;
}

export const ONE_NEED: Needs = { needs: [], aside: null, probability: null };

/** What the halves of the message ask for, or nothing where it has one need. */
export function needsApart(text: string, whole: Sight, { kinds, see }: NeedRules): Needs {
  let found = ONE_NEED;
  let most = 0;
  for (const [head, tail] of cuts(text)) {
    const halves = [halfOf(see(head)), halfOf(see(tail))] as const;
    const beside = besideAnswer(halves[0].intent, halves[1].intent, kinds);
    if (beside === null) continue;
    const clear = evidence([halves[0].confidence, halves[1].confidence], [confidenceIn(halves[0].intent, whole), confidenceIn(halves[1].intent, whole)]);
    const margin = clear + (head.endsWith('?') ? ASKED_ALREADY : 0) - ENOUGH[beside];
    if (margin < most) continue;
    most = margin;
    found = needsOf(halves, kinds);
  }
  return found;
}

function needsOf(halves: readonly Half[], kinds: ReadonlyMap<string, Kind>): Needs {
  const needed = halves.filter(({ intent }) => kinds.get(intent) === 'answer');
  const aside = halves.find(({ intent }) => (kinds.get(intent) ?? 'no-answer') === 'no-answer')?.intent ?? null;
  return { needs: needed.map(({ intent }) => intent), aside, probability: mean(needed.map(({ sight }) => sight.probability)) };
}

function mean([first = new Float64Array(), ...others]: readonly Float64Array[]): Float64Array {
  return first.map((value, index) => others.reduce((sum, other) => sum + (other[index] ?? 0), value) / (1 + others.length));
}

/** The kind of the half beside one with an answer; null where no half has one, or both are the same. */
function besideAnswer(first: string, second: string, kinds: ReadonlyMap<string, Kind>): Kind | null {
  if (first === second || first === NONE || second === NONE) return null;
  const both = [kinds.get(first) ?? 'no-answer', kinds.get(second) ?? 'no-answer'] as const;
  if (both[0] === 'answer') return both[1];
  return both[1] === 'answer' ? both[0] : null;
}

interface Half {
  readonly intent: string;
  readonly confidence: number;
  readonly sight: Sight;
}

function halfOf(sight: Sight): Half {
  const confidence = Math.max(...sight.probability);
  return { intent: sight.labels[sight.probability.indexOf(confidence)] ?? NONE, confidence, sight };
}

const confidenceIn = (intent: string, { labels, probability }: Sight): number => probability[labels.indexOf(intent)] ?? 0;

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

/** "Jag har inte tappat kortet", "puken har jag kvar": the words of a topic, and not its need. */
function denies(part: string): boolean {
  const plain = fold(part).replace(/[^a-z0-9]+/g, ' ');
  return DENIALS.some((denial) => denial.test(plain));
}

function cuts(text: string): [string, string][] {
  const found: [string, string][] = [];
  for (const { index, 0: mark } of text.matchAll(BOUNDARY)) {
    const head = text.slice(0, index + (mark.startsWith('?') ? 1 : 0)).trim();
    const tail = text.slice(index + mark.length).trim();
    if (head.length >= LEAST_LETTERS && tail.length >= LEAST_LETTERS && !denies(head) && !denies(tail)) found.push([head, tail]);
  }
  return found.slice(0, MOST_CUTS);
}
