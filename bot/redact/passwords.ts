/** Finds passwords after the word that announces them. */
import type { Span } from './fold.ts';

const ANNOUNCED =
  /(?<![\p{L}\d])(?:\p{L}{0,20}losenord(?:et|en|s)?|losen|losenfras(?:en)?|passord|password|passwd|passphrase|pwd|pw)(?![\p{L}\d])(?: {1,2}(?:mitt|nu|ar|var|blir|is|was|heter|lyder)){0,3}(?<sign> ?[:=])? {0,3}(?:(?:mitt|nu|ar|var|blir|is|was|heter|lyder) )?(?<value>"[^"\uE000]{1,100}"?|\u201D[^\u201D\uE000]{1,100}\u201D?|\u201C[^\u201D\uE000]{1,100}\u201D?|'[^'\uE000]{1,100}'|[^ \uE000]{1,200})/giu;
/** What a sentence says about a password rather than what the password is. */
const PREDICATES = new Set(
  (
    'fel glomt borta ogiltigt utganget gammalt nytt sparrat last bytt ratt korrekt inte samma for till pa i som okant kant bra daligt ' +
    'svart latt langt kort tomt har och eller fungerar funkar gar kravs saknas utan wrong incorrect expired forgotten locked not the my a ' +
    'invalid right reset lost too same for to and or'
  ).split(' '),
);

/** Spans of the passwords themselves, quotes included, in order. */
export function findPasswords(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(ANNOUNCED)) {
    const value = match.groups?.['value'] ?? '';
    const end = match.index + match[0].length;
    const secret = isQuoted(value) ? value : value.replace(/[.,;:)]+$/, '');
    if (!isPassword(secret, match[0])) continue;
    spans.push({ start: end - value.length, end: end - value.length + secret.length });
  }
  return spans;
}

function isQuoted(value: string): boolean {
  return /^["'\u201C\u201D]./.test(value);
}

function isPassword(value: string, sentence: string): boolean {
  if (value === '') return false;
  if (isQuoted(value)) return true;
  const stated = / (?:ar|var|blir|is|was|heter|lyder) |[:=] ?/i.test(sentence.slice(0, -value.length));
  const word = value.replace(/[!?]+$/, '').toLowerCase();
  if (stated) return !PREDICATES.has(word);
  return /\d/.test(value) && /[^\d-]/.test(value);
}
