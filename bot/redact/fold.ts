/**
 * Folding: the text as the finders read it, with the way back to the original. Every kind of digit becomes 0-9, every
 * dash "-", every white space " ", letters lose their marks (å becomes a), and invisible characters are gone, so that
 * one pattern meets every spelling.
 */
import { MARKS } from './marks.sv.ts';

/** Covers what is secret already. One character, so that positions stay; a private one, so that no folded text holds it otherwise. */
export const COVER = '\uE000';

export interface Folded {
  readonly text: string;
  /** Where the character `text[i]` begins in the original; one more entry for the end. Rises, but not strictly: "½" becomes three characters. */
  readonly starts: readonly number[];
}

/** Part of a folded text, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const MARK = /\[[^[\]]{1,30}\]/g;
const KNOWN_MARKS = new Set(Object.values(MARKS));

/** Marks of an earlier redaction come out covered, so that their own words ("kod") draw no attention. */
export function fold(original: string): Folded {
  const starts: number[] = [];
  let text = '';
  const foldPart = (from: number, to: number): void => {
    for (let at = from; at < to; ) {
      const code = original.codePointAt(at) ?? 0;
      const folded = isPlain(code) ? original.charAt(at) : foldForeign(String.fromCodePoint(code));
      for (let unit = 0; unit < folded.length; unit++) starts.push(at);
      text += folded;
      at += code > 0xffff ? 2 : 1;
    }
  };
  let done = 0;
  for (const mark of original.matchAll(MARK)) {
    if (!KNOWN_MARKS.has(mark[0])) continue;
    foldPart(done, mark.index);
    starts.push(mark.index);
    text += COVER;
    done = mark.index + mark[0].length;
  }
  foldPart(done, original.length);
  starts.push(original.length);
  return { text, starts };
}

/** A span's place in the original: whole characters, with the invisible ones that follow them. */
export function originalSpan({ starts }: Folded, { start, end }: Span): Span {
  let after = end;
  while (starts[after] !== undefined && starts[after] === starts[end - 1]) after++;
  return { start: starts[start] ?? 0, end: starts[after] ?? starts.at(-1) ?? 0 };
}

/** The text with the spans covered; every other character keeps its place. */
export function cover(text: string, spans: readonly Span[]): string {
  let covered = '';
  let done = 0;
  for (const { start, end } of spans) {
    covered += text.slice(done, start) + COVER.repeat(end - start);
    done = end;
  }
  return covered + text.slice(done);
}

function isPlain(code: number): boolean {
  return code >= 0x20 && code <= 0x7e;
}

const foldedCharacters = new Map<string, string>();

function foldForeign(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const folded = foldUnknown(character);
  // Texts use few different characters; the limit is for one that is made to use all of Unicode.
  if (foldedCharacters.size < 5000) foldedCharacters.set(character, folded);
  return folded;
}

function foldUnknown(character: string): string {
  if (/\s/u.test(character)) return ' ';
  return character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Cc}]/gu, '')
    .replace(/\p{Nd}/gu, digitValue)
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\u00B7\u2022\u2219\u30FB\u3002]/gu, '.')
    .replace(/[\u2044\u2215]/gu, '/')
    .replaceAll(COVER, '?');
}

// Unicode's decimal digits stand in rows of ten that begin at a code point ending in 0 or 6 (hexadecimal).
function digitValue(digit: string): string {
  const low = (digit.codePointAt(0) ?? 0) & 0xf;
  const row = (digit.codePointAt(0) ?? 0) - low;
  const beginsAtZero = /\p{Nd}/u.test(String.fromCodePoint(row));
  return String(beginsAtZero ? low : low - 6);
}
