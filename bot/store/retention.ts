/**
 * Deletes what is past its time, a batch at a call. An open conversation keeps everything: one with an effect under way,
 * with a time at which it will be woken, or with a ticket that Servicedesk may still answer.
 */
import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Effect, RecordKind } from '../../dialogs/dialog.ts';
import type { Schema } from './schema.ts';
import type { Ticket } from './store.ts';

type Db = Kysely<Schema>;

export interface Expiry {
  /** What happened last at this time or before is past its time. */
  readonly before: Date;
  /** A ticket that nobody has closed counts as open when something has happened to it since. */
  readonly openSince: Date;
  /** Most rows of one batch. */
  readonly limit: number;
  /** Rows that another replica is just deleting, or a turn is just changing, are passed over. */
  readonly canSkipLocked: boolean;
}

type Expire = (db: Db, expiry: Expiry) => Promise<number>;

const EXPIRE: Readonly<Record<RecordKind, Expire>> = {
  chats: async (db, expiry) => (await expireConversations(db, expiry)) + (await expireMessages(db, expiry)),
  'turn-records': async (db, expiry) => (await expireTurns(db, expiry)) + (await expireEffects(db, ['erasePerson'], expiry)),
  references: expireReferences,
  feedback: async (db, expiry) => (await expireFeedback(db, expiry)) + (await expireEffects(db, ['recordFeedback', 'startHandoff'], expiry)),
  tickets: async (db, expiry) => (await expireTickets(db, 'ticket', expiry)) + (await expireEffects(db, ['openTicket'], expiry)),
  'block-requests': async (db, expiry) => (await expireTickets(db, 'block', expiry)) + (await expireEffects(db, ['blockCard'], expiry)),
};

/** Deletes up to `limit` rows of each table that holds this kind, and returns how many; 0 when none is left. */
export function deleteExpired(db: Db, kind: RecordKind, expiry: Expiry): Promise<number> {
  return EXPIRE[kind](db, expiry);
}

/** What Servicedesk may still answer. */
const UNCLOSED: readonly Ticket['state'][] = ['sending', 'open', 'answered'];

/** True of a conversation, by the name of the column with its id, that is not to be touched. */
function isOpen(row: ExpressionBuilder<Schema, keyof Schema>, conversation: string, { openSince }: Expiry) {
  const id = sql.ref<string>(conversation);
  return row.or([
    row.exists(row.selectFrom('outbox').select('outbox.key').where('outbox.conversation_id', '=', id).where('outbox.state', '=', 'pending')),
    row.exists(row.selectFrom('conversations as waiting').select('waiting.id').where('waiting.id', '=', id).where('waiting.due_at', 'is not', null)),
    row.exists(
      row
        .selectFrom('tickets')
        .select('tickets.key')
        .where('tickets.conversation_id', '=', id)
        .where('tickets.state', 'in', UNCLOSED)
        .where('tickets.updated_at', '>', openSince.getTime()),
    ),
  ]);
}

async function expireConversations(db: Db, expiry: Expiry): Promise<number> {
  const past = db
    .selectFrom('conversations')
    .select('conversations.id')
    .where('conversations.updated_at', '<=', expiry.before.getTime())
    .where((row) => row.not(isOpen(row, 'conversations.id', expiry)))
    .orderBy('conversations.updated_at')
    .limit(expiry.limit)
    .$if(expiry.canSkipLocked, (query) => query.forUpdate().skipLocked());
  return db.transaction().execute(async (trx) => {
    const ids = (await trx.executeQuery(past.compile())).rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await trx.deleteFrom('conversation_references').where('conversation_id', 'in', ids).execute();
    await trx.deleteFrom('conversations').where('id', 'in', ids).execute();
    return ids.length;
  });
}

/** What was said long ago in conversations that go on. */
function expireMessages(db: Db, expiry: Expiry): Promise<number> {
  const past = db
    .selectFrom('messages')
    .select(['messages.conversation_id', 'messages.seq'])
    .where('messages.at', '<=', expiry.before.getTime())
    .where('messages.queued_at', 'is', null)
    .where((row) => row.not(isOpen(row, 'messages.conversation_id', expiry)))
    .orderBy('messages.at')
    .limit(expiry.limit)
    .$if(expiry.canSkipLocked, (query) => query.forUpdate().skipLocked());
  return rowsOf(
    db.with('past', () => past).deleteFrom('messages').where((row) => sql`(${row.ref('conversation_id')}, ${row.ref('seq')}) in (select conversation_id, seq from past)`),
  );
}

function expireTurns(db: Db, expiry: Expiry): Promise<number> {
  const past = db
    .selectFrom('turns')
    .select(['turns.conversation_id', 'turns.id'])
    .where('turns.at', '<=', expiry.before.getTime())
    .where((row) => row.not(isOpen(row, 'turns.conversation_id', expiry)))
    .orderBy('turns.at')
    .limit(expiry.limit)
    .$if(expiry.canSkipLocked, (query) => query.forUpdate().skipLocked());
  return rowsOf(db.with('past', () => past).deleteFrom('turns').where((row) => sql`(${row.ref('conversation_id')}, ${row.ref('id')}) in (select conversation_id, id from past)`));
}

/** How a conversation is reached that has been silent, or that is gone. */
function expireReferences(db: Db, expiry: Expiry): Promise<number> {
  const before = expiry.before.getTime();
  const past = db
    .selectFrom('conversation_references')
    .leftJoin('conversations', 'conversations.id', 'conversation_references.conversation_id')
    .select('conversation_references.conversation_id')
    .where('conversation_references.updated_at', '<=', before)
    .where((row) => row.or([row('conversations.id', 'is', null), row('conversations.updated_at', '<=', before)]))
    .where((row) => row.not(isOpen(row, 'conversation_references.conversation_id', expiry)))
    .limit(expiry.limit)
    .$if(expiry.canSkipLocked, (query) => query.forUpdate('conversation_references').skipLocked());
  return rowsOf(db.with('past', () => past).deleteFrom('conversation_references').where('conversation_id', 'in', (part) => part.selectFrom('past').select('past.conversation_id')));
}

function expireFeedback(db: Db, { before, limit, canSkipLocked }: Expiry): Promise<number> {
  const past = db
    .selectFrom('feedback')
    .select('feedback.key')
    .where('feedback.at', '<=', before.getTime())
    .orderBy('feedback.at')
    .limit(limit)
    .$if(canSkipLocked, (query) => query.forUpdate().skipLocked());
  return rowsOf(db.with('past', () => past).deleteFrom('feedback').where('key', 'in', (part) => part.selectFrom('past').select('past.key')));
}

function expireTickets(db: Db, kind: Ticket['kind'], { before, openSince, limit, canSkipLocked }: Expiry): Promise<number> {
  const past = db
    .selectFrom('tickets')
    .select('tickets.reference')
    .where('tickets.kind', '=', kind)
    .where('tickets.updated_at', '<=', before.getTime())
    .where((row) => row.or([row('tickets.state', 'not in', UNCLOSED), row('tickets.updated_at', '<=', openSince.getTime())]))
    .where((row) =>
      row.not(row.exists(row.selectFrom('outbox').select('outbox.key').whereRef('outbox.key', '=', 'tickets.key').where('outbox.state', '=', 'pending'))),
    )
    .orderBy('tickets.updated_at')
    .limit(limit)
    .$if(canSkipLocked, (query) => query.forUpdate().skipLocked());
  return rowsOf(db.with('past', () => past).deleteFrom('tickets').where('reference', 'in', (part) => part.selectFrom('past').select('past.reference')));
}

/** The outbox's copy of a request goes with the ticket, or on its own where another system keeps that. */
function expireEffects(db: Db, kinds: readonly Effect['kind'][], { before, limit, canSkipLocked }: Expiry): Promise<number> {
  const past = db
    .selectFrom('outbox')
    .select('outbox.key')
    .where('outbox.updated_at', '<=', before.getTime())
    .where('outbox.kind', 'in', kinds)
    .where('outbox.state', '!=', 'pending')
    .where((row) => row.not(row.exists(row.selectFrom('tickets').select('tickets.key').whereRef('tickets.key', '=', 'outbox.key'))))
    .orderBy('outbox.updated_at')
    .limit(limit)
    .$if(canSkipLocked, (query) => query.forUpdate().skipLocked());
  return rowsOf(db.with('past', () => past).deleteFrom('outbox').where('key', 'in', (part) => part.selectFrom('past').select('past.key')));
}

/** Marks carry their own end, and are of no conversation that could be open. */
export function deleteExpiredMarks(db: Db, { before, limit, canSkipLocked }: Omit<Expiry, 'openSince'>): Promise<number> {
  const past = db
    .selectFrom('marks')
    .select(['marks.kind', 'marks.key'])
    .where('marks.until', '<=', before.getTime())
    .orderBy('marks.until')
    .limit(limit)
    .$if(canSkipLocked, (query) => query.forUpdate().skipLocked());
  return rowsOf(db.with('past', () => past).deleteFrom('marks').where((row) => sql`(${row.ref('kind')}, ${row.ref('key')}) in (select kind, key from past)`));
}

async function rowsOf(query: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }): Promise<number> {
  return Number((await query.executeTakeFirst()).numDeletedRows);
}
