import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

type Db = Kysely<Schema>;

/** Reads a page of a real table: an open handle alone does not prove that the file is still there and whole. */
export async function check(db: Db): Promise<void> {
  await db.selectFrom('conversations').select('id').limit(1).execute();
}

export async function counts(db: Db): ReturnType<Store['counts']> {
  const queue = await db
    .selectFrom('messages')
    .select((row) => [row.fn.countAll<number>().as('rows'), row.fn.min('queued_at').as('oldest')])
    .where('queued_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return {
    pendingEffects: await countEffects(db, 'pending'),
    deadEffects: await countEffects(db, 'dead'),
    undelivered: queue.rows,
    oldestUndelivered: queue.oldest === null ? null : new Date(queue.oldest),
  };
}

async function countEffects(db: Db, state: 'pending' | 'dead'): Promise<number> {
  const { rows } = await db.selectFrom('outbox').select((row) => row.fn.countAll<number>().as('rows')).where('state', '=', state).executeTakeFirstOrThrow();
  return rows;
}
