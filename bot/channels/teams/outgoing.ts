/** From a channel-neutral reply to Bot Framework activities. Pure. */
import type { Activity } from 'botbuilder';
import type { Choice, Reply } from '../../conversation/types.ts';
import { ADAPTIVE_CARD, type AdaptiveCard } from './cards/adaptive-card.ts';
import type { ButtonKind } from './cards/buttons.ts';
import { bareCard, questionCard, usedCard } from './cards/question-card.ts';
import { languageOf } from './cards/wording.ts';
import { cite } from './citation.ts';
import { splitText, summaryOf, withSeparateItems } from './message-text.ts';

/** Where a message is shown, and how. */
export interface Place {
  /** Shown by a Teams client. Others (the Emulator, a program that reads replies in the response) get plain messages. */
  readonly isTeams: boolean;
  /** A chat of the person and the bot alone. */
  readonly isPersonal: boolean;
  readonly buttons: ButtonKind;
  /** The longest text of one message, in UTF-16 code units. */
  readonly messageChars: number;
}

/** Teams shows three suggested actions on a phone; the others are out of sight. */
const SUGGESTED_MAX = 3;

/** The messages that show a reply, in their order; more than one only for a very long text. `seq` is the number of its row. */
export function activitiesOf(reply: Reply, seq: number, place: Place): readonly Partial<Activity>[] {
  const shown = place.isTeams ? withoutFeedbackQuestion(reply) : reply;
  const texts = splitText(shown.text, place.messageChars);
  const before = texts.slice(0, -1).map((text) => textMessage({ ...bare(reply), text }, place));
  return [...before, lastMessage({ ...shown, text: texts.at(-1) ?? '' }, seq, place)];
}

/**
 * In Teams, a question of a dialog, a summary, and what has more choices than fit above the compose box, is a card; the
 * rest is text. Never both in one message: Teams splits it then ("Messages in bot conversations", Send a message).
 */
function lastMessage(reply: Reply, seq: number, place: Place): Partial<Activity> {
  if (!isCard(reply, place)) return textMessage(reply, place);
  if (place.isTeams) return cardMessage(questionCard({ reply, seq, buttons: place.buttons }), reply);
  return { ...textMessage(bare(reply), place), ...attached(bareCard({ reply, seq, buttons: 'submit' })) };
}

/** The message of a card that was used, for its place in the chat; null where the reply offered no such choice on a card. */
export function usedActivityOf(reply: Reply, choice: string, place: Place): { readonly card: AdaptiveCard; readonly activity: Partial<Activity> } | null {
  const shown = place.isTeams ? withoutFeedbackQuestion(reply) : reply;
  const chosen = shown.choices?.find(({ id }) => id === choice);
  if (chosen === undefined || !place.isTeams || !isCard(shown, place)) return null;
  const last = { ...shown, text: splitText(shown.text, place.messageChars).at(-1) ?? '' };
  const card = usedCard(last, chosen);
  return { card, activity: cardMessage(card, last) };
}

function isCard({ choices = [], card }: Reply, { isTeams, isPersonal }: Place): boolean {
  // Every question of a dialog offers the way out.
  const isDialogs = choices.some(({ id }) => id === 'cancel');
  return card !== undefined || isDialogs || choices.length > (isTeams && isPersonal ? SUGGESTED_MAX : 0);
}

function cardMessage(card: AdaptiveCard, reply: Reply): Partial<Activity> {
  return { type: 'message', summary: summaryOf(reply.text), locale: localeOf(reply), ...attached(card) };
}

function attached(card: AdaptiveCard): Pick<Activity, 'attachments'> {
  return { attachments: [{ contentType: ADAPTIVE_CARD, content: card }] };
}

function textMessage(reply: Reply, { isTeams }: Place): Partial<Activity> {
  const { text, entities } = isTeams ? cite(reply.text, reply) : { text: reply.text, entities: [] };
  const choices = reply.choices ?? [];
  return {
    type: 'message',
    text: isTeams ? withSeparateItems(text) : text,
    textFormat: 'markdown',
    summary: summaryOf(reply.text),
    locale: localeOf(reply),
    ...(choices.length > 0 ? { suggestedActions: { to: [], actions: choices.map(suggestedAction) } } : {}),
    ...(entities.length > 0 ? { entities: [...entities] } : {}),
    ...(isTeams && reply.answer !== undefined ? { channelData: { feedbackLoop: { type: 'default' } } } : {}),
  };
}

/** The one kind that Teams takes. It sends the label, which the conversation knows as the choice. */
function suggestedAction({ label }: Choice): { type: 'imBack'; title: string; value: string } {
  return { type: 'imBack', title: label, value: label };
}

/** Teams has feedback buttons of its own, so the question and its yes and no are left out. */
function withoutFeedbackQuestion(reply: Reply): Reply {
  const asked = reply.answer?.helped;
  if (asked === undefined || !reply.text.endsWith(asked)) return reply;
  const choices = (reply.choices ?? []).filter(({ id }) => id !== 'yes' && id !== 'no');
  return { ...reply, text: reply.text.slice(0, -asked.length).trimEnd(), choices };
}

/** The words alone: choices and facts go with the last part. */
function bare({ text, language }: Reply): Reply {
  return language === undefined ? { text } : { text, language };
}

function localeOf(reply: Reply): string {
  return languageOf(reply) === 'en' ? 'en-GB' : 'sv-SE';
}
