/** What the outbox worker asks of the systems outside: tickets go to one, blocks of verified card holders to another. */
import type { BlockRequest, Facts, Settlement } from '../../dialogs/dialog.ts';
import type { Ticket } from '../store/store.ts';

/** One try of one effect. */
export interface Delivery {
  /** The same for every try: what the receiver knows a repetition by. */
  readonly key: string;
  readonly conversation: string;
  readonly now: () => Date;
  /** Aborts when the time of the try is up; the worker does not wait for a gateway that does not heed it. */
  readonly signal: AbortSignal;
}

/**
 * Opens a ticket at most once per key, as far as the receiver lets it. Resolves to `registered` for a ticket and to
 * `requested` for a block request, which a ticket system cannot perform.
 * Rejects with `GatewayRefused` or `GatewayUnavailable`; the worker takes any other error as unavailable.
 */
export interface TicketGateway {
  readonly name: Facts['ticketBackend'];
  open(body: Ticket['body'], delivery: Delivery): Promise<Settlement>;
}

/** Blocks cards. Resolves to `blocked` only when the card system has said so. Rejects as a `TicketGateway` does. */
export interface CardBlockGateway {
  block(request: BlockRequest, delivery: Delivery): Promise<Settlement>;
}

/** The receiver said no, and would say no again: wrong credentials, or a request that it does not accept. */
export class GatewayRefused extends Error {
  override readonly name = 'GatewayRefused';
}

/** The receiver did not answer, or asked to be left alone for a while. Nobody knows whether it did what was asked. */
export class GatewayUnavailable extends Error {
  override readonly name = 'GatewayUnavailable';
  /** What the receiver's Retry-After asked for, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(message: string, retryAfterMs: number | null = null) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}
