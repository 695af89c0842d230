import type { Kysely } from 'kysely';

/** Finds what is past its time, and what is one person's, without reading whole tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('conversations_updated').on('conversations').column('updated_at').execute();
  await db.schema.createIndex('conversations_person').on('conversations').column('person_id').execute();
  await db.schema.createIndex('messages_at').on('messages').column('at').execute();
  await db.schema.createIndex('turns_at').on('turns').column('at').execute();
  await db.schema.createIndex('outbox_updated').on('outbox').column('updated_at').execute();
  await db.schema.createIndex('tickets_conversation').on('tickets').column('conversation_id').execute();
  await db.schema.createIndex('tickets_updated').on('tickets').column('updated_at').execute();
  await db.schema.createIndex('references_updated').on('conversation_references').column('updated_at').execute();
  await db.schema.createIndex('feedback_at').on('feedback').column('at').execute();
  await db.schema.createIndex('feedback_conversation').on('feedback').column('conversation_id').execute();
}
