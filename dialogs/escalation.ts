/**
 * To Servicedesk: the phone numbers first, then a ticket that already holds what was asked and tried. The user sees
 * exactly what will be sent, can change it, and agrees.
 */
import { looksLikeQuestion, readContact } from './contact.ts';
import type { Context, Dialog, Effect, Input, NumbersMeant, OpenRequest, Opening, Reply, Step } from './dialog.ts';
import { bodyLines, contactLine, draftOf, isUrgent, prefill, PROBLEM_CHARS, reachOf, subjectOf } from './escalation-draft.ts';
import { advance, enter, type EscalationState, escalationSchema, stepBack } from './escalation-state.ts';
import { choicesOf, wordsOf } from './escalation-words.ts';

export type { EscalationState } from './escalation-state.ts';

/** So many words are no name and no choice. */
const SENTENCE_WORDS = 6;

export const escalation: Dialog<EscalationState> = {
  name: 'escalation',
  version: 1,
  state: escalationSchema,
  start,
  ask,
  numbersMeant,
  step,
  back: stepBack,
  settled: (_, settlement, context) => {
    const { servicedesk, ticketBackend } = context.facts;
    const words = wordsOf(context);
    const text = settlement.ok ? words.registered(ticketBackend, settlement.reference, servicedesk) : words.failed(servicedesk);
    return { then: 'finish', say: [{ text }] };
  },
  late: (_, context) => [{ text: wordsOf(context).late(context.facts.servicedesk) }],
};

function start(context: Context, opening: Opening): Step<EscalationState> {
  const words = wordsOf(context);
  const isOpen = ({ kind, state }: OpenRequest): boolean => kind === 'ticket' && (state === 'open' || state === 'sending' || state === 'answered');
  const open = context.facts.openRequests.find(isOpen);
  const text = [words.start(context.facts.servicedesk), ...(open === undefined ? [] : [words.already(open)])].join('\n\n');
  return { then: 'ask', state: { ...prefill(context, opening), step: 'offer', trail: [] }, say: [{ text }] };
}

function ask(state: EscalationState, context: Context): Reply {
  const words = wordsOf(context);
  switch (state.step) {
    case 'offer':
      return { text: words.offer, choices: choicesOf(context, ['write', 'call']) };
    case 'problem':
      return { text: words.problem };
    case 'confirm':
      return { text: words.confirm(state.identity?.name ?? '', Object.values(reachOf(state.identity ?? {})).join(', ')), choices: choicesOf(context, ['contact-me', 'other-contact']) };
    case 'name':
      return { text: words.name, choices: choicesOf(context, ['no-contact']) };
    case 'reach':
      return { text: words.reach, choices: choicesOf(context, ['no-contact']) };
    case 'add':
      return { text: words.add };
    case 'summary':
      return summary(state, context);
    case 'sent':
      return { text: words.waiting };
  }
}

function summary(state: EscalationState, context: Context): Reply {
  const words = wordsOf(context);
  const { labels } = words;
  const facts = [
    { label: labels.subject, value: subjectOf(state.problem ?? '') },
    ...bodyLines(state, context),
    { label: labels.contact, value: contactLine(state.contact) },
    { label: labels.urgent, value: state.urgent ? words.urgent.yes : words.urgent.no },
  ];
  const { ticketBackend } = context.facts;
  const consent = ticketBackend === 'local' ? ([['yes', 'yes-save'], ['no', 'no-save']] as const) : (['yes', 'no'] as const);
  return { text: words.summary(ticketBackend), card: { title: words.title, facts }, choices: choicesOf(context, [...consent, 'edit-problem', 'edit-contact', 'add']) };
}

function numbersMeant({ step: asked, category }: EscalationState): NumbersMeant | null {
  if (asked === 'confirm' || asked === 'name' || asked === 'reach') return 'contact';
  // What did not work with the codes is told here as well.
  return category === 'pin-reset' ? 'code' : null;
}

function step(state: EscalationState, input: Input, context: Context): Step<EscalationState> {
  switch (state.step) {
    case 'offer':
      return answerOffer(state, input, context);
    case 'problem':
      return describe(state, input, (text) => ({ problem: text.slice(0, PROBLEM_CHARS), urgent: isUrgent(text) }));
    case 'add':
      return describe(state, input, (text) => addition(state, text));
    case 'confirm':
      return answerConfirm(state, input);
    case 'name':
      return answerContact(state, input, context, 'name');
    case 'reach':
      return answerContact(state, input, context, 'phone');
    case 'summary':
      return answerSummary(state, input, context);
    case 'sent':
      return { then: 'misunderstood' };
  }
}

function answerOffer(state: EscalationState, { choice, text }: Input, context: Context): Step<EscalationState> {
  if (choice === 'write') return { then: 'ask', state: advance(state, {}) };
  if (choice === 'call') return notSent(context);
  // A problem told here is what the ticket is to say.
  if (choice !== null || looksLikeQuestion(text) || text.trim().split(/\s+/u).length < 4) return { then: 'misunderstood' };
  return describe(state, { text, choice }, (problem) => ({ problem: problem.slice(0, PROBLEM_CHARS), urgent: isUrgent(problem) }));
}

/** Any words are a description: a problem is often put as a question. */
function describe(state: EscalationState, { choice, text }: Input, taken: (text: string) => Partial<EscalationState>): Step<EscalationState> {
  const words = text.trim();
  return choice !== null || words === '' ? { then: 'misunderstood' } : { then: 'ask', state: advance(state, taken(words)) };
}

function addition({ problem, urgent }: EscalationState, text: string): Pick<EscalationState, 'problem' | 'urgent'> {
  return { problem: `${problem ?? ''}\n${text.trim()}`.trim().slice(0, PROBLEM_CHARS), urgent: urgent || isUrgent(text) };
}

/** A whole sentence where a name was asked for tells more about the problem. */
function isDescription(text: string): boolean {
  return text.trim().split(/\s+/u).length >= SENTENCE_WORDS;
}

function answerConfirm(state: EscalationState, { choice }: Input): Step<EscalationState> {
  const { identity } = state;
  if (choice === 'contact-me' && identity !== null) return { then: 'ask', state: advance(state, { isConfirmed: true, contact: { name: identity.name, ...reachOf(identity) } }) };
  if (choice === 'other-contact') return { then: 'ask', state: advance(state, { identity: null, contact: {} }) };
  return { then: 'misunderstood' };
}

function answerContact(state: EscalationState, { choice, text }: Input, context: Context, asked: 'name' | 'phone'): Step<EscalationState> {
  if (choice === 'no-contact') return { then: 'finish', say: [{ text: wordsOf(context).noReach(context.facts.servicedesk) }] };
  if (choice !== null || looksLikeQuestion(text)) return { then: 'misunderstood' };
  const { found } = readContact(text, asked);
  if (Object.keys(found).length > 0) return { then: 'ask', state: advance(state, { contact: { ...state.contact, ...found } }) };
  if (asked === 'phone' && /\d/u.test(text)) return { then: 'ask', state, say: [{ text: wordsOf(context).badReach }] };
  return isDescription(text) ? { then: 'ask', state: { ...state, ...addition(state, text) }, say: [{ text: wordsOf(context).added }] } : { then: 'misunderstood' };
}

function answerSummary(state: EscalationState, { choice }: Input, context: Context): Step<EscalationState> {
  switch (choice) {
    case 'yes':
      return send(state, context);
    case 'no':
      return notSent(context);
    case 'edit-problem':
      return { then: 'ask', state: enter(state, {}, 'problem') };
    case 'edit-contact':
      return { then: 'ask', state: enter(state, { identity: null, isConfirmed: false, contact: {} }, 'name') };
    case 'add':
      return { then: 'ask', state: enter(state, {}, 'add') };
    default:
      return { then: 'misunderstood' };
  }
}

/** The clear yes: exactly one ticket, as the summary showed it. An identity that is no longer vouched for is asked for anew. */
function send(state: EscalationState, context: Context): Step<EscalationState> {
  const words = wordsOf(context);
  const { person, facts } = context;
  if (state.isConfirmed && !(person.verified && person.id === state.identity?.id)) {
    return { then: 'ask', state: advance(state, { identity: null, isConfirmed: false, contact: {} }), say: [{ text: words.noLongerVerified }] };
  }
  const ticket = draftOf(state, context);
  if (ticket === null) return { then: 'ask', state: advance(state, {}) };
  const effects: readonly Effect[] = [{ kind: 'openTicket', ticket }];
  return { then: 'await', state: { ...state, step: 'sent', trail: [] }, say: [{ text: words.sending(facts.ticketBackend) }], effects };
}

function notSent(context: Context): Step<EscalationState> {
  return { then: 'finish', say: [{ text: wordsOf(context).notSent(context.facts.servicedesk) }] };
}
