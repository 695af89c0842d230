/** Finds PIN, PUK and other codes: a number near a word that announces a code, or a message that is nothing but a number. */
import type { SecretKind } from '../conversation/types.ts';
import type { Span } from './fold.ts';
import type { NumberToken } from './numbers.ts';
import { tokenize, type Token } from './tokens.ts';
import { announcesInnocent, codeAnnouncedBy, digitSpelled, isCopula, isFiller, isUnit } from './vocabulary.ts';

export interface Code extends Span {
  readonly kind: SecretKind;
}

/** In tokens. PINs have 6 digits and PUKs 8, so such a number is suspect further away from the word. */
const NEAR = 5;
const NEAR_FOR_CARD_CODES = 12;
const INNOCENT_REACH = 4;

/** Part of every word that announces a code (vocabulary.ts). */
const ANNOUNCEMENT = /pin|puc?k|kod|code|kuvert|legitimering|underskrift|upplasning|losen|siffrorna/i;

interface Announcement {
  readonly kind: SecretKind | 'innocent';
  readonly distance: number;
}

/** Spans in order. `alone`: whether a text without any other words counts as a code too. */
export function findCodes(text: string, alone: boolean): Code[] {
  if (!ANNOUNCEMENT.test(text) && !(alone && hasOnlyFillers(text))) return [];
  const tokens = tokenize(text);
  const before = announcements(tokens);
  const after = announcements(tokens.toReversed()).reverse();
  const bare = alone && tokens.every(isBare);
  const codes: Code[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'candidate' || isAmount(tokens, at)) return;
    const kind = announcedKind(tokens, at, before[at] ?? [], after[at] ?? []);
    // The internal phone numbers have five digits, and are an answer that the bot asks for.
    if (kind !== null) codes.push({ kind, start: token.start, end: token.end });
    else if (bare && token.digits.length !== 5) codes.push({ kind: 'code', start: token.start, end: token.end });
  });
  return codes;
}

/** The kind of code that the word at a place announces. In "pin kod" and "PUK-koden" the first word says which. */
function codeWordAt(tokens: readonly Token[], at: number): SecretKind | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const kind = codeAnnouncedBy(token.word);
  const before = tokens[at - 1];
  return kind === 'code' && before?.kind === 'word' ? (codeAnnouncedBy(before.word) ?? kind) : kind;
}

// Most messages hold no code and end here.
function hasOnlyFillers(text: string): boolean {
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    if (!isFiller(word.toLowerCase()) && digitSpelled(word.toLowerCase()) === null) return false;
  }
  return true;
}

function isBare(token: Token): boolean {
  if (token.kind === 'word') return isFiller(token.word);
  return token.kind === 'candidate' || token.kind === 'covered';
}

function isAmount(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind === 'word' && isUnit(next.word);
}

/** For each token the nearest announcement of a code and of an innocent number that came earlier. */
function announcements(tokens: readonly Token[]): Announcement[][] {
  let code: { kind: SecretKind; at: number } | null = null;
  let innocent: number | null = null;
  return tokens.map((token, at) => {
    const known: Announcement[] = [];
    if (code !== null) known.push({ kind: code.kind, distance: at - code.at });
    if (innocent !== null) known.push({ kind: 'innocent', distance: at - innocent });
    if (token.kind === 'word') {
      const kind = codeWordAt(tokens, at);
      if (kind !== null) code = { kind, at };
      else if (announcesInnocent(token.word)) innocent = at;
    }
    return known;
  });
}

function announcedKind(tokens: readonly Token[], at: number, before: readonly Announcement[], after: readonly Announcement[]): SecretKind | null {
  const number = tokens[at];
  if (number?.kind !== 'candidate') return null;
  const stated = statedKind(tokens, at);
  if (stated !== null) return stated;
  if (isYear(number)) return null;
  const reach = number.digits.length === 6 || number.digits.length === 8 ? NEAR_FOR_CARD_CODES : NEAR;
  // At the same distance the word before the number counts: "tel 30123, kod 123456".
  const all = [...before, ...after.map(({ kind, distance }) => ({ kind, distance: distance + 0.5 }))].sort((a, b) => a.distance - b.distance);
  const nearest = all.find(({ kind, distance }) => distance <= (kind === 'innocent' ? INNOCENT_REACH : reach));
  return nearest === undefined || nearest.kind === 'innocent' ? null : nearest.kind;
}

function isYear({ digits }: NumberToken): boolean {
  return /^(?:19|20)\d\d$/.test(digits);
}

/** "koden är nu 1984" and "1984 är min kod": said outright, so neither a year nor a nearer word changes it. */
function statedKind(tokens: readonly Token[], at: number): SecretKind | null {
  return stated(tokens, at, -1) ?? stated(tokens, at, 1);
}

function stated(tokens: readonly Token[], at: number, direction: 1 | -1): SecretKind | null {
  let copulas = 0;
  for (let next = at + direction; Math.abs(next - at) <= NEAR; next += direction) {
    const token = tokens[next];
    if (token?.kind !== 'word') return null;
    const kind = codeWordAt(tokens, next);
    if (kind !== null) return copulas > 0 ? kind : null;
    if (!isFiller(token.word)) return null;
    if (isCopula(token.word)) copulas++;
  }
  return null;
}
