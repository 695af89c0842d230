import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

type Db = Kysely<Schema>;

/** Reads a page of a real table: an open handle alone does not prove that the file is still there and whole. */
export async function check(db: Db): Promise<void> {
  await db.selectFrom('conversations').select('id').limit(1).execute();
}

export async function counts(db: Db): ReturnType<Store['counts']> {
  return {
    pendingEffects: await countEffects(db, 'pending'),
    deadEffects: await countEffects(db, 'dead'),
    undelivered: await count(
      db.selectFrom('messages').select((row) => row.fn.countAll<number>().as('rows')).where('queued_at', 'is not', null),
    ),
  };
}

function countEffects(db: Db, state: 'pending' | 'dead'): Promise<number> {
  return count(db.selectFrom('outbox').select((row) => row.fn.countAll<number>().as('rows')).where('state', '=', state));
}

async function count(query: { executeTakeFirstOrThrow(): Promise<{ rows: number }> }): Promise<number> {
  return (await query.executeTakeFirstOrThrow()).rows;
}
