import { expect, it } from 'vitest';
import type { Store } from '../../../bot/store/store.ts';
import { at, outcome, turn } from './fixtures.ts';
import type { Connect } from './harness.ts';

const MINUTE_MS = 60_000;

/** A reply of each conversation waits. */
async function withWaiting(connect: Connect, ...conversations: readonly string[]): Promise<Store> {
  const store = await connect();
  for (const [minute, conversation] of conversations.entries()) await store.commitTurn(turn({ channel: 'teams', conversation, at: at(minute) }), 0, outcome());
  return store;
}

export function leasePromises(connect: Connect): void {
  it('give a conversation to one of many that ask at once', async () => {
    const stores = [await connect(), await connect(), await connect()];
    const answers = await Promise.all(stores.map((store, index) => store.takeQueue('c1', `w${index}`, at(0), MINUTE_MS)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('are given again to who has them, and to others once they have ended', async () => {
    const store = await connect();
    expect(await store.takeQueue('c1', 'w1', at(0), MINUTE_MS)).toBe(true);
    expect(await store.takeQueue('c1', 'w1', at(0), MINUTE_MS)).toBe(true);
    expect(await store.takeQueue('c1', 'w2', new Date(at(1).getTime() - 1), MINUTE_MS)).toBe(false);
    expect(await store.takeQueue('c1', 'w2', at(1), MINUTE_MS)).toBe(true);
    expect(await store.takeQueue('c1', 'w1', at(1), MINUTE_MS)).toBe(false);
  });

  it('last as long as they are kept, and are lost once they have ended', async () => {
    const store = await connect();
    await store.takeQueue('c1', 'w1', at(0), MINUTE_MS);
    await store.takeQueue('c2', 'w1', at(0), 3 * MINUTE_MS);
    await store.takeQueue('c3', 'w2', at(0), 3 * MINUTE_MS);
    expect(await store.keepQueues('w1', at(2), MINUTE_MS)).toEqual(['c2']);
    expect(await store.takeQueue('c2', 'w2', new Date(at(3).getTime() - 1), MINUTE_MS)).toBe(false);
    expect(await store.takeQueue('c1', 'w2', at(2), MINUTE_MS)).toBe(true);
  });

  it('end when they are left, and only those of who leaves', async () => {
    const store = await connect();
    await store.takeQueue('c1', 'w1', at(0), MINUTE_MS);
    await store.leaveQueue('c1', 'w2');
    expect(await store.takeQueue('c1', 'w2', at(0), MINUTE_MS)).toBe(false);
    await store.leaveQueue('c1', 'w1');
    expect(await store.takeQueue('c1', 'w2', at(0), MINUTE_MS)).toBe(true);
  });

  it('show what waits and belongs to nobody, the longest waiting first', async () => {
    const store = await withWaiting(connect, 'a', 'b', 'c');
    await store.commitTurn(turn({ channel: 'teams', conversation: 'c', id: 't2', at: at(9) }), 1, outcome());
    await store.takeQueue('b', 'w1', at(0), MINUTE_MS);
    await store.takeQueue('c', 'w1', at(0), 2 * MINUTE_MS);
    expect(await store.freeQueues('teams', at(1), 10)).toEqual(['a', 'b']);
    expect(await store.freeQueues('teams', at(2), 10)).toEqual(['a', 'b', 'c']);
    expect(await store.freeQueues('teams', at(2), 1)).toEqual(['a']);
    expect(await store.freeQueues('webchat', at(2), 10)).toEqual([]);
    await store.markDelivered([{ conversation: 'a', seq: 2, result: 'delivered' }], at(2));
    expect(await store.freeQueues('teams', at(2), 10)).toEqual(['b', 'c']);
  });
}
