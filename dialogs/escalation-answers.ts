/** What an answer does before the summary: the offer, the problem, and whom to answer. */
import { readAssent } from './assent.ts';
import { readContact } from './contact.ts';
import type { Context, Input, Reply, Step } from './dialog.ts';
import { COLLEAGUE, readCorrection, withContact, withoutReach } from './escalation-correct.ts';
import { addition, PROBLEM_CHARS } from './escalation-draft.ts';
import { categoryOf, reachOf } from './escalation-prefill.ts';
import { asksWhy, asksNumber, asksOpeningHours, cannotCall, hasCalled, namesNumber, namesOtherWay, refuses, saysNotMe, saysOnFile, willCall } from './escalation-asides.ts';
import { isOtherQuestion, isProblem, tellsTrouble, wishesPerson, withoutWish, wordCount } from './escalation-problem.ts';
import { readUrgency } from './escalation-read.ts';
import { advance, enter, type EscalationState, type Letter } from './escalation-state.ts';
import { consentOf, notSent } from './escalation-summary.ts';
import { wordsOf } from './escalation-words.ts';
import { looksLikeQuestion } from './question.ts';
import { findWhen } from './when.ts';

type Answered = Step<EscalationState>;

const MISUNDERSTOOD: Answered = { then: 'misunderstood' };
/** So many words are no name and no choice. */
const SENTENCE_WORDS = 6;
/** A problem that is told instead of pressing a button. */
const TOLD_WORDS = 3;
const SUBJECT_CHARS = 80;

export function answerOffer(state: EscalationState, input: Input, context: Context): Answered {
  const { choice, text } = input;
  const { servicedesk } = context.facts;
  const words = wordsOf(context);
  if (choice === 'write') return { then: 'ask', state: advance(state, {}) };
  if (choice === 'call' || (choice === null && willCall(text))) return notSent(context);
  if (choice !== null) return MISUNDERSTOOD;
  const assent = readAssent(text);
  if (assent === 'yes') return { then: 'ask', state: advance(state, {}) };
  if (assent === 'no') return notSent(context);
  if (asksOpeningHours(text)) return MISUNDERSTOOD;
  if (cannotCall(text)) return { then: 'ask', state: advance(state, hasCalled(text) ? { tried: [...state.tried, words.triedCalling] } : {}) };
  if (wishesPerson(text) && wordCount(withoutWish(text)) < TOLD_WORDS) return { then: 'ask', state, say: [{ text: words.noTransfer(servicedesk) }] };
  if (asksNumber(text)) return { then: 'ask', state, say: [{ text: words.start(servicedesk) }] };
  const isMatter = tellsTrouble(text) || categoryOf(input.topic) !== null || wordCount(text) >= SENTENCE_WORDS;
  const isTold = isMatter && wordCount(withoutWish(text)) >= TOLD_WORDS && isProblem(text) && !isOtherQuestion(text, input.topic) && !looksLikeQuestion(text);
  return isTold ? { then: 'ask', state: advance(state, toldProblem(state, input)) } : MISUNDERSTOOD;
}

export function answerProblem(state: EscalationState, input: Input, context: Context): Answered {
  const { choice, text, topic } = input;
  const words = wordsOf(context);
  if (choice !== null || isOtherQuestion(text, topic)) return MISUNDERSTOOD;
  const correction = readCorrection(state, text);
  if (correction !== null && 'ask' in correction && wordCount(text) < SENTENCE_WORDS && correction.ask === 'contact') return { then: 'ask', state: enter(state, {}, 'contact') };
  if (isProblem(text)) return { then: 'ask', state: advance(state, toldProblem(state, input)) };
  const { found } = readContact(text);
  if (Object.keys(found).length > 0) return { then: 'ask', state: { ...state, contact: { ...state.contact, ...found } }, say: [{ text: words.gotContact }] };
  // Whoever only meant to change the problem, and thought better of it, keeps it.
  if (state.problem !== null && readAssent(text) === 'no') return { then: 'ask', state: advance(state, {}) };
  return { then: 'ask', state, say: [{ text: words.problemHelp }] };
}

export function answerAdd(state: EscalationState, { choice, text, topic }: Input, context: Context): Answered {
  if (choice !== null || isOtherQuestion(text, topic)) return MISUNDERSTOOD;
  if (readAssent(text) === 'no' || wordCount(text) === 0) return { then: 'ask', state: advance(state, {}) };
  const correction = readCorrection(state, text);
  const isPlainFact = correction !== null && 'change' in correction && wordCount(text) < SENTENCE_WORDS;
  return { then: 'ask', state: advance(state, isPlainFact ? correction.change : { ...addition(state, text), contact: { ...readContact(text).found, ...state.contact } }), say: [{ text: wordsOf(context).added }] };
}

export function answerSubject(state: EscalationState, { choice, text, topic }: Input): Answered {
  if (choice !== null || isOtherQuestion(text, topic)) return MISUNDERSTOOD;
  const subject = wordCount(text) === 0 || readAssent(text) !== null ? state.subject : text.trim().slice(0, SUBJECT_CHARS);
  return { then: 'ask', state: advance(state, { subject }) };
}

/** The problem in the writer's words, with what else they tell: how urgent it is, and how to reach them. */
function toldProblem(state: EscalationState, { text, topic }: Input): Partial<Letter> {
  const problem = text.trim().slice(0, PROBLEM_CHARS);
  const { found } = readContact(text);
  const reach = state.identity === null ? found : reachOf(found);
  return { problem, urgent: readUrgency(text) ?? state.urgent, category: categoryOf(topic) ?? state.category, contact: { ...reach, ...state.contact } };
}

export function answerConfirm(state: EscalationState, input: Input, context: Context): Answered {
  const { identity } = state;
  const { choice, text } = input;
  if (identity === null) return { then: 'ask', state: advance(state, {}) };
  const asIdentity = (found: Letter['contact']): Answered => ({ then: 'ask', state: advance(state, { answerTo: 'identity', contact: { ...reachOf(identity), ...state.contact, ...found, name: identity.name } }) });
  const asOther = (found: Letter['contact']): Answered => ({ then: 'ask', state: advance(state, { answerTo: 'typed', contact: found }) });
  const { found } = readContact(text.replace(COLLEAGUE, ''));
  if (choice === 'contact-me') return asIdentity({});
  if (choice === 'other-contact') return asOther({});
  if (choice !== null) return MISUNDERSTOOD;
  if (found.name !== undefined && found.name !== identity.name) return asOther(found);
  if (Object.keys(found).length > 0) return asIdentity(reachOf(found));
  const consent = consentOf(input);
  if (consent === 'yes') return asIdentity({});
  if (consent === 'no' || consent === 'wrong') return asOther({});
  if (saysNotMe(text)) return { then: 'ask', state: advance(state, { identity: null, answerTo: 'typed', contact: {} }) };
  return refuses(text) ? asIdentity({}) : asides(state, input, context) ?? MISUNDERSTOOD;
}

/** The answer to "vad heter du?", "hur vill du bli kontaktad?" and "vad ska ändras?". */
export function answerContact(state: EscalationState, input: Input, context: Context, asked: 'name' | 'phone'): Answered {
  const { choice, text } = input;
  const words = wordsOf(context);
  if (choice === 'no-contact') return withoutContact(state, asked, context);
  if (choice !== null) return MISUNDERSTOOD;
  const correction = readCorrection(state, text);
  if (correction !== null && 'ask' in correction) return correction.ask === 'problem' || correction.ask === 'subject' ? { then: 'ask', state: enter(state, {}, correction.ask) } : { then: 'ask', state };
  const { found, rest } = readContact(text.replace(COLLEAGUE, ''), asked);
  const isRefusal = refuses(text) && found.phone === undefined && found.email === undefined;
  if (Object.keys(found).length > 0 && !isRefusal && !looksLikeQuestion(text) && !saysOnFile(text)) {
    const next = advance(state, { ...withContact(state, found), ...noted(rest, text), urgent: readUrgency(text) ?? state.urgent });
    // The same question again would look as if nothing had been heard.
    return { then: 'ask', state: next, say: next.step === state.step ? [{ text: words.gotContact }] : [] };
  }
  if (asksWhy(text)) return { then: 'ask', state, say: [{ text: words.why }] };
  if (isRefusal) return withoutContact(state, asked === 'name' && namesNumber(text) ? 'phone' : asked, context);
  if (looksLikeQuestion(text)) return MISUNDERSTOOD;
  if (asked === 'phone' && /[\d@]/u.test(text)) return { then: 'ask', state, say: [{ text: words.badReach }] };
  return asides(state, input, context) ?? MISUNDERSTOOD;
}

/** What is said in passing where a contact was asked for; null when it is nothing of the kind. */
function asides(state: EscalationState, { text, topic }: Input, context: Context): Answered | null {
  const words = wordsOf(context);
  const again = (reply: Reply): Answered => ({ then: 'ask', state, say: [reply] });
  if (saysOnFile(text)) return again({ text: words.notOnFile });
  if (namesOtherWay(text)) return again({ text: words.onlyPhoneOrMail });
  const urgent = readUrgency(text);
  if (urgent !== null && wordCount(text) < SENTENCE_WORDS) return { then: 'ask', state: { ...state, urgent }, say: [{ text: words.changed }] };
  // In a report of a lost card "i går kväll" answers what was asked a moment ago.
  if (state.category === 'card-lost' && findWhen(text, context.at) !== null) return { then: 'ask', state: { ...state, ...addition(state, text) }, say: [{ text: words.added }] };
  const isDescription = wordCount(text) >= SENTENCE_WORDS || (tellsTrouble(text) && wordCount(text) >= TOLD_WORDS);
  return isDescription && isProblem(text) && !isOtherQuestion(text, topic) ? { then: 'ask', state: { ...state, ...addition(state, text) }, say: [{ text: words.added }] } : null;
}

/** Nobody is pressed for a number: the phone numbers instead, and the ticket says that they get in touch themselves. */
function withoutContact(state: EscalationState, refused: 'name' | 'phone', context: Context): Answered {
  const words = wordsOf(context);
  const { servicedesk, ticketBackend } = context.facts;
  if (refused === 'name' && state.contact.name === undefined) return { then: 'finish', say: [{ text: words.noName(ticketBackend, servicedesk) }] };
  return { then: 'ask', state: advance(state, { ...withoutReach(state), callsThemselves: true }), say: [{ text: words.callsInstead(servicedesk) }] };
}

/** "Helst efter kl. 15", and a second number: kept as it was written. */
function noted(rest: string, text: string): Partial<Letter> {
  return /\d|(?<!\p{L})(?:efter|före|innan|helst|eller|after|before|rather)(?!\p{L})/iu.test(rest) ? { contactNote: text.trim() } : {};
}
