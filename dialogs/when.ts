/** Reads roughly when something happened from free Swedish or English. The user's own words are always what counts. */
import { fold, words } from './fold.ts';
import { RULES } from './when-rules.ts';

/** `at` is a date (YYYY-MM-DD, in Skåne) or a moment (ISO 8601, UTC), never in the future; absent when it could not be read. */
export interface When {
  readonly words: string;
  readonly at?: string;
}

/** "Inte i går utan i förrgår": what it was not. */
const DENIED_BEFORE = /(?<!\p{L})(?:inte|ej|ente|not)(?: det| var| pa| den)*\s+$/u;
const FUTURE = words('i ?morgon|i ?overmorgon|tomorrow|(?:nasta|next) (?:vecka|week|manad|month|\\p{L}+dag)|(?:pa|on) (?:mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag)(?! (?:kvall|morgon))');
const FILLERS = /[\s,]*(?<!\p{L})(?:typ|liksom|alltså|jävlar|jävla|för fan|fan|helvete)(?!\p{L})/giu;

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly at: string | null;
  readonly isDate: boolean;
}

/** The first words of time in a longer text ("tappade det på bussen i morse" gives "i morse"), or null when there are none. */
export function findWhen(text: string, now: Date): When | null {
  const original = text.normalize('NFC');
  const [first, ...others] = hitsIn(original, now);
  if (!first) return null;
  let { end, at } = first;
  for (const hit of others) {
    if (!/^\s*,?\s*$/u.test(original.slice(end, Math.max(end, hit.start)))) break;
    end = Math.max(end, hit.end);
    at ??= hit.at;
  }
  return { words: original.slice(first.start, end).trim(), ...(at === null ? {} : { at }) };
}

/** A date that has not been yet or does not exist, or words of the future: no time at which anything was lost. */
export function isNoPastTime(text: string, now: Date): boolean {
  const hits = hitsIn(text.normalize('NFC'), now);
  return hits.every(({ at }) => at === null) && (FUTURE.test(fold(text)) || hits.some(({ isDate }) => isDate));
}

/** An answer to "when?": the user's words, with the time where it can be read in them. */
export function readWhen(text: string, now: Date): When {
  return { ...findWhen(text, now), words: text.replace(FILLERS, '').trim() };
}

function hitsIn(original: string, now: Date): readonly Hit[] {
  const folded = fold(original);
  const hits = RULES.flatMap(({ pattern, read, isDate = false }) =>
    [...folded.matchAll(pattern)].map((match): Hit => ({ start: match.index, end: match.index + match[0].length, at: read(match, now), isDate })));
  const isPart = (hit: Hit): boolean => hits.some((other) => other !== hit && other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start);
  return hits.filter((hit) => !isPart(hit) && !DENIED_BEFORE.test(folded.slice(0, hit.start))).toSorted((a, b) => a.start - b.start || b.end - a.end);
}
