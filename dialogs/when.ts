/** Reads roughly when something happened from free Swedish or English. The user's own words are always what counts. */
import { fold } from './fold.ts';
import { RULES } from './when-rules.ts';

/** `at` is a date (YYYY-MM-DD, in Skåne) or a moment (ISO 8601, UTC), never in the future; absent when it could not be read. */
export interface When {
  readonly words: string;
  readonly at?: string;
}

/** The first words of time in a longer text ("tappade det på bussen i morse" gives "i morse"), or null when there are none. */
export function findWhen(text: string, now: Date): When | null {
  const original = text.normalize('NFC');
  const hits = RULES.flatMap((rule) => [...fold(original).matchAll(rule.pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, at: rule.read(match, now) })));
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const [first, ...others] = hits;
  if (!first) return null;
  let { end, at } = first;
  for (const hit of others) {
    if (!/^\s*,?\s*$/u.test(original.slice(end, Math.max(end, hit.start)))) break;
    end = Math.max(end, hit.end);
    at ??= hit.at;
  }
  return { words: original.slice(first.start, end).trim(), ...(at === null ? {} : { at }) };
}

/** An answer to "when?": all of the user's words, with the time where it can be read in them. */
export function readWhen(text: string, now: Date): When {
  return { ...findWhen(text, now), words: text.trim() };
}
