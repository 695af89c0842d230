/** From an activity that a client posted to what the conversation may receive. Pure, but for the id of an activity without one. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Language, TurnEvent } from '../../conversation/types.ts';
import type { Incoming } from '../../ports.ts';
import { refusal, type Refusal } from './answer.ts';

/** Who writes, and where. */
type Writer = Pick<Incoming, 'conversation' | 'person'>;

/** The turn that starts a conversation. One id for all of its starts, so that it is welcomed once. */
const joinedTurn = 'joined';
/** The event by which Web Chat's documentation lets a page announce its user. */
const joinEvent = 'webchat/join';

const channelDataSchema = z.looseObject({
  clientActivityID: z.string().min(1).max(100).optional(),
  messageBack: z.looseObject({ displayText: z.string().optional() }).optional(),
});

// Only what is read is checked. `from` and `id` are not read: the token says who writes, the log says which id it gets.
const commonFields = { locale: z.string().max(35).optional(), channelData: channelDataSchema.nullish() };

const activitySchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('message'), text: z.string().nullish(), value: z.unknown().optional(), ...commonFields }),
  z.looseObject({ type: z.literal('event'), name: z.string().max(200), value: z.unknown().optional(), ...commonFields }),
  z.looseObject({ type: z.literal('conversationUpdate'), ...commonFields }),
  z.looseObject({ type: z.literal('typing'), ...commonFields }),
  z.looseObject({ type: z.literal('endOfConversation'), ...commonFields }),
]);

const choiceSchema = z.looseObject({ choice: z.string().min(1).max(100) });

export type ClientActivity = z.infer<typeof activitySchema>;
type MessageActivity = Extract<ClientActivity, { type: 'message' }>;

/** `ignored`: understood, and nothing that a conversation needs to know. `ended`: its visitor wants no more of it. */
export type Reading = { readonly kind: 'turn'; readonly incoming: Incoming } | { readonly kind: 'ignored' | 'ended' } | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The beginning of a conversation, which makes the welcome. */
export function joining({ conversation, person }: Writer, locale: string | undefined): Incoming {
  return { id: joinedTurn, conversation, person, event: { kind: 'joined', language: languageOf(locale) } };
}

/** Reads a posted body. `randomId` names the turn of an activity whose client gave no id. */
export function readActivity(body: unknown, writer: Writer, randomId: () => string): Reading {
  const parsed = activitySchema.safeParse(body);
  if (!parsed.success) return { kind: 'refused', refusal: refusal('BadArgument', `Not an activity: ${z.prettifyError(parsed.error)}`) };
  const activity = parsed.data;
  if (activity.type === 'conversationUpdate' || (activity.type === 'event' && activity.name === joinEvent)) {
    return { kind: 'turn', incoming: joining(writer, activity.locale) };
  }
  if (activity.type === 'endOfConversation') return { kind: 'ended' };
  if (activity.type !== 'message') return { kind: 'ignored' };
  const event = messageEvent(activity);
  if (event === null) return { kind: 'refused', refusal: refusal('MissingProperty', 'A message needs a text, or a value with a choice.') };
  const clientActivityID = activity.channelData?.clientActivityID;
  return {
    kind: 'turn',
    incoming: {
      id: turnIdOf(clientActivityID ?? randomId()),
      conversation: writer.conversation,
      person: writer.person,
      event,
      ...(clientActivityID !== undefined && { origin: { clientActivityID } }),
    },
  };
}

/** From the client's own id, so that a request that it repeats after a lost answer is the same turn. Hashed: a client may put anything there. */
export function turnIdOf(clientActivityID: string): string {
  return `dl:${createHash('sha256').update(clientActivityID).digest('base64url')}`;
}

function messageEvent({ text, value, channelData }: MessageActivity): TurnEvent | null {
  const chosen = choiceSchema.safeParse(value);
  if (chosen.success) {
    const label = channelData?.messageBack?.displayText ?? text;
    return { kind: 'chose', choice: chosen.data.choice, ...(label && { label }) };
  }
  return text ? { kind: 'said', text } : null;
}

function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'sv';
}
