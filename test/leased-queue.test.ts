import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLeasedQueue, type LeasedQueue } from '../bot/leased-queue.ts';
import { openSqliteStore } from '../bot/store/sqlite.ts';
import type { Store } from '../bot/store/store.ts';
import { at, outcome, turn } from './contracts/store/fixtures.ts';

const LIMITS = { leaseMs: 60_000, lookMs: 5, batch: 10 };

interface Stage {
  readonly store: Store;
  readonly clock: { minute: number };
  readonly join: (worker: string) => LeasedQueue;
}

async function stage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'leases-'));
  const store = await openSqliteStore({ path: join(folder, 'bot.db') });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const clock = { minute: 0 };
  const onError = (error: unknown): never => {
    throw error;
  };
  return { store, clock, join: (worker) => createLeasedQueue({ store, channel: 'teams', worker, now: () => at(clock.minute), limits: LIMITS, onError }) };
}

async function say(store: Store, id: string, revision: number): Promise<void> {
  await store.commitTurn(turn({ channel: 'teams', id }), revision, outcome());
}

const seqs = async (queue: LeasedQueue): Promise<readonly number[]> => (await queue.next('c1', 10)).map(({ seq }) => seq);

/** Looks until a conversation is handed over, then no more. */
async function handedOver(queue: LeasedQueue): Promise<string> {
  const conversation = await new Promise<string>((resolve) => queue.start(resolve));
  await queue.stop();
  return conversation;
}

describe('a queue that replicas share', () => {
  it('gives a conversation to the one that asks first, until it is empty', async () => {
    const { store, join: enter } = await stage();
    const [one, other] = [enter('one'), enter('other')];
    await say(store, 't1', 0);
    expect([await seqs(one), await seqs(other)]).toEqual([[2], []]);
    await one.mark([{ conversation: 'c1', seq: 2, result: 'delivered' }]);
    expect(await seqs(one)).toEqual([]);
    await say(store, 't2', 1);
    expect([await seqs(other), await seqs(one)]).toEqual([[4], []]);
  });

  it('keeps from others what was taken before the turn', async () => {
    const { store, join: enter } = await stage();
    const [one, other] = [enter('one'), enter('other')];
    await one.take('c1');
    await say(store, 't1', 0);
    expect([await seqs(other), await seqs(one)]).toEqual([[], [2]]);
  });

  it('hands over what nobody pushes', async () => {
    const { store, join: enter } = await stage();
    await say(store, 't1', 0);
    expect(await handedOver(enter('one'))).toBe('c1');
  });

  it('hands over what a replica that died has left, and not before its lease has ended', async () => {
    const { store, clock, join: enter } = await stage();
    const [dead, other] = [enter('dead'), enter('other')];
    await say(store, 't1', 0);
    expect(await seqs(dead)).toEqual([2]);
    clock.minute = 0.9;
    expect(await seqs(other)).toEqual([]);
    clock.minute = 1;
    expect(await handedOver(other)).toBe('c1');
    expect([await seqs(other), await seqs(dead)]).toEqual([[2], []]);
  });

  it('stays with a replica that keeps it', async () => {
    const { store, clock, join: enter } = await stage();
    const [one, other] = [enter('one'), enter('other')];
    await say(store, 't1', 0);
    expect(await seqs(one)).toEqual([2]);
    clock.minute = 0.9;
    // It looks at once, which keeps what it has; the conversation of another channel ends the wait.
    await store.commitTurn(turn({ channel: 'teams', conversation: 'c2' }), 0, outcome());
    await new Promise<void>((resolve) => one.start(() => resolve()));
    clock.minute = 1.5;
    expect([await seqs(other), await seqs(one)]).toEqual([[], [2]]);
    await one.stop();
  });

  it.each(['leaveQueue', 'undelivered'] as const)('is not given away when it is taken for a turn while %s is under way', async (slow) => {
    const { store, clock, join: enter } = await stage();
    const gate = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    const wait = async (): Promise<void> => {
      begun.resolve(undefined);
      await gate.promise;
    };
    const slowed: Store = {
      ...store,
      ...(slow === 'leaveQueue' && { leaveQueue: (...given) => wait().then(() => store.leaveQueue(...given)) }),
      ...(slow === 'undelivered' && { undelivered: (...given) => store.undelivered(...given).then((rows) => wait().then(() => rows)) }),
    };
    const one = createLeasedQueue({ store: slowed, channel: 'teams', worker: 'one', now: () => at(clock.minute), limits: LIMITS, onError: () => undefined });
    await one.take('c1');
    const emptied = seqs(one);
    await begun.promise;
    const taken = one.take('c1');
    gate.resolve(undefined);
    await Promise.all([emptied, taken]);
    await say(store, 't1', 0);
    expect([await seqs(enter('other')), await seqs(one)]).toEqual([[], [2]]);
  });

  it('is free as soon as a replica stops', async () => {
    const { store, join: enter } = await stage();
    const [one, other] = [enter('one'), enter('other')];
    await say(store, 't1', 0);
    expect(await seqs(one)).toEqual([2]);
    await one.stop();
    expect(await seqs(other)).toEqual([2]);
  });
});
