/** What a masked message says besides its secrets. */
import { COVER, fold } from './fold.ts';
import { MARKS } from './marks.sv.ts';
import { codeAnnouncedBy, isConjunction, isFiller, isLetter, tellsMore, tellsOfTyping } from './vocabulary.ts';

const BETWEEN_CLAUSES = /(?<=[,.;:!?])\s+|\s+(?=(?:och|samt|men|and|but)\s)/iu;
const OTHER_ANNOUNCEMENTS = /^(?:personn(?:umme)?r|samordningsn(?:umme)?r|pnr|\p{L}*losenord(?:et|en)?|password|passwd|fodd|born|gam(?:la|mal)|nya?|old|new|star|stod|tog|in|forst)$/u;

/** "ja 55667788" and "klart, pin är 482913" answer all the same. */
const ANSWER = /^\s*(?:ja|japp|jo|nej|klart?|ok|okej|yes|no|done)(?!\p{L})/iu;

/** The message without the clauses that only announce a secret: of "min pin är [borttagen kod] och kortet är stulet" the stolen card. */
export function wordsLeft(masked: string): string {
  const clauses = masked.split(BETWEEN_CLAUSES).map((clause) => (onlyAnnounces(clause) ? (ANSWER.exec(clause)?.[0] ?? '') : clause));
  const words = withoutMarks(clauses.join(' ')).trim().split(/\s+/u);
  return words.slice(isConjunction(folded(words[0] ?? '')) ? 1 : 0).join(' ');
}

function onlyAnnounces(clause: string): boolean {
  if (!fold(clause).text.includes(COVER)) return false;
  const words = folded(withoutMarks(clause)).match(/\p{L}+/gu) ?? [];
  return words.every((word) => isFiller(word) || tellsMore(word) || tellsOfTyping(word) || isLetter(word) || codeAnnouncedBy(word) !== null || OTHER_ANNOUNCEMENTS.test(word));
}

function withoutMarks(text: string): string {
  return Object.values(MARKS).reduce((left, mark) => left.replaceAll(mark, ' '), text);
}

function folded(text: string): string {
  return fold(text).text.toLowerCase();
}
