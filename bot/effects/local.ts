import type { Store } from '../store/store.ts';
import type { TicketGateway } from './gateway.ts';
import { keepTicket, receiptFor } from './kept-ticket.ts';

/** Keeps tickets in the store and nowhere else, for `npm run tickets`. */
export function localTickets(store: Pick<Store, 'saveTicket'>): TicketGateway {
  return {
    name: 'local',
    open: async (body, delivery) => {
      const ticket = await keepTicket(store, body, delivery);
      return receiptFor(ticket, ticket.openedAt);
    },
  };
}
