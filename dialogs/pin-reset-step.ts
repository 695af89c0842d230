/** Where each answer of the PIN reset leads. */
import type { Context, Step } from './dialog.ts';
import { numbers, page, wordingOf } from './pin-reset-ask.ts';
import type { ChoiceId } from './pin-reset-choices.ts';
import { firstSpot, nextSpot, WORDS_MAX } from './pin-reset-state.ts';
import type { Guide, PinResetState, Place, Spot, Trouble } from './pin-reset-state.ts';
import { adviceGiven, ticketOpening } from './pin-reset-ticket.ts';
import type { TicketReason } from './pin-reset-ticket.ts';

export type PinResetStep = Step<PinResetState>;

export const MISUNDERSTOOD: PinResetStep = { then: 'misunderstood' };

/** Goes to a place, saying something first where there is something to say. */
export function goTo(state: PinResetState, place: Place, said?: string): PinResetStep {
  const next = { ...state, place };
  return said === undefined ? { then: 'ask', state: next } : { then: 'ask', state: next, say: [{ text: said }] };
}

/** Acts on an answer that the open question offers; a lost card needs the words too, see `toCardLost`. */
export function act(state: PinResetState, answer: ChoiceId, context: Context): PinResetStep {
  const { explain } = wordingOf(context.language);
  if (answer === 'what-is-puk') return goTo(state, state.place, explain.puk);
  if (answer === 'what-is-the-difference') return goTo(state, state.place, explain.difference);
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

/** Gives the floor to the dialog that blocks: minutes count. */
export function toCardLost(text: string): PinResetStep {
  return { then: 'switch', to: 'card-lost', opening: { intent: 'card-lost', text } };
}

/** The first step of an instruction, after the short answer of the change; the unlocking has given its own before. */
export function startGuide(guide: Guide, state: PinResetState, context: Context, all = false): PinResetStep {
  const said = guide === 'change' ? wordingOf(context.language).short.change(page('instruktion-pin', context)) : undefined;
  return goTo(guide === 'unlock' ? { ...state, hasPuk: true } : state, { at: 'guide', spot: firstSpot(guide, all) }, said);
}

/** A change that turns out to be an unlocking, as the old PIN is not known or not accepted. */
export function forgetOldPin(state: PinResetState, cause: PinResetState['cause'], context: Context): PinResetStep {
  const place: Place = state.hasPuk === true ? { at: 'guide', spot: firstSpot('unlock') } : { at: 'puk' };
  return goTo({ ...state, cause }, place, wordingOf(context.language).say.oldPinRefused(page('instruktion-upplasning', context)));
}

/** Without a PUK, the employer decides who helps. */
export function withoutPuk(state: PinResetState, context: Context): PinResetStep {
  const known = { ...state, hasPuk: false };
  if (state.employed === true) return orderInRitz(context);
  if (state.employed === false) return toServicedesk(known, 'no-puk', context);
  return goTo(known, { at: 'employed' }, wordingOf(context.language).say.noPuk);
}

/** The end for everyone whom the instruction did not help; the escalation gives the numbers and offers a ticket. */
export function toServicedesk(state: PinResetState, reason: TicketReason, context: Context): PinResetStep {
  const text = wordingOf(context.language).say.toServicedesk[reason];
  return { then: 'switch', to: 'escalation', say: [{ text }], opening: ticketOpening(state, reason, context) };
}

/** Advice on a trouble, which may be told in the user's own words. */
export function advise(state: PinResetState, spot: Spot, trouble: Trouble, words: string | null): PinResetStep {
  return goTo(state, { at: 'advice', spot, trouble, words: words?.trim().slice(0, WORDS_MAX) ?? null });
}

/** The advice did not help; `words` is what the user adds to that. */
export function stillFailing(state: PinResetState, words: string | null, context: Context): PinResetStep {
  const { ticket } = wordingOf(context.language);
  const added = words === null ? [] : [ticket.ownWords(words.trim().slice(0, WORDS_MAX))];
  return toServicedesk({ ...state, earlier: [...state.earlier, ...added] }, 'still-failing', context);
}

/** The step after this one, the other code where both are to be made, or the end. */
export function goOn(state: PinResetState, spot: Spot, context: Context): PinResetStep {
  const { end, say } = wordingOf(context.language);
  const next = nextSpot(spot);
  if (next !== null) return goTo(state, { at: 'guide', spot: next });
  // The card is in the reader already.
  if (state.code === 'both') return goTo({ ...state, code: 'underskrift' }, { at: 'guide', spot: { ...spot, step: 'icon' } }, say.otherCode);
  return { then: 'finish', say: [{ text: end[spot.guide](page('test-siths', context)) }] };
}

/** The end for someone employed by Region Skåne who has no PUK. */
function orderInRitz(context: Context): PinResetStep {
  const text = wordingOf(context.language).end.ritz(page('ritz', context), page('instruktion-upplasning', context), numbers(context));
  return { then: 'finish', say: [{ text }] };
}

function fromCase(state: PinResetState, answer: ChoiceId, context: Context): PinResetStep {
  const { short } = wordingOf(context.language);
  switch (answer) {
    case 'forgot': return toUnlocking({ ...state, cause: 'forgotten' }, context);
    case 'locked': return toUnlocking({ ...state, cause: 'locked' }, context);
    case 'change': return startGuide('change', { ...state, cause: 'change' }, context);
    case 'puk-lost': return state.employed === null
      ? goTo({ ...state, cause: 'puk-lost', hasPuk: false }, { at: 'employed' }, short.employed(page('ritz', context), numbers(context)))
      : withoutPuk({ ...state, cause: 'puk-lost' }, context);
    default: return MISUNDERSTOOD;
  }
}

function toUnlocking(state: PinResetState, context: Context): PinResetStep {
  return state.hasPuk === true ? startGuide('unlock', state, context) : goTo(state, { at: 'puk' });
}

function fromPuk(state: PinResetState, answer: ChoiceId, context: Context): PinResetStep {
  switch (answer) {
    case 'puk-yes': return startGuide('unlock', state, context);
    case 'puk-no': return withoutPuk(state, context);
    default: return MISUNDERSTOOD;
  }
}

function fromEmployed(state: PinResetState, answer: ChoiceId, context: Context): PinResetStep {
  switch (answer) {
    case 'employed-yes': return orderInRitz(context);
    case 'employed-no': return toServicedesk({ ...state, employed: false }, 'no-puk', context);
    case 'employed-unsure': return goTo(state, state.place, wordingOf(context.language).explain.employer(page('ritz', context), numbers(context)));
    default: return MISUNDERSTOOD;
  }
}

function fromGuide(state: PinResetState, spot: Spot, answer: ChoiceId, context: Context): PinResetStep {
  switch (answer) {
    case 'done': return goOn(state, spot, context);
    case 'failed': return goTo(state, { at: 'failure', spot });
    case 'all-steps': return goTo(state, { at: 'guide', spot: { ...spot, all: true } });
    case 'legitimering':
    case 'underskrift': return goOn({ ...state, code: answer }, spot, context);
    case 'both-codes': return goTo({ ...state, code: 'both' }, state.place);
    default: return MISUNDERSTOOD;
  }
}

function fromFailure(state: PinResetState, spot: Spot, answer: ChoiceId, context: Context): PinResetStep {
  switch (answer) {
    case 'card-not-read':
    case 'no-icon':
    case 'other': return advise(state, spot, answer, null);
    // The source is silent on a refused PUK, and Ritz is only for a lost one.
    case 'wrong-puk': return toServicedesk(state, 'wrong-puk', context);
    case 'wrong-pin': return forgetOldPin(state, null, context);
    default: return MISUNDERSTOOD;
  }
}

function fromAdvice(state: PinResetState, spot: Spot, answer: ChoiceId, context: Context): PinResetStep {
  switch (answer) {
    // The advice mends the step, not the whole matter: the PIN is not new until the last step is done.
    case 'worked': return goTo({ ...state, earlier: [...state.earlier, ...adviceGiven(state, context)] }, { at: 'guide', spot }, wordingOf(context.language).say.goesOn);
    case 'still-failing': return stillFailing(state, null, context);
    default: return MISUNDERSTOOD;
  }
}
