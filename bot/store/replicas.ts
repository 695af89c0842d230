/** The processes that share a database: who is there with which knowledge, and whose turn it is to do what comes round. */
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { Replica } from './store.ts';

type Db = Kysely<Schema>;

export async function reportReplica(db: Db, { id, knowledge, model }: Replica, now: Date, aliveMs: number): Promise<readonly Replica[]> {
  const at = now.getTime();
  const row = { knowledge, model, seen_at: at };
  await db
    .insertInto('replicas')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await db.deleteFrom('replicas').where('seen_at', '<=', at - aliveMs).execute();
  return db.selectFrom('replicas').select(['id', 'knowledge', 'model']).orderBy('id').execute();
}

export async function forgetReplica(db: Db, id: string): Promise<void> {
  await db.deleteFrom('replicas').where('id', '=', id).execute();
}

export async function takeRound(db: Db, name: string, now: Date, everyMs: number): Promise<boolean> {
  const at = now.getTime();
  const taken = await db
    .insertInto('rounds')
    .values({ name, next_at: at + everyMs })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ next_at: at + everyMs }).where('rounds.next_at', '<=', at))
    .returning('name')
    .executeTakeFirst();
  return taken !== undefined;
}
