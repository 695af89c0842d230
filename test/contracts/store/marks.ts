import { expect, it } from 'vitest';
import type { Store } from '../../../bot/store/store.ts';
import { at } from './fixtures.ts';
import type { Connect } from './harness.ts';

const mark = (store: Store, value: string, minute = 0, key = 'jwt-1'): Promise<string> => store.mark('identity', key, value, at(minute + 10), at(minute));

export function markPromises(connect: Connect): void {
  it('stand as they were first set, for every process', async () => {
    const [one, other] = [await connect(), await connect()];
    expect(await other.readMark('identity', 'jwt-1', at(0))).toBeNull();
    expect(await mark(one, 'c1')).toBe('c1');
    expect([await mark(other, 'c2'), await mark(other, 'c1')]).toEqual(['c1', 'c1']);
    expect(await other.readMark('identity', 'jwt-1', at(9))).toBe('c1');
  });

  it('are each of one kind and one key', async () => {
    const store = await connect();
    await mark(store, 'c1');
    expect([await store.readMark('conversation', 'jwt-1', at(0)), await store.readMark('identity', 'jwt-2', at(0))]).toEqual([null, null]);
    expect(await mark(store, 'c2', 0, 'jwt-2')).toBe('c2');
  });

  it('have one winner when several are set at once, and all are given its value', async () => {
    const stores = [await connect(), await connect(), await connect()];
    for (let round = 0; round < 10; round += 1) {
      const values = await Promise.all(stores.flatMap((store, index) => [mark(store, `a${index}`, 0, `jwt-${round}`), mark(store, `b${index}`, 0, `jwt-${round}`)]));
      expect(new Set([...values, await stores[0]?.readMark('identity', `jwt-${round}`, at(0))]).size).toBe(1);
    }
  });

  it('count for nothing once their time is over, and may be set anew, to their own time', async () => {
    const store = await connect();
    await mark(store, 'c1');
    await mark(store, 'c2', 9);
    expect(await store.readMark('identity', 'jwt-1', at(10))).toBeNull();
    expect(await mark(store, 'c3', 10)).toBe('c3');
    expect([await store.readMark('identity', 'jwt-1', at(19)), await store.readMark('identity', 'jwt-1', at(20))]).toEqual(['c3', null]);
  });

  it('are deleted in batches once their time is over, by several at once, and never before', async () => {
    const stores = [await connect(), await connect()];
    for (let index = 0; index < 7; index += 1) await stores[0]?.mark('conversation', `c${index}`, 'ended', at(index), at(0));
    expect(await stores[0]?.deleteExpiredMarks(at(4), 2)).toBe(2);
    const batches = await Promise.all(stores.map((store) => store.deleteExpiredMarks(at(4), 2)));
    expect(batches.reduce((sum, batch) => sum + batch, 0) + ((await stores[0]?.deleteExpiredMarks(at(4), 10)) ?? 0)).toBe(3);
    const left = async (key: string): Promise<string | null | undefined> => stores[1]?.readMark('conversation', key, at(0));
    expect(await Promise.all(['c4', 'c5', 'c6'].map(left))).toEqual([null, 'ended', 'ended']);
  });
}
