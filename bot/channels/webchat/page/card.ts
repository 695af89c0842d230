/**
 * Shows the one shape of Adaptive Card that the bot sends, a title and facts, as a heading and a description list. The
 * renderer for any card would double the script that every visitor loads.
 */
import { createElement, type ReactElement } from 'react';

interface FactCard {
  readonly body: readonly [{ readonly text: string }, { readonly facts: readonly { readonly title: string; readonly value: string }[] }];
}

interface AttachmentArguments {
  readonly attachment: { readonly contentType: string; readonly content?: unknown };
}

type Next = (args: AttachmentArguments) => unknown;

/** Web Chat's attachment middleware: takes the cards and leaves the rest to the next one. */
export const showCards = () => (next: Next) => (args: AttachmentArguments) => isCard(args) ? cardElement(args) : next(args);

/** The same for the copy of a message that is read aloud, where Web Chat wants a component. */
export const readCardsAloud = () => (next: Next) => (args: AttachmentArguments) => isCard(args) ? () => cardElement(args) : next(args);

function isCard({ attachment }: AttachmentArguments): boolean {
  return attachment.contentType === 'application/vnd.microsoft.card.adaptive';
}

function cardElement({ attachment }: AttachmentArguments): ReactElement {
  const [title, { facts }] = (attachment.content as FactCard).body;
  const rows = facts.flatMap((fact) => [createElement('dt', null, fact.title), createElement('dd', null, fact.value)]);
  return createElement('div', { className: 'card' }, createElement('h2', null, title.text), createElement('dl', null, ...rows));
}
