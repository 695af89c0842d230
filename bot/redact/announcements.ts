/** What the words of a message say about its numbers. All places are indexes of tokens. */
import type { SecretKind } from '../conversation/types.ts';
import type { Token } from './tokens.ts';
import { announcesInnocent, codeAnnouncedBy, isConjunction, isCopula, isFiller, tellsMore, tellsOfCalling, tellsOfTyping } from './vocabulary.ts';

/** In tokens. */
const STATED = 5;
const SUBJECT = 14;
const INNOCENT_REACH = 4;

/** The kind of code that the word at a place announces. In "pin kod" and "PUK-koden" the first word says which. */
export function codeWordAt(tokens: readonly Token[], at: number): SecretKind | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const kind = codeAnnouncedBy(token.word);
  const before = tokens[at - 1];
  return kind === 'code' && before?.kind === 'word' ? (codeAnnouncedBy(before.word) ?? kind) : kind;
}

/** The clause of each token, numbered. Numbers in a row ("1234, 4321") stand in one. */
export function clausesOf(text: string, tokens: readonly Token[]): number[] {
  let clause = 0;
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    if (before !== undefined && !(isNumber(before) && isNumber(token)) && /[,;!?]|\. /.test(text.slice(before.end, token.start))) clause++;
    return clause;
  });
}

function isNumber({ kind }: Token): boolean {
  return kind === 'candidate' || kind === 'innocent' || kind === 'covered';
}

/** "koden är nu 1984", "1984 är min kod", "pinkoden jag har på jobbet är 1984": said outright, so no other word changes it. */
export function statedKind(tokens: readonly Token[], clauses: readonly number[], at: number): SecretKind | null {
  return stated(tokens, at, -1) ?? stated(tokens, at, 1) ?? kindOfSubject(tokens, clauses, at);
}

function stated(tokens: readonly Token[], at: number, direction: 1 | -1): SecretKind | null {
  let copulas = 0;
  for (let next = at + direction; Math.abs(next - at) <= STATED; next += direction) {
    const token = tokens[next];
    if (token?.kind !== 'word') return null;
    const kind = codeWordAt(tokens, next);
    if (kind !== null) return copulas > 0 ? kind : null;
    if (!isFiller(token.word)) return null;
    if (isCopula(token.word)) copulas++;
  }
  return null;
}

/** A copula right before the number speaks of the clause's subject: a code of which more is told. */
function kindOfSubject(tokens: readonly Token[], clauses: readonly number[], at: number): SecretKind | null {
  let copulas = 0;
  for (let before = at - 1; at - before <= SUBJECT && clauses[before] === clauses[at]; before--) {
    const token = tokens[before];
    if (token?.kind !== 'word') {
      if (copulas === 0) return null;
      continue;
    }
    if (isCopula(token.word)) copulas++;
    else if (copulas === 0 && !isFiller(token.word)) return null;
    else if (isConjunction(token.word)) return null;
    const kind = codeWordAt(tokens, before);
    const next = tokens[before + 1];
    if (kind !== null && next?.kind === 'word' && tellsMore(next.word)) return kind;
  }
  return null;
}

/**
 * The numbers that a phone, a room or a ticket explains: "rum 3114", "3114 är rummet". Each word explains one number,
 * so that none explains away a code that stands beside its own.
 */
export function explainedNumbers(tokens: readonly Token[], clauses: readonly number[]): ReadonlySet<number> {
  const explained = new Set<number>();
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' || codeWordAt(tokens, at) !== null || !announcesInnocent(token.word)) return;
    const number = numberAfter(tokens, clauses, at) ?? (tellsOfCalling(token.word) ? null : numberBefore(tokens, at));
    if (number !== null) explained.add(number);
  });
  return explained;
}

function numberAfter(tokens: readonly Token[], clauses: readonly number[], at: number): number | null {
  const word = tokens[at];
  const isCall = word?.kind === 'word' && tellsOfCalling(word.word);
  for (let next = at + 1; next - at <= INNOCENT_REACH; next++) {
    const token = tokens[next];
    // "tel. 123456" and "rum: 3114" are one clause, whatever stands between.
    if (token === undefined || (clauses[next] !== clauses[at] && (isCall || next > at + 1))) return null;
    if (token.kind !== 'word') return next;
    if (codeWordAt(tokens, next) !== null || tellsOfTyping(token.word)) return null;
    if (isCall && isCopula(token.word)) return null;
  }
  return null;
}

function numberBefore(tokens: readonly Token[], at: number): number | null {
  let copulas = 0;
  for (let before = at - 1; at - before <= INNOCENT_REACH; before--) {
    const token = tokens[before];
    if (token === undefined) return null;
    if (token.kind !== 'word') return copulas > 0 ? before : null;
    if (!isFiller(token.word) || isConjunction(token.word)) return null;
    if (isCopula(token.word)) copulas++;
  }
  return null;
}
