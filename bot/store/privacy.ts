/** Everything about one person: to be handed out, and to be erased. */
import type { Kysely } from 'kysely';
import type { KeptKind, RecordKind } from '../../dialogs/dialog.ts';
import type { Schema } from './schema.ts';
import type { Erasure, PersonalData } from './store.ts';

type Db = Kysely<Schema>;

/** Columns that hold JSON, and columns that hold a time. */
const JSON_COLUMNS: ReadonlySet<string> = new Set(['state', 'content', 'trace', 'effect', 'settlement', 'reference', 'body']);
const TIME_COLUMN = /(?:^|_)(?:at|until)$/;

export async function exportPerson(db: Db, personId: string): Promise<PersonalData> {
  return db.transaction().execute(async (trx) => {
    const own = await conversationsOf(trx, personId);
    const tickets = await trx.selectFrom('tickets').selectAll().where('person_id', '=', personId).orderBy('opened_at').execute();
    return {
      conversations: readable(await trx.selectFrom('conversations').selectAll().where('id', 'in', own).execute()),
      messages: readable(await trx.selectFrom('messages').selectAll().where('conversation_id', 'in', own).orderBy('conversation_id').orderBy('seq').execute()),
      turns: readable(await trx.selectFrom('turns').selectAll().where('conversation_id', 'in', own).orderBy('at').execute()),
      references: readable(await trx.selectFrom('conversation_references').selectAll().where('conversation_id', 'in', own).execute()),
      feedback: readable(await trx.selectFrom('feedback').selectAll().where('conversation_id', 'in', own).orderBy('at').execute()),
      effects: readable(
        await trx
          .selectFrom('outbox')
          .selectAll()
          .where((row) => row.or([row('person_id', '=', personId), row('conversation_id', 'in', own)]))
          .orderBy('created_at')
          .execute(),
      ),
      tickets: readable(tickets),
      ticketComments: readable(
        await trx.selectFrom('ticket_comments').selectAll().where('reference', 'in', [...tickets.map(({ reference }) => reference), '']).orderBy('reference').orderBy('seq').execute(),
      ),
    };
  });
}

/** Never empty: an empty list is no SQL. */
async function conversationsOf(db: Db, personId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('conversations').select('id').where('person_id', '=', personId).execute();
  return [...rows.map(({ id }) => id), ''];
}

/** Rows as people read them: JSON as it is, times as ISO 8601. */
function readable(rows: readonly object[]): PersonalData[keyof PersonalData] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]: [string, unknown]) => [column, readableValue(column, value)])));
}

function readableValue(column: string, value: unknown): unknown {
  if (typeof value === 'number' && TIME_COLUMN.test(column)) return new Date(value).toISOString();
  if (typeof value !== 'string' || !JSON_COLUMNS.has(column)) return value;
  try {
    return JSON.parse(value);
  } catch {
    // The state of a row and the reference of a ticket are words.
    return value;
  }
}

export async function erasePerson(db: Db, personId: string, keeps: readonly KeptKind[]): Promise<Erasure> {
  return db.transaction().execute(async (trx) => {
    const own = await conversationsOf(trx, personId);
    const erased: Record<RecordKind, number> = {
      feedback: await eraseFeedback(trx, own),
      tickets: keeps.includes('tickets') ? 0 : await eraseRequests(trx, 'ticket', personId),
      'block-requests': keeps.includes('block-requests') ? 0 : await eraseRequests(trx, 'block', personId),
      references: await count(trx.deleteFrom('conversation_references').where('conversation_id', 'in', own)),
      'turn-records': await count(trx.deleteFrom('turns').where('conversation_id', 'in', own)),
      chats: await count(trx.deleteFrom('conversations').where('id', 'in', own)),
    };
    const kept = { tickets: await countRequests(trx, 'ticket', personId), 'block-requests': await countRequests(trx, 'block', personId) };
    return { erased, kept, underWay: await countPending(trx, personId) };
  });
}

async function eraseFeedback(db: Db, conversations: readonly string[]): Promise<number> {
  await db.deleteFrom('outbox').where('conversation_id', 'in', conversations).where('kind', 'in', ['recordFeedback', 'startHandoff']).where('state', '!=', 'pending').execute();
  return count(db.deleteFrom('feedback').where('conversation_id', 'in', conversations));
}

type RequestKind = 'ticket' | 'block';
const EFFECT_OF = { ticket: 'openTicket', block: 'blockCard' } as const;

/** What is under way must get through first; it is kept, and told as such. */
async function eraseRequests(db: Db, kind: RequestKind, personId: string): Promise<number> {
  const tickets = await count(
    db
      .deleteFrom('tickets')
      .where('kind', '=', kind)
      .where('person_id', '=', personId)
      .where((row) => row.not(row.exists(row.selectFrom('outbox').select('outbox.key').whereRef('outbox.key', '=', 'tickets.key').where('outbox.state', '=', 'pending')))),
  );
  const copies = await count(db.deleteFrom('outbox').where('kind', '=', EFFECT_OF[kind]).where('person_id', '=', personId).where('state', '!=', 'pending'));
  return Math.max(tickets, copies);
}

/** A request may stand in the tickets, in the outbox, or in both under one key. */
async function countRequests(db: Db, kind: RequestKind, personId: string): Promise<number> {
  const tickets = await db.selectFrom('tickets').select('key').where('kind', '=', kind).where('person_id', '=', personId).execute();
  const effects = await db.selectFrom('outbox').select('key').where('kind', '=', EFFECT_OF[kind]).where('person_id', '=', personId).where('state', '!=', 'pending').execute();
  return new Set([...tickets, ...effects].map(({ key }) => key)).size;
}

async function countPending(db: Db, personId: string): Promise<number> {
  return (await db.selectFrom('outbox').select('key').where('person_id', '=', personId).where('state', '=', 'pending').execute()).length;
}

async function count(query: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }): Promise<number> {
  return Number((await query.executeTakeFirst()).numDeletedRows);
}
