/** A card as an Adaptive Card, version 1.4: a title and a FactSet. Pure. */
import type { Card } from '../../../dialogs/dialog.ts';
import { literal } from '../../markdown.ts';

export interface Attachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: {
    readonly type: 'AdaptiveCard';
    readonly $schema: string;
    readonly version: string;
    /** For clients that cannot show the card. */
    readonly fallbackText: string;
    readonly body: readonly [
      { readonly type: 'TextBlock'; readonly text: string; readonly weight: 'bolder'; readonly wrap: true; readonly style: 'heading' },
      { readonly type: 'FactSet'; readonly facts: readonly { readonly title: string; readonly value: string }[] },
    ];
  };
}

export function cardAttachment(card: Card): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.4',
      fallbackText: cardText(card),
      body: [
        { type: 'TextBlock', text: card.title, weight: 'bolder', wrap: true, style: 'heading' },
        { type: 'FactSet', facts: card.facts.map(({ label, value }) => ({ title: label, value: literal(value) })) },
      ],
    },
  };
}

/** The card as plain lines. */
export function cardText({ title, facts }: Card): string {
  return [title, ...facts.map(({ label, value }) => `${label}: ${value}`)].join('\n');
}
