/** Answers to the ticket as it is shown: the clear yes, corrections, and what was not understood. */
import { readAssent } from './assent.ts';
import type { Context, Effect, Input, Reply, Step } from './dialog.ts';
import { cardOf } from './escalation-ask.ts';
import { readCorrection, withoutReach } from './escalation-correct.ts';
import { addition, draftOf } from './escalation-draft.ts';
import { namesNumber, refuses, willCall } from './escalation-asides.ts';
import { isOtherQuestion, saysNothing, wishesPerson, wordCount } from './escalation-problem.ts';
import { advance, enter, type EscalationState, type Letter } from './escalation-state.ts';
import { wordsOf } from './escalation-words.ts';
import { looksLikeQuestion } from './question.ts';

type Answered = Step<EscalationState>;

/** Topics with a dialog of their own, which may be wanted in the middle of this one. */
const OTHER_DIALOGS: readonly (string | null | undefined)[] = ['pin-forgotten', 'pin-change', 'puk-forgotten'];

/** A pressed button, or what typed words mean by themselves: "ok?" chose the yes and still asks. */
export function consentOf({ choice, text }: Input, label = ''): 'yes' | 'no' | 'wrong' | 'unclear' | null {
  const said = text.trim() === '' || text === label ? null : readAssent(text);
  if (choice === 'yes') return said === null && !looksLikeQuestion(text) ? 'yes' : (said ?? 'unclear');
  if (choice === 'no') return said ?? 'no';
  return choice === null ? said : null;
}

export function answerSummary(state: EscalationState, input: Input, context: Context): Answered {
  const words = wordsOf(context);
  const { servicedesk, ticketBackend } = context.facts;
  if (input.choice !== null && input.choice !== 'yes' && input.choice !== 'no') return edit(state, input.choice);
  switch (consentOf(input)) {
    case 'yes':
      return send(state, context);
    case 'no':
      return notSent(context);
    case 'wrong':
      return { then: 'ask', state: enter(state, { unheard: null }, 'which') };
    case 'unclear':
      return { then: 'ask', state, say: [{ text: words.summaryUnsure(ticketBackend) }] };
    case null:
      break;
  }
  const { text } = input;
  if (willCall(text)) return notSent(context);
  const corrected = correct(state, input, context);
  if (corrected !== null) return corrected;
  if (looksLikeQuestion(text) || isOtherQuestion(text, input.topic) || OTHER_DIALOGS.includes(input.topic)) return { then: 'misunderstood' };
  if (refuses(text) && namesNumber(text)) return { then: 'ask', state: advance(state, { ...withoutReach(state), callsThemselves: true }), say: [{ text: words.callsInstead(servicedesk) }] };
  if (wishesPerson(text)) return { then: 'ask', state, say: [{ text: words.noTransfer(servicedesk) }] };
  if (saysNothing(text)) return { then: 'ask', state, say: [{ text: words.summaryUnsure(ticketBackend) }] };
  return { then: 'ask', state: enter(state, { unheard: text.trim() }, 'which') };
}

/** After something that was not understood: no yes passes it by. */
export function answerWhich(state: EscalationState, input: Input, context: Context): Answered {
  const { unheard } = state;
  if (input.choice === 'add-it' && unheard !== null) return { then: 'ask', state: advance(state, { ...addition(state, unheard), unheard: null }), say: [{ text: wordsOf(context).added }] };
  if (input.choice === 'keep' || readAssent(input.text) === 'no') return { then: 'ask', state: advance(state, { unheard: null }) };
  if (input.choice !== null) return edit(state, input.choice);
  const corrected = correct(state, input, context);
  if (corrected !== null) return corrected;
  if (looksLikeQuestion(input.text) || isOtherQuestion(input.text, input.topic)) return { then: 'misunderstood' };
  const isNew = readAssent(input.text) === null && wordCount(input.text) > 1;
  return { then: 'ask', state: isNew ? { ...state, unheard: input.text.trim() } : state, say: isNew ? [] : [{ text: wordsOf(context).whichFirst(context.facts.ticketBackend) }] };
}

/** The ticket could not be sent: it is kept, to be read and tried again. Its buttons are not those of the summary: a late second press of that "yes" must send nothing. */
export function answerFailed(state: EscalationState, input: Input, context: Context): Answered {
  if (input.choice === 'show') return { then: 'ask', state, say: [{ text: wordsOf(context).shown, card: cardOf(state, context) }] };
  if (input.choice === 'again-yes') return send(state, context);
  return input.choice === 'again-no' || (input.choice === null && willCall(input.text)) ? notSent(context) : { then: 'misunderstood' };
}

function edit(state: EscalationState, choice: string): Answered {
  switch (choice) {
    case 'edit-subject':
      return { then: 'ask', state: enter(state, { unheard: null }, 'subject') };
    case 'edit-problem':
      return { then: 'ask', state: enter(state, { unheard: null }, 'problem') };
    case 'edit-contact':
      return { then: 'ask', state: enter(state, { unheard: null }, 'contact') };
    case 'mark-urgent':
      return { then: 'ask', state: advance(state, { urgent: true, unheard: null }) };
    case 'not-urgent':
      return { then: 'ask', state: advance(state, { urgent: false, unheard: null }) };
    case 'add':
      return { then: 'ask', state: enter(state, {}, 'add') };
    default:
      return { then: 'misunderstood' };
  }
}

/** Null where the words correct nothing. "Jag har ändrat" is said only when something did change. */
export function correct(state: EscalationState, { text }: Input, context: Context): Answered | null {
  const correction = readCorrection(state, text);
  if (correction === null) return null;
  if ('ask' in correction) return { then: 'ask', state: enter(state, { unheard: null }, correction.ask) };
  const change: Partial<Letter> = { ...correction.change, unheard: null };
  return { then: 'ask', state: advance(state, change), say: saysChange(state, correction.change, context) };
}

function saysChange(state: EscalationState, change: Partial<Letter>, context: Context): readonly Reply[] {
  const words = wordsOf(context);
  if (change.callsThemselves === true) return [{ text: words.callsInstead(context.facts.servicedesk) }];
  return isChanged(state, change) ? [{ text: words.changed }] : [];
}

function isChanged(state: EscalationState, change: Partial<Letter>): boolean {
  return JSON.stringify({ ...state, ...change }) !== JSON.stringify(state);
}

/** The clear yes: exactly one ticket, as the summary showed it. An identity that is no longer vouched for is asked for anew. */
function send(state: EscalationState, context: Context): Answered {
  const words = wordsOf(context);
  const { person, facts } = context;
  const { identity } = state;
  if (identity !== null && !(person.verified && person.id === identity.id)) {
    const own = state.answerTo === 'typed' ? {} : { contact: {} };
    return { then: 'ask', state: advance(state, { identity: null, answerTo: 'typed', ...own }), say: [{ text: words.noLongerVerified }] };
  }
  const ticket = draftOf(state, context);
  if (ticket === null) return { then: 'ask', state: advance(state, {}) };
  const effects: readonly Effect[] = [{ kind: 'openTicket', ticket }];
  return { then: 'await', state: { ...state, step: 'sent', trail: [] }, say: [{ text: words.sending(facts.ticketBackend, facts.servicedesk) }], effects };
}

export function notSent(context: Context): Answered {
  const { servicedesk, ticketBackend } = context.facts;
  return { then: 'finish', say: [{ text: wordsOf(context).notSent(ticketBackend, servicedesk) }] };
}
