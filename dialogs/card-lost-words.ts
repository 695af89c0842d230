/** The dialog's wording in the language of the conversation, and what it is filled with. */
import { en } from './card-lost.en.ts';
import { sv } from './card-lost.sv.ts';
import type { Choice, Context, Facts } from './dialog.ts';

/** The Swedish wording is the shape that every language fills. */
export type Wording = typeof sv;
export type TicketBackend = Facts['ticketBackend'];
type WordKey = keyof Wording['choices'];

export function wordsOf(context: Context): Wording {
  return context.language === 'sv' ? sv : en;
}

/** Buttons by their ids; `[id, key]` where one id is worded in several ways. */
export function choicesOf(context: Context, ids: readonly (WordKey | readonly [id: string, key: WordKey])[]): readonly Choice[] {
  const { choices } = wordsOf(context);
  return ids.map((one) => {
    const [id, key] = typeof one === 'string' ? [one, one] : one;
    return { id, ...choices[key] };
  });
}

/** A page of the knowledge as a Markdown link; its title alone when the operator has given no address. */
export function pageOf(context: Context, name: string, title: string): string {
  const link = context.facts.links[name];
  if (link === undefined) return title;
  return link.url === null ? link.title : `[${link.title}](${link.url})`;
}
