import { expect, it } from 'vitest';
import { at, blockCard, keyed, openTicket, outcome, startHandoff, turn } from './fixtures.ts';
import type { Connect } from './harness.ts';

export function operationPromises(connect: Connect): void {
  it('shows one handle what another has committed', async () => {
    const [one, other] = [await connect(), await connect()];
    await one.commitTurn(turn(), 0, outcome());
    expect(await other.recallTurn('c1', 't1')).toEqual(await one.recallTurn('c1', 't1'));
  });

  it('accepts feedback once per key, and its repeats', async () => {
    const store = await connect();
    await store.saveFeedback('k1', 'c1', { intent: null, helped: null }, at(0));
    await expect(store.saveFeedback('k1', 'c1', { intent: 'pin-rules', helped: false }, at(1))).resolves.toBeUndefined();
  });

  it('counts what waits', async () => {
    const store = await connect();
    expect(await store.counts()).toEqual({ pendingEffects: 0, deadEffects: 0, undelivered: 0, oldestUndelivered: null });
    await store.commitTurn(turn({ channel: 'teams' }), 0, outcome({ effects: keyed(blockCard, openTicket, startHandoff) }));
    await store.commitTurn(turn({ channel: 'teams', id: 't2', at: at(1) }), 1, outcome());
    await store.buryEffect('k1', 'gav upp', at(1));
    expect(await store.counts()).toEqual({ pendingEffects: 2, deadEffects: 1, undelivered: 2, oldestUndelivered: at(0) });
  });

  it('tells a watcher of the commits of others until the watch ends', async () => {
    const [store, other] = [await connect(), await connect()];
    let calls = 0;
    const endWatch = store.watch(() => (calls += 1));
    const heard = new Promise<void>((resolve) => store.watch(() => resolve()));
    endWatch();
    await other.commitTurn(turn(), 0, outcome());
    await heard;
    expect(calls).toBe(0);
  });

  it('can be checked while it is open, and refuses every call once closed', async () => {
    const store = await connect();
    await expect(store.check()).resolves.toBeUndefined();
    await store.close();
    await expect(store.check()).rejects.toThrow();
    await expect(store.commitTurn(turn(), 0, outcome())).rejects.toThrow();
    await expect(store.close()).resolves.toBeUndefined();
  });

  it('keeps everything when it is closed and opened again', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ effects: keyed(blockCard), due: at(1) }));
    const before = [await store.loadConversation('c1'), await store.recallTurn('c1', 't1'), await store.effects(null, 10)];
    await store.close();
    const reopened = await connect();
    expect([await reopened.loadConversation('c1'), await reopened.recallTurn('c1', 't1'), await reopened.effects(null, 10)]).toEqual(before);
  });
}
