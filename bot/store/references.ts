import type { Kysely } from 'kysely';
import type { ChannelName } from '../conversation/types.ts';
import { readJson } from './json-column.ts';
import { referenceShape } from './json-shapes.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

/**
 * Keeps the newest reference; a channel may send it before the conversation's first turn is committed. It comes with every
 * message and hardly ever changes, so the same one again writes nothing: a write waits for the disk.
 */
export async function saveReference(
  db: Kysely<Schema>,
  conversation: string,
  channel: ChannelName,
  reference: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  const row = { channel, reference: JSON.stringify(reference), updated_at: at.getTime() };
  await db
    .insertInto('conversation_references')
    .values({ conversation_id: conversation, ...row })
    .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(row).where('conversation_references.reference', '!=', row.reference))
    .execute();
}

export async function loadReference(db: Kysely<Schema>, conversation: string): ReturnType<Store['loadReference']> {
  const row = await db
    .selectFrom('conversation_references')
    .select(['channel', 'reference'])
    .where('conversation_id', '=', conversation)
    .executeTakeFirst();
  if (row === undefined) return null;
  const reference = readJson(referenceShape, row.reference, `conversation_references.reference of ${conversation}`);
  return { channel: row.channel, reference };
}
