import type { Kysely } from 'kysely';
import type { ChannelName } from '../conversation/types.ts';
import { readJson } from './json-column.ts';
import { referenceShape } from './json-shapes.ts';
import { prepared } from './prepared.ts';
import type { ReferenceRow, Schema } from './schema.ts';
import type { Store } from './store.ts';
import type { Write } from './writes.ts';

type Kept = Pick<ReferenceRow, 'channel' | 'reference' | 'updated_at'> & { readonly conversation: string };

const newestReference = prepared<Kept, unknown>((db, place) => {
  const row = { channel: place('channel'), reference: place('reference'), updated_at: place('updated_at') };
  return db
    .insertInto('conversation_references')
    .values({ conversation_id: place('conversation'), ...row })
    .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(row).where('conversation_references.reference', '!=', row.reference));
});

/**
 * Keeps the newest reference; a channel may send it before the conversation's first turn is committed. It comes with every
 * message and hardly ever changes, so the same one again writes nothing: a write waits for the disk.
 */
export async function saveReference(
  write: Write,
  conversation: string,
  channel: ChannelName,
  reference: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  const row = { channel, reference: JSON.stringify(reference), updated_at: at.getTime() };
  await write((trx) => newestReference(trx, { conversation, ...row }));
}

const referenceOf = prepared<{ conversation: string }, Pick<ReferenceRow, 'channel' | 'reference'>>((db, place) =>
  db.selectFrom('conversation_references').select(['channel', 'reference']).where('conversation_id', '=', place('conversation')),
);

export async function loadReference(db: Kysely<Schema>, conversation: string): ReturnType<Store['loadReference']> {
  const [row] = await referenceOf(db, { conversation });
  if (row === undefined) return null;
  const reference = readJson(referenceShape, row.reference, `conversation_references.reference of ${conversation}`);
  return { channel: row.channel, reference };
}
