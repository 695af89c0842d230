/** What holds in every process until a time: the first who says it is the one who counts. */
import type { Kysely } from 'kysely';
import { prepared } from './prepared.ts';
import type { MarkRow, Schema } from './schema.ts';
import type { MarkKind } from './store.ts';

type Db = Kysely<Schema>;

/** One statement, so that whoever loses a race is given what the winner has set. */
export async function mark(db: Db, kind: MarkKind, key: string, value: string, until: Date, now: Date): Promise<string> {
  const standing = await db
    .insertInto('marks')
    .values({ kind, key, value, until: until.getTime() })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'key']).doUpdateSet((row) => {
        const isOver = row('marks.until', '<=', now.getTime());
        return {
          value: row.case().when(isOver).then(row.ref('excluded.value')).else(row.ref('marks.value')).end(),
          until: row.case().when(isOver).then(row.ref('excluded.until')).else(row.ref('marks.until')).end(),
        };
      }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return standing.value;
}

const standingMark = prepared<{ kind: MarkKind; key: string; now: number }, Pick<MarkRow, 'value'>>((db, place) =>
  db.selectFrom('marks').select('value').where('kind', '=', place('kind')).where('key', '=', place('key')).where('until', '>', place('now')),
);

export async function readMark(db: Db, kind: MarkKind, key: string, now: Date): Promise<string | null> {
  const [row] = await standingMark(db, { kind, key, now: now.getTime() });
  return row?.value ?? null;
}
