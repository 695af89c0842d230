import { randomInt } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { NoFreeReference } from './errors.ts';
import { readJson } from './json-column.ts';
import { ticketBodyShape } from './json-shapes.ts';
import type { Schema, TicketRow } from './schema.ts';
import type { Store, Ticket } from './store.ts';

type Db = Kysely<Schema>;

/** With 900 000 of the million references taken, so many tries fail once in 37 000 tickets. */
const REFERENCE_TRIES = 100;

/** "ET-" and six random digits: nobody can tell from one reference what the next one is. */
export function randomReference(): string {
  return `ET-${String(randomInt(1_000_000)).padStart(6, '0')}`;
}

export async function saveTicket(
  db: Db,
  newReference: () => string,
  key: string,
  conversation: string,
  body: Ticket['body'],
  now: Date,
): Promise<Ticket> {
  for (let tries = 0; tries < REFERENCE_TRIES; tries += 1) {
    const row = newRow(key, newReference(), conversation, body, now);
    // Nothing is inserted when the key or the reference is taken; which of them it was shows in the rows found by the key.
    await db.insertInto('tickets').values(row).onConflict((conflict) => conflict.doNothing()).execute();
    const [saved] = await withComments(db, await db.selectFrom('tickets').selectAll().where('key', '=', key).execute());
    if (saved !== undefined) return saved;
  }
  throw new NoFreeReference(REFERENCE_TRIES);
}

function newRow(key: string, reference: string, conversation: string, body: Ticket['body'], now: Date): TicketRow {
  return {
    reference,
    key,
    conversation_id: conversation,
    ...summaryOf(body),
    kind: body.kind,
    state: 'open',
    body: JSON.stringify(body),
    comment_count: 0,
    opened_at: now.getTime(),
    updated_at: now.getTime(),
  };
}

/** A block request has no subject of its own; it is listed under the card holder's name, and is always urgent. */
function summaryOf(body: Ticket['body']): Pick<TicketRow, 'person_id' | 'subject' | 'urgent'> {
  switch (body.kind) {
    case 'ticket':
      return { person_id: body.ticket.personId, subject: body.ticket.subject, urgent: Number(body.ticket.urgent) };
    case 'block':
      return { person_id: body.request.personId, subject: body.request.holder.name, urgent: 1 };
  }
}

export async function loadTicket(db: Db, reference: string): Promise<Ticket | null> {
  const rows = await db.selectFrom('tickets').selectAll().where('reference', '=', reference).execute();
  const [ticket = null] = await withComments(db, rows);
  return ticket;
}

export async function listTickets(db: Db, state: Ticket['state'] | null, limit: number): Promise<readonly Ticket[]> {
  let query = db.selectFrom('tickets').selectAll().orderBy('opened_at', 'desc').orderBy('reference').limit(limit);
  if (state !== null) query = query.where('state', '=', state);
  return withComments(db, await query.execute());
}

export async function updateTicket(
  db: Db,
  reference: string,
  { state, comment }: Parameters<Store['updateTicket']>[1],
  now: Date,
): Promise<Ticket | null> {
  return db.transaction().execute(async (trx) => {
    // The ticket's row comes first: whoever comments at the same time waits here, and then sees this comment.
    const row = await trx
      .updateTable('tickets')
      .set({ updated_at: now.getTime(), ...(state !== undefined && { state }) })
      .where('reference', '=', reference)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return null;
    const commented = comment === undefined ? row : await addComment(trx, row, comment, now);
    const [ticket = null] = await withComments(trx, [commented]);
    return ticket;
  });
}

type Comment = NonNullable<Parameters<Store['updateTicket']>[1]['comment']>;

async function addComment(trx: Transaction<Schema>, row: Selectable<TicketRow>, comment: Comment, now: Date): Promise<Selectable<TicketRow>> {
  const { reference } = row;
  const { from: sender, text } = comment;
  const key = comment.key ?? null;
  if (key !== null && (await hasComment(trx, reference, key))) return row;
  const seq = row.comment_count + 1;
  await trx.insertInto('ticket_comments').values({ reference, seq, at: now.getTime(), sender, text, key }).execute();
  await trx.updateTable('tickets').set({ comment_count: seq }).where('reference', '=', reference).execute();
  return { ...row, comment_count: seq };
}

async function hasComment(trx: Transaction<Schema>, reference: string, key: string): Promise<boolean> {
  return (await trx.selectFrom('ticket_comments').select('seq').where('reference', '=', reference).where('key', '=', key).executeTakeFirst()) !== undefined;
}

/** The tickets with their comments, in the order of the rows. */
async function withComments(db: Db, rows: readonly Selectable<TicketRow>[]): Promise<readonly Ticket[]> {
  const comments = await commentsOf(db, rows);
  return rows.map((row) => ({
    reference: row.reference,
    key: row.key,
    conversation: row.conversation_id,
    personId: row.person_id,
    kind: row.kind,
    subject: row.subject,
    urgent: row.urgent === 1,
    state: row.state,
    body: readJson(ticketBodyShape, row.body, `tickets.body of ${row.reference}`),
    comments: comments.get(row.reference) ?? [],
    openedAt: new Date(row.opened_at),
    updatedAt: new Date(row.updated_at),
  }));
}

async function commentsOf(db: Db, tickets: readonly Selectable<TicketRow>[]): Promise<ReadonlyMap<string, Ticket['comments']>> {
  const commented = tickets.filter((ticket) => ticket.comment_count > 0).map((ticket) => ticket.reference);
  if (commented.length === 0) return new Map();
  const rows = await db.selectFrom('ticket_comments').selectAll().where('reference', 'in', commented).orderBy('seq').execute();
  const groups = Map.groupBy(rows, (row) => row.reference);
  return new Map(
    [...groups].map(([reference, group]) => [reference, group.map((row) => ({ at: new Date(row.at), from: row.sender, text: row.text }))]),
  );
}
