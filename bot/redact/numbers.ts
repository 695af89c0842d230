/** Splits joined digits into what a reader sees: dates, times and phone numbers, and the numbers that may be a code. */
import { PUBLISHED_NUMBERS } from './vocabulary.ts';
import { within, type Chunk } from './digits.ts';
import type { Span } from './fold.ts';

/** `candidate`: four digits or more that may be a code. Others keep their place but are no secret. */
export interface NumberToken extends Span {
  readonly kind: 'candidate' | 'innocent';
  readonly digits: string;
}

/** Reads consecutive chunks; each becomes part of exactly one token, in order. */
export function readNumbers(text: string, chunks: readonly Chunk[]): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (let first = 0; first < chunks.length; ) {
    const innocent = innocentChunks(text, chunks, first);
    const count = innocent > 0 ? innocent : codeChunks(text, chunks, first);
    const part = chunks.slice(first, first + count);
    const digits = part.map((chunk) => chunk.digits).join('');
    const kind = innocent > 0 || digits.length < 4 || isLongNumber(part) ? 'innocent' : 'candidate';
    tokens.push({ kind, digits, start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 });
    first += count;
  }
  return tokens;
}

// One unbroken run of more than eight digits is no PIN and no PUK, but eight singles and more may be two of them.
function isLongNumber(part: readonly Chunk[]): boolean {
  return part.some((chunk) => chunk.digits.length > 8);
}

/** How many chunks from `first` on are a date, a time, a phone number, an organisation number or a published number; 0 for none. */
function innocentChunks(text: string, chunks: readonly Chunk[], first: number): number {
  return dateChunks(text, chunks, first) || dayChunks(text, chunks, first) || timeChunks(text, chunks, first) || organisationChunks(text, chunks, first) || phoneChunks(text, chunks, first);
}

const YEAR_FIRST = /^(?:19|20)\d\d([-/.])(\d{1,2})\1(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})(?:\2| )(?:19|20)\d\d$/;
const SHORT_YEAR = /^\d\d([-/.])(\d\d)\1(\d\d)$/;

function dateChunks(text: string, chunks: readonly Chunk[], first: number): number {
  const from = chunks[first];
  const last = chunks[first + 2];
  if (from === undefined || last === undefined || last.end - from.start < 8 || last.end - from.start > 10) return 0;
  const written = text.slice(from.start, last.end);
  const yearFirst = YEAR_FIRST.exec(written) ?? SHORT_YEAR.exec(written);
  if (yearFirst !== null && within(yearFirst[2], 1, 12) && within(yearFirst[3], 1, 31)) return 3;
  const yearLast = YEAR_LAST.exec(written);
  return yearLast !== null && within(yearLast[1], 1, 31) && within(yearLast[3], 1, 12) ? 3 : 0;
}

/** "23/11". A row that goes on may be a code: 1/2/3/4. */
function dayChunks(text: string, chunks: readonly Chunk[], first: number): number {
  const day = chunks[first];
  const month = chunks[first + 1];
  if (day === undefined || month === undefined || text.slice(day.end, month.start) !== '/') return 0;
  const goesOn = chunks[first + 2]?.joined === true && timeChunks(text, chunks, first + 2) === 0;
  return within(day.digits, 1, 31) && within(month.digits, 1, 12) && !goesOn ? 2 : 0;
}

/** 232100-0131: six digits of which the third is at least 2, a dash, four digits (Skatteverket, SKV 709). */
function organisationChunks(text: string, chunks: readonly Chunk[], first: number): number {
  const six = chunks[first];
  const four = chunks[first + 1];
  if (six === undefined || four?.digits.length !== 4 || text.slice(six.end, four.start) !== '-') return 0;
  return /^\d\d[2-9]\d{3}$/.test(six.digits) ? 2 : 0;
}

function timeChunks(text: string, chunks: readonly Chunk[], first: number): number {
  const hour = chunks[first];
  const minute = chunks[first + 1];
  if (hour === undefined || minute?.digits.length !== 2 || hour.digits.length > 2) return 0;
  if (!within(hour.digits, 0, 23) || !within(minute.digits, 0, 59)) return 0;
  // 14.30.15.20 goes on: no time.
  const next = chunks[first + 2];
  const goesOn = next !== undefined && next.start - minute.end === 1;
  return text.slice(hour.end, minute.start) === '.' && !goesOn ? 2 : 0;
}

/** Swedish numbers: 0, area code, 8 to 11 digits in all; or + and up to 13. A code of eight digits has no area code before it. */
function phoneChunks(text: string, chunks: readonly Chunk[], first: number): number {
  const from = chunks[first];
  if (from === undefined) return 0;
  const international = text[from.start - 1] === '+' || (from.digits.startsWith('00') && from.digits.length > 3);
  const national = from.digits.startsWith('0') && (from.digits.length <= 4 || from.digits.length >= 9);
  const longest = international ? 13 : national ? 11 : from.digits.length;
  let digits = '';
  let found = 0;
  for (let at = first; at < chunks.length; at++) {
    digits += chunks[at]?.digits ?? '';
    if (digits.length > longest) break;
    if (PUBLISHED_NUMBERS.has(digits) || ((international || (national && digits.length - at + first > 5)) && digits.length >= 9)) found = at - first + 1;
    if (chunks[at + 1]?.joined !== true) break;
  }
  return found;
}

/** How many chunks from `first` on make up one possible code: up to eight digits, or any row of short groups. */
function codeChunks(text: string, chunks: readonly Chunk[], first: number): number {
  let total = chunks[first]?.digits.length ?? 0;
  let allShort = total < 4;
  let at = first;
  while (chunks[at + 1]?.joined === true && innocentChunks(text, chunks, at + 1) === 0) {
    const next = chunks[at + 1]?.digits.length ?? 0;
    // "avd 12 482913": a whole PIN is not the end of another number.
    if (next >= 6 || (total + next > 8 && !(allShort && next < 4))) break;
    total += next;
    allShort &&= next < 4;
    at++;
  }
  return at - first + 1;
}
