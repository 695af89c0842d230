import type { Kysely } from 'kysely';

/** What every process must know of a key until a time, such as that its conversation has ended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('marks')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('marks_pk', ['kind', 'key'])
    .execute();
  await db.schema.createIndex('marks_until').on('marks').column('until').execute();
}
