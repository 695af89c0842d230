import type { Store } from '../store/store.ts';
import { localTickets } from './local.ts';
import { mailTickets } from './mail.ts';
import type { TicketGateway } from './gateway.ts';
import type { Gateways } from './perform.ts';
import { serviceNowTickets } from './servicenow.ts';
import { createTableApi, type ServiceNowAccess } from './servicenow-api.ts';
import { webhookBlocks, webhookTickets, type WebhookOptions } from './webhook.ts';

export type TicketBackend =
  | { readonly kind: 'local' }
  | { readonly kind: 'mail'; readonly smtpUrl: string; readonly from: string; readonly to: string }
  | ({ readonly kind: 'servicenow' } & ServiceNowAccess)
  | ({ readonly kind: 'webhook' } & WebhookOptions);

export type CardBlockBackend = { readonly kind: 'ticket' } | ({ readonly kind: 'webhook' } & WebhookOptions);

export interface GatewayOptions {
  readonly tickets: TicketBackend;
  readonly cardBlocks: CardBlockBackend;
  /** How long a receiver may stay silent, in milliseconds. */
  readonly timeoutMs: number;
}

/** The gateways that an operator has chosen. */
export function createGateways(store: Store, { tickets, cardBlocks, timeoutMs }: GatewayOptions): Gateways {
  return {
    tickets: ticketGateway(store, tickets, timeoutMs),
    ...(cardBlocks.kind === 'webhook' && { cardBlocks: webhookBlocks(store, cardBlocks) }),
  };
}

function ticketGateway(store: Store, backend: TicketBackend, timeoutMs: number): TicketGateway {
  switch (backend.kind) {
    case 'local':
      return localTickets(store);
    case 'mail':
      // Property by property: a configuration hides its secrets from spreading.
      return mailTickets(store, { smtpUrl: backend.smtpUrl, from: backend.from, to: backend.to, timeoutMs });
    case 'servicenow':
      return serviceNowTickets(store, createTableApi(backend));
    case 'webhook':
      return webhookTickets(store, backend);
  }
}
