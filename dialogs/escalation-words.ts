/** The dialog's wording in the language of the conversation. */
import type { Choice, Context } from './dialog.ts';
import { en } from './escalation.en.ts';
import { sv } from './escalation.sv.ts';

export type Wording = typeof sv;

export function wordsOf(context: Context): Wording {
  return context.language === 'sv' ? sv : en;
}

export function choicesOf(context: Context, ids: readonly (keyof Wording['choices'])[]): readonly Choice[] {
  const { choices } = wordsOf(context);
  return ids.map((id) => ({ id, ...choices[id] }));
}
