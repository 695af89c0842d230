/** Finds passwords after the word that announces them. */
import type { Span } from './fold.ts';
import { isUnit } from './vocabulary.ts';

const KEYWORD = /(?<![\p{L}\d])(?:\p{L}{0,20}losenord(?:et|en|s)?|losen|losenfras(?:en)?|passord|password|passwd|passphrase|pwd|pw)(?![\p{L}\d])/giu;

const COPULAS = 'ar var blir blev is was heter lyder'.split(' ');
const FILLERS = 'mitt nu val ju nog typ alltsa egentligen fortfarande alltid now just still always'.split(' ');
const COPULA = wholeWord(COPULAS);
const FILLER = wholeWord(FILLERS);
const VALUE = String.raw`(?<value>"[^"\uE000]{1,100}"?|\u201D[^\u201D\uE000]{1,100}\u201D?|\u201C[^\u201D\uE000]{1,100}\u201D?|'[^'\uE000]{1,100}'|[^ \uE000]{1,200})`;
const WORD = String.raw` (?!(?:och|men|sa|and|but|so) )[^ :=,;.!?\uE000]{1,30}`;
/** "till windows", "for the laptop"; in "lösenordet till datorn funkar inte: hjälp" no password is told. */
const OF_WHAT = String.raw` (?:till|for|pa|i|hos|at|to|of|on)(?:(?! (?:funkar|fungerar|gar|gick|works|inte|not) )${WORD}){1,8}?`;
/** "som jag använder", "jag fick". */
const TOLD_OF = ` (?:som|jag|vi|that|which|i|we)(?:${WORD}){1,8}?`;
/** Right after the keyword. Without a sign or a copula ("lösenordet Blomma77") only a value with digits is a password. */
const NEAR = new RegExp(`(?: {1,2}(?:${COPULA}|${FILLER})){0,4}(?: ?[:=])? {0,3}(?:(?:${COPULA}|${FILLER}) ){0,2}${VALUE}`, 'iuy');
const FAR = new RegExp(`(?:${OF_WHAT}|${TOLD_OF})(?: ?[:=] {0,3}(?:${COPULA} )?| ${COPULA} (?:${FILLER} ){0,3})${VALUE}`, 'iuy');
const STATED = new RegExp(` ${COPULA} |[:=]`, 'i');

/** What a sentence says about a password rather than what the password is. */
const PREDICATES = new Set([
  ...COPULAS,
  ...FILLERS,
  ...(
    'fel glomt borta ogiltigt utganget gammalt nytt sparrat last bytt ratt korrekt inte samma for till pa i som okant kant bra daligt ' +
    'svart latt langt kort tomt har och eller fungerar funkar gar kravs saknas utan borttappat forlorat blockerat avstangt andrat ' +
    'aterstallt nollstallt inaktiverat ofullstandigt felaktigt slut helt alldeles redan ocksa heller lika olika nagot vad hur vilket det den ' +
    'jag vi ni man ett en minst max ok okej krangligt trasigt konstigt skrivet registrerat nyss upptaget ' +
    'wrong incorrect expired forgotten locked not the my a an it invalid right reset lost too same for to and or what how i we blocked changed ' +
    'inget ingenting missing gone old new different at least'
  ).split(' '),
]);

function wholeWord(words: readonly string[]): string {
  return String.raw`(?:${words.join('|')})(?![\p{L}\d])`;
}

/** Spans of the passwords themselves, quotes included, in order. */
export function findPasswords(text: string): Span[] {
  const spans: Span[] = [];
  for (const keyword of text.matchAll(KEYWORD)) {
    const after = keyword.index + keyword[0].length;
    const span = valueAt(text, after, NEAR) ?? valueAt(text, after, FAR);
    if (span !== null && span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  }
  return spans;
}

function valueAt(text: string, at: number, pattern: RegExp): Span | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const value = match?.groups?.['value'];
  if (match === null || value === undefined) return null;
  const end = at + match[0].length;
  const start = end - value.length;
  const secret = isQuoted(value) ? value : value.replace(/[.,;:)]+$/, '');
  return isPassword(secret, text.slice(at, start), text.slice(end)) ? { start, end: start + secret.length } : null;
}

function isQuoted(value: string): boolean {
  return /^["'\u201C\u201D]./.test(value);
}

function isPassword(value: string, before: string, after: string): boolean {
  if (value === '' || isQuoted(value)) return value !== '';
  const isAmount = /^\d+$/.test(value) && isUnit(/^ (\p{L}+)/u.exec(after.slice(0, 20))?.[1]?.toLowerCase() ?? '');
  if (isAmount) return false;
  if (STATED.test(before)) return !PREDICATES.has(value.replace(/[!?]+$/, '').toLowerCase());
  return /\d/.test(value) && /[^\d-]/.test(value);
}
