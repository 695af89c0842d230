/** Names of people: after a cue, beside another contact fact, or as the answer to the question. */
import type { Asked, ContactFacts, ContactReading } from './contact.ts';
import { cut, segmentsOf } from './contact-text.ts';
import { CALLED, I_AM, NAME_PARTICLE, NOT_A_NAME, PLACE, STARTS_AS_UNIT } from './contact-words.ts';
import { looksLikeQuestion } from './question.ts';
import { fold } from './fold.ts';

export function readCalledName(rest: string): ContactReading {
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
  const hasCompany = Object.keys(found).length > 0 || segmentsOf(rest).some(({ text }) => STARTS_AS_UNIT.test(fold(text)));
  for (const { text, start } of segmentsOf(rest)) {
    const name = leadingName(text);
    if (name === null || PLACE.test(fold(name))) continue;
    const remainder = text.slice(name.length).trim();
    const isWhole = remainder === '' || STARTS_AS_UNIT.test(fold(remainder));
    const isCapital = name.split(/\s+/u).every((part) => /^\p{Lu}/u.test(part) || NAME_PARTICLE.test(part));
    const isPlausible = asked === 'name' ? isCapital || name.includes(' ') : hasCompany && isCapital && name.includes(' ');
    if (isWhole && isPlausible) return { found: { name: inTitleCase(name) }, rest: cut(rest, start, start + name.length) };
  }
  return { found: {}, rest };
}

const MAX_NAME_WORDS = 4;

/** The name at the start of a text, as written, or null. Once it begins with a capital, it ends where capitals do. */
function leadingName(text: string): string | null {
  const isCapital = /^\p{Lu}/u.test(text);
  let end = 0;
  for (const match of text.matchAll(/\s*([\p{L}'’-]+)/gu)) {
    const part = match[1] ?? '';
    const count = text.slice(0, end).split(/\s+/u).filter(Boolean).length;
    const belongs = match.index === end && !NOT_A_NAME.test(fold(part)) && count < MAX_NAME_WORDS && (!isCapital || /^\p{Lu}/u.test(part) || NAME_PARTICLE.test(part));
    if (!belongs) break;
    end = match.index + match[0].length;
  }
  const follows = text.slice(end);
  return end < 2 || /^[\d@]/u.test(follows) ? null : text.slice(0, end).trim();
}

/** "anna test-svensson" gives "Anna Test-Svensson"; a name with capitals of its own is left as it is. */
function inTitleCase(name: string): string {
  return name === name.toLowerCase() ? name.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : name;
}
