/**
 * Finds personnummer and samordningsnummer (Skatteverket, SKV 704 and 707): date of birth (day + 60 for a
 * samordningsnummer), birth number, check digit. The third digit of an organisation number is at least 2, so it is
 * never taken for a month.
 *
 * One mobile number in twenty that begins 070 or 0710-0712 is a valid personnummer without its century. Ten digits that
 * begin 07 are a phone number, unless they are written as a personnummer (six digits, a sign, four) or words say that
 * they are one. So are ten digits that begin with another 0 after a phone's word. What is risked: someone born in 2007
 * or 1907 who writes the ten digits in one run with no word for them is not masked.
 */
import { COVER, type Span } from './fold.ts';
import { digitChunks, within, type Chunk } from './digits.ts';

const KEYWORD = /(?:personn(?:umme)?r|person-?nr|p(?:ers)?\.? ?nr|ssn|samordningsn(?:umme)?r|social security|personal identity|(?<!\p{L})(?:fodd|born))[a-z]*/giu;
const A_FEW_WORDS = String.raw`[^\p{L}\d]*(?:\p{L}{1,20}[^\p{L}\d]{1,3}){0,3}`;
const ONLY_A_FEW_WORDS = new RegExp(`^${A_FEW_WORDS}$`, 'u');
const AFTER_KEYWORD = new RegExp(`(?:${KEYWORD.source})${A_FEW_WORDS}$`, 'iu');
const AFTER_PHONE_WORD = /(?<!\p{L})(?:tel|tfn|phone|call|nr|nummer|number|ring\p{L}{0,2}|(?:telefon|mobil)\p{L}{0,12})[^\p{L}\d]*(?:(?:ar|pa|is|me|mig|me on|mig pa)[^\p{L}\d]{1,3})?$/iu;
/** How far back a word that tells what a number is may begin, in characters. */
const BACK = 60;
/** Interim numbers have a letter in the place of the first digit of the birth number. */
const INTERIM = /(?<!\d)((?:\d{2})?\d{6})[ +-]{0,3}[TRSUWXJKLMN](\d{3})(?!\d)/gi;

/** Spans in order of position, none overlapping. A valid check digit is needed, except right after a word that announces the number. */
export function findPersonnummer(text: string): Span[] {
  const chunks = digitChunks(text);
  const spans = [...validNumbers(text, chunks), ...announcedNumbers(text, chunks), ...interimNumbers(text)];
  return withoutOverlaps(spans);
}

function validNumbers(text: string, chunks: readonly Chunk[]): Span[] {
  const spans: Span[] = [];
  for (let first = 0; first < chunks.length; ) {
    const last = lastOfNumber(text, chunks, first, (digits, at) => isPersonnummer(digits) && !isPhone(text, chunks, first, at));
    if (last !== null) spans.push(spanOf(chunks, first, last));
    first = (last ?? first) + 1;
  }
  return spans;
}

function announcedNumbers(text: string, chunks: readonly Chunk[]): Span[] {
  const spans: Span[] = [];
  let next = 0;
  for (const keyword of text.matchAll(KEYWORD)) {
    const after = keyword.index + keyword[0].length;
    while (next < chunks.length && (chunks[next]?.start ?? 0) < after) next++;
    const chunk = chunks[next];
    if (chunk === undefined) break;
    const between = chunk.start - after > BACK ? COVER : text.slice(after, chunk.start);
    if (between.includes(COVER) || !ONLY_A_FEW_WORDS.test(between) || beginsAPhone(chunk)) continue;
    const last = lastOfNumber(text, chunks, next, () => true);
    if (last !== null) spans.push(spanOf(chunks, next, last));
  }
  return spans;
}

function interimNumbers(text: string): Span[] {
  return Array.from(text.matchAll(INTERIM))
    .filter(([, date = '', rest = '']) => isPersonnummer(`${date}1${rest}`))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The last chunk of the longest number of 10 or 12 digits that begins with the chunk `first` and satisfies the condition. */
function lastOfNumber(text: string, chunks: readonly Chunk[], first: number, condition: (digits: string, last: number) => boolean): number | null {
  let digits = '';
  let found: number | null = null;
  for (let at = first; at < chunks.length && digits.length < 12; at++) {
    const chunk = chunks[at];
    if (chunk === undefined || (at > first && !goesOn(text, chunks, at))) break;
    digits += chunk.digits;
    if ((digits.length === 10 || digits.length === 12) && condition(digits, at) && !DATE_AND_TIME.test(writtenOut(text, chunks, first, at))) found = at;
  }
  return found;
}

/** A comma and a space end a number: "avd 12, 071-280 99 04". */
function goesOn(text: string, chunks: readonly Chunk[], at: number): boolean {
  return chunks[at]?.joined === true && !text.slice(chunks[at - 1]?.end, chunks[at].start).includes(', ');
}

// Not the library `personnummer`: it throws for each of the thousands of candidates in a long text, and it reads the clock.
function isPersonnummer(digits: string): boolean {
  const ten = digits.slice(-10);
  const century = digits.slice(0, -10);
  if (century !== '' && !within(century, 18, 20)) return false;
  const day = ten.slice(4, 6);
  if (!within(ten.slice(2, 4), 1, 12) || !(within(day, 1, 31) || within(day, 61, 91))) return false;
  return luhnSum(ten) % 10 === 0;
}

/** ISO/IEC 7812-1, annex B. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const value = Number(digits[at]) * (at % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
}

/** A date and a time have as many digits: 2026-01-15 14.30 and 26-01-15 14.30. */
const DATE_AND_TIME = /^(?:\d{4}|\d\d)([-/])\d\d\1\d\d {1,2}(?:[01]\d|2[0-3])\.[0-5]\d$/;

function beginsAPhone({ digits }: Chunk): boolean {
  return digits.startsWith('0') && (digits.length <= 4 || digits.startsWith('07'));
}

/** Whether ten digits that could be a personnummer are a phone number. */
function isPhone(text: string, chunks: readonly Chunk[], first: number, last: number): boolean {
  const written = writtenOut(text, chunks, first, last);
  if (!written.startsWith('0') || WRITTEN_AS_PERSONNUMMER.test(written)) return false;
  const start = chunks[first]?.start ?? 0;
  const before = text.slice(Math.max(0, start - BACK), start);
  if (AFTER_PHONE_WORD.test(before)) return true;
  return MOBILE.test(written.replace(/\D/g, '')) && !AFTER_KEYWORD.test(before);
}

const WRITTEN_AS_PERSONNUMMER = /^\d{6}[ +.-]{1,3}\d{4}$/;
const MOBILE = /^07\d{8}$/;

function writtenOut(text: string, chunks: readonly Chunk[], first: number, last: number): string {
  const { start, end } = spanOf(chunks, first, last);
  return text.slice(start, end);
}

function spanOf(chunks: readonly Chunk[], first: number, last: number): Span {
  return { start: chunks[first]?.start ?? 0, end: chunks[last]?.end ?? 0 };
}

function withoutOverlaps(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
