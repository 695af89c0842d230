/** The boundary of the channel: what of a Bot Framework activity is read, and nothing else is believed to be there. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';

const id = z.string().min(1).max(2_048);
const text = z.string();

export const account = z.looseObject({ id, name: text.nullish(), aadObjectId: id.nullish() });
export const conversationAccount = z.looseObject({ id, conversationType: text.nullish(), isGroup: z.boolean().nullish().catch(null), tenantId: id.nullish() });

const entity = z.looseObject({ type: text, text: text.nullish(), locale: text.nullish().catch(null), mentioned: z.looseObject({ id: text.nullish() }).nullish() });
const attachment = z.looseObject({ contentType: text, content: z.unknown().optional() });
const channelData = z.looseObject({ tenant: z.looseObject({ id: id.nullish() }).nullish(), eventType: text.nullish().catch(null) });

/**
 * An activity as a channel must send it (Bot Framework Activity schema, "Basic activity structure"). `serviceUrl` is
 * required here although the SDK does without: a token is only worth something for the service that it names.
 */
const activity = z.looseObject({
  type: z.string().min(1).max(64),
  // Channels always send one. A hand-made request without it works too, but a repetition of it is a new message.
  id: id.nullish().transform((given) => given ?? randomUUID()),
  timestamp: text.nullish(),
  channelId: id,
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: account,
  recipient: account,
  conversation: conversationAccount,
  deliveryMode: text.nullish(),
  locale: text.nullish(),
  text: text.nullish(),
  value: z.unknown().optional(),
  action: text.nullish(),
  entities: z.array(entity).nullish(),
  attachments: z.array(attachment).nullish().catch(null),
  membersAdded: z.array(account).nullish(),
  channelData: channelData.nullish().catch(null),
});

export type InboundActivity = z.infer<typeof activity>;

/** Reads a request's body. `message` names the fields at fault and repeats nothing that was sent. */
export function parseActivity(body: unknown): { ok: true; activity: InboundActivity } | { ok: false; message: string } {
  const parsed = activity.safeParse(body);
  if (parsed.success) return { ok: true, activity: parsed.data };
  const faults = parsed.error.issues.map((issue) => (issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`));
  return { ok: false, message: `The body is not an activity. ${faults.join('. ')}.` };
}

/** The tenant that the activity comes from; null when it names none, or two that differ. */
export function tenantOf({ channelData: data, conversation }: InboundActivity): string | null {
  const named = [data?.tenant?.id, conversation.tenantId].filter((tenant) => tenant !== null && tenant !== undefined);
  const tenants = new Set(named.map((tenant) => tenant.toLowerCase()));
  const [tenant] = tenants;
  return tenant !== undefined && tenants.size === 1 ? tenant : null;
}
