import { describe, expect, it } from 'vitest';
import { GatewayRefused } from '../../bot/effects/gateway.ts';
import type { Tell } from '../../bot/effects/news.ts';
import { webhookTickets } from '../../bot/effects/webhook.ts';
import type { Store } from '../../bot/store/store.ts';
import { startPeer } from './peer.ts';
import { clockAt, commitEffects, openTicket, tellerOf, temporaryStore, type Clock, type Teller } from './setting.ts';
import { accept, fail, inTurn, LEASE_MS, ticketSystem, workerOf } from './worker-setting.ts';

const SECRET = Buffer.from('a secret of the tests').toString('base64');

class Crashed extends Error {
  override readonly name = 'Crashed';
}

/** A process that dies at its n-th step: before or after something lasting is done. Nothing that it tries later happens. */
function processThatDiesAt(n: number): { readonly step: <T>(work: () => Promise<T>) => Promise<T>; readonly isDead: () => boolean } {
  let steps = 0;
  const live = (): void => {
    steps += 1;
    if (steps >= n) throw new Crashed();
  };
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    live();
    const result = await work();
    live();
    return result;
  };
  return { step, isDead: () => steps >= n };
}

type Step = ReturnType<typeof processThatDiesAt>['step'];

/** Every method of the store that a worker or a gateway calls, as steps of the process. */
function storeOf(store: Store, step: Step): Store {
  return {
    ...store,
    claimEffects: (...call) => step(() => store.claimEffects(...call)),
    saveTicket: (...call) => step(() => store.saveTicket(...call)),
    recallTurn: (...call) => step(() => store.recallTurn(...call)),
    settleEffect: (...call) => step(() => store.settleEffect(...call)),
    postponeEffect: (...call) => step(() => store.postponeEffect(...call)),
    buryEffect: (...call) => step(() => store.buryEffect(...call)),
  };
}

interface Scenario {
  readonly store: Store;
  readonly clock: Clock;
  readonly teller: Teller;
  /** Runs a worker until it has nothing to do or its process dies. */
  readonly run: (diesAt?: number) => Promise<boolean>;
  /** The keys that the receiver has taken, and how often it was asked. */
  readonly taken: ReadonlySet<string>;
  readonly received: readonly unknown[];
}

async function scenario(status = 204): Promise<Scenario> {
  const store = await temporaryStore();
  const clock = clockAt();
  const teller = tellerOf(store, clock);
  const taken = new Set<string>();
  const { url, received } = await startPeer(({ headers }) => {
    taken.add(String(headers['idempotency-key']));
    return { status };
  });
  const run = async (diesAt = Infinity): Promise<boolean> => {
    const { step, isDead } = processThatDiesAt(diesAt);
    const mortal = storeOf(store, step);
    const tell: Tell = (...call) => step(() => teller.tell(...call));
    const worker = workerOf({ store: mortal, clock, teller: { tell }, gateways: { tickets: webhookTickets(mortal, { url, secret: SECRET }) } });
    await worker.drain().catch((error: unknown) => {
      if (!(error instanceof Crashed)) throw error;
    });
    return isDead();
  };
  return { store, clock, teller, run, taken, received };
}

/** Runs what follows once for each step at which the first process can die, with a second one after its lease. */
async function atEveryStep(status: number, check: (after: Scenario) => Promise<void>): Promise<number> {
  for (let diesAt = 1; ; diesAt += 1) {
    const one = await scenario(status);
    await commitEffects(one.store, one.clock.now(), [openTicket()]);
    const hasDied = await one.run(diesAt);
    one.clock.pass(LEASE_MS);
    await one.run();
    await check(one);
    if (!hasDied) return diesAt - 1;
  }
}

describe('a worker that dies', () => {
  it('anywhere leaves one ticket, told once and settled once', async () => {
    const steps = await atEveryStep(204, async ({ store, teller, taken }) => {
      expect(taken.size).toBe(1);
      expect(teller.told).toMatchObject([{ kind: 'settled', settlement: { ok: true } }]);
      expect(await store.effects(null, 10)).toMatchObject([{ state: 'settled' }]);
      expect(await store.listTickets(null, 10)).toHaveLength(1);
    });
    // Claim, keep the ticket, look for a confirmation and an earlier failure, tell, settle, and the last look at the outbox: two steps each.
    expect(steps).toBe(14);
  });

  it('anywhere while it gives up leaves one failure, told once, and one dead letter', async () => {
    await atEveryStep(403, async ({ store, teller }) => {
      expect(teller.told).toMatchObject([{ kind: 'settled', settlement: { ok: false } }]);
      expect(await store.effects(null, 10)).toMatchObject([{ state: 'dead' }]);
    });
  });

  it('keeps its effects to itself until its lease ends', async () => {
    const { store, clock, run, received } = await scenario();
    await commitEffects(store, clock.now(), [openTicket()]);
    await run(2);
    clock.pass(LEASE_MS - 1);
    await run();
    expect(received).toHaveLength(0);
    clock.pass(1);
    await run();
    expect(received).toHaveLength(1);
  });

  it('never makes a success that was told into a failure', async () => {
    const store = await temporaryStore();
    const clock = clockAt();
    const teller = tellerOf(store, clock);
    const gateways = { tickets: ticketSystem(inTurn(accept, fail(new GatewayRefused('gone')))) };
    await commitEffects(store, clock.now(), [openTicket()]);
    const dies: Store = { ...store, settleEffect: () => Promise.reject(new Crashed()) };
    await workerOf({ store: dies, clock, teller, gateways }).drain();
    clock.pass(LEASE_MS);
    await workerOf({ store, clock, teller, gateways }).drain();
    expect(teller.told).toMatchObject([{ settlement: { ok: true } }]);
  });
});

describe('two workers on one store', () => {
  it('open each ticket once', async () => {
    const { store, clock, teller, run, taken, received } = await scenario();
    await commitEffects(store, clock.now(), Array.from({ length: 20 }, () => openTicket()));
    await Promise.all([run(), run()]);
    expect(received).toHaveLength(20);
    expect(taken.size).toBe(20);
    expect(teller.told).toHaveLength(20);
  });
});
