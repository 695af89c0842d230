/**
 * PIN reset: forgotten or locked PIN, change of a known PIN, lost PUK. Guides through the owner's two instructions one
 * step a turn, or all at once; a step that fails leads through advice to a ticket that already says what was tried.
 */
import type { Context, Dialog, Input } from './dialog.ts';
import { ask } from './pin-reset-ask.ts';
import { phrasedAnswers } from './pin-reset-choices.ts';
import type { ChoiceId } from './pin-reset-choices.ts';
import { holdsMask, readAnswer } from './pin-reset-read.ts';
import { start } from './pin-reset-start.ts';
import { pinResetState, previousSpot } from './pin-reset-state.ts';
import type { PinResetState, Place } from './pin-reset-state.ts';
import { act, describeTrouble, goTo } from './pin-reset-step.ts';
import type { PinResetStep } from './pin-reset-step.ts';
import { ticketOpening } from './pin-reset-ticket.ts';
import { looksLikeQuestion } from './question.ts';

export const pinReset: Dialog<PinResetState> = {
  name: 'pin-reset',
  version: 1,
  state: pinResetState,
  start,
  ask,
  step,
  back: (state) => {
    const place = previousPlace(state);
    return place === null ? null : { ...state, place };
  },
  handOver: (state, context) => ticketOpening(state, 'asked', context),
  // This dialog opens no effect of its own, so nothing is ever settled or late here.
  settled: () => ({ then: 'misunderstood' }),
  late: () => [],
};

function step(state: PinResetState, input: Input, context: Context): PinResetStep {
  const answer = input.choice === null ? readAnswer(input.text, state.place, context.language) : known(input.choice, state.place);
  if (answer !== null) return act(state, answer, input, context);
  if (input.choice !== null || looksLikeQuestion(input.text)) return { then: 'misunderstood' };
  if (state.place.at === 'failure' && input.text.trim() !== '') return describeTrouble(state, state.place.spot, input.text.trim());
  // Whoever typed a code has been told that it was taken out; the code itself answers nothing.
  return holdsMask(input.text) ? goTo(state, state.place) : { then: 'misunderstood' };
}

/** A button of an older question is no answer to this one. */
function known(choice: string, place: Place): ChoiceId | null {
  return phrasedAnswers(place).find((id) => id === choice) ?? null;
}

/** From the first question of a matter, "back" leads to which matter it is, so that a misread opening can be put right. */
function previousPlace({ cause, place }: PinResetState): Place | null {
  switch (place.at) {
    case 'case': return null;
    case 'puk': return { at: 'case' };
    case 'employed': return { at: cause === 'puk-lost' ? 'case' : 'puk' };
    case 'guide': {
      const spot = previousSpot(place.spot);
      if (spot !== null) return { at: 'guide', spot };
      return place.spot.guide === 'unlock' ? { at: 'puk' } : { at: 'case' };
    }
    case 'failure': return { at: 'guide', spot: place.spot };
    case 'advice': return { at: 'failure', spot: place.spot };
  }
}
