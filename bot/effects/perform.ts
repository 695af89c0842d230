import type { BlockRequest, Settlement } from '../../dialogs/dialog.ts';
import type { ClaimedEffect, Store } from '../store/store.ts';
import type { CardBlockGateway, Delivery, TicketGateway } from './gateway.ts';

export interface Gateways {
  readonly tickets: TicketGateway;
  /** Absent: every block request becomes an urgent ticket. */
  readonly cardBlocks?: CardBlockGateway;
}

/** Performs an effect once. Rejects as its gateway does. */
export async function perform({ effect, key, conversation }: ClaimedEffect, gateways: Gateways, store: Pick<Store, 'saveFeedback' | 'erasePerson'>, delivery: Delivery): Promise<Settlement> {
  switch (effect.kind) {
    case 'openTicket':
      return gateways.tickets.open({ kind: 'ticket', ticket: effect.ticket }, delivery);
    case 'blockCard':
      return block(effect.request, gateways, delivery);
    case 'startHandoff':
      return { ok: false, reason: 'not available' };
    case 'recordFeedback': {
      const at = delivery.now();
      await store.saveFeedback(key, conversation, effect.feedback, at);
      return { ok: true, outcome: 'registered', reference: key, at };
    }
    case 'erasePerson':
      await store.erasePerson(effect.personId, effect.keeps);
      return { ok: true, outcome: 'registered', reference: key, at: delivery.now() };
  }
}

// Anyone can claim another's name, so only the verified holder's own request reaches the card system; people check the rest.
function block(request: BlockRequest, { tickets, cardBlocks }: Gateways, delivery: Delivery): Promise<Settlement> {
  const isHoldersOwn = request.verified && request.reportedBy === undefined;
  if (cardBlocks !== undefined && isHoldersOwn) return cardBlocks.block(request, delivery);
  return tickets.open({ kind: 'block', request }, delivery);
}
