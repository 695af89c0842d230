import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { GatewayRefused, GatewayUnavailable } from '../../bot/effects/gateway.ts';
import { webhookBlocks, webhookTickets } from '../../bot/effects/webhook.ts';
import type { Store } from '../../bot/store/store.ts';
import { startPeer, type Given, type Peer, type Received } from './peer.ts';
import { blockRequest, clockAt, delivery, temporaryStore, ticket } from './setting.ts';

const SECRET = `whsec_${Buffer.from('a secret of the tests, 32 bytes.').toString('base64')}`;
const body = { kind: 'ticket' as const, ticket: ticket() };

// The library checks signatures by the machine's own clock.
const presentClock = () => clockAt(new Date());

/** A receiver that verifies with the standard's own library and takes each Idempotency-Key once. */
async function startReceiver(answer: () => Given | null): Promise<Peer & { readonly taken: Map<string, unknown> }> {
  const taken = new Map<string, unknown>();
  const verify = ({ headers, body: sent }: Received): unknown => new Webhook(SECRET).verify(sent, headers as Record<string, string>);
  const peer = await startPeer((request) => {
    try {
      const payload = verify(request);
      const key = String(request.headers['idempotency-key']);
      if (!taken.has(key)) taken.set(key, payload);
    } catch {
      return { status: 401 };
    }
    return answer();
  });
  return { ...peer, taken };
}

describe('tickets by webhook', () => {
  it('are signed so that the standard library verifies them', async () => {
    const { url, taken } = await startReceiver(() => ({ status: 204 }));
    const store = await temporaryStore();
    const settlement = await webhookTickets(store, { url, secret: SECRET }).open(body, delivery('a', presentClock()));
    const [kept] = await store.listTickets(null, 10);
    expect(settlement).toMatchObject({ ok: true, outcome: 'registered', reference: kept?.reference });
    expect([...taken.values()]).toMatchObject([{ type: 'ticket.opened', data: { reference: kept?.reference, kind: 'ticket', ticket: { subject: 'Kan inte logga in' } } }]);
  });

  it('are refused where the secret is another', async () => {
    const { url } = await startReceiver(() => ({ status: 204 }));
    const secret = Buffer.from('another secret').toString('base64');
    await expect(webhookTickets(await temporaryStore(), { url, secret }).open(body, delivery('a', presentClock()))).rejects.toBeInstanceOf(GatewayRefused);
  });

  it('repeat the same body under the same key, so that the receiver takes them once', async () => {
    const { url, taken, received } = await startReceiver(() => (received.length === 1 ? { status: 500 } : { status: 200 }));
    const clock = presentClock();
    const gateway = webhookTickets(await temporaryStore(), { url, secret: SECRET });
    await expect(gateway.open(body, delivery('a', clock))).rejects.toBeInstanceOf(GatewayUnavailable);
    clock.pass(2000);
    await gateway.open(body, delivery('a', clock));
    expect(taken.size).toBe(1);
    expect(received[1]?.body).toBe(received[0]?.body);
    expect(received[1]?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id']);
  });

  it('take keys that no header could hold', async () => {
    const { url, taken } = await startReceiver(() => ({ status: 200 }));
    await webhookTickets(await temporaryStore(), { url, secret: SECRET }).open(body, delivery('å\r\nX-Evil: 1', presentClock()));
    expect([...taken.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });
});

describe('card blocks by webhook', () => {
  async function block(answer: Given | null, signal?: AbortSignal): Promise<{ store: Store; settled: Promise<unknown> }> {
    const { url } = await startReceiver(() => answer);
    const store = await temporaryStore();
    return { store, settled: webhookBlocks(store, { url, secret: SECRET }).block(blockRequest(), delivery('a', presentClock(), signal)) };
  }

  it('count as blocked when the card system says so, at the time that it says', async () => {
    const { settled, store } = await block({ status: 200, body: { outcome: 'blocked', at: '2026-11-24T14:05:00+01:00' } });
    expect(await settled).toMatchObject({ ok: true, outcome: 'blocked', at: new Date('2026-11-24T13:05:00Z') });
    expect(await store.listTickets(null, 10)).toMatchObject([{ kind: 'block', state: 'blocked' }]);
  });

  it.each([{ status: 202 }, { status: 200, body: { outcome: 'requested' } }])('are only requested after %o', async (answer) => {
    const { settled, store } = await block(answer);
    expect(await settled).toMatchObject({ ok: true, outcome: 'requested' });
    expect(await store.listTickets(null, 10)).toMatchObject([{ state: 'open' }]);
  });

  it.each([{ status: 200 }, { status: 200, body: '<html>OK</html>' }, { status: 200, body: { ok: true } }, { status: 503 }])(
    'are unknown after %o',
    async (answer) => {
      const { settled } = await block(answer);
      await expect(settled).rejects.toBeInstanceOf(GatewayUnavailable);
    },
  );

  it('are unknown when no answer comes in time', async () => {
    const { settled } = await block(null, AbortSignal.timeout(100));
    await expect(settled).rejects.toThrow('the card block webhook did not answer in time');
  });
});
