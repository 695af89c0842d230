/** What became of a person's requests. The ticket knows what Servicedesk did; the outbox knows whether it got there. */
import type { Kysely } from 'kysely';
import type { Effect, OpenRequest } from '../../dialogs/dialog.ts';
import { readEffect, readSettlement } from './outbox.ts';
import { prepared } from './prepared.ts';
import type { OutboxRecord, Schema, TicketRow } from './schema.ts';

type Db = Kysely<Schema>;

export async function openRequests(db: Db, personId: string, limit: number): Promise<readonly OpenRequest[]> {
  if (!(await hasAsked(db, personId))) return [];
  const requests = [...(await requestsWithTicket(db, personId, limit)), ...(await requestsWithoutTicket(db, personId, limit))];
  return requests.toSorted((one, other) => other.openedAt.localeCompare(one.openedAt)).slice(0, limit);
}

const traces = prepared<Pick<Asked, 'person'>, { readonly person_id: string | null }>((db, place) =>
  db
    .selectFrom('outbox')
    .select('person_id')
    .where('person_id', '=', place('person'))
    .unionAll(db.selectFrom('tickets').select('person_id').where('person_id', '=', place('person')))
    .limit(1),
);

/** Asked in every turn, and hardly anyone has: one look in two indexes spares two queries. */
async function hasAsked(db: Db, person: string): Promise<boolean> {
  return (await traces(db, { person })).length > 0;
}

interface Asked {
  readonly person: string;
  readonly limit: number;
}

type TicketAndEffect = Pick<TicketRow, 'reference' | 'key' | 'kind' | 'subject' | 'opened_at'> & {
  readonly ticket_state: TicketRow['state'];
  readonly outbox_state: OutboxRecord['state'] | null;
  readonly settlement: string | null;
  readonly last_answer: string | null;
};

const ticketsOf = prepared<Asked, TicketAndEffect>((db, place) =>
  db
    .selectFrom('tickets')
    .leftJoin('outbox', 'outbox.key', 'tickets.key')
    .select(['tickets.reference', 'tickets.key', 'tickets.kind', 'tickets.subject', 'tickets.opened_at', 'tickets.state as ticket_state'])
    .select(['outbox.state as outbox_state', 'outbox.settlement'])
    .select((ticket) =>
      ticket
        .selectFrom('ticket_comments')
        .select('text')
        .whereRef('ticket_comments.reference', '=', 'tickets.reference')
        .where('sender', '=', 'servicedesk')
        .orderBy('seq', 'desc')
        .limit(1)
        .as('last_answer'),
    )
    .where('tickets.person_id', '=', place('person'))
    .orderBy('tickets.opened_at', 'desc')
    .limit(place('limit')),
);

async function requestsWithTicket(db: Db, person: string, limit: number): Promise<readonly OpenRequest[]> {
  const rows = await ticketsOf(db, { person, limit });
  return rows.map((row) => ({
    kind: row.kind,
    reference: row.reference,
    subject: row.subject,
    // Once Servicedesk has acted on a ticket, it has plainly arrived, whatever the outbox says.
    state: row.ticket_state === 'open' && row.outbox_state !== null ? progressOf({ ...row, state: row.outbox_state }) : row.ticket_state,
    openedAt: new Date(row.opened_at).toISOString(),
    ...(row.last_answer !== null && { lastAnswer: row.last_answer }),
  }));
}

const effectsWithoutTicket = prepared<Asked, Pick<OutboxRecord, 'key' | 'effect' | 'state' | 'settlement' | 'created_at'>>((db, place) =>
  db
    .selectFrom('outbox')
    .select(['key', 'effect', 'state', 'settlement', 'created_at'])
    .where('person_id', '=', place('person'))
    .where((row) => row.not(row.exists(row.selectFrom('tickets').select('tickets.key').whereRef('tickets.key', '=', 'outbox.key'))))
    .orderBy('created_at', 'desc')
    .limit(place('limit')),
);

/** Requests that are still on their way, and those that another system than our own keeps. */
async function requestsWithoutTicket(db: Db, person: string, limit: number): Promise<readonly OpenRequest[]> {
  const rows = await effectsWithoutTicket(db, { person, limit });
  return rows.map((row) => {
    const settlement = readSettlement(row);
    return {
      ...titleOf(readEffect(row)),
      // No reference exists until the receiving system has given one.
      reference: settlement?.ok === true ? settlement.reference : '',
      state: progressOf(row),
      openedAt: new Date(row.created_at).toISOString(),
    };
  });
}

function progressOf(row: Pick<OutboxRecord, 'key' | 'state' | 'settlement'>): OpenRequest['state'] {
  if (row.state === 'pending') return 'sending';
  const settlement = readSettlement(row);
  if (row.state === 'dead' || settlement?.ok !== true) return 'failed';
  return settlement.outcome === 'blocked' ? 'blocked' : 'open';
}

function titleOf(effect: Effect): Pick<OpenRequest, 'kind' | 'subject'> {
  switch (effect.kind) {
    case 'blockCard':
      return { kind: 'block', subject: effect.request.holder.name };
    case 'openTicket':
      return { kind: 'ticket', subject: effect.ticket.subject };
    case 'startHandoff':
    case 'recordFeedback':
    case 'erasePerson':
      throw new TypeError(`${effect.kind} is nobody's request`);
  }
}
