/** Names of people: after a cue, beside another contact fact, or as the answer to the question. */
import type { Asked, ContactFacts, ContactReading } from './contact.ts';
import { cut, segmentsOf } from './contact-text.ts';
import { CALLED, CALLED_BEFORE, I_AM, NAME_PARTICLE, NOT_A_NAME, ONLY_PLACES, PLACE, STARTS_AS_UNIT, TITLE } from './contact-words.ts';
import { looksLikeQuestion } from './question.ts';
import { fold } from './fold.ts';

/** A title, a greeting or a second thought before the name. */
const BEFORE_A_NAME = new RegExp(`^(?:(?:${TITLE}|(?:(?:jo|ja|nej|okej|ok)[\\s,]+)?(?:forresten|alltsa)|mvh|(?:med )?(?:vanliga?|vanlig) halsning(?:ar)?|halsningar)[\\s,]+)+`, 'u');
/** What may stand behind a name: a title, a bracket, a number that is none of its own, "här". */
const BEHIND_A_NAME = new RegExp(`^(?:[(]|\\d{5}|(?:${TITLE}|har|here)(?!\\p{L}))`, 'u');
const SURNAME_FIRST = /^(\p{Lu}[\p{L}'’-]+),\s*(\p{Lu}[\p{L}'’-]+)[.!]?$/u;

export function readCalledName(rest: string): ContactReading {
  const before = CALLED_BEFORE.exec(rest);
  const first = before?.[1] === undefined ? null : leadingName(before[1], 'any case');
  if (before !== null && first !== null) return { found: { name: inTitleCase(first) }, rest: cut(rest, 0, before[0].length) };
  const called = CALLED.exec(fold(rest));
  const cue = called ?? I_AM.exec(fold(rest));
  const start = cue?.indices?.[1]?.[0];
  if (cue === null || start === undefined) return { found: {}, rest };
  const name = leadingName(rest.slice(start));
  if (name === null || (called === null && !/^\p{Lu}/u.test(name))) return { found: {}, rest };
  return { found: { name: inTitleCase(name) }, rest: cut(rest, cue.index, start + name.length) };
}

export function readBareName(rest: string, found: ContactFacts, asked?: Asked): ContactReading {
  if (found.name !== undefined || looksLikeQuestion(rest)) return { found: {}, rest };
  const turned = asked === 'name' ? SURNAME_FIRST.exec(rest) : null;
  if (turned !== null && !NOT_A_NAME.test(fold(rest))) return { found: { name: `${turned[2] ?? ''} ${turned[1] ?? ''}` }, rest: '' };
  const hasCompany = Object.keys(found).length > 0 || segmentsOf(rest).some(({ text }) => STARTS_AS_UNIT.test(fold(text)));
  for (const segment of segmentsOf(rest)) {
    const title = BEFORE_A_NAME.exec(fold(segment.text))?.[0].length ?? 0;
    const text = segment.text.slice(title);
    const start = segment.start + title;
    const name = wholeName(text, 'as written') ?? (asked === 'name' ? wholeName(text, 'any case') : null);
    if (name === null) continue;
    const isCapital = name.split(/\s+/u).every((part) => /^\p{Lu}/u.test(part) || NAME_PARTICLE.test(part));
    const isPlausible = asked === 'name' ? isCapital || name.includes(' ') : (hasCompany || STARTS_AS_UNIT.test(fold(text.slice(name.length)))) && isCapital && name.includes(' ');
    if (isPlausible) return { found: { name: inTitleCase(name) }, rest: cut(rest, start, start + name.length) };
  }
  return { found: {}, rest };
}

/** The name that a part of a message is, but for a unit, a place or a title behind it. */
function wholeName(text: string, letters: 'as written' | 'any case'): string | null {
  const name = leadingName(text, letters);
  if (name === null || ONLY_PLACES.test(fold(name))) return null;
  const behind = fold(text.slice(name.length).trim()).replace(/^[.!]+$/u, '');
  return behind === '' || STARTS_AS_UNIT.test(behind) || BEHIND_A_NAME.test(behind) || PLACE.test(behind.split(' ')[0] ?? '') ? name : null;
}

const MAX_NAME_WORDS = 5;

/** The name at the start of a text, as written, or null. Once it begins with a capital, it ends where capitals do, unless any case will do. */
export function leadingName(text: string, letters: 'as written' | 'any case' = 'as written'): string | null {
  const isCapital = letters === 'as written' && /^\p{Lu}/u.test(text);
  let end = 0;
  for (const match of text.matchAll(/\s*((?:\p{Lu}\.)+|[\p{L}'’-]+)/gu)) {
    const part = match[1] ?? '';
    const count = text.slice(0, end).split(/\s+/u).filter(Boolean).length;
    const belongs = match.index === end && !NOT_A_NAME.test(fold(part)) && count < MAX_NAME_WORDS && (!isCapital || /^\p{Lu}/u.test(part) || NAME_PARTICLE.test(part));
    if (!belongs) break;
    end = match.index + match[0].length;
  }
  const follows = text.slice(end);
  return end < 2 || /^[\d@]/u.test(follows) ? null : text.slice(0, end).trim();
}

/** "anna test-svensson" gives "Anna Test-Svensson"; a word with a capital of its own is left as it is. */
function inTitleCase(name: string): string {
  return name.replace(/(?<![\p{L}'’])\p{Ll}+(?![\p{L}'’])/gu, (part) => (NAME_PARTICLE.test(part) ? part : part.charAt(0).toUpperCase() + part.slice(1)));
}

/** A name given anew. One word alone mends the part that it resembles: "Anna Berg" with "Bergh" is "Anna Bergh". */
export function mendedName(known: string | undefined, given: string): string {
  if (known === undefined || given.includes(' ')) return given;
  const parts = known.split(' ');
  const index = parts.findLastIndex((part) => fold(part).slice(0, 2) === fold(given).slice(0, 2) && Math.abs(part.length - given.length) <= 2);
  return index === -1 ? given : parts.with(index, given).join(' ');
}

/** "svensson", as the answer to the question for a surname. */
export function readSurname(text: string): string | null {
  const written = text.trim().replace(/[.!]+$/u, '');
  const name = leadingName(written, 'any case');
  return name === written ? inTitleCase(name) : null;
}
