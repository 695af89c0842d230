import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GatewayRefused, GatewayUnavailable } from '../../bot/effects/gateway.ts';
import { sv } from '../../bot/effects/news-words.sv.ts';
import type { Worker } from '../../bot/effects/worker.ts';
import type { Store } from '../../bot/store/store.ts';
import { blockCard, clockAt, commitEffects, openTicket, tellerOf, temporaryStore, type Clock, type Teller } from './setting.ts';
import { accept, cardSystem, fail, hang, inTurn, LIMITS, ticketSystem, workerOf, type WorkerSetting } from './worker-setting.ts';

const DOWN = fail(new GatewayUnavailable('ServiceNow answered 503'));
const REFUSES = fail(new GatewayRefused('ServiceNow answered 401'));
const colleague = { name: 'Cia Exempel' };

let store: Store;
let clock: Clock;
let teller: Teller;
let results: string[];

beforeEach(async () => {
  store = await temporaryStore();
  clock = clockAt();
  teller = tellerOf(store, clock);
  results = [];
});

function worker(tickets: WorkerSetting['gateways']['tickets'], more: Partial<WorkerSetting> = {}): Worker {
  return workerOf({ store, clock, teller, results, gateways: { tickets }, ...more });
}

describe('the outbox worker', () => {
  it('performs an effect, tells the conversation and settles it', async () => {
    const [key] = await commitEffects(store, clock.now(), [openTicket()]);
    expect(await worker(ticketSystem()).drain()).toBe(1);
    const settlement = { ok: true, outcome: 'registered', reference: 'ET-000001', at: clock.now() };
    expect(teller.told).toEqual([{ kind: 'settled', key, settlement }]);
    expect(await store.effects('settled', 10)).toMatchObject([{ key, settlement }]);
    expect(results).toEqual(['openTicket settled']);
  });

  it('does nothing when nothing is due', async () => {
    expect(await worker(ticketSystem()).drain()).toBe(0);
  });

  it('performs more than one batch in one go', async () => {
    await commitEffects(store, clock.now(), Array.from({ length: 10 }, () => openTicket()));
    expect(await worker(ticketSystem()).drain()).toBe(10);
    expect(teller.told).toHaveLength(10);
  });

  it('keeps feedback without a word', async () => {
    await commitEffects(store, clock.now(), [{ kind: 'recordFeedback', feedback: { intent: 'card-lost', helped: true } }]);
    await worker(ticketSystem()).drain();
    expect(teller.told).toEqual([]);
    expect(await store.effects('settled', 10)).toHaveLength(1);
  });

  it('says that nobody takes over the conversation yet', async () => {
    const [key] = await commitEffects(store, clock.now(), [{ kind: 'startHandoff', reason: 'asked' }]);
    await worker(ticketSystem()).drain();
    expect(teller.told).toEqual([{ kind: 'settled', key, settlement: { ok: false, reason: 'not available' } }]);
  });
});

describe('a block request', () => {
  const cases = [
    { who: 'a verified holder', request: {}, system: 'card' },
    { who: 'someone unverified', request: { verified: false }, system: 'ticket' },
    { who: 'a verified colleague', request: { reportedBy: colleague }, system: 'ticket' },
  ];

  it.each(cases)('of $who goes to the $system system', async ({ request, system }) => {
    const tickets = ticketSystem();
    const cardBlocks = cardSystem();
    await commitEffects(store, clock.now(), [blockCard(request)]);
    await worker(tickets, { gateways: { tickets, cardBlocks } }).drain();
    expect(cardBlocks.calls).toHaveLength(system === 'card' ? 1 : 0);
    expect(tickets.calls).toHaveLength(system === 'ticket' ? 1 : 0);
    expect(teller.told).toMatchObject([{ settlement: { outcome: system === 'card' ? 'blocked' : 'requested' } }]);
  });

  it('becomes a ticket where there is no card system', async () => {
    await commitEffects(store, clock.now(), [blockCard()]);
    await worker(ticketSystem()).drain();
    expect(teller.told).toMatchObject([{ settlement: { outcome: 'requested' } }]);
  });
});

describe('an effect that fails', () => {
  it('is tried again after the back-off and not before', async () => {
    const tickets = ticketSystem(inTurn(DOWN, accept));
    await commitEffects(store, clock.now(), [openTicket()]);
    const one = worker(tickets);
    await one.drain();
    clock.pass(499);
    expect(await one.drain()).toBe(0);
    clock.pass(1);
    expect(await one.drain()).toBe(1);
    expect(results).toEqual(['openTicket retried', 'openTicket settled']);
  });

  it('waits at least as long as the receiver asked', async () => {
    const tickets = ticketSystem(inTurn(fail(new GatewayUnavailable('ServiceNow answered 429', 90_000)), accept));
    await commitEffects(store, clock.now(), [openTicket()]);
    const one = worker(tickets);
    await one.drain();
    clock.pass(90_000);
    expect(await one.drain()).toBe(0);
    clock.pass(500);
    expect(await one.drain()).toBe(1);
  });

  it('is told and becomes a dead letter after the last try', async () => {
    const tickets = ticketSystem(DOWN);
    const [key] = await commitEffects(store, clock.now(), [openTicket()]);
    const one = worker(tickets);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await one.drain();
      clock.pass(LIMITS.maxDelayMs);
    }
    expect(tickets.calls).toHaveLength(LIMITS.maxAttempts);
    expect(teller.told).toEqual([{ kind: 'settled', key, settlement: { ok: false, reason: 'ServiceNow answered 503' } }]);
    expect(await store.effects('dead', 10)).toMatchObject([{ key, lastError: 'ServiceNow answered 503' }]);
    expect(results.at(-1)).toBe('openTicket dead');
  });

  it('is given up at once when it was refused', async () => {
    const tickets = ticketSystem(REFUSES);
    await commitEffects(store, clock.now(), [openTicket()]);
    await worker(tickets).drain();
    clock.pass(LIMITS.maxDelayMs);
    await worker(tickets).drain();
    expect(tickets.calls).toHaveLength(1);
    expect(teller.told).toMatchObject([{ settlement: { ok: false } }]);
    expect(results).toEqual(['openTicket refused']);
  });

  it('is cut off when its gateway hangs, and holds up no other', async () => {
    const tickets = ticketSystem(inTurn(hang, accept));
    await commitEffects(store, clock.now(), [openTicket(), openTicket()]);
    await worker(tickets, { limits: { timeoutMs: 100 } }).drain();
    expect(results.toSorted()).toEqual(['openTicket retried', 'openTicket settled']);
    expect(await store.effects('pending', 10)).toMatchObject([{ lastError: 'No answer within 100 ms' }]);
  });
});

describe('a dead letter that is revived', () => {
  it('tells the user of its late success', async () => {
    const tickets = ticketSystem(inTurn(REFUSES, accept));
    const [key = ''] = await commitEffects(store, clock.now(), [openTicket()]);
    await worker(tickets).drain();
    await store.reviveEffect(key, clock.now());
    await worker(tickets).drain();
    const settlement = { ok: true, outcome: 'registered', reference: 'ET-000001', at: clock.now() } as const;
    expect(teller.told.at(-1)).toEqual({ kind: 'news', reference: 'ET-000001', text: sv.afterAll(settlement) });
    expect(await store.effects('settled', 10)).toMatchObject([{ settlement }]);
  });

  it('says nothing more when it fails again', async () => {
    const tickets = ticketSystem(REFUSES);
    const [key = ''] = await commitEffects(store, clock.now(), [openTicket()]);
    await worker(tickets).drain();
    await store.reviveEffect(key, clock.now());
    await worker(tickets).drain();
    expect(tickets.calls).toHaveLength(2);
    expect(teller.told).toHaveLength(1);
    expect(await store.effects('dead', 10)).toHaveLength(1);
  });
});

describe('a started worker', () => {
  it('looks at once when woken', async () => {
    const one = worker(ticketSystem());
    one.start();
    await commitEffects(store, clock.now(), [openTicket()]);
    one.wake();
    await vi.waitFor(() => expect(teller.told).toHaveLength(1));
    await one.stop();
  });

  it('ends the running tries before it stops, and takes no more', async () => {
    const begun = Promise.withResolvers<undefined>();
    const release = Promise.withResolvers<undefined>();
    const tickets = ticketSystem(async (delivery, kind) => {
      begun.resolve(undefined);
      await release.promise;
      return accept(delivery, kind);
    });
    await commitEffects(store, clock.now(), [openTicket(), openTicket()]);
    const one = worker(tickets, { limits: { batch: 1 } });
    one.start();
    await begun.promise;
    const stopped = one.stop();
    release.resolve(undefined);
    await stopped;
    expect(teller.told).toHaveLength(1);
    expect(await store.effects('pending', 10)).toHaveLength(1);
  });
});
