/**
 * Tickets and card blocks to a system behind a webhook, signed as Standard Webhooks 1.0 has it
 * (https://www.standardwebhooks.com). Every try carries the same webhook-id and Idempotency-Key
 * (draft-ietf-httpapi-idempotency-key-header), by which the receiver must know a repetition.
 */
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import type { Store } from '../store/store.ts';
import { draftOf } from './block-as-ticket.ts';
import { fingerprint } from './fingerprint.ts';
import type { CardBlockGateway, Delivery, TicketGateway } from './gateway.ts';
import { readAnswer, send } from './http-request.ts';
import { keepTicket, receiptFor } from './kept-ticket.ts';

export interface WebhookOptions {
  readonly url: string;
  /** Base64, with or without the prefix `whsec_`. */
  readonly secret: string;
}

/** Posts `ticket.opened`. Any 2xx answer means that the receiver has taken the ticket. */
export function webhookTickets(store: Pick<Store, 'saveTicket'>, options: WebhookOptions): TicketGateway {
  const post = signedPost('the ticket webhook', options);
  return {
    name: 'webhook',
    open: async (body, delivery) => {
      const ticket = await keepTicket(store, body, delivery);
      const { reference, kind, openedAt } = ticket;
      await post({ type: 'ticket.opened', timestamp: openedAt, data: { reference, kind, ticket: draftOf(body) } }, delivery);
      return receiptFor(ticket, delivery.now());
    },
  };
}

const blockAnswer = z.object({ outcome: z.enum(['blocked', 'requested']), at: z.iso.datetime({ offset: true }).optional() });

/**
 * Posts `card.block_requested`. The card counts as blocked only when the answer says `{"outcome": "blocked"}`, with the
 * time in `at`; `requested` or 202 means that a confirmation comes later. Any other answer counts as none.
 */
export function webhookBlocks(store: Pick<Store, 'saveTicket' | 'updateTicket'>, options: WebhookOptions): CardBlockGateway {
  const receiver = 'the card block webhook';
  const post = signedPost(receiver, options);
  return {
    block: async (request, delivery) => {
      const ticket = await keepTicket(store, { kind: 'block', request }, delivery);
      const { reference, openedAt } = ticket;
      const { status, text } = await post({ type: 'card.block_requested', timestamp: openedAt, data: { reference, request } }, delivery);
      const answer = status === 202 ? { outcome: 'requested' as const } : readAnswer(receiver, text, blockAnswer);
      if (answer.outcome === 'requested') return receiptFor(ticket, delivery.now());
      await store.updateTicket(reference, { state: 'blocked' }, delivery.now());
      return { ok: true, outcome: 'blocked', reference, at: answer.at === undefined ? delivery.now() : new Date(answer.at) };
    },
  };
}

interface Payload {
  readonly type: string;
  readonly timestamp: Date;
  readonly data: unknown;
}

function signedPost(receiver: string, { url, secret }: WebhookOptions) {
  const signer = new Webhook(secret);
  return (payload: Payload, { key, now, signal }: Delivery): Promise<{ status: number; text: string }> => {
    const id = fingerprint(key);
    const at = now();
    const body = JSON.stringify(payload);
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': id,
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signer.sign(id, at, body),
    };
    return send({ receiver, url: new URL(url), method: 'POST', headers, body, signal });
  };
}
