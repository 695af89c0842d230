/** Answers to "when?": the user's own words of time, whatever else they hold. */
import { takeFacts } from './card-lost-facts.ts';
import { type Answer, MISUNDERSTOOD, onward, told } from './card-lost-onward.ts';
import { declines, saysUnknown } from './card-lost-read.ts';
import { wordsOf } from './card-lost-words.ts';
import { looksLikeQuestion, readContact } from './contact.ts';
import { fold, words } from './fold.ts';
import { findWhen, isNoPastTime, readWhen } from './when.ts';

/** An answer to "when?" without a time of its own: "efter passet". Where alone ("på bussen") is none. */
const TIME_LIKE = words('efter|innan|fore|under|nar|medan|sedan|sen|senast|before|after|during|while|when|since');
const BARE_CLOCK = /^\s*(?:[01]?\d|2[0-3])[0-5]\d[.!]?\s*$/u;
const WHERE = words('^(?:jag tror )?(?:pa|i(?! (?:think|guess|am|do|was))|vid|hos|mellan|nagonstans|utanfor|hemma|on|at|in)', 'u');
const WANTS = words(String.raw`vill|behover|maste|kan du|kan ni|hjalp|bestall\p{L}*|sparra\p{L}*|want|need|must|help|order|block`);
const MAX_TIME_WORDS = 12;

export const when: Answer = (state, { choice, text }, context) => {
  const say = wordsOf(context);
  const unknown = { ...state, when: { words: say.unknownTime } };
  if (choice === 'skip') return onward(state, unknown);
  if (choice !== null || looksLikeQuestion(text)) return MISUNDERSTOOD;
  if (isNoPastTime(text, context.at)) return { then: 'ask', state, say: [{ text: say.notYet }] };
  const known = takeFacts(state, text, context.at);
  if (saysUnknown(text) || isTimeLike(text, context.at)) return onward(state, { ...(known ?? state), when: readWhen(withoutPeople(text), context.at) });
  if (declines(text)) return onward(state, unknown);
  if (known !== null) return told(state, known, context);
  return WHERE.test(fold(text)) && isShort(text) ? { then: 'ask', state, say: [{ text: say.whereIsNotNeeded }] } : MISUNDERSTOOD;
};

/** The words of time without the names and numbers that stood beside them. */
function withoutPeople(text: string): string {
  const { found, rest } = readContact(text);
  return rest === '' || Object.keys(found).every((key) => key === 'unit') ? text : rest;
}

function isTimeLike(text: string, now: Date): boolean {
  if (findWhen(text, now) !== null || BARE_CLOCK.test(text)) return true;
  return TIME_LIKE.test(fold(text)) && isShort(text);
}

function isShort(text: string): boolean {
  return !WANTS.test(fold(text)) && text.trim().split(/\s+/u).length <= MAX_TIME_WORDS;
}
