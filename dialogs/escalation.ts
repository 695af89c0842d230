/**
 * To Servicedesk: the phone numbers first, then a ticket that already holds what was asked and tried. The user sees
 * exactly what will be sent, can change it, and agrees.
 */
import type { Context, Dialog, Input, NumbersMeant, OpenRequest, Opening, Reply, Settlement, Step } from './dialog.ts';
import { answerAdd, answerConfirm, answerContact, answerOffer, answerProblem, answerSubject } from './escalation-answers.ts';
import { ask } from './escalation-ask.ts';
import { prefill } from './escalation-prefill.ts';
import { asksAboutTicket } from './escalation-asides.ts';
import { saysSolved } from './escalation-problem.ts';
import { tellsLostCard, tellsOfIllness } from './escalation-read.ts';
import { type EscalationState, escalationSchema, stepBack } from './escalation-state.ts';
import { answerFailed, answerSummary, answerWhich } from './escalation-summary.ts';
import { wordsOf } from './escalation-words.ts';

export type { EscalationState } from './escalation-state.ts';

export const escalation: Dialog<EscalationState> = {
  name: 'escalation',
  version: 2,
  state: escalationSchema,
  start,
  ask,
  numbersMeant,
  step: (state, input, context) => interrupted(state, input, context) ?? answered(state, input, context),
  back: stepBack,
  settled,
  late: (_, context) => [{ text: wordsOf(context).late(context.facts.servicedesk) }],
};

function start(context: Context, opening: Opening): Step<EscalationState> {
  const words = wordsOf(context);
  const isOpen = ({ kind, state }: OpenRequest): boolean => kind === 'ticket' && (state === 'open' || state === 'sending' || state === 'answered');
  const open = context.facts.openRequests.find(isOpen);
  const text = [words.start(context.facts.servicedesk), ...(open === undefined ? [] : [words.already(open)])].join('\n\n');
  return { then: 'ask', state: { ...prefill(context, opening), step: 'offer', trail: [] }, say: [{ text }] };
}

/** What comes before any answer: that it is solved, a lost card, someone who is ill, and what a ticket is. */
function interrupted(state: EscalationState, { choice, text, topic }: Input, context: Context): Step<EscalationState> | null {
  if (choice !== null || state.step === 'sent') return null;
  const { servicedesk, ticketBackend } = context.facts;
  if (saysSolved(text)) return { then: 'finish', say: [{ text: wordsOf(context).solved(ticketBackend) }] };
  if (state.category !== 'card-lost' && tellsLostCard(text, topic)) return toCardLost(state, text);
  if (tellsOfIllness(text, topic)) return { then: 'misunderstood' };
  return asksAboutTicket(text) ? { then: 'ask', state, say: [{ text: wordsOf(context).about(ticketBackend, servicedesk) }] } : null;
}

/** Every minute counts. A ticket about something else waits. */
function toCardLost(state: EscalationState, text: string): Step<EscalationState> {
  return { then: 'switch', to: 'card-lost', opening: { intent: 'card-lost', text }, ...(state.problem === null ? {} : { keep: state }) };
}

function numbersMeant({ step: asked, category }: EscalationState): NumbersMeant | null {
  if (asked === 'confirm' || asked === 'name' || asked === 'reach') return 'contact';
  // What did not work with the codes is told here as well.
  return category === 'pin-reset' ? 'code' : null;
}

function answered(state: EscalationState, input: Input, context: Context): Step<EscalationState> {
  switch (state.step) {
    case 'offer':
      return answerOffer(state, input, context);
    case 'problem':
      return answerProblem(state, input, context);
    case 'add':
      return answerAdd(state, input, context);
    case 'subject':
      return answerSubject(state, input);
    case 'confirm':
      return answerConfirm(state, input, context);
    case 'name':
    case 'contact':
      return answerContact(state, input, context, 'name');
    case 'reach':
      return answerContact(state, input, context, 'phone');
    case 'summary':
      return answerSummary(state, input, context);
    case 'which':
      return answerWhich(state, input, context);
    case 'failed':
      return answerFailed(state, input, context);
    case 'sent':
      return { then: 'misunderstood' };
  }
}

/** A ticket that could not be sent is kept: it can be read, and tried again. */
function settled(state: EscalationState, settlement: Settlement, context: Context): Step<EscalationState> {
  if (!settlement.ok) return { then: 'ask', state: { ...state, step: 'failed', trail: [] }, say: [{ text: wordsOf(context).failed(context.facts.ticketBackend, context.facts.servicedesk) }] };
  return { then: 'finish', say: [{ text: wordsOf(context).registered(context.facts.ticketBackend, settlement.reference) }] };
}

/** Instead of a change to a ticket that is sent: that it cannot be made here, and whom to call. */
export function changeAfterSending(open: OpenRequest, context: Context): Reply {
  return { text: wordsOf(context).afterSending(open, context.facts.ticketBackend, context.facts.servicedesk) };
}
