/** The choice that typed words mean. */
import type { Choice } from '../../dialogs/dialog.ts';
import { type Answer, isDoubtful, saysWrong, yesOrNo } from '../../dialogs/yes-no.ts';
import { plain } from './commands.ts';

/** Ways out are no answers: a number that is typed must not cancel. */
const WAYS_OUT: ReadonlySet<string> = new Set(['back', 'cancel', 'person']);

/** By its label, one of its typed forms, a yes or no where one is offered, or its number unless the question has `ownNumbers`. */
export function choiceOf(text: string, offered: readonly Choice[], ownNumbers = false): Choice | null {
  const words = plain(text);
  if (words === '' || isDoubtful(text)) return null;
  const named = offered.find((choice) => plain(choice.label) === words || choice.typed?.some((form) => plain(form) === words));
  if (named !== undefined) return named;
  const answer = yesOrNo(text, offersToAct(offered));
  if (answer !== null) return saysWrong(text) && (canBeCorrected(offered) || isAboutUser(offered)) ? null : (offered.find(({ id }) => means(id, answer)) ?? null);
  const number = /^(?:alternativ |nummer |nr )?([1-9])$/u.exec(words)?.[1];
  return number === undefined || ownNumbers ? null : (offered.filter(({ id }) => !WAYS_OUT.has(id))[Number(number) - 1] ?? null);
}

/** Whether one of the choices is a yes, so that one is looked for in words. */
export function asksYesOrNo(offered: readonly Choice[]): boolean {
  return offered.some(({ id }) => means(id, 'yes'));
}

/** "yes" and "no", also where a dialog tells its questions apart by them ("employed-yes"). */
function means(id: string, answer: Answer): boolean {
  return id === answer || id.endsWith(`-${answer}`);
}

/** The button names what will be done: "Ja, skicka". */
function offersToAct(offered: readonly Choice[]): boolean {
  return offered.some(({ id, label }) => id === 'yes' && plain(label).includes(' '));
}

/** To something that can be corrected "stämmer inte" or "nej, vänta" is no refusal of the whole. */
export function canBeCorrected(offered: readonly Choice[]): boolean {
  return offered.some(({ id }) => /^(?:correct|edit)-/u.test(id));
}

/** A question about the user, where "nej, vänta" is no answer. */
function isAboutUser(offered: readonly Choice[]): boolean {
  return offered.some(({ id }) => id.endsWith('-no'));
}
