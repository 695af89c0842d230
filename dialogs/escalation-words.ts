/** The dialog's wording in the language of the conversation. */
import type { Choice, Context } from './dialog.ts';
import { en } from './escalation.en.ts';
import { sv } from './escalation.sv.ts';

export type Wording = typeof sv;

export function wordsOf(context: Context): Wording {
  return context.language === 'sv' ? sv : en;
}

type WordKey = keyof Wording['choices'];

/** Buttons by their ids; `[id, key]` where one id is worded in several ways. */
export function choicesOf(context: Context, ids: readonly (WordKey | readonly [string, WordKey])[]): readonly Choice[] {
  const { choices } = wordsOf(context);
  return ids.map((one) => {
    const [id, key] = typeof one === 'string' ? [one, one] : one;
    return { id, ...choices[key] };
  });
}
