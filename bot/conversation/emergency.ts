/**
 * A life in danger, or illness: recognised by its words before the classifier, whose training knows little of it. A line
 * about 112 that nobody needed costs little, one that was missing may cost a life; still staff speak of care all day, so
 * that words of the workplace alone are no sign.
 */
import { fold, words } from '../../dialogs/fold.ts';
import { english } from './emergency-words.en.ts';
import { type EmergencyWords, swedish } from './emergency-words.sv.ts';

const either = (list: keyof EmergencyWords, flags?: string): RegExp => words([...swedish[list], ...english[list]].join('|'), flags);
const SIGNS = either('signs');
const FIGURES = either('figures', 'gu');
const MATTERS = either('matters');
const WORK = either('work');
const CLAUSE = /[.!?,;:\n]+|(?<=\s)(?:och|men|samt|fast|plus|and|but)(?=\s)/iu;

/** Somebody is ill or in danger. */
export function saysDanger(text: string): boolean {
  return SIGNS.test(fold(text).replace(FIGURES, ' '));
}

/** The clauses that speak of no danger, where one of them is about the card; else empty. */
export function besidesDanger(text: string): string {
  const others = text.split(CLAUSE).map((clause) => clause.trim()).filter((clause) => clause !== '' && !saysDanger(clause));
  return others.some(isAboutCard) ? others.join(', ') : '';
}

/** Names the card, a code, the login or what else the bot helps with. */
export function isAboutCard(text: string): boolean {
  return MATTERS.test(fold(text));
}

/** Works in care, or has patients waiting; not a question about care. */
export function saysWork(text: string): boolean {
  return WORK.test(fold(text));
}
