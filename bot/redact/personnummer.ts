/**
 * Finds personnummer and samordningsnummer (Skatteverket, SKV 704 and 707): date of birth (day + 60 for a
 * samordningsnummer), birth number, check digit. The third digit of an organisation number is at least 2, so it is
 * never taken for a month.
 */
import { COVER, type Span } from './fold.ts';
import { digitChunks, within, type Chunk } from './digits.ts';

const KEYWORD = /(?:personn(?:umme)?r|person-?nr|p(?:ers)?\.? ?nr|ssn|samordningsn(?:umme)?r|social security|personal identity)[a-z]*/gi;
const A_FEW_WORDS = /^[^\p{L}\d]*(?:\p{L}{1,20}[^\p{L}\d]{1,3}){0,3}$/u;
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
    const last = lastOfNumber(text, chunks, first, isPersonnummer);
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
    const between = chunk.start - after > 60 ? COVER : text.slice(after, chunk.start);
    if (between.includes(COVER) || !A_FEW_WORDS.test(between) || isPhone(chunk)) continue;
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
function lastOfNumber(text: string, chunks: readonly Chunk[], first: number, condition: (digits: string) => boolean): number | null {
  let digits = '';
  let found: number | null = null;
  for (let at = first; at < chunks.length && digits.length < 12; at++) {
    const chunk = chunks[at];
    if (chunk === undefined || (at > first && !chunk.joined)) break;
    digits += chunk.digits;
    if ((digits.length === 10 || digits.length === 12) && condition(digits) && !DATE_AND_TIME.test(writtenOut(text, chunks, first, at))) found = at;
  }
  return found;
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

function isPhone({ digits }: Chunk): boolean {
  return digits.startsWith('0') && (digits.length <= 4 || digits.startsWith('07'));
}

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
