/** What words of time mean, over folded text: one rule a way of saying it. Nothing here gives a time in the future. */
import { words } from './fold.ts';
import { localDay, localHour, shiftDay, weekday } from './local-time.ts';

export interface Rule {
  readonly pattern: RegExp;
  /** A date by its number: where it cannot be read, it is none that has been. */
  readonly isDate?: true;
  /** null: words of time, but no day in them. */
  readonly read: (match: RegExpExecArray, now: Date) => string | null;
}

const MONTHS = 'jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:s|ch)?|apr(?:il)?|maj|may|juni|june|jun|juli|july|jul|aug(?:usti|ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_STARTS = [['jan'], ['feb'], ['mar'], ['apr'], ['maj', 'may'], ['jun'], ['jul'], ['aug'], ['sep'], ['okt', 'oct'], ['nov'], ['dec']];
const WEEKDAYS = 'mandag|mondag|tisdag|onsdag|torsdag|fredag|lordag|sondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const WEEKDAY_STARTS = [['man', 'mon'], ['tis', 'tue'], ['ons', 'wed'], ['tor', 'thu'], ['fre', 'fri'], ['lor', 'sat'], ['son', 'sun']];
const PART_OF_DAY = String.raw`(?:\s+(?:kvall(?:en)?|natt(?:en)?|morse|morgon|formiddags?|eftermiddags?|evening|night|morning|afternoon))?`;
const COUNTS: Readonly<Record<string, number>> = {
  en: 1, ett: 1, a: 1, an: 1, one: 1, tva: 2, two: 2, tre: 3, three: 3, fyra: 4, four: 4, fem: 5, five: 5,
  sex: 6, six: 6, sju: 7, seven: 7, atta: 8, eight: 8, nio: 9, nine: 9, tio: 10, ten: 10,
};
const COUNTED = Object.keys(COUNTS).filter((name) => name.length > 2).join('|');
const ABOUT = '(?:(?:vid|runt|omkring|cirka|ca|strax fore|strax efter|about|around) )?';
const NOON = 12;
/** Whoever works at night and says "i morse" before this hour means the morning before. */
const DAWN = 4;
const COUNT = String.raw`\d{1,3}|${Object.keys(COUNTS).join('|')}`;
const UNIT = String.raw`(halvtimme|half hour|kvart|min(?:ut(?:er)?|utes?)?|tim(?:me|mar)?|h|hours?|dag(?:ar)?|dar|dygn|days?|veck(?:a|or)|weeks?)`;
const MINUTE_MS = 60_000;
/** A date without a year is this year's, or else last year's when that is no further back: older is a slip, not a loss. */
const HALF_YEAR_DAYS = 183;

export const RULES: readonly Rule[] = [
  { pattern: words(String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`, 'gu'), isDate: true, read: ([, year, month, day], now) => pastDate(now, day, Number(month), year) },
  {
    pattern: words(String.raw`(?:den\s+)?(\d{1,2})(?::?[ea]|st|nd|rd|th)?\s+(?:of\s+)?(${MONTHS})\.?(?:\s+(\d{4}))?`, 'gu'),
    isDate: true,
    read: ([, day, month, year], now) => pastDate(now, day, 1 + indexOfStart(MONTH_STARTS, month), year),
  },
  {
    pattern: words(String.raw`(${MONTHS})\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?`, 'gu'),
    isDate: true,
    read: ([, month, day, year], now) => pastDate(now, day, 1 + indexOfStart(MONTH_STARTS, month), year),
  },
  { pattern: words(String.raw`(?:den\s+)?(\d{1,2})/(\d{1,2})(?:[-/ ]+(\d{4}))?`, 'gu'), isDate: true, read: ([, day, month, year], now) => pastDate(now, day, Number(month), year) },
  { pattern: words(String.raw`den\s+(\d{1,2})(?::?[ea])?(?![/.:-]\d)`, 'gu'), isDate: true, read: ([, day], now) => lastSuchDay(now, Number(day)) },
  { pattern: words(String.raw`(?:for\s+)?(?:(?:ungefar|cirka|ca\.?|about|typ)\s+)?(${COUNT})\s*${UNIT}\s+(?:sedan|sen|ago)`, 'gu'), read: ([, count, unit], now) => ago(now, count, unit) },
  { pattern: words('half an hour ago', 'gu'), read: (_, now) => ago(now, '1', 'halvtimme') },
  { pattern: words('i\\s?forrgar|forrgar|(?:the )?day before yesterday', 'gu'), read: (_, now) => shiftDay(localDay(now), -2) },
  { pattern: words(`(?:i\\s?j?gar|yesterday|garkvall)${PART_OF_DAY}|last night`, 'gu'), read: (_, now) => shiftDay(localDay(now), -1) },
  {
    pattern: words(`(?:i\\s?dag|today)${PART_OF_DAY}|i\\s?natt`, 'gu'),
    read: (_, now) => localDay(now),
  },
  { pattern: words('i\\s?(?:morse|mrose|morese|formiddags?)|this morning', 'gu'), read: (_, now) => shiftDay(localDay(now), localHour(now) < DAWN ? -1 : 0) },
  // Before noon the afternoon has not been yet: whatever day is meant, it is not this one. In the night it is the one before.
  { pattern: words('i\\s?(?:kvall|eftermiddags?)|this (?:afternoon|evening)|tonight', 'gu'), read: (_, now) => (localHour(now) < DAWN ? shiftDay(localDay(now), -1) : localHour(now) < NOON ? null : localDay(now)) },
  { pattern: words(`(?:forra|last) (${WEEKDAYS})(?:en)?s?${PART_OF_DAY}`, 'gu'), read: ([match, day], now) => lastWeekday(now, day, match.startsWith('forra')) },
  // "på fredag" is still to come, so it is not a time when anything was lost.
  { pattern: words(`(?<!\\b(?:pa|next|nasta) )(?:(?:i|on) )?(${WEEKDAYS})(?:en|s)?${PART_OF_DAY}`, 'gu'), read: ([, day], now) => lastWeekday(now, day, false) },
  { pattern: words('(?:(?:alldeles|helt) )?nyss|just now|(?:for )?en (?:liten )?stund se(?:da)?n|a moment ago', 'gu'), read: (_, now) => now.toISOString() },
  // "Spärra kortet nu" tells no time of loss; a mere "nu" in answer to "when" does.
  { pattern: /^\s*(?:(?:just|precis|right) )?(?:nu|now)[.!\s]*$/gu, read: (_, now) => now.toISOString() },
  { pattern: words('i helgen|(?:na(?:go)?n gang )?i veckan|natten till i ?dag|(?:forra|last|this|denna) (?:veckan?|week|weekend|manaden|month)|i (?:somras|vintras|varas|hostas)', 'gu'), read: () => null },
  { pattern: words('(?:for )?(?:lange|nagra|ett par|flera)(?: (?:minuter|timmar|dagar|dar|veckor|manader))? se(?:da)?n|(?:a )?(?:while|few (?:hours|days|weeks)) ago', 'gu'), read: () => null },
  { pattern: words(String.raw`(?:vid |runt |omkring )?(?:kl|klockan)\.? ?\d{1,2}(?:[.:]\d{2})?|(?:at|around|about) \d{1,2}(?::\d{2})? ?(?:am|pm)?`, 'gu'), read: () => null },
  { pattern: words(String.raw`${ABOUT}(?:halv|kvart (?:i|over)|(?:fem|tio|tjugo) (?:i|over)) (?:${COUNTED}|elva|tolv|\d{1,2})`, 'gu'), read: () => null },
  { pattern: words(String.raw`${ABOUT}(?<![\d.,-])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![.\d-])|${ABOUT}(?:\d{1,2}|${COUNTED}|elva|tolv)(?:-| )?tiden|mellan \d{1,2} och \d{1,2}|vid (?:\d{1,2}|${COUNTED})(?= i (?:morse|gar|natt))`, 'gu'), read: () => null },
  { pattern: words(String.raw`(?:nu |strax |kort |precis )?(?:fore|efter|innan|under|pa|vid) (?:\p{L}{1,8}s)?(?:lunch|fika|rast|pass|mote|rond|morgon|kvall|natt|eftermiddag|formiddag|middag|dag|helg)(?:en|et|n|ens?|spasset|passet)?`, 'gu'), read: () => null },
];

function pastDate(now: Date, day: string | undefined, month: number, year: string | undefined): string | null {
  const today = localDay(now);
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? [thisYear, thisYear - 1] : [Number(year)];
  for (const candidate of years) {
    const written = `${String(candidate).padStart(4, '0')}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
    const exists = !Number.isNaN(Date.parse(written)) && shiftDay(written, 0) === written;
    if (!exists || written > today) continue;
    if (year !== undefined || candidate === thisYear || written >= shiftDay(today, -HALF_YEAR_DAYS)) return written;
  }
  return null;
}

/** The latest day of that number that has been: "den 23:e". */
function lastSuchDay(now: Date, day: number): string | null {
  const today = localDay(now);
  const candidates = Array.from({ length: 62 }, (_, back) => shiftDay(today, -back));
  return candidates.find((candidate) => Number(candidate.slice(8)) === day) ?? null;
}

function ago(now: Date, count: string | undefined, unit = ''): string {
  const amount = COUNTS[count ?? ''] ?? Number(count);
  const minutes = unit.startsWith('half') || unit.startsWith('halv') ? 30 : unit === 'kvart' ? 15 : /^(?:tim|h$|hour)/u.test(unit) ? 60 : unit.startsWith('min') ? 1 : null;
  if (minutes !== null) return new Date(now.getTime() - amount * minutes * MINUTE_MS).toISOString();
  return shiftDay(localDay(now), -amount * (/^(?:veck|week)/u.test(unit) ? 7 : 1));
}

/** The latest such weekday before today; with `weekBefore`, that of the week before this one ("förra fredagen"). */
function lastWeekday(now: Date, name: string | undefined, weekBefore: boolean): string {
  const today = localDay(now);
  const distance = weekday(today) - indexOfStart(WEEKDAY_STARTS, name);
  if (weekBefore) return shiftDay(today, -distance - 7);
  return shiftDay(today, distance > 0 ? -distance : -distance - 7);
}

function indexOfStart(starts: readonly (readonly string[])[], word = ''): number {
  return starts.findIndex((names) => names.some((name) => word.startsWith(name)));
}
