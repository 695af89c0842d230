/** Reads recorded activities: one JSON object, a list of them, or JSON Lines. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { UsageError } from '../../bot/cli/exit.ts';

const account = z.looseObject({ id: z.string() });
const payload = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  recipient: account,
  conversation: z.looseObject({ id: z.string(), tenantId: z.string().nullish() }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
});

export type Payload = z.infer<typeof payload>;

/** Throws `UsageError` for a file that does not hold activities. */
export function readPayloads(path: string): readonly Payload[] {
  const payloads = valuesOf(path, textOf(path)).map((value, index) => {
    const parsed = payload.safeParse(value);
    if (parsed.success) return parsed.data;
    const [fault] = parsed.error.issues;
    throw new UsageError(`${path}: activity ${index + 1} lacks ${fault?.path.join('.') ?? 'its shape'}. Give activities as Teams posts them.`);
  });
  if (payloads.length === 0) throw new UsageError(`${path} is empty. Give one activity as JSON, a list, or one a line.`);
  return payloads;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read. Give the path of a file with activities.`);
  }
}

function valuesOf(path: string, text: string): readonly unknown[] {
  const whole = parse(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  return text.split('\n').filter((line) => line.trim() !== '').map((line, index) => {
    const value = parse(line);
    if (value === undefined) throw new UsageError(`${path}: line ${index + 1} is not JSON.`);
    return value;
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The bot and the tenant that an activity is for; null where it does not say. */
export function addresseeOf({ recipient, conversation, channelData }: Payload): { readonly appId: string | null; readonly tenantId: string | null } {
  const appId = /^28:(.+)$/.exec(recipient.id)?.[1] ?? null;
  return { appId, tenantId: channelData?.tenant?.id ?? conversation.tenantId ?? null };
}
