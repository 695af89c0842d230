/**
 * The other systems: one that takes tickets and one that blocks cards, behind one address. It knows a repetition by its
 * Idempotency-Key, fails in all the ways in which such systems fail, and remembers everything.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import * as z from 'zod';
import type { Random } from '../../intents/random.ts';
import { pick, weighted, weights } from './chance.ts';

const requestShape = z.object({
  type: z.enum(['ticket.opened', 'card.block_requested']),
  data: z.object({ reference: z.string(), kind: z.enum(['ticket', 'block']).optional() }),
});

/** What it has taken under one Idempotency-Key. */
export interface Taken {
  readonly key: string;
  readonly kind: 'ticket' | 'block';
  readonly reference: string;
  readonly body: string;
  readonly at: number;
  /** What it says, each time it says anything. */
  readonly answer: 'registered' | 'requested' | 'blocked';
  /** How often it was asked. */
  tries: number;
}

/** How one try goes. `late`: it is taken, and no answer comes. */
const WAYS = { answers: 58, 'fails before': 12, 'fails after': 10, late: 6, cuts: 8, 'later please': 4, mumbles: 2 } as const;
export type Way = keyof typeof WAYS;
const LIKELY = weights(WAYS);

export interface Receiver {
  readonly url: string;
  readonly taken: ReadonlyMap<string, Taken>;
  /** When the system that blocks cards said that a card is blocked, by reference. */
  readonly confirmed: Map<string, number>;
  /** Every request, for the report of a violation. */
  readonly lines: readonly { readonly at: number; readonly reference: string; readonly line: string }[];
  /** What no sender may do: a wrong signature, another body under the same key. */
  readonly faults: readonly string[];
  readonly ways: Readonly<Record<Way, number>>;
  /** Called when something was taken for the first time. */
  onTaken: (taken: Taken) => void;
  /** Nothing is answered in between. */
  isDown: boolean;
  /** Fails no more, but for requests of those whom it refuses. */
  heal(): void;
  close(): Promise<void>;
}

/** The systems do not take requests for her. */
export const REFUSED = 'Rut Nejström';

export async function startReceiver(random: Random, secrets: readonly string[]): Promise<Receiver> {
  const taken = new Map<string, Taken>();
  const lines: { at: number; reference: string; line: string }[] = [];
  const faults: string[] = [];
  const ways = { answers: 0, 'fails before': 0, 'fails after': 0, late: 0, cuts: 0, 'later please': 0, mumbles: 0 };
  const verifiers = secrets.map((secret) => new Webhook(secret));
  let isHealthy = false;
  const take = (key: string, body: string): Taken => {
    const { type, data } = requestShape.parse(JSON.parse(body));
    const kind = type === 'card.block_requested' ? 'block' : (data.kind ?? 'ticket');
    const before = taken.get(key);
    if (before !== undefined) {
      before.tries += 1;
      if (before.body !== body) faults.push(`${data.reference}: another body under the same Idempotency-Key`);
      return before;
    }
    const answer = type === 'ticket.opened' ? 'registered' : pick(random, ['blocked', 'requested'] as const);
    const fresh: Taken = { key, kind, reference: data.reference, body, at: Date.now(), answer, tries: 1 };
    taken.set(key, fresh);
    receiver.onTaken(fresh);
    return fresh;
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const { reference } = requestShape.parse(JSON.parse(body)).data;
    const note = (line: string): void => void lines.push({ at: Date.now(), reference, line });
    if (receiver.isDown) {
      note('hears nothing');
      return;
    }
    if (!isSigned(verifiers, request, body)) faults.push(`${reference}: a request without a valid signature`);
    if (body.includes(REFUSED)) {
      note('refuses');
      answer(response, 403);
      return;
    }
    const way = isHealthy ? 'answers' : weighted(random, LIKELY);
    ways[way] += 1;
    note(way);
    if (way === 'fails before') answer(response, 500);
    else if (way === 'later please') answer(response, 429, { 'retry-after': '1' });
    else reply(response, way, take(String(request.headers['idempotency-key']), body));
  };
  const reply = (response: ServerResponse, way: Way, one: Taken): void => {
    if (way === 'fails after') answer(response, 502);
    else if (way === 'cuts') response.destroy();
    else if (way === 'mumbles') answer(response, 200, {}, 'not JSON');
    else if (way === 'answers') {
      if (one.answer === 'blocked' && !receiver.confirmed.has(one.reference)) receiver.confirmed.set(one.reference, Date.now());
      answer(response, 200, {}, one.answer === 'registered' ? { ok: true } : { outcome: one.answer, at: new Date(one.at).toISOString() });
    }
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => faults.push(error instanceof Error ? error.message : String(error)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken, lines, faults, ways,
    confirmed: new Map(),
    onTaken: () => undefined,
    isDown: false,
    heal: () => {
      isHealthy = true;
      receiver.isDown = false;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

function isSigned(verifiers: readonly Webhook[], { headers }: IncomingMessage, body: string): boolean {
  const given = Object.fromEntries(['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name])]));
  return verifiers.some((verifier) => {
    try {
      verifier.verify(body, given, { jsonParse: false });
      return true;
    } catch (error) {
      if (error instanceof WebhookVerificationError) return false;
      throw error;
    }
  });
}

function answer(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}, body: unknown = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
