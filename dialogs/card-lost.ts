/**
 * A lost or stolen card: the number first, because every minute counts, then as few questions as possible, a summary,
 * and after a clear yes exactly one request to block the card.
 */
import { ANSWERS, happened, withoutPhone } from './card-lost-answers.ts';
import { openingReport } from './card-lost-facts.ts';
import { alreadyReported, foundAfterSending, lateReplies, openBlock, settledReplies } from './card-lost-outcome.ts';
import { ask, numbersMeant } from './card-lost-questions.ts';
import { declinesPhone, meantCodes, saysAtHome, saysFound, saysItLay, saysOtherCard } from './card-lost-read.ts';
import { remarkOn } from './card-lost-remarks.ts';
import { handOver, resumed } from './card-lost-ticket.ts';
import { type CardLostState, cardLostSchema, nextStep, stepBack } from './card-lost-state.ts';
import { pageOf, wordsOf } from './card-lost-words.ts';
import { looksLikeQuestion } from './contact.ts';
import type { Context, Dialog, Input, Opening, Step } from './dialog.ts';

export type { CardLostState } from './card-lost-state.ts';
export { foundAfterSending, whetherBlocked } from './card-lost-outcome.ts';

export const cardLost: Dialog<CardLostState> = {
  name: 'card-lost',
  version: 2,
  state: cardLostSchema,
  start,
  ask,
  numbersMeant,
  step,
  back: stepBack,
  handOver,
  resumed,
  settled: (state, settlement, context) => ({ then: 'finish', say: settledReplies(state, settlement, context) }),
  late: (_, context) => lateReplies(context),
};

function start(context: Context, opening: Opening): Step<CardLostState> {
  const { text } = opening;
  const known = openingReport(context, opening);
  if (saysFound(text) && !looksLikeQuestion(text)) return found(context);
  const open = saysOtherCard(text) ? null : openBlock(known, text, context);
  if (open !== null) return { then: 'finish', say: [alreadyReported(open, context)] };
  const words = wordsOf(context);
  const state = { ...known, step: nextStep(known) };
  const page = pageOf(context, 'sparra-kort', words.pages.block);
  const begin = known.event === null ? words.startUnclear : words.start;
  const heard = known.who === 'colleague' ? [words.forOther(known.holder.name)] : [];
  return { then: 'ask', state, say: [{ text: [begin(context.facts.servicedesk, page), ...heard].join('\n\n') }] };
}

function step(state: CardLostState, input: Input, context: Context): Step<CardLostState> {
  const { choice, text } = input;
  // A button of an earlier question, pressed again: it must not answer this one.
  if (choice !== null && !ask(state, context).choices?.some(({ id }) => id === choice)) return { then: 'misunderstood' };
  if (choice !== null || state.step === 'sent') return ANSWERS[state.step](state, input, context);
  if (!looksLikeQuestion(text) && (saysFound(text) || saysItLay(text))) return notSentFound(context);
  if (!looksLikeQuestion(text) && state.step !== 'which' && saysAtHome(text)) return happened(state, 'at-home', text, null, context);
  if (!looksLikeQuestion(text) && meantCodes(text, state.event === 'lost' || state.event === 'stolen')) return happened(state, 'codes-lost', text, null, context);
  const answered = ANSWERS[state.step](state, input, context);
  if (answered.then !== 'misunderstood') return answered;
  if (declinesPhone(text) && !looksLikeQuestion(text)) return withoutPhone(state, context);
  const remark = remarkOn(text, state, context);
  return remark === null ? answered : { then: 'ask', state, say: [{ text: remark }] };
}

/** A card that is found: the truth about a request that there is, or that there is none. */
function found(context: Context): Step<CardLostState> {
  const sent = foundAfterSending(context);
  return sent === null ? notSentFound(context) : { then: 'finish', say: [sent] };
}

function notSentFound(context: Context): Step<CardLostState> {
  return { then: 'finish', say: [{ text: wordsOf(context).found(context.facts.servicedesk) }] };
}
