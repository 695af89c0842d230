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

export type Reference = z.infer<typeof stored>;

/** The reference that an activity gives. Only what `readReference` reads: a message's own data is not kept here. */
export function referenceOf(activity: InboundActivity): Reference {
  const { channelId, serviceUrl, recipient, from, conversation, locale } = activity;
  return { channelId, serviceUrl, bot: recipient, user: from, conversation, ...(locale ? { locale } : {}) };
}

/** Reads a stored reference; null when there is none, or none that this version understands. */
export function readReference(value: unknown): Reference | null {
  return stored.safeParse(value).data ?? null;
}

/** For the SDK, whose type asks for fields that no channel sends (isGroup, role). */
export function sdkReference(reference: Reference): Partial<ConversationReference> {
  return reference as unknown as Partial<ConversationReference>;
}
