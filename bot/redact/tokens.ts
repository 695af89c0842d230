/** The tokens of a folded text among which a code is looked for: words, numbers, and what is opaque or covered. */
import { isSeparator, type Chunk } from './digits.ts';
import { readNumbers, type NumberToken } from './numbers.ts';
import { digitsSpelled } from './number-words.ts';
import { codeAnnouncedBy, isFiller } from './vocabulary.ts';
import type { Span } from './fold.ts';

export type Token = NumberToken | (Span & { readonly kind: 'word'; readonly word: string }) | (Span & { readonly kind: 'covered' | 'opaque' });

const PIECE = /(\uE000+)|(\p{L}+)|\d+/gu;
const LUMP = /[\p{L}\d_-]+/gu;
const ADDRESS = /@|:\/\/|^www\./i;

/** Every token in order of position. A digit run counts as one token whether it is covered or not: masking moves nothing. */
export function tokenize(text: string): Token[] {
  return joinSpelledDigits(joinDigits(text, pieces(text)));
}

type Piece = Token | (Span & { readonly kind: 'digits'; readonly digits: string });

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  for (const run of text.matchAll(/[^ ]+/g)) {
    if (ADDRESS.test(run[0]) && !run[0].includes('\uE000')) found.push({ kind: 'opaque', start: run.index, end: run.index + run[0].length });
    else appendPieces(found, run[0], run.index);
  }
  return found;
}

function appendPieces(found: Piece[], run: string, offset: number): void {
  let done = 0;
  for (const lump of run.matchAll(LUMP)) {
    if (!isIdentifier(lump[0])) continue;
    appendPlain(found, run.slice(done, lump.index), offset + done);
    done = lump.index + lump[0].length;
    found.push({ kind: 'opaque', start: offset + lump.index, end: offset + done });
  }
  appendPlain(found, run.slice(done), offset + done);
}

function appendPlain(found: Piece[], part: string, offset: number): void {
  for (const piece of part.matchAll(PIECE)) {
    const start = offset + piece.index;
    const end = start + piece[0].length;
    if (piece[1] !== undefined) found.push({ kind: 'covered', start, end });
    else if (piece[2] !== undefined) found.push({ kind: 'word', start, end, word: piece[0].toLowerCase() });
    else found.push({ kind: 'digits', start, end, digits: piece[0] });
  }
}

/** INC0012345, ET-123456, SE2321000131-1A2B, 0x80090016: letters and digits in one, unless the letters announce a code (pin123456) or say nothing (123456och). */
function isIdentifier(lump: string): boolean {
  if (!/\d/.test(lump)) return false;
  const words = lump.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => !isFiller(word)) && !words.some((word) => codeAnnouncedBy(word) !== null);
}

function joinDigits(text: string, from: readonly Piece[]): Token[] {
  const tokens: Token[] = [];
  let row: Chunk[] = [];
  const endRow = (): void => {
    for (const number of row.length > 0 ? readNumbers(text, row) : []) tokens.push(number);
    row = [];
  };
  for (const piece of from) {
    const before = row.at(-1);
    if (piece.kind !== 'digits') {
      endRow();
      tokens.push(piece);
    } else {
      const joined = before !== undefined && isSeparator(text, before.end, piece.start);
      if (!joined) endRow();
      row.push({ start: piece.start, end: piece.end, digits: piece.digits, joined });
    }
  }
  endRow();
  return tokens;
}

/** Four and more digits in words ("ett två tre fyra", "fyrtioåtta tjugonio"), one or two digits among them, become one number. */
function joinSpelledDigits(from: readonly Token[]): Token[] {
  const tokens: Token[] = [];
  for (let first = 0; first < from.length; ) {
    const row = spelledRow(from, first);
    const [start, end] = [row[0]?.start, row.at(-1)?.end];
    const digits = row.map(spelledDigits).join('');
    if (row.length > 1 && digits.length >= 4 && start !== undefined && end !== undefined && row.some(({ kind }) => kind === 'word')) {
      tokens.push({ kind: 'candidate', digits, start, end });
    } else {
      for (const token of row.length > 0 ? row : from.slice(first, first + 1)) tokens.push(token);
    }
    first += Math.max(1, row.length);
  }
  return tokens;
}

function spelledRow(tokens: readonly Token[], first: number): Token[] {
  const row: Token[] = [];
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at];
    const before = row.at(-1);
    if (token === undefined || spelledDigits(token) === null) break;
    if (before !== undefined && token.start - before.end > 3) break;
    row.push(token);
  }
  return row;
}

function spelledDigits(token: Token): string | null {
  if (token.kind === 'word') return digitsSpelled(token.word);
  return token.kind === 'innocent' && token.digits.length <= 2 ? token.digits : null;
}
