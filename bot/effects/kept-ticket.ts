/**
 * Every request has a ticket in our own store, whatever system works on it. Its reference (ET-...) is the only one that
 * users are told; each gateway puts it into what it sends, so that Servicedesk finds the matter by it too.
 */
import type { Settlement } from '../../dialogs/dialog.ts';
import type { Store, Ticket } from '../store/store.ts';
import type { Delivery } from './gateway.ts';

/** The ticket of this effect: saved at the first try, the same one at every later try. */
export function keepTicket(store: Pick<Store, 'saveTicket'>, body: Ticket['body'], { key, conversation, now }: Delivery): Promise<Ticket> {
  return store.saveTicket(key, conversation, body, now());
}

/** What a ticket system can truthfully settle with: it registers a ticket, but it does not block a card. */
export function receiptFor(ticket: Ticket, at: Date): Settlement {
  return { ok: true, outcome: ticket.kind === 'block' ? 'requested' : 'registered', reference: ticket.reference, at };
}
