import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * PostgreSQL only: every commit that changes a conversation is announced to the replicas that listen, whatever program
 * made it, and only if it is committed. The name in front lets a replica pass over its own commits. A payload must stay
 * below 8000 bytes (https://www.postgresql.org/docs/current/sql-notify.html); without a name, everybody looks at everything.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function announce_conversation() returns trigger language plpgsql as $$
    declare payload text := current_setting('application_name') || '/' || new.id;
    begin
      perform pg_notify('conversation_changed', case when octet_length(payload) < 8000 then payload else '' end);
      return null;
    end $$`.execute(db);
  await sql`
    create trigger conversations_announce after insert or update of last_seq on conversations
    for each row execute function announce_conversation()`.execute(db);
}
