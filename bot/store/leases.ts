/**
 * Who pushes the replies of a conversation: one process at a time, so that no reply goes out twice or out of order. A lease
 * that is not kept ends by itself, and whoever looks next takes over.
 */
import type { Kysely } from 'kysely';
import type { ChannelName } from '../conversation/types.ts';
import type { Schema } from './schema.ts';

type Db = Kysely<Schema>;

export async function takeQueue(db: Db, conversation: string, worker: string, now: Date, leaseMs: number): Promise<boolean> {
  const at = now.getTime();
  const lease = { leased_by: worker, lease_until: at + leaseMs };
  const taken = await db
    .insertInto('delivery_leases')
    .values({ conversation_id: conversation, ...lease })
    .onConflict((conflict) =>
      conflict
        .column('conversation_id')
        .doUpdateSet(lease)
        .where((row) => row.or([row('delivery_leases.leased_by', '=', worker), row('delivery_leases.lease_until', '<=', at)])),
    )
    .returning('conversation_id')
    .executeTakeFirst();
  return taken !== undefined;
}

export async function keepQueues(db: Db, worker: string, now: Date, leaseMs: number): Promise<readonly string[]> {
  const at = now.getTime();
  const kept = await db
    .updateTable('delivery_leases')
    .set({ lease_until: at + leaseMs })
    .where('leased_by', '=', worker)
    .where('lease_until', '>', at)
    .returning('conversation_id')
    .execute();
  return kept.map((row) => row.conversation_id);
}

export async function leaveQueue(db: Db, conversation: string, worker: string): Promise<void> {
  await db.deleteFrom('delivery_leases').where('conversation_id', '=', conversation).where('leased_by', '=', worker).execute();
}

export async function freeQueues(db: Db, channel: ChannelName, now: Date, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('messages')
    .select(['conversation_id', (row) => row.fn.min('queued_at').as('oldest')])
    .where('channel', '=', channel)
    .where('queued_at', 'is not', null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('delivery_leases')
            .select('delivery_leases.conversation_id')
            .whereRef('delivery_leases.conversation_id', '=', 'messages.conversation_id')
            .where('lease_until', '>', now.getTime()),
        ),
      ),
    )
    .groupBy('conversation_id')
    .orderBy('oldest')
    .limit(limit)
    .execute();
  return rows.map((row) => row.conversation_id);
}
