/**
 * Masks what must never be stored, logged, classified or sent on: personnummer, PIN and PUK codes, passwords. It runs
 * before anything else sees a text. Where it is not sure it masks: a masked room number is a nuisance, a stored code
 * is a breach. Pure; takes time in proportion to the length.
 */
import type { SecretKind } from './conversation/types.ts';
import { findCodes } from './redact/codes.ts';
import { cover, fold, originalSpan, type Span } from './redact/fold.ts';
import { findIdentifiers } from './redact/identifiers.ts';
import { MARKS } from './redact/marks.sv.ts';
import { findPasswords } from './redact/passwords.ts';
import { findPersonnummer } from './redact/personnummer.ts';

export interface Redacted {
  readonly text: string;
  /** Each kind once, in the order of its first appearance. Empty when nothing was taken out. */
  readonly removed: readonly SecretKind[];
}

interface Secret extends Span {
  readonly kind: SecretKind;
}

/** Masks a message. A text without secrets comes back unchanged, and so does a text that was masked before. */
export function redact(text: string): Redacted {
  return mask(text, { alone: true });
}

/** A value as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Masks every string within a value; keys and numbers stay. A string of bare digits stays too: here it is an id of some client. */
export function redactDeep(value: Json): Json {
  if (typeof value === 'string') return mask(value, { alone: false }).text;
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(redactDeep);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactDeep(inner)]));
}

// Array.isArray does not narrow a readonly array.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function mask(text: string, { alone }: { readonly alone: boolean }): Redacted {
  const folded = fold(text);
  const secrets = findSecrets(folded.text, alone).sort((a, b) => a.start - b.start);
  let masked = '';
  let done = 0;
  for (const secret of secrets) {
    const { start, end } = originalSpan(folded, secret);
    masked += text.slice(done, start) + MARKS[secret.kind];
    done = end;
  }
  return { text: masked + text.slice(done), removed: [...new Set(secrets.map(({ kind }) => kind))] };
}

/** Each finder sees the text without what the ones before it took, so no two secrets overlap. */
function findSecrets(text: string, alone: boolean): Secret[] {
  const passwords = findPasswords(text);
  const withoutPasswords = cover(text, passwords);
  const readable = cover(withoutPasswords, findIdentifiers(withoutPasswords));
  const personnummer = findPersonnummer(readable);
  const codes = findCodes(cover(readable, personnummer), alone);
  return [
    ...passwords.map((span): Secret => ({ ...span, kind: 'password' })),
    ...personnummer.map((span): Secret => ({ ...span, kind: 'personnummer' })),
    ...codes,
  ];
}
