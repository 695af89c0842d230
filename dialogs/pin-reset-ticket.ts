/** What Servicedesk is told when the PIN reset did not help: so that nobody has to try the same things again. */
import type { Context, Opening } from './dialog.ts';
import { wordingOf } from './pin-reset-ask.ts';
import { stepNumber, stepsOf } from './pin-reset-state.ts';
import type { PinResetState, Spot } from './pin-reset-state.ts';
import type { Wording } from './pin-reset.sv.ts';

export type TicketReason = 'no-puk' | 'wrong-puk' | 'still-failing';

/** The opening of the escalation: the matter in short, and each thing known or tried as a sentence. */
export function ticketOpening(state: PinResetState, reason: TicketReason | 'asked', context: Context): Opening {
  const { ticket } = wordingOf(context.language);
  const spot = reason !== 'no-puk' && 'spot' in state.place ? state.place.spot : null;
  const trouble = reason === 'wrong-puk' ? ticket.trouble['wrong-puk'] : describedTrouble(state, ticket);
  const subject = ticket.subject[reason === 'no-puk' ? 'no-puk' : (spot?.guide ?? (reason === 'asked' ? 'pin' : 'unlock'))];
  return {
    intent: 'talk-to-servicedesk',
    text: trouble === null ? subject : `${subject} ${trouble}`,
    tried: [
      ...state.earlier,
      ticket.cause[state.cause ?? 'unknown'],
      ...(state.code === null ? [] : [ticket.code[state.code]]),
      ...(reason === 'no-puk' && state.employed !== null ? [ticket.employed[state.employed ? 'yes' : 'no']] : []),
      ...(spot === null ? [] : [reached(spot, ticket)]),
      ...(state.place.at === 'advice' ? [ticket.advised[state.place.trouble], ticket.stillFailing] : []),
    ],
  };
}

/** A trouble that advice was given on, and the advice, in sentences; empty elsewhere. */
export function adviceGiven(state: PinResetState, context: Context): readonly string[] {
  const { ticket } = wordingOf(context.language);
  const trouble = describedTrouble(state, ticket);
  return state.place.at === 'advice' && trouble !== null ? [trouble, ticket.advised[state.place.trouble]] : [];
}

function reached(spot: Spot, ticket: Wording['ticket']): string {
  if (spot.all) return ticket.allShown(spot.guide);
  return ticket.stopped(spot.guide, stepNumber(spot), stepsOf(spot.guide).length, ticket.stepNames[spot.step]);
}

function describedTrouble({ place }: PinResetState, ticket: Wording['ticket']): string | null {
  if (place.at !== 'advice') return null;
  if (place.words === null) return ticket.trouble[place.trouble];
  const own = ticket.ownWords(place.words);
  return place.trouble === 'other' ? own : `${ticket.trouble[place.trouble]} ${own}`;
}
