/** From a Bot Framework activity to what happened in the conversation. Pure. */
import * as z from 'zod';
import type { Language, Person, TurnEvent } from '../../conversation/types.ts';
import type { Incoming } from '../../ports.ts';
import type { InboundActivity } from './activity.ts';
import { plainText } from './plain-text.ts';

const TEAMS = 'msteams';

/** What our own buttons send back; see outgoing.ts. The label comes from the client, so it is as raw as typed text. */
const buttonData = z.object({ choice: z.string().min(1).max(200), label: z.string().max(200).optional().catch(undefined) });

/** The conversation's key everywhere outside this folder. */
export function conversationKey(activity: Pick<InboundActivity, 'conversation'>): string {
  return `teams:${activity.conversation.id}`;
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
    origin: { activityId: activity.id },
  };
}

/** Only Teams vouches for its users: other channels of a bot registration hand on whatever id the client claims. */
function personOf({ from, channelId }: InboundActivity, authenticated: boolean): Person {
  const objectId = from.aadObjectId ?? null;
  const verified = authenticated && channelId === TEAMS && objectId !== null;
  return { id: objectId ?? from.id, ...(from.name ? { name: from.name } : {}), verified };
}

function readEvent(activity: InboundActivity): { id: string; event: TurnEvent } | null {
  switch (activity.type) {
    case 'message':
      return { id: `message:${activity.id}`, event: readMessage(activity) };
    // An edit keeps the id of its message, so only the time tells a second edit from a redelivery of the first.
    case 'messageUpdate':
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
  const language = languageOf(activity.locale);
  return { id: 'joined', event: { kind: 'joined', ...(language !== null ? { language } : {}) } };
}

function readMessage(activity: InboundActivity): TurnEvent {
  const button = readButton(activity.value);
  if (button === null) return { kind: 'said', text: plainText(activity) };
  return { kind: 'chose', choice: button.choice, ...(button.label !== undefined ? { label: button.label } : {}) };
}

// Teams hands a messageBack value on as it was given, as an object or as the JSON text of one.
function readButton(value: unknown): z.infer<typeof buttonData> | null {
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

function languageOf(locale: string | null | undefined): Language | null {
  const language = locale?.slice(0, 2).toLowerCase();
  return language === 'sv' || language === 'en' ? language : null;
}
