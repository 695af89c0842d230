/** A question of a dialog as a card, and the same card once it has been answered. Pure. */
import type { Choice, Reply } from '../../../conversation/types.ts';
import { literal } from '../../../markdown.ts';
import { type AdaptiveCard, type CardElement, adaptiveCard } from './adaptive-card.ts';
import { type ButtonKind, buttonRows } from './buttons.ts';
import { languageOf, wordsIn } from './wording.ts';

/** `seq` tells which message a pressed button belongs to. */
export interface Asked {
  readonly reply: Reply;
  readonly seq: number;
  readonly buttons: ButtonKind;
}

/** The text, the summary if there is one, and a button for every choice. */
export function questionCard({ reply, seq, buttons }: Asked): AdaptiveCard {
  return adaptiveCard([...contentOf(reply), ...buttonRows(reply.choices ?? [], seq, buttons)], fallbackText(reply), languageOf(reply));
}

/** The summary and the buttons without the text, for a message that has the text beside its card. */
export function bareCard({ reply, seq, buttons }: Asked): AdaptiveCard {
  const summary = reply.card === undefined ? [] : summaryOf(reply.card);
  return adaptiveCard([...summary, ...buttonRows(reply.choices ?? [], seq, buttons)], fallbackText(reply), languageOf(reply));
}

/** The same card without its buttons: what was chosen stands in their place. */
export function usedCard(reply: Reply, chosen: Choice): AdaptiveCard {
  const language = languageOf(reply);
  const note = wordsIn(language).chosen(chosen.label);
  const body: readonly CardElement[] = [...contentOf(reply), { type: 'TextBlock', text: literal(note), wrap: true, weight: 'Bolder', spacing: 'Medium' }];
  return adaptiveCard(body, `${fallbackText(reply)}\n\n${note}`, language);
}

function contentOf({ text, card }: Reply): readonly CardElement[] {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== '');
  const paragraphs = blocks.map((block): CardElement => ({ type: 'TextBlock', text: block, wrap: true }));
  // The summary comes before the question about it, which is the last paragraph.
  return card === undefined ? paragraphs : [...paragraphs.slice(0, -1), ...summaryOf(card), ...paragraphs.slice(-1)];
}

function summaryOf({ title, facts }: NonNullable<Reply['card']>): readonly CardElement[] {
  return [
    { type: 'TextBlock', text: title, wrap: true, weight: 'Bolder' },
    { type: 'FactSet', facts: facts.map(({ label, value }) => ({ title: label, value: literal(value) })) },
  ];
}

function fallbackText({ text, card }: Reply): string {
  return [text, ...(card === undefined ? [] : [card.title, ...card.facts.map(({ label, value }) => `${label}: ${value}`)])].join('\n\n');
}
