/** Going on with what a message has told: what was not asked for is acknowledged, and a change is named. */
import { changedItems, type Item } from './card-lost-changes.ts';
import { takeFacts } from './card-lost-facts.ts';
import { advance, type CardLostState, type Report, type Skippable, type StepName } from './card-lost-state.ts';
import { wordsOf } from './card-lost-words.ts';
import { type Asked, looksLikeQuestion } from './contact.ts';
import type { Context, Input, Step } from './dialog.ts';

export type Answered = Step<CardLostState>;
export type Answer = (state: CardLostState, input: Input, context: Context) => Answered;

export const MISUNDERSTOOD: Answered = { then: 'misunderstood' };

/** The item that a question asks for: taking it needs no word. */
const ASKED_ITEM: Readonly<Partial<Record<StepName, readonly Item[]>>> = { name: ['name'], surname: ['name'], 'reporter-name': ['reporter'] };

export function onward(state: CardLostState, known: Report, say?: string): Answered {
  return { then: 'ask', state: advance(state, known), ...(say === undefined ? {} : { say: [{ text: say }] }) };
}

/** Goes on with the facts that a text holds, or `misunderstood` when it holds none. */
export function withFacts(state: CardLostState, text: string, context: Context, asked?: Asked): Answered {
  const known = looksLikeQuestion(text) ? null : takeFacts(state, text, context.at, asked);
  return known === null ? MISUNDERSTOOD : told(state, known, context);
}

/** Where the same question comes again, what was told meanwhile is acknowledged: else it looks as if nobody had heard. */
export function told(state: CardLostState, known: Report, context: Context): Answered {
  const step = onward(state, known);
  const isRepeated = step.then === 'ask' && step.state.step === state.step;
  const items = changedItems(state, known).filter((item) => ASKED_ITEM[state.step]?.includes(item) !== true);
  return isRepeated && items.length > 0 ? onward(state, known, wordsOf(context).noted(items)) : step;
}

export function skipping({ skipped }: Report, item: Skippable): Report['skipped'] {
  return [...new Set([...skipped, item])];
}
