/**
 * Finds PIN, PUK and other codes: a number near a word that announces a code, tells of typing or is a letter, a message that is
 * nothing but a number, and, while codes are talked about, every number that nothing else explains.
 */
import type { SecretKind } from '../conversation/types.ts';
import { clausesOf, codeWordAt, explainedNumbers, statedKind } from './announcements.ts';
import type { Span } from './fold.ts';
import type { Hearing } from './hearing.ts';
import { readsAsNearDate, readsAsTime, readsAsYear } from './near-dates.ts';
import { digitsSpelled } from './number-words.ts';
import type { NumberToken } from './numbers.ts';
import { tokenize, type Token } from './tokens.ts';
import { isFiller, isLetter, isUnit, tellsOfTime, tellsOfTyping } from './vocabulary.ts';

export interface Code extends Span {
  readonly kind: SecretKind;
}

/** In tokens. PINs have 6 digits and PUKs 8, so such a number is suspect further away from the word. */
const NEAR = 5;
const NEAR_FOR_CARD_CODES = 12;
const TYPED_NEAR = 3;
const TYPED_NEAR_FOR_CARD_CODES = 5;
const TIME_NEAR = 3;
/** Digits. */
const SHORT_PIN = 4;
const PIN = 6;
const PUK = 8;
/** The internal phone numbers have five digits, and are an answer that the bot asks for. */
const INTERNAL_PHONE = 5;
const LONGEST_PHONE = 9;

interface Surroundings {
  readonly tokens: readonly Token[];
  readonly clauses: readonly number[];
  /** The kind of code that each token announces. */
  readonly codeWords: readonly (SecretKind | null)[];
  readonly explained: ReadonlySet<number>;
  /** Nothing but numbers and words that say nothing. */
  readonly isBare: boolean;
}

/** Spans in order. */
export function findCodes(text: string, hearing: Hearing): Code[] {
  if (!holdsDigits(text)) return [];
  const tokens = tokenize(text);
  const clauses = clausesOf(text, tokens);
  const around: Surroundings = {
    tokens,
    clauses,
    codeWords: tokens.map((_, at) => codeWordAt(tokens, at)),
    explained: explainedNumbers(tokens, clauses),
    isBare: hearing.alone && tokens.every(saysNothing),
  };
  return tokens.flatMap((token, at) => {
    const kind = token.kind === 'candidate' ? kindOf(token, at, around, hearing) : null;
    return kind === null ? [] : [{ kind, start: token.start, end: token.end }];
  });
}

// Most messages hold no number and end here.
function holdsDigits(text: string): boolean {
  return /\d/.test(text) || Array.from(text.matchAll(/\p{L}+/gu)).filter(([word]) => digitsSpelled(word.toLowerCase()) !== null).length > 1;
}

function saysNothing(token: Token): boolean {
  if (token.kind === 'word') return isFiller(token.word);
  return token.kind === 'candidate' || token.kind === 'covered';
}

function kindOf({ digits }: NumberToken, at: number, around: Surroundings, hearing: Hearing): SecretKind | null {
  if (isAmount(around, at)) return null;
  const stated = statedKind(around.tokens, around.clauses, at);
  if (stated !== null) return stated;
  if (around.explained.has(at)) return null;
  if (around.isBare) return codeWordNear(around, at, digits) ?? (answers(digits, hearing) ? null : 'code');
  const typed = isTyped(around, at);
  const announced = codeWordNear(around, at, digits);
  const isAboutCodes = announced !== null || hearing.meant === 'code';
  if (!typed && (readsAsYear(digits) || (readsAsNearDate(digits, hearing.at) && (!isAboutCodes || tellsWhen(around, at))))) return null;
  if (announced !== null) return announced;
  const isCode = typed || isTypedNear(around, at, digits) || (hearing.meant === 'code' && digits.length !== INTERNAL_PHONE);
  return isCode ? 'code' : null;
}

function isAmount({ tokens }: Surroundings, at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind === 'word' && isUnit(next.word);
}

/** Whether a message that is nothing but a number is what the question asks for. */
function answers(digits: string, { meant, at }: Hearing): boolean {
  if (digits.length === INTERNAL_PHONE) return true;
  if (meant === 'time') return readsAsTime(digits) || readsAsNearDate(digits, at);
  return meant === 'contact' && digits.length !== PUK && digits.length <= LONGEST_PHONE;
}

/** The nearest word that announces a code; at the same distance the one before the number counts: "tel 30123, kod 123456". */
function codeWordNear({ codeWords }: Surroundings, at: number, digits: string): SecretKind | null {
  const reach = isCardCode(digits) ? NEAR_FOR_CARD_CODES : NEAR;
  for (let distance = 1; distance <= reach; distance++) {
    const kind = codeWords[at - distance] ?? codeWords[at + distance] ?? null;
    if (kind !== null) return kind;
  }
  return null;
}

function isCardCode({ length }: string): boolean {
  return length === PIN || length === PUK;
}

/** "jag slog 1984", "jag har valt det här: 1984". */
function isTyped({ tokens, clauses }: Surroundings, at: number): boolean {
  for (let before = at - 1; at - before <= TYPED_NEAR; before--) {
    const token = tokens[before];
    if (token?.kind !== 'word' || (clauses[before] !== clauses[at] && before !== at - 1)) return false;
    if (tellsOfTyping(token.word)) return true;
    if (!isFiller(token.word)) return false;
  }
  return false;
}

/** "jag provade först med 1234 och 123456", "445566 skrev jag", "i brevet står det 55667788". */
function isTypedNear({ tokens, clauses }: Surroundings, at: number, digits: string): boolean {
  if (!isCardCode(digits) && digits.length !== SHORT_PIN) return false;
  const reach = isCardCode(digits) ? TYPED_NEAR_FOR_CARD_CODES : TYPED_NEAR;
  return tokens.slice(Math.max(0, at - reach), at + reach + 1).some((token, index) => {
    const place = Math.max(0, at - reach) + index;
    return token.kind === 'word' && (tellsOfTyping(token.word) || isLetter(token.word)) && clauses[place] === clauses[at];
  });
}

function tellsWhen({ tokens }: Surroundings, at: number): boolean {
  return tokens.slice(Math.max(0, at - TIME_NEAR), at + TIME_NEAR).some((token) => token.kind === 'word' && tellsOfTime(token.word));
}
