/** From a row of the log to an activity, as the Bot Framework activity schema and the official client have it. Pure. */
import type { Card, Choice } from '../../../dialogs/dialog.ts';
import type { Message } from '../../ports.ts';
import { cardAttachment, cardText, type Attachment } from './cards.ts';

/** Names that an activity carries and a row does not. */
export interface Participants {
  readonly user: string;
  readonly botName: string;
}

/** A button that says what it shows and sends back the choice's id. */
interface ChoiceAction {
  readonly type: 'messageBack';
  readonly title: string;
  readonly displayText: string;
  readonly text: string;
  readonly value: { readonly choice: string };
}

export interface Activity {
  readonly type: 'message';
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'user' | 'bot' };
  readonly text: string;
  readonly textFormat: 'plain' | 'markdown';
  readonly inputHint?: 'acceptingInput' | 'expectingInput';
  readonly suggestedActions?: { readonly actions: readonly ChoiceAction[]; readonly to: readonly string[] };
  readonly attachments?: readonly Attachment[];
  readonly summary?: string;
  readonly channelData: Readonly<Record<string, unknown>>;
}

const botId = 'etjanstekort-bot';

/** The id of an activity: the conversation, a bar and the sequence number in seven digits, as the Direct Line service forms it. */
export function activityId(conversation: string, seq: number): string {
  return `${conversation}|${String(seq).padStart(7, '0')}`;
}

/** The activity of a row. The same row always gives the same activity, so that a replay never shows a message twice. */
export function toActivity(message: Message, { user, botName }: Participants): Activity {
  const { conversation, seq, at, content } = message;
  const common = {
    type: 'message',
    id: activityId(conversation, seq),
    timestamp: at.toISOString(),
    channelId: 'directline',
    conversation: { id: conversation },
  } as const;
  // Web Chat sorts by this number; without it, it falls back to the time of arrival.
  const order = { 'webchat:sequence-id': seq };
  if (content.kind === 'user') {
    return { ...common, from: { id: user, role: 'user' }, text: content.text, textFormat: 'plain', channelData: { ...echoed(content.origin), ...order } };
  }
  const { text, choices = [], card, answer } = content.reply;
  return {
    ...common,
    from: { id: botId, name: botName, role: 'bot' },
    text,
    textFormat: 'markdown',
    inputHint: choices.length > 0 ? 'expectingInput' : 'acceptingInput',
    ...(choices.length > 0 && { suggestedActions: { actions: choices.map((choice) => choiceAction(choice, answer?.helped !== undefined)), to: [user] } }),
    ...(card && cardParts(card)),
    channelData: order,
  };
}

/** Web Chat knows its own message again by this id; without it, it says after 20 s that the message could not be sent. */
function echoed(origin: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { clientActivityID } = origin;
  return typeof clientActivityID === 'string' ? { clientActivityID } : {};
}

/** The answers to "Fick du hjälp?". */
const THUMBS: Readonly<Record<string, string>> = { yes: '👍', no: '👎' };

/**
 * messageBack, because it shows `displayText` as the user's message at once and sends `value` along. A postBack shows
 * nothing until the echo arrives, and an imBack loses the id.
 */
function choiceAction({ id, label }: Choice, asksIfHelped: boolean): ChoiceAction {
  const thumb = asksIfHelped ? THUMBS[id] : undefined;
  return { type: 'messageBack', title: thumb === undefined ? label : `${thumb} ${label}`, displayText: label, text: label, value: { choice: id } };
}

function cardParts(card: Card): Pick<Activity, 'attachments' | 'summary'> {
  return { attachments: [cardAttachment(card)], summary: cardText(card) };
}
