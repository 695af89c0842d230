import { expect, it } from 'vitest';
import { at } from './fixtures.ts';
import type { Connect } from './harness.ts';

const MINUTE_MS = 60_000;
const one = { id: 'one', knowledge: 'k1', model: 'm1' };
const other = { id: 'other', knowledge: 'k1', model: 'm1' };

export function replicaPromises(connect: Connect): void {
  it('see each other with the versions that they have now', async () => {
    const [store, second] = [await connect(), await connect()];
    expect(await store.reportReplica(one, at(0), MINUTE_MS)).toEqual([one]);
    expect(await second.reportReplica(other, at(0), MINUTE_MS)).toEqual([one, other]);
    await second.reportReplica({ ...other, knowledge: 'k2' }, at(0), MINUTE_MS);
    expect(await store.reportReplica(one, at(0), MINUTE_MS)).toEqual([one, { ...other, knowledge: 'k2' }]);
  });

  it('are forgotten when they leave or are not heard of', async () => {
    const store = await connect();
    await store.reportReplica(other, at(0), MINUTE_MS);
    expect(await store.reportReplica(one, at(1), MINUTE_MS)).toEqual([one]);
    await store.reportReplica(other, at(1), MINUTE_MS);
    await store.forgetReplica('other');
    expect(await store.reportReplica(one, at(1), MINUTE_MS)).toEqual([one]);
  });

  it('do what comes round once in its time, whoever asks', async () => {
    const stores = [await connect(), await connect(), await connect()];
    const ask = async (minute: number): Promise<number> => (await Promise.all(stores.map((store) => store.takeRound('poll', at(minute), MINUTE_MS)))).filter(Boolean).length;
    expect([await ask(0), await ask(0.9), await ask(1), await ask(1.5)]).toEqual([1, 0, 1, 0]);
    expect(await stores[0]?.takeRound('another', at(0), MINUTE_MS)).toBe(true);
  });
}
