/**
 * Masks what must never be stored, logged, classified or sent on: personnummer, PIN and PUK codes, passwords. It runs
 * before anything else sees a text, in the light of what the conversation asks for. Where it is not sure it masks: a masked room number is a nuisance, a stored code
 * is a breach. Pure; takes time in proportion to the length.
 */
import type { SecretKind } from './conversation/types.ts';
import { findCodes } from './redact/codes.ts';
import { cover, fold, originalSpan, type Span } from './redact/fold.ts';
import type { Hearing, Known } from './redact/hearing.ts';
import { findIdentifiers } from './redact/identifiers.ts';
import { MARKS } from './redact/marks.sv.ts';
import { findPasswords } from './redact/passwords.ts';
import { findPersonnummer } from './redact/personnummer.ts';
import { wordsLeft } from './redact/words-left.ts';

export interface Redacted {
  readonly text: string;
  /** Each kind once, in the order of its first appearance. Empty when nothing was taken out. */
  readonly removed: readonly SecretKind[];
  /** The text without the secrets and without the clauses that only announce them ("min pin är ..."). */
  readonly rest: string;
}

interface Secret extends Span {
  readonly kind: SecretKind;
}

/** Masks a message. A text without secrets comes back unchanged, and so does a text that was masked before. */
export function redact(text: string, { meant = null, at = null }: Known = {}): Redacted {
  return mask(text, { meant, at, alone: true });
}

/** A string of bare digits is an id of some client. */
const ID: Hearing = { meant: null, at: null, alone: false };

/** A value as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Masks every string within a value; keys, numbers and ids of bare digits stay. */
export function redactDeep(value: Json): Json {
  if (typeof value === 'string') return mask(value, ID).text;
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(redactDeep);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactDeep(inner)]));
}

// Array.isArray does not narrow a readonly array.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function mask(text: string, hearing: Hearing): Redacted {
  const folded = fold(text);
  const secrets = findSecrets(folded.text, hearing).sort((a, b) => a.start - b.start);
  let masked = '';
  let done = 0;
  for (const secret of secrets) {
    const { start, end } = originalSpan(folded, secret);
    masked += text.slice(done, start) + MARKS[secret.kind];
    done = end;
  }
  masked += text.slice(done);
  return { text: masked, removed: [...new Set(secrets.map(({ kind }) => kind))], rest: secrets.length === 0 ? text : wordsLeft(masked) };
}

/** Each finder sees the text without what the ones before it took, so no two secrets overlap. */
function findSecrets(text: string, hearing: Hearing): Secret[] {
  const passwords = findPasswords(text);
  const withoutPasswords = cover(text, passwords);
  const readable = cover(withoutPasswords, findIdentifiers(withoutPasswords));
  const personnummer = findPersonnummer(readable);
  const codes = findCodes(cover(readable, personnummer), hearing);
  return [
    ...passwords.map((span): Secret => ({ ...span, kind: 'password' })),
    ...personnummer.map((span): Secret => ({ ...span, kind: 'personnummer' })),
    ...codes,
  ];
}
