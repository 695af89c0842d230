/** Contact facts that are known by their form: e-mail, HSA-id, RSID and phone numbers. */
import type { Asked, ContactFacts, ContactReading } from './contact.ts';
import { without } from './contact-text.ts';

const AT = /\s?(?:@|[([]at[)\]])\s?/iu;
/** The letters of the whole alphabet count: an address that begins in the middle of a name would be another person's. */
const EMAIL = new RegExp(String.raw`(?:(?:e-?post|mejl|mail|e-?mail)\s*(?:är|is)?\s*:?\s+)?([\p{L}\d._%+-]+${AT.source}[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)`, 'iu');

export function readEmail(rest: string): ContactReading {
  const match = EMAIL.exec(rest);
  return match?.[1] === undefined ? { found: {}, rest } : { found: { email: match[1].replace(AT, '@').toLowerCase() }, rest: without(rest, match) };
}

/**
 * Inera's HSA-id: "SE", an organisation number (in Skåne's own ids with "16" before it), a dash and a local part of up to
 * 20 characters. After the keyword a local part alone is taken as it stands.
 */
export function readHsaId(rest: string): ContactReading {
  const whole = /(?:hsa(?:[- ]?id)?(?:\s*(?:är|is|nr))?\s*[:=]?\s*)?(?<![\p{L}\d])(se(?:16)?\d{10}) ?[-–] ?([a-z0-9]{1,20})(?![\p{L}\d])/iu.exec(rest);
  if (whole !== null) return { found: { hsaId: `${whole[1] ?? ''}-${whole[2] ?? ''}`.toUpperCase() }, rest: without(rest, whole) };
  const local = /(?<!\p{L})hsa(?:[- ]?id)?(?:\s*(?:är|is|nr))?\s*[:=]?\s*((?=[a-z]*\d)[a-z0-9]{3,20})(?![\p{L}\d])/iu.exec(rest);
  return local?.[1] === undefined ? { found: {}, rest } : { found: { hsaId: local[1].toUpperCase() }, rest: without(rest, local) };
}

export function readRsid(rest: string): ContactReading {
  const match = /(?<!\p{L})rs[- ]?id\s*(?:är|is|nr|nummer)?\s*[:=]?\s*((?=[a-z]*\d)[a-z0-9]{3,12})(?![\p{L}\d])/iu.exec(rest);
  return match?.[1] === undefined ? { found: {}, rest } : { found: { rsid: match[1] }, rest: without(rest, match) };
}

const PHONE_CUE = String.raw`(?:(?:mitt |my )?(?:tele?fon|tel|mobil|mobile|phone|anknytning|ankn|internt?|nummer|numret|number|nr|nås|ring|call)\p{L}*\.?(?: (?:är|is|på|at|till|to|ska|vara|blir|mig|me|nummer|number))*\s*:?\s*)`;
const PHONE = new RegExp(String.raw`${PHONE_CUE}?(?<![\w+/-])((?:\+|00)\d[\d ()./-]{6,18}\d|\(?0\d[\d ()./-]{5,15}\d)(?!\d)`, 'iu');
const SHORT_PHONE = new RegExp(String.raw`${PHONE_CUE}(?<![\w+/-])(\d{5}|\d{2} \d{3})(?![\w/-])`, 'iu');

/** "ankn 1234": an extension of any length, named as one. */
const EXTENSION = /(?<!\p{L})(?:ankn(?:ytning)?|internt?|snabbnummer|extension|ext)\.?(?: (?:nr|nummer|number|är|is))*\s*:?\s*(\d{3,6})(?![\w/-])/iu;

/** Swedish numbers of 8 to 10 digits, international ones of 9 to 15 (E.164), and internal ones of five after a cue or when asked for. */
export function readPhone(rest: string, _: ContactFacts, asked?: Asked): ContactReading {
  const extension = EXTENSION.exec(rest);
  if (extension?.[1] !== undefined) return { found: { phone: extension[1] }, rest: without(rest, extension) };
  const match = PHONE.exec(rest) ?? SHORT_PHONE.exec(rest) ?? (asked === 'phone' ? /(?<![\w+/-])(\d{5})(?![\w/-])/u : /^\s*(\d{5})\s*$/u).exec(rest);
  const written = match?.[1]?.trim() ?? '';
  const digits = written.replace(/\(0\)|\D/gu, '').length;
  const [least, most] = /^(?:\+|00)/u.test(written) ? [9, 17] : /^\(?0/u.test(written) ? [8, 10] : [5, 5];
  if (match === null || digits < least || digits > most) return { found: {}, rest };
  return { found: { phone: written.replace(/\s+/gu, ' ') }, rest: without(rest, match) };
}

const HOUR = String.raw`(?:kl(?:ockan)?\.? ?)?(?:\d{1,2}(?:[.:]\d{2})?(?: ?(?:-|–|och|till|and|to) ?\d{1,2}(?:[.:]\d{2})?)?|lunch(?:en)?|\p{L}+dag)(?: (?:i ?dag|today))?`;
const HOURS = new RegExp(String.raw`(?<!\p{L})(?:nås|nå|når|ring|jobbar|arbetar|ledig|tillgänglig|på plats|telefontid|available|reach\p{L}*|call|work)(?!\p{L})[^.;\d]{0,30}?(?<!\p{L})(?:fram till|till|efter|före|innan|mellan|från|på|until|till|after|before|between|from)\s+${HOUR}`, 'iu');

/** "Nås efter kl 16": when somebody can be reached. Taken out, as it tells nothing of when a thing happened. */
export function readHours(rest: string): ContactReading {
  const match = HOURS.exec(rest);
  return { found: {}, rest: match === null ? rest : without(rest, match) };
}
