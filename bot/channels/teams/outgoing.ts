/**
 * From a channel-neutral reply to a Bot Framework activity. Pure. Choices become the buttons of an Adaptive Card:
 * suggested actions show three at most in Teams, and send the label only, not the choice.
 */
import type { Activity } from 'botbuilder';
import type { Choice, Reply } from '../../conversation/types.ts';
import { literal } from '../../markdown.ts';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
/** The newest version that Teams on phones and the Bot Framework Emulator both draw whole. */
const CARD_VERSION = '1.4';
/** Teams draws six buttons of a row; more go in further rows. */
const BUTTONS_A_ROW = 6;
/** Teams shows about this much of `summary` in a notification. */
const SUMMARY_LENGTH = 150;

type Card = NonNullable<Reply['card']>;
type CardElement = Readonly<Record<string, unknown>>;

/** The message that shows a reply. The words always stand in `text`, so a client that draws no cards loses the buttons only. */
export function activityOf(reply: Reply): Partial<Activity> {
  const body = [...(reply.card ? factElements(reply.card) : []), ...buttonRows(reply.choices ?? [])];
  return {
    type: 'message',
    text: reply.text,
    textFormat: 'markdown',
    summary: summaryOf(reply.text),
    ...(body.length > 0 ? { attachments: [{ contentType: ADAPTIVE_CARD, content: adaptiveCard(body, reply) }] } : {}),
  };
}

function adaptiveCard(body: readonly CardElement[], reply: Reply): CardElement {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: CARD_VERSION,
    body,
    fallbackText: [reply.text, ...(reply.card ? factLines(reply.card) : [])].join('\n\n'),
  };
}

function factElements({ title, facts }: Card): CardElement[] {
  return [
    { type: 'TextBlock', text: title, weight: 'Bolder', wrap: true, style: 'heading' },
    { type: 'FactSet', facts: facts.map(({ label, value }) => ({ title: label, value: literal(value) })) },
  ];
}

function factLines({ title, facts }: Card): string[] {
  return [title, ...facts.map(({ label, value }) => `${label}: ${value}`)];
}

function buttonRows(choices: readonly Choice[]): CardElement[] {
  const rows: CardElement[] = [];
  for (let start = 0; start < choices.length; start += BUTTONS_A_ROW) {
    rows.push({ type: 'ActionSet', actions: choices.slice(start, start + BUTTONS_A_ROW).map(button) });
  }
  return rows;
}

/**
 * `messageBack` shows the label in the chat as the person's own line and comes back as a message. Teams returns
 * `msteams.value`, other clients the whole of `data`, so the choice stands in both. (Teams documentation, "Card
 * actions", Adaptive Cards with messageBack action.)
 */
function button({ id, label }: Choice): CardElement {
  const value = { choice: id, label };
  return { type: 'Action.Submit', title: label, data: { ...value, msteams: { type: 'messageBack', displayText: label, text: label, value } } };
}

function summaryOf(text: string): string {
  const words = text.replaceAll('**', '').replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').split(/\s+/).join(' ').trim();
  return words.length <= SUMMARY_LENGTH ? words : `${words.slice(0, SUMMARY_LENGTH - 1).trimEnd()}…`;
}
