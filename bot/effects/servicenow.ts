import type { Store, Ticket } from '../store/store.ts';
import { draftOf } from './block-as-ticket.ts';
import { fingerprint } from './fingerprint.ts';
import type { TicketGateway } from './gateway.ts';
import { keepTicket, receiptFor } from './kept-ticket.ts';
import type { TableApi } from './servicenow-api.ts';
import { ticketSubject, ticketText, ticketWords } from './ticket-text.ts';

/** ServiceNow computes the priority from both; 1 is high, 3 is low. */
const URGENT = { urgency: '1', impact: '2' };
const ORDINARY = { urgency: '3', impact: '3' };

/**
 * Opens incidents. The Table API has no idempotency keys, so each try first looks for the incident that an earlier try
 * may have created without our learning of it. Its number is kept as the first comment of our own ticket.
 */
export function serviceNowTickets(store: Pick<Store, 'saveTicket' | 'updateTicket'>, api: TableApi): TicketGateway {
  return {
    name: 'servicenow',
    open: async (body, delivery) => {
      const ticket = await keepTicket(store, body, delivery);
      const [existing] = await api.find([fingerprint(delivery.key)], delivery.signal);
      const number = existing?.number ?? (await api.create(incidentOf(ticket), delivery.signal));
      await noteNumber(store, ticket, number, delivery.now());
      return receiptFor(ticket, delivery.now());
    },
  };
}

function incidentOf({ body, key, reference }: Ticket): Readonly<Record<string, string>> {
  const draft = draftOf(body);
  return {
    short_description: ticketSubject(draft, reference),
    description: ticketText(draft, reference),
    ...(draft.urgent ? URGENT : ORDINARY),
    correlation_id: fingerprint(key),
    correlation_display: reference,
  };
}

async function noteNumber(store: Pick<Store, 'updateTicket'>, { body, reference, comments }: Ticket, number: string, now: Date): Promise<void> {
  if (comments.length > 0) return;
  const text = ticketWords(draftOf(body).language).foreignNumber(number);
  await store.updateTicket(reference, { comment: { from: 'servicedesk', text } }, now);
}
