import type { Server } from 'restify';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeGracefully, createHttpServer, listen } from '../../bot/channels/http.ts';
import { mountInboundWebhook, type InboundAnswer, type InboundWebhookOptions } from '../../bot/channels/webhooks.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';

const SECRET = `whsec_${Buffer.from('a secret of the tests, 32 bytes.').toString('base64')}`;
const MAX_BODY_BYTES = 2000;
const answer = { reference: 'ET-123456', event: 'commented', text: 'Starta om datorn.' };

let server: Server;
let url: string;
let applied: InboundAnswer[];
let result: Awaited<ReturnType<InboundWebhookOptions['apply']>>;

beforeEach(async () => {
  applied = [];
  result = 'applied';
  const log = createLog({ level: 'silent' });
  server = createHttpServer({ maxBodyBytes: 100_000, requestTimeoutMs: 5000, log, metrics: createMetrics() });
  const apply = (one: InboundAnswer): Promise<typeof result> => {
    applied.push(one);
    return Promise.resolve(result);
  };
  mountInboundWebhook(server, { secret: SECRET, apply, maxBodyBytes: MAX_BODY_BYTES });
  const { port } = await listen(server, '127.0.0.1', 0);
  url = `http://127.0.0.1:${port}/hooks/tickets`;
});

afterEach(() => closeGracefully(server, 0));

interface Signing {
  readonly id?: string;
  readonly at?: Date;
  readonly secret?: string;
}

function signed(body: string, { id = 'msg_1', at = new Date(), secret = SECRET }: Signing = {}): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}

async function post(body: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  return response.status;
}

function deliver(payload: unknown, signing?: Signing): Promise<number> {
  const body = JSON.stringify(payload);
  return post(body, signed(body, signing));
}

describe('the webhook for answers to tickets', () => {
  it('applies a signed answer under its webhook-id', async () => {
    expect(await deliver(answer)).toBe(204);
    expect(applied).toEqual([{ id: 'msg_1', ...answer }]);
  });

  it('takes the time of a block in any time zone', async () => {
    expect(await deliver({ reference: 'ET-123456', event: 'blocked', at: '2026-11-24T14:05:00+01:00' })).toBe(204);
    expect(applied).toEqual([{ id: 'msg_1', reference: 'ET-123456', event: 'blocked', at: new Date('2026-11-24T13:05:00Z') }]);
  });

  it('verifies the bytes that were sent, not what they mean', async () => {
    const body = JSON.stringify(answer, null, 3);
    expect(await post(body, signed(body))).toBe(204);
    expect(await post(JSON.stringify(answer), signed(body))).toBe(401);
  });

  it('gives a redelivery the id of the first one', async () => {
    await deliver(answer);
    await deliver(answer);
    expect(applied.map(({ id }) => id)).toEqual(['msg_1', 'msg_1']);
  });

  const HOUR = 3_600_000;
  it.each([
    { fault: 'no signature', headers: () => ({}) },
    { fault: 'another secret', headers: (body: string) => signed(body, { secret: Buffer.from('another').toString('base64') }) },
    { fault: 'another id than the signed one', headers: (body: string) => ({ ...signed(body), 'webhook-id': 'msg_2' }) },
    { fault: 'an old signature', headers: (body: string) => signed(body, { at: new Date(Date.now() - HOUR) }) },
    { fault: 'a signature of the future', headers: (body: string) => signed(body, { at: new Date(Date.now() + HOUR) }) },
    { fault: 'a signature that is none', headers: (body: string) => ({ ...signed(body), 'webhook-signature': 'v1,' }) },
  ])('answers 401 to $fault', async ({ headers }) => {
    const body = JSON.stringify(answer);
    expect(await post(body, headers(body))).toBe(401);
    expect(applied).toEqual([]);
  });

  it.each([
    { payload: {} },
    { payload: [] },
    { payload: 'text' },
    { payload: { ...answer, event: 'deleted' } },
    { payload: { ...answer, reference: '' } },
    { payload: { ...answer, text: ' ' } },
    { payload: { reference: 'ET-123456', event: 'blocked', at: 'yesterday' } },
  ])('answers 400 to $payload', async ({ payload }) => {
    expect(await deliver(payload)).toBe(400);
    expect(applied).toEqual([]);
  });

  it('answers 400 to a body of another type', async () => {
    const body = JSON.stringify(answer);
    expect(await post(body, { ...signed(body), 'content-type': 'text/plain' })).toBe(400);
    expect(await post('', signed(''))).toBe(400);
  });

  it('answers 413 to a body over its own limit', async () => {
    expect(await deliver({ ...answer, text: 'å'.repeat(MAX_BODY_BYTES / 2) })).toBe(413);
  });

  it.each([
    { outcome: 'unknown-ticket', status: 404 },
    { outcome: 'not-a-block', status: 409 },
  ] as const)('answers $status to $outcome', async ({ outcome, status }) => {
    result = outcome;
    expect(await deliver(answer)).toBe(status);
  });
});
