/** What an ordinary ticket holds when the user asks for a person in the middle of the report. */
import type { CardLostState } from './card-lost-state.ts';
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
