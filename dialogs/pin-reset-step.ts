/** Where each answer of the PIN reset leads. */
import type { Context, Input, Step } from './dialog.ts';
import { numbers, page, wordingOf } from './pin-reset-ask.ts';
import type { ChoiceId } from './pin-reset-choices.ts';
import { firstSpot, nextSpot, WORDS_MAX } from './pin-reset-state.ts';
import type { PinResetState, Place, Spot, Trouble } from './pin-reset-state.ts';
import { ticketOpening } from './pin-reset-ticket.ts';
import type { TicketReason } from './pin-reset-ticket.ts';

export type PinResetStep = Step<PinResetState>;

const MISUNDERSTOOD: PinResetStep = { then: 'misunderstood' };

/** Goes to a place, saying something first where there is something to say. */
export function goTo(state: PinResetState, place: Place, said?: string): PinResetStep {
  const next = { ...state, place };
  return said === undefined ? { then: 'ask', state: next } : { then: 'ask', state: next, say: [{ text: said }] };
}

/** Acts on an answer; the answer fits the place (it was offered there, or is understood there). */
export function act(state: PinResetState, answer: ChoiceId, input: Input, context: Context): PinResetStep {
  const { explain } = wordingOf(context.language);
  if (answer === 'what-is-puk') return goTo(state, state.place, explain.puk);
  if (answer === 'what-is-the-difference') return goTo(state, state.place, explain.difference);
  if (answer === 'card-lost') return { then: 'switch', to: 'card-lost', opening: { intent: 'card-lost', text: input.text } };
  const { place } = state;
  switch (place.at) {
    case 'case': return fromCase(state, answer, context);
    case 'puk': return fromPuk(state, answer, context);
    case 'employed': return fromEmployed(state, answer, context);
    case 'guide': return fromGuide(state, place.spot, answer, context);
    case 'failure': return fromFailure(state, place.spot, answer, context);
    case 'advice': return fromAdvice(state, place.spot, answer, context);
  }
}

/** A trouble in the user's own words, taken as it is. */
export function describeTrouble(state: PinResetState, spot: Spot, words: string): PinResetStep {
  return goTo(state, { at: 'advice', spot, trouble: 'other', words: words.slice(0, WORDS_MAX) });
}

function fromCase(state: PinResetState, answer: ChoiceId, context: Context): PinResetStep {
  const { short } = wordingOf(context.language);
  switch (answer) {
    case 'forgot': return goTo({ ...state, cause: 'forgotten' }, { at: 'puk' });
    case 'locked': return goTo({ ...state, cause: 'locked' }, { at: 'puk' });
    case 'change': return goTo({ ...state, cause: 'change' }, { at: 'guide', spot: firstSpot('change') }, short.change(page('instruktion-pin', context)));
    case 'puk-lost': return goTo({ ...state, cause: 'puk-lost' }, { at: 'employed' }, short.employed(page('ritz', context), numbers(context)));
    default: return MISUNDERSTOOD;
  }
}

function fromPuk(state: PinResetState, answer: ChoiceId, context: Context): PinResetStep {
  switch (answer) {
    case 'puk-yes': return goTo(state, { at: 'guide', spot: firstSpot('unlock') });
    case 'all-steps': return goTo(state, { at: 'guide', spot: firstSpot('unlock', true) });
    case 'puk-no':
    case 'puk-lost': return goTo(state, { at: 'employed' }, wordingOf(context.language).say.noPuk);
    default: return MISUNDERSTOOD;
  }
}

function fromEmployed(state: PinResetState, answer: ChoiceId, context: Context): PinResetStep {
  switch (answer) {
    case 'employed-yes': return orderInRitz(context);
    case 'employed-no': return toServicedesk(state, 'no-puk', context);
    default: return MISUNDERSTOOD;
  }
}

/** The end for someone employed by Region Skåne who has no PUK. */
export function orderInRitz(context: Context): PinResetStep {
  const text = wordingOf(context.language).end.ritz(page('ritz', context), page('instruktion-upplasning', context), numbers(context));
  return { then: 'finish', say: [{ text }] };
}

/** The end for everyone whom the instruction did not help; the escalation gives the numbers and offers a ticket. */
export function toServicedesk(state: PinResetState, reason: TicketReason, context: Context): PinResetStep {
  const text = wordingOf(context.language).say.toServicedesk[reason];
  return { then: 'switch', to: 'escalation', say: [{ text }], opening: ticketOpening(state, reason, context) };
}

function fromGuide(state: PinResetState, spot: Spot, answer: ChoiceId, context: Context): PinResetStep {
  switch (answer) {
    case 'done': return goOn(state, spot, context);
    case 'failed': return goTo(state, { at: 'failure', spot });
    case 'all-steps': return goTo(state, { at: 'guide', spot: { ...spot, all: true } });
    case 'legitimering':
    case 'underskrift': return goOn({ ...state, code: answer }, spot, context);
    case 'puk-lost': return goTo(state, { at: 'employed' }, wordingOf(context.language).say.noPuk);
    default: return fromFailure(state, spot, answer, context);
  }
}

function fromFailure(state: PinResetState, spot: Spot, answer: ChoiceId, context: Context): PinResetStep {
  switch (answer) {
    case 'card-not-read':
    case 'no-icon':
    case 'other': return advise(state, spot, answer);
    // The source is silent on a refused PUK, and Ritz is only for a lost one.
    case 'wrong-puk': return toServicedesk(state, 'wrong-puk', context);
    case 'wrong-pin': return goTo({ ...state, cause: null }, { at: 'puk' }, wordingOf(context.language).say.oldPinRefused(page('instruktion-upplasning', context)));
    default: return MISUNDERSTOOD;
  }
}

function fromAdvice(state: PinResetState, spot: Spot, answer: ChoiceId, context: Context): PinResetStep {
  switch (answer) {
    // The advice mends the step, not the whole matter: the PIN is not new until the last step is done.
    case 'worked': return spot.all ? goTo(state, { at: 'guide', spot }, wordingOf(context.language).say.goesOn) : goOn(state, spot, context, true);
    case 'still-failing': return toServicedesk(state, 'still-failing', context);
    default: return MISUNDERSTOOD;
  }
}

function advise(state: PinResetState, spot: Spot, trouble: Trouble): PinResetStep {
  return goTo(state, { at: 'advice', spot, trouble, words: null });
}

function goOn(state: PinResetState, spot: Spot, context: Context, praised = false): PinResetStep {
  const { end, say } = wordingOf(context.language);
  const next = nextSpot(spot);
  if (next !== null) return goTo(state, { at: 'guide', spot: next }, praised ? say.goesOn : undefined);
  return { then: 'finish', say: [{ text: end[spot.guide](page('test-siths', context)) }] };
}
