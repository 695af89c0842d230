/** What an answer does at each step. Free text that holds no answer is `misunderstood`, never swallowed. */
import { confirm, correctWho, deniedIdentity, named, surname, whose } from './card-lost-answers-people.ts';
import { when } from './card-lost-answers-when.ts';
import { changedItems } from './card-lost-changes.ts';
import { takeFacts } from './card-lost-facts.ts';
import { type Answer, type Answered, MISUNDERSTOOD, onward, skipping, told, withFacts } from './card-lost-onward.ts';
import { declines, declinesPhone, type Event, isCorrection, readCorrection, readEmployedAnswer, readEvent, saysNotQuite, saysUnknown } from './card-lost-read.ts';
import { send } from './card-lost-send.ts';
import { type CardLostState, enter, type StepName } from './card-lost-state.ts';
import { wordsOf } from './card-lost-words.ts';
import { TITLE } from './contact-words.ts';
import { looksLikeQuestion, pick } from './contact.ts';
import type { Context, Input } from './dialog.ts';
import { fold } from './fold.ts';

const BAD_PHONE = /\d[\d\s-]{2,}/u;
const PROFESSION = new RegExp(String.raw`^(?:(?:jag|hon|han|i|she|he) (?:ar|am|is) (?:en |an? )?)?${TITLE}[.! ]*$`, 'u');
export const ANSWERS: Readonly<Record<StepName, Answer>> = {
  whose,
  which: (state, { choice, text }, context) => {
    const event = asEvent(choice) ?? (looksLikeQuestion(text) ? null : (readEvent(text) ?? (saysUnknown(text) ? 'unknown' : null)));
    return event === null ? withFacts(state, text, context) : happened(state, event, text, choice, context);
  },
  when,
  confirm,
  name: named,
  surname,
  identity: (state, { choice, text }, context) => {
    const skipped = { ...state, skipped: skipping(state, 'identity') };
    if (choice === 'skip') return onward(state, skipped, wordsOf(context).noIdentity);
    const step = withFacts(state, text, context, 'identity');
    return step.then === 'misunderstood' && declines(text) && !looksLikeQuestion(text) ? onward(state, skipped, wordsOf(context).noIdentity) : step;
  },
  'reporter-name': named,
  phone: phoneAnswered,
  employed: (state, { choice, text }, context) => {
    const skips = choice === 'skip' || (choice === null && declines(text));
    if (skips) return onward(state, { ...state, employed: null, skipped: skipping(state, 'employed') });
    const facts = choice === null ? withFacts(state, text, context) : MISUNDERSTOOD;
    const employed = choice === 'employed-yes' ? true : choice === 'employed-no' ? false : looksLikeQuestion(text) ? null : readEmployedAnswer(text);
    if (employed === null && facts.then === 'misunderstood' && PROFESSION.test(fold(text))) return { then: 'ask', state, say: [{ text: wordsOf(context).whoEmploys }] };
    if (employed === null) return facts;
    // "Ja, hon är anställd" may tell two things: whose card it is comes first.
    return facts.then === 'ask' ? onward(state, { ...facts.state, employed }) : onward(state, { ...state, employed });
  },
  summary: summaryAnswered,
  'correct-who': correctWho,
  // The dialog has left the floor; whatever is said now is about something else.
  sent: () => MISUNDERSTOOD,
};

function asEvent(choice: string | null): Event | null {
  const events: readonly Event[] = ['lost', 'stolen', 'at-home', 'locked-pin', 'codes-lost'];
  return events.find((event) => event === choice) ?? null;
}

/** Goes on with what has happened, or leads to where a card that is not lost belongs. */
export function happened(state: CardLostState, event: Event, text: string, choice: string | null, context: Context): Answered {
  const say = wordsOf(context);
  switch (event) {
    case 'at-home':
      return { then: 'finish', say: [{ text: say.atHome(context.facts.servicedesk) }] };
    case 'locked-pin':
    case 'codes-lost': {
      const intent = /puk/iu.test(text) && choice === null ? 'puk-forgotten' : 'pin-forgotten';
      return { then: 'switch', to: 'pin-reset', say: [{ text: say.toCodes }], opening: { intent, text } };
    }
    case 'lost':
    case 'stolen':
    case 'unknown':
      return onward(state, { ...(choice === null ? (takeFacts(state, text, context.at) ?? state) : state), event });
  }
}

function phoneAnswered(state: CardLostState, { choice, text }: Input, context: Context): Answered {
  const say = wordsOf(context);
  const { servicedesk } = context.facts;
  const skipped = { ...state, skipped: skipping(state, 'phone') };
  if (choice === 'skip') return onward(state, skipped, say.noPhone(servicedesk));
  const known = takeFacts(state, text, context.at, 'phone');
  if (known !== null) {
    const isByMail = changedItems(state, known).includes('email');
    return isByMail ? onward(state, { ...known, skipped: skipping(known, 'phone') }, say.mailInstead(servicedesk)) : told(state, known, context);
  }
  if (looksLikeQuestion(text)) return MISUNDERSTOOD;
  if (declines(text) || declinesPhone(text)) return onward(state, skipped, say.noPhone(servicedesk));
  return BAD_PHONE.test(text) ? { then: 'ask', state, say: [{ text: say.badPhone }] } : MISUNDERSTOOD;
}

function summaryAnswered(state: CardLostState, input: Input, context: Context): Answered {
  const { choice, text } = input;
  const say = wordsOf(context);
  if (choice === 'yes') return send(state, context);
  if (choice === 'no') return saysNotQuite(text) ? { then: 'ask', state, say: [{ text: say.whatToChange }] } : { then: 'finish', say: [{ text: say.notSent(context.facts.servicedesk) }] };
  if (choice !== null) return corrected(state, choice.replace('correct-', ''), context);
  if (looksLikeQuestion(text)) return MISUNDERSTOOD;
  const other = deniedIdentity(state, text, context);
  if (other !== null) return other;
  if (declinesPhone(text)) return withoutPhone(state, context);
  const correction = readCorrection(text);
  const known = takeFacts(state, text, context.at);
  const items = known === null ? [] : changedItems(state, known);
  if (known !== null && known.doubt !== state.doubt) return onward(state, known);
  if (known !== null && items.length > 0) return onward(state, known, say.changed(items));
  if (known !== null) return { then: 'ask', state, say: [{ text: say.alreadySo }] };
  if (correction !== null) return corrected(state, correction, context);
  return isCorrection(text) || saysNotQuite(text) ? { then: 'ask', state, say: [{ text: say.whatToChange }] } : MISUNDERSTOOD;
}

/** Takes the number out, and does not ask for it again. */
export function withoutPhone(state: CardLostState, context: Context): Answered {
  const kept = (key: string): boolean => key !== 'phone';
  const known = { ...state, holder: pick(state.holder, kept), reporter: pick(state.reporter, kept), skipped: skipping(state, 'phone') };
  return onward(state, known, wordsOf(context).noPhone(context.facts.servicedesk));
}

function corrected(state: CardLostState, item: string, context: Context): Answered {
  const steps: Readonly<Record<string, StepName>> = { event: 'which', when: 'when', who: state.who === 'verified' ? 'confirm' : 'correct-who', employed: 'employed' };
  const step = steps[item];
  if (step === undefined) return { then: 'ask', state, say: [{ text: wordsOf(context).whatToChange }] };
  return { then: 'ask', state: enter(state, state, step) };
}
