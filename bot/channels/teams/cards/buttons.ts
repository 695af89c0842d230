/** The buttons of a card. Pure. */
import type { Choice } from '../../../conversation/types.ts';
import type { ActionSet, Execute, Submit } from './adaptive-card.ts';

/** `verb` of our Action.Execute buttons. */
export const CHOOSE = 'choose';

/**
 * How buttons report that they were pressed. `submit`: as a message, which stands in the chat as the person's own line.
 * `execute`: as an invoke that is answered with the used card, without a line in the chat; phones are reported to fail at
 * it (microsoft/AdaptiveCards issue 9315). The bot takes both, whatever it sends.
 */
export type ButtonKind = 'submit' | 'execute';

/** Teams draws six buttons of a row; more go in further rows. */
const BUTTONS_A_ROW = 6;

/** The ways out of a dialog, by the ids of their choices: they get a row of their own, below the answers. */
const WAYS_OUT: readonly string[] = ['back', 'cancel', 'person'];

/** The rows of buttons for the choices of the message `seq`. None is left out. */
export function buttonRows(choices: readonly Choice[], seq: number, kind: ButtonKind): readonly ActionSet[] {
  const isWayOut = ({ id }: Choice): boolean => WAYS_OUT.includes(id);
  const groups = [choices.filter((choice) => !isWayOut(choice)), choices.filter(isWayOut)];
  return groups.flatMap(rowsOf).map((row) => ({ type: 'ActionSet', actions: row.map((choice) => button(choice, seq, kind)) }));
}

function rowsOf(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  const count = Math.ceil(choices.length / BUTTONS_A_ROW);
  return Array.from({ length: count }, (_, row) => choices.slice(row * BUTTONS_A_ROW, (row + 1) * BUTTONS_A_ROW));
}

function button(choice: Choice, seq: number, kind: ButtonKind): Submit | Execute {
  const submit = submitButton(choice, seq);
  if (kind === 'submit') return submit;
  const { id, label } = choice;
  return { type: 'Action.Execute', title: label, verb: CHOOSE, data: { choice: id, label, card: seq }, fallback: submit };
}

/**
 * `messageBack` shows the label in the chat as the person's own line and comes back as a message. Teams returns
 * `msteams.value`, other clients the whole of `data`, so the choice stands in both. (Teams documentation, "Card
 * actions", Adaptive Cards with messageBack action.)
 */
function submitButton({ id, label }: Choice, seq: number): Submit {
  const value = { choice: id, label, card: seq };
  return { type: 'Action.Submit', title: label, data: { ...value, msteams: { type: 'messageBack', displayText: label, text: label, value } } };
}
