/** Units ("avdelning 42, SUS Malmö"), and the short answer to the question that asks for HSA-id, RSID or unit. */
import type { Asked, ContactFacts, ContactReading } from './contact.ts';
import { beforeBreak, cut, segmentsOf } from './contact-text.ts';
import { IN_A_SENTENCE, LEAD_IN, NO_UNIT, PLACE, STARTS_AS_UNIT, WORKS_AT } from './contact-words.ts';
import { fold } from './fold.ts';
import { looksLikeQuestion } from './question.ts';

/** "enhet: avd 3", "enhet Röntgen Lund": a label, where "enhet 4" is a name. */
const LABEL = /^(?:enhet(?:en)?|unit|arbetsplats)(?:\s*:\s*|\s+(?=\p{Lu}|avd|mott))/iu;
const PLACED = /^(?:på|pa|från|fran|vid|hos|at|from)\s+/iu;
const MAX_UNIT_WORDS = 6;

export function readUnit(rest: string, found: ContactFacts, asked?: Asked): ContactReading {
  // Alone, "på akuten" tells where a thing happened, not where the writer works.
  const mayBePlace = asked === undefined && Object.keys(found).length === 0;
  const segments = segmentsOf(rest);
  for (const [index, { text, start }] of segments.entries()) {
    const cueStart = WORKS_AT.exec(fold(text))?.indices?.[1]?.[0];
    const lead = LEAD_IN.exec(fold(text))?.[0].length ?? 0;
    const begins = cueStart ?? (STARTS_AS_UNIT.test(fold(text.slice(lead))) ? lead : null);
    if (begins === null || (mayBePlace && cueStart === undefined && PLACED.test(text))) continue;
    const unit = beforeBreak(text.slice(begins));
    if (unit === '' || unit.split(/\s+/u).length > MAX_UNIT_WORDS || IN_A_SENTENCE.test(fold(unit)) || NO_UNIT.test(fold(unit))) continue;
    const next = segments[index + 1];
    const place = next !== undefined && PLACE.test(fold(next.text)) && next.text.split(/\s+/u).length <= 3 ? next : null;
    const named = unit.replace(PLACED, '').replace(LABEL, '');
    return { found: { unit: place === null ? named : `${named}, ${place.text}` }, rest: cut(rest, start, place === null ? start + begins + unit.length : place.start + place.text.length) };
  }
  return { found: {}, rest };
}

/** The whole of a short answer to "HSA-id, RSID or unit?": one token with a digit is a RSID, words are a unit. */
export function readBareIdentity(rest: string, found: ContactFacts, asked?: Asked): ContactReading {
  const value = beforeBreak(rest.replace(/^[\s,.;:-]+|[\s,.;:!-]+$/gu, '')).replace(PLACED, '').replace(LABEL, '');
  const isKnown = found.hsaId !== undefined || found.rsid !== undefined || found.unit !== undefined;
  if (asked !== 'identity' || isKnown || value === '' || value.split(/\s+/u).length > MAX_UNIT_WORDS) return { found: {}, rest };
  if (looksLikeQuestion(rest) || IN_A_SENTENCE.test(fold(value)) || !/[\p{L}\d]{2}/u.test(value) || value.includes('[') || NO_UNIT.test(fold(value))) return { found: {}, rest };
  return { found: /^(?=[a-z]*\d)[a-z0-9]{4,12}$/iu.test(value) ? { rsid: value } : { unit: value }, rest: '' };
}
