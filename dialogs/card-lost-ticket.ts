/** The report and an ordinary ticket: what goes over when the user asks for a person in the middle, and what comes back. */
import { advance, type CardLostState, nextStep } from './card-lost-state.ts';
import { facts } from './card-lost-summary.ts';
import { wordsOf } from './card-lost-words.ts';
import type { Context, Opening } from './dialog.ts';

/** The card is to be blocked; then every fact that has been told, a line each, and how to reach the writer. */
export function handOver(state: CardLostState, context: Context): Opening {
  const { summary } = wordsOf(context);
  const { event, when, employed, who, holder, reporter } = state;
  const unasked = [event === null ? summary.labels.event : null, when === null ? summary.labels.when : null, employed === null ? summary.labels.employed : null];
  const lines = facts(state, context).filter(({ label }) => !unasked.includes(label)).map(({ label, value }) => `${label}: ${value}`);
  return { intent: 'talk-to-servicedesk', about: 'card-lost', text: [summary.handedOver, ...lines].join('\n'), contact: who === 'colleague' ? reporter : holder };
}

/** The name and the number that the ticket was given are not asked for again. */
export function resumed(state: CardLostState, { facts: { contact = {} } }: Context): CardLostState {
  const told = Object.fromEntries(Object.entries(contact).filter(([key]) => key === 'name' || key === 'phone' || key === 'email'));
  const known = state.who === 'colleague' ? { ...state, reporter: { ...told, ...state.reporter } } : { ...state, holder: { ...told, ...state.holder } };
  const isSettled = state.who === 'verified' || state.who === null || nextStep(known) === state.step;
  return isSettled ? state : advance(state, known);
}
