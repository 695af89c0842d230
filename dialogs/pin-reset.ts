/**
 * PIN reset: forgotten or locked PIN, change of a known PIN, lost PUK. Guides through the owner's two instructions one
 * step a turn, or all at once; a step that fails leads through advice to a ticket that already says what was tried.
 */
import type { Context, Dialog, Input } from './dialog.ts';
import { ask } from './pin-reset-ask.ts';
import { firstPlace, previousPlace } from './pin-reset-back.ts';
import { typedAnswers } from './pin-reset-choices.ts';
import type { ChoiceId } from './pin-reset-choices.ts';
import { hear } from './pin-reset-hear.ts';
import { shortAnswer } from './pin-reset-read.ts';
import { start } from './pin-reset-start.ts';
import { pinResetState } from './pin-reset-state.ts';
import type { PinResetState } from './pin-reset-state.ts';
import { act, MISUNDERSTOOD, toCardLost } from './pin-reset-step.ts';
import type { PinResetStep } from './pin-reset-step.ts';
import { ticketOpening } from './pin-reset-ticket.ts';

export const pinReset: Dialog<PinResetState> = {
  name: 'pin-reset',
  version: 2,
  state: pinResetState,
  start,
  ask,
  numbersMeant: () => 'code',
  step,
  back: (state) => {
    const place = previousPlace(state);
    return place === null ? null : { ...state, place };
  },
  restarted: (state) => ({ ...state, place: firstPlace(state) }),
  handOver: (state, context) => ticketOpening(state, 'asked', context),
  // This dialog opens no effect of its own, so nothing is ever settled or late here.
  settled: () => ({ then: 'misunderstood' }),
  late: () => [],
};

function step(state: PinResetState, { text, choice }: Input, context: Context): PinResetStep {
  const answer = choice === null ? shortAnswer(text, state) : pressed(choice, state);
  if (answer === 'card-lost') return toCardLost(text);
  if (answer !== null) return act(state, answer, context);
  return choice === null ? hear(state, text, context) : MISUNDERSTOOD;
}

/** A button of an older question is no answer to this one. */
function pressed(choice: string, state: PinResetState): ChoiceId | null {
  return typedAnswers(state).find((id) => id === choice) ?? null;
}
