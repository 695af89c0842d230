import type { Kysely } from 'kysely';

/** What several processes on one database need: who pushes a conversation's replies, who does what comes round, who is there, and which answers a ticket has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery_leases')
    .addColumn('conversation_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('leased_by', 'text', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('rounds')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('replicas')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('knowledge', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.alterTable('ticket_comments').addColumn('key', 'text').execute();
}
