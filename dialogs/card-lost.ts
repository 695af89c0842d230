/**
 * A lost or stolen card: the number first, because every minute counts, then as few questions as possible, a summary,
 * and after a clear yes exactly one request to block the card.
 */
import { ANSWERS } from './card-lost-answers.ts';
import { openingReport } from './card-lost-facts.ts';
import { alreadyReported, lateReplies, openBlock, settledReplies } from './card-lost-outcome.ts';
import { ask } from './card-lost-questions.ts';
import { saysFound, saysOtherCard } from './card-lost-read.ts';
import { handOver, resumed } from './card-lost-ticket.ts';
import { type CardLostState, cardLostSchema, nextStep, stepBack } from './card-lost-state.ts';
import { pageOf, wordsOf } from './card-lost-words.ts';
import { looksLikeQuestion } from './contact.ts';
import type { Context, Dialog, Input, Opening, Step } from './dialog.ts';

export type { CardLostState } from './card-lost-state.ts';
export { foundAfterSending } from './card-lost-outcome.ts';

export const cardLost: Dialog<CardLostState> = {
  name: 'card-lost',
  version: 1,
  state: cardLostSchema,
  start,
  ask,
  step,
  back: stepBack,
  handOver,
  resumed,
  settled: (state, settlement, context) => ({ then: 'finish', say: settledReplies(state, settlement, context) }),
  late: (_, context) => lateReplies(context),
};

function start(context: Context, opening: Opening): Step<CardLostState> {
  const open = openBlock(context);
  if (open !== null && !saysOtherCard(opening.text)) return { then: 'finish', say: [alreadyReported(open, context)] };
  if (saysFound(opening.text) && !looksLikeQuestion(opening.text)) return notSentFound(context);
  const words = wordsOf(context);
  const known = openingReport(context, opening);
  const state = { ...known, step: nextStep(known) };
  const page = pageOf(context, 'sparra-kort', words.pages.block);
  const text = (state.step === 'which' ? words.startUnclear : words.start)(context.facts.servicedesk, page);
  return { then: 'ask', state, say: [{ text }] };
}

function step(state: CardLostState, input: Input, context: Context): Step<CardLostState> {
  // A button of an earlier question, pressed again: it must not answer this one.
  if (input.choice !== null && !ask(state, context).choices?.some(({ id }) => id === input.choice)) return { then: 'misunderstood' };
  const isFound = state.step !== 'sent' && input.choice === null && saysFound(input.text) && !looksLikeQuestion(input.text);
  return isFound ? notSentFound(context) : ANSWERS[state.step](state, input, context);
}

function notSentFound(context: Context): Step<CardLostState> {
  return { then: 'finish', say: [{ text: wordsOf(context).found(context.facts.servicedesk) }] };
}
