/**
 * Two needs in one message ("glömt koden, och var ligger kortstationen?"). The message is cut in two wherever a clause
 * may begin; a cut counts when both halves are clear, differ, and the message as a whole shows traces of both. Clauses of
 * a story drift, so that precision comes first: a need that nobody had is a wrong answer.
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

export interface NeedRules {
  /** Small talk beside a question is not a need of its own. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Least confidence to give one answer. */
  readonly sure: number;
  /** The opinion of a part of the message. */
  readonly read: (part: string) => Opinion;
}

/** The two needs in the order they are written, or an empty list. */
export function twoNeeds(text: string, whole: Opinion, { kinds, sure, read }: NeedRules): readonly string[] {
  const traced = new Set(whole.ranked.filter(({ intent, confidence }) => kinds.get(intent) === 'answer' && confidence >= TRACE).map(({ intent }) => intent));
  if (traced.size < 2) return [];

  let needs: readonly string[] = [];
  // Two answers are two chances to be wrong: each half may take half of the risk.
  let clearest = 1 - (1 - sure) / 2;
  for (const [head, tail] of cuts(text)) {
    const [first, second] = [read(head).ranked[0], read(tail).ranked[0]];
    if (first === undefined || second === undefined || first.intent === second.intent) continue;
    if (!traced.has(first.intent) || !traced.has(second.intent)) continue;
    const clarity = Math.min(first.confidence, second.confidence);
    if (clarity < clearest) continue;
    clearest = clarity;
    needs = [first.intent, second.intent];
  }
  return needs;
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
