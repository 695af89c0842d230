/** Talks with the PIN reset on its own, without the conversation loop. */
import type { Context, Input, Opening, Step } from '../../dialogs/dialog.ts';
import type { PinResetState } from '../../dialogs/pin-reset-state.ts';
import { pinReset } from '../../dialogs/pin-reset.ts';
import { contextIn } from './subjects.ts';

export const swedish = contextIn('sv');

/** Starts and then feeds each answer: "#done" is a button, anything else is typed. */
export function after(opening: Partial<Opening>, answers: readonly string[] = [], context: Context = swedish): Step<PinResetState> {
  let step = pinReset.start(context, { intent: 'pin-forgotten', text: '', ...opening });
  for (const answer of answers) step = pinReset.step(stateOf(step), inputOf(answer), context);
  return step;
}

function inputOf(answer: string): Input {
  return answer.startsWith('#') ? { text: '', choice: answer.slice(1) } : { text: answer, choice: null };
}

export function stateOf(step: Step<PinResetState>): PinResetState {
  if (step.then !== 'ask') throw new Error(`The dialog does not ask: ${JSON.stringify(step)}`);
  return step.state;
}

export function placeOf(step: Step<PinResetState>): PinResetState['place'] {
  return stateOf(step).place;
}

export function said(step: Step<PinResetState>): string {
  return step.then === 'misunderstood' ? '' : (step.say ?? []).map(({ text }) => text).join('\n');
}
