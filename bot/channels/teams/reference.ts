/** How to reach a conversation later: the SDK's ConversationReference as plain JSON, kept by the shell. */
import type { ConversationReference } from 'botbuilder';
import * as z from 'zod';
import { account, conversationAccount, type InboundActivity } from './activity.ts';

const stored = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  bot: account,
  user: account,
  conversation: conversationAccount,
  locale: z.string().optional(),
});

/** The reference that an activity gives. */
export function referenceOf(activity: InboundActivity): Readonly<Record<string, unknown>> {
  const { channelId, serviceUrl, recipient, from, conversation, locale } = activity;
  return { channelId, serviceUrl, bot: recipient, user: from, conversation, ...(locale ? { locale } : {}) };
}

/** Reads a stored reference; null when there is none, or none that this version understands. */
export function readReference(value: unknown): Partial<ConversationReference> | null {
  const parsed = stored.safeParse(value);
  // The SDK's type asks for fields that no channel sends (isGroup, role); the ones it uses have just been checked.
  return parsed.success ? (parsed.data as unknown as Partial<ConversationReference>) : null;
}
