/** From a Bot Framework activity to what happened in the conversation. Pure. */
import * as z from 'zod';
import type { Circumstances, Language, Person, TurnEvent } from '../../conversation/types.ts';
import type { Incoming } from '../../ports.ts';
import { hasFiles } from './attachments.ts';
import type { InboundActivity } from './activity.ts';
import { plainText } from './plain-text.ts';

const TEAMS = 'msteams';

/** What our own buttons send back; see cards/buttons.ts. `card` is the number of the message. The label comes from the client, so it is as raw as typed text. */
const buttonData = z.object({
  choice: z.string().min(1).max(200),
  label: z.string().max(200).optional().catch(undefined),
  card: z.int().positive().optional().catch(undefined),
});

/**
 * The conversation's key everywhere outside this folder. In a channel it is the thread: Teams' id holds the id of the
 * message that began it, so what is sent to the conversation stands in the thread.
 */
export function conversationKey(activity: Pick<InboundActivity, 'conversation'>): string {
  return keyOfConversation(activity.conversation.id);
}

export function keyOfConversation(id: string): string {
  return `teams:${id}`;
}

/**
 * What an activity means, or null when it means nothing to the conversation (typing, reactions, members that leave).
 * `authenticated`: the request's token was valid and its tenant is allowed.
 */
export function incomingOf(activity: InboundActivity, authenticated: boolean): Incoming | null {
  const happened = readEvent(activity);
  if (happened === null) return null;
  return {
    id: happened.id,
    conversation: conversationKey(activity),
    person: personOf(activity, authenticated),
    event: happened.event,
    circumstances: circumstancesOf(activity),
    origin: { activityId: activity.id },
  };
}

/** True when the app was removed from the conversation: nothing that is sent there arrives. */
export function isRemoval({ type, action }: InboundActivity): boolean {
  return type === 'installationUpdate' && action?.startsWith('remove') === true;
}

/** Only Teams vouches for its users: other channels of a bot registration hand on whatever id the client claims. */
function personOf({ from, channelId }: InboundActivity, authenticated: boolean): Person {
  const objectId = from.aadObjectId ?? null;
  const verified = authenticated && channelId === TEAMS && objectId !== null;
  return { id: objectId ?? from.id, ...(from.name ? { name: from.name } : {}), verified };
}

function circumstancesOf(activity: InboundActivity): Circumstances {
  const language = clientLanguage(activity);
  const { conversationType, isGroup } = activity.conversation;
  // A kind of conversation that is not known yet may have others in it. Channels without kinds say isGroup, or have one person.
  const isShared = conversationType ? conversationType !== 'personal' : isGroup === true;
  return { ...(isShared ? { isShared } : {}), ...(language === null ? {} : { language }), ...(hasFiles(activity) ? { hasFiles: true } : {}) };
}

function readEvent(activity: InboundActivity): { id: string; event: TurnEvent } | null {
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    // An edit keeps the id of its message, so only the time tells a second edit from a redelivery of the first. A message
    // that is taken back from deletion says nothing new.
    case 'messageUpdate':
      if (activity.channelData?.eventType === 'undeleteMessage') return null;
      return { id: `edited:${activity.id}:${activity.timestamp ?? ''}`, event: { kind: 'edited', text: plainText(activity) } };
    case 'messageDelete':
      return { id: `deleted:${activity.id}`, event: { kind: 'deleted' } };
    case 'conversationUpdate':
      return activity.membersAdded?.length ? joined(activity) : null;
    case 'installationUpdate':
      return activity.action?.startsWith('add') ? joined(activity) : null;
    default:
      return null;
  }
}

/** One id for all: installing an app gives an installationUpdate and a conversationUpdate for each member, and one welcome is enough. */
function joined(activity: InboundActivity): { id: string; event: TurnEvent } {
  const language = clientLanguage(activity);
  return { id: 'joined', event: { kind: 'joined', ...(language !== null ? { language } : {}) } };
}

function readMessage(activity: InboundActivity): { id: string; event: TurnEvent } {
  const button = readButton(activity.value);
  if (button === null) return { id: `message:${activity.id}`, event: { kind: 'said', text: plainText(activity) } };
  const { choice, label, card } = button;
  // Pressed twice, or sent twice, a button of a card is the same turn.
  const id = card === undefined ? `message:${activity.id}` : `pressed:${card}:${choice}`;
  return { id, event: { kind: 'chose', choice, ...(label !== undefined ? { label } : {}) } };
}

/** What a button of ours sent back, or null. Teams hands a messageBack value on as it was given, as an object or as the JSON text of one. */
export function readButton(value: unknown): z.infer<typeof buttonData> | null {
  const parsed = buttonData.safeParse(typeof value === 'string' ? parseJson(value) : value);
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Teams says it in `locale` and in a clientInfo entity; some activities have the one, some the other. */
function clientLanguage({ locale, entities }: InboundActivity): Language | null {
  const info = entities?.find((entity) => entity.type === 'clientInfo');
  return languageOf(locale) ?? languageOf(info?.locale);
}

function languageOf(locale: string | null | undefined): Language | null {
  const language = locale?.slice(0, 2).toLowerCase();
  return language === 'sv' || language === 'en' ? language : null;
}
