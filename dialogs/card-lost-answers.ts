/** What an answer does at each step. Free text that holds no answer is `misunderstood`, never swallowed. */
import { forColleague, forIdentity, forSelf, takeFacts } from './card-lost-facts.ts';
import { declines, type Event, readCorrection, readEmployedAnswer, readEvent, saysUnknown } from './card-lost-read.ts';
import { send } from './card-lost-send.ts';
import { advance, type CardLostState, enter, type Report, type Skippable, type StepName } from './card-lost-state.ts';
import { wordsOf } from './card-lost-words.ts';
import { type Asked, looksLikeQuestion, readContact } from './contact.ts';
import type { Context, Input, Step } from './dialog.ts';
import { fold, words } from './fold.ts';
import { findWhen, readWhen } from './when.ts';

type Answered = Step<CardLostState>;
type Answer = (state: CardLostState, input: Input, context: Context) => Answered;

const MISUNDERSTOOD: Answered = { then: 'misunderstood' };
const BAD_PHONE = /\d[\d\s-]{2,}/u;
/** An answer to "when?" without a time of its own: "på bussen", "efter passet". */
const TIME_LIKE = words('efter|innan|fore|under|nar|medan|pa|vid|mellan|sedan|sen|senast|before|after|during|while|when|between|around|at|on|since');
const WANTS = words(String.raw`vill|behover|maste|kan du|kan ni|hjalp|bestall\p{L}*|sparra\p{L}*|want|need|must|help|order|block`);
const MAX_TIME_WORDS = 12;

export const ANSWERS: Readonly<Record<StepName, Answer>> = {
  which: (state, { choice, text }, context) => {
    const event = asEvent(choice) ?? (looksLikeQuestion(text) ? null : (readEvent(text) ?? (saysUnknown(text) ? 'unknown' : null)));
    return event === null ? withFacts(state, text, context) : happened(state, event, text, choice, context);
  },
  when: (state, { choice, text }, context) => {
    if (choice === 'skip') return onward(state, { ...state, when: { words: wordsOf(context).unknownTime } });
    if (choice !== null || looksLikeQuestion(text)) return MISUNDERSTOOD;
    if (saysUnknown(text) || isTimeLike(text, context.at)) return onward(state, { ...(takeFacts(state, text, context.at) ?? state), when: readWhen(withoutPeople(text), context.at) });
    return declines(text) ? onward(state, { ...state, when: { words: wordsOf(context).unknownTime } }) : withFacts(state, text, context);
  },
  confirm: (state, { choice, text }, context) => {
    if (choice === 'own-card-yes') return confirmed(state, context);
    if (choice === 'other-person') return onward(state, forSelf(state));
    if (choice === 'colleague') return onward(state, forColleague(state));
    const known = looksLikeQuestion(text) ? null : takeFacts(state, text, context.at);
    const isOther = known?.who === null && known.holder.name !== undefined && known.holder.name !== state.identity?.name;
    return known === null ? MISUNDERSTOOD : onward(state, isOther ? { ...known, who: 'self' } : known);
  },
  name: named,
  identity: (state, input, context) => answered(state, input, context, 'identity', 'identity'),
  'reporter-name': named,
  phone: (state, input, context) => {
    const step = answered(state, input, context, 'phone', 'phone');
    const isBad = step.then === 'misunderstood' && BAD_PHONE.test(input.text) && !looksLikeQuestion(input.text);
    return isBad ? { then: 'ask', state, say: [{ text: wordsOf(context).badPhone }] } : step;
  },
  employed: (state, { choice, text }, context) => {
    const skips = choice === 'skip' || (choice === null && declines(text));
    if (skips) return onward(state, { ...state, employed: null, skipped: skipping(state, 'employed') });
    const employed = choice === 'employed-yes' ? true : choice === 'employed-no' ? false : looksLikeQuestion(text) ? null : readEmployedAnswer(text);
    return employed === null ? withFacts(state, text, context) : onward(state, { ...state, employed });
  },
  summary: (state, { choice, text }, context) => {
    if (choice === 'yes') return send(state, context);
    if (choice === 'no') return { then: 'finish', say: [{ text: wordsOf(context).notSent(context.facts.servicedesk) }] };
    if (choice !== null) return corrected(state, choice.replace('correct-', ''), context);
    if (looksLikeQuestion(text)) return MISUNDERSTOOD;
    const correction = readCorrection(text);
    const known = takeFacts(state, text, context.at);
    if (known !== null) return onward(state, known, wordsOf(context).changed);
    return correction === null ? MISUNDERSTOOD : corrected(state, correction, context);
  },
  'correct-who': (state, { choice, text }, context) => {
    if (choice === 'own-card') return onward(state, forSelf(state));
    if (choice === 'colleague') return onward(state, forColleague(state));
    return withFacts(state, text, context, 'name');
  },
  // The dialog has left the floor; whatever is said now is about something else.
  sent: () => MISUNDERSTOOD,
};

function onward(state: CardLostState, known: Report, say?: string): Answered {
  return { then: 'ask', state: advance(state, known), ...(say === undefined ? {} : { say: [{ text: say }] }) };
}

/** Takes whatever facts a text holds, for this question or another one. */
function withFacts(state: CardLostState, text: string, context: Context, asked?: Asked): Answered {
  const known = looksLikeQuestion(text) ? null : takeFacts(state, text, context.at, asked);
  return known === null ? MISUNDERSTOOD : onward(state, known);
}

function asEvent(choice: string | null): Event | null {
  const events: readonly Event[] = ['lost', 'stolen', 'at-home', 'locked-pin', 'codes-lost'];
  return events.find((event) => event === choice) ?? null;
}

function happened(state: CardLostState, event: Event, text: string, choice: string | null, context: Context): Answered {
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

/** The words of time without the names and numbers that stood beside them. */
function withoutPeople(text: string): string {
  const { found, rest } = readContact(text);
  return rest === '' || Object.keys(found).every((key) => key === 'unit') ? text : rest;
}

function isTimeLike(text: string, now: Date): boolean {
  if (findWhen(text, now) !== null) return true;
  const folded = fold(text);
  return TIME_LIKE.test(folded) && !WANTS.test(folded) && text.trim().split(/\s+/u).length <= MAX_TIME_WORDS;
}

function confirmed(state: CardLostState, context: Context): Answered {
  const { identity } = state;
  const { person } = context;
  if (identity !== null && person.verified && person.id === identity.id) return onward(state, forIdentity(state, identity));
  return onward(state, forSelf({ ...state, identity: null }), wordsOf(context).noLongerVerified);
}

function named(state: CardLostState, { choice, text }: Input, context: Context): Answered {
  if (choice === 'colleague') return onward(state, forColleague(state));
  if (choice === 'own-card') return onward(state, forSelf(state));
  const step = choice === null ? withFacts(state, text, context, 'name') : MISUNDERSTOOD;
  const refuses = choice === 'no-name' || (step.then === 'misunderstood' && declines(text) && !looksLikeQuestion(text));
  return refuses ? { then: 'finish', say: [{ text: wordsOf(context).noName(context.facts.servicedesk) }] } : step;
}

/** A question that may be left unanswered: the facts, or a skip with what it costs. */
function answered(state: CardLostState, { choice, text }: Input, context: Context, asked: Asked, item: Skippable & ('identity' | 'phone')): Answered {
  const say = wordsOf(context);
  const cost = item === 'phone' ? say.noPhone(context.facts.servicedesk) : say.noIdentity;
  if (choice === 'skip') return onward(state, { ...state, skipped: skipping(state, item) }, cost);
  const known = asked === 'phone' || !looksLikeQuestion(text) ? takeFacts(state, text, context.at, asked) : null;
  if (known !== null) return onward(state, known);
  return declines(text) && !looksLikeQuestion(text) ? onward(state, { ...state, skipped: skipping(state, item) }, cost) : MISUNDERSTOOD;
}

function skipping({ skipped }: Report, item: Skippable): Report['skipped'] {
  return [...new Set([...skipped, item])];
}

function corrected(state: CardLostState, item: string, context: Context): Answered {
  const steps: Readonly<Record<string, StepName>> = { event: 'which', when: 'when', who: state.identity === null ? 'correct-who' : 'confirm', employed: 'employed' };
  const step = steps[item];
  if (step === undefined) return { then: 'ask', state, say: [{ text: wordsOf(context).whatToChange }] };
  return { then: 'ask', state: enter(state, state, step) };
}
