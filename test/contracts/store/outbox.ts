import { expect, it } from 'vitest';
import type { Settlement } from '../../../dialogs/dialog.ts';
import type { Store } from '../../../bot/store/store.ts';
import { at, blockCard, keyed, openTicket, outcome, recordFeedback, startHandoff, turn } from './fixtures.ts';
import type { Connect } from './harness.ts';

const MINUTE_MS = 60_000;
const blocked: Settlement = { ok: true, outcome: 'blocked', reference: 'B-1', at: at(3) };
const refused: Settlement = { ok: false, reason: 'okänt kort' };

export function outboxPromises(connect: Connect): void {
  claiming(connect);
  ending(connect);
}

/** A store with one effect, `k0`, due at `at(0)`. */
async function withOneEffect(connect: Connect): Promise<Store> {
  const store = await connect();
  await store.commitTurn(turn(), 0, outcome({ effects: keyed(blockCard) }));
  return store;
}

function claiming(connect: Connect): void {
  it('gives the effects of a turn as they were, in its order', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ effects: keyed(openTicket, blockCard, recordFeedback, startHandoff) }));
    expect(await store.claimEffects('w1', at(0), MINUTE_MS, 10)).toEqual([
      { key: 'k0', conversation: 'c1', effect: openTicket, attempt: 1 },
      { key: 'k1', conversation: 'c1', effect: blockCard, attempt: 1 },
      { key: 'k2', conversation: 'c1', effect: recordFeedback, attempt: 1 },
      { key: 'k3', conversation: 'c1', effect: startHandoff, attempt: 1 },
    ]);
  });

  it('gives the longest due first, up to a limit, and nothing that is not due', async () => {
    const store = await connect();
    for (const minute of [2, 1, 3]) {
      const effects = [{ key: `at ${minute}`, effect: blockCard }];
      await store.commitTurn(turn({ conversation: `c${minute}`, at: at(minute) }), 0, outcome({ effects }));
    }
    expect(keys(await store.claimEffects('w1', at(2), MINUTE_MS, 1))).toEqual(['at 1']);
    expect(keys(await store.claimEffects('w1', at(2), MINUTE_MS, 10))).toEqual(['at 2']);
  });

  it('gives an effect to nobody else until its lease ends', async () => {
    const store = await withOneEffect(connect);
    await store.claimEffects('w1', at(0), MINUTE_MS, 10);
    expect(await store.claimEffects('w2', new Date(at(1).getTime() - 1), MINUTE_MS, 10)).toEqual([]);
    expect(await store.claimEffects('w2', at(1), MINUTE_MS, 10)).toMatchObject([{ key: 'k0', attempt: 2 }]);
  });

  it('lets two handles race and gives each effect to exactly one', async () => {
    const [one, other] = [await connect(), await connect()];
    const effects = Array.from({ length: 40 }, (_, index) => ({ key: `k${index}`, effect: blockCard }));
    await one.commitTurn(turn(), 0, outcome({ effects }));
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, round) => (round % 2 === 0 ? one : other).claimEffects(`w${round % 2}`, at(0), MINUTE_MS, 3)),
    );
    expect(keys(claims.flat()).toSorted()).toEqual(effects.map(({ key }) => key).toSorted());
  });

  it('gives a postponed effect when its time has come, counting the tries', async () => {
    const store = await withOneEffect(connect);
    await store.claimEffects('w1', at(0), 10 * MINUTE_MS, 10);
    await store.postponeEffect('k0', at(2), 'time-out');
    expect(await store.effects('pending', 10)).toMatchObject([{ key: 'k0', attempts: 1, nextAt: at(2), lastError: 'time-out' }]);
    expect(await store.claimEffects('w1', at(1), MINUTE_MS, 10)).toEqual([]);
    expect(await store.claimEffects('w1', at(2), MINUTE_MS, 10)).toMatchObject([{ key: 'k0', attempt: 2 }]);
  });
}

function ending(connect: Connect): void {
  it.each([blocked, refused])('settles an effect once (ok: $ok)', async (settlement) => {
    const store = await withOneEffect(connect);
    expect(await store.settleEffect('k0', settlement, at(3))).toBe(true);
    expect(await store.settleEffect('k0', { ok: false, reason: 'för sent' }, at(4))).toBe(false);
    expect(await store.effects('settled', 10)).toMatchObject([{ key: 'k0', settlement }]);
    expect(await store.claimEffects('w1', at(60), MINUTE_MS, 10)).toEqual([]);
  });

  it('settles for exactly one of two handles', async () => {
    const store = await withOneEffect(connect);
    const other = await connect();
    const results = await Promise.all([store.settleEffect('k0', blocked, at(3)), other.settleEffect('k0', refused, at(3))]);
    expect(results.toSorted()).toEqual([false, true]);
  });

  it('knows nothing of an effect that does not exist', async () => {
    const store = await connect();
    expect(await store.settleEffect('nothing', refused, at(3))).toBe(false);
    expect(await store.reviveEffect('nothing', at(3))).toBe(false);
  });

  it('neither postpones nor buries an effect that is settled', async () => {
    const store = await withOneEffect(connect);
    await store.settleEffect('k0', blocked, at(3));
    await store.postponeEffect('k0', at(4), 'för sent');
    await store.buryEffect('k0', 'för sent', at(4));
    expect(await store.effects('settled', 10)).toMatchObject([{ key: 'k0', lastError: null }]);
    expect(await store.claimEffects('w1', at(60), MINUTE_MS, 10)).toEqual([]);
  });

  it('shows a buried effect as a dead letter and gives it to no worker', async () => {
    const store = await withOneEffect(connect);
    await store.claimEffects('w1', at(0), MINUTE_MS, 10);
    await store.buryEffect('k0', 'gav upp', at(1));
    expect(await store.effects('dead', 10)).toEqual([
      { key: 'k0', conversation: 'c1', kind: 'blockCard', state: 'dead', attempts: 1, nextAt: at(0), lastError: 'gav upp', settlement: null },
    ]);
    expect(await store.claimEffects('w1', at(60), MINUTE_MS, 10)).toEqual([]);
  });

  it('gives a revived dead letter again, as a first try', async () => {
    const store = await withOneEffect(connect);
    await store.claimEffects('w1', at(0), MINUTE_MS, 10);
    expect(await store.reviveEffect('k0', at(1))).toBe(false);
    await store.buryEffect('k0', 'gav upp', at(1));
    expect(await store.reviveEffect('k0', at(5))).toBe(true);
    expect(await store.claimEffects('w1', at(5), MINUTE_MS, 10)).toMatchObject([{ key: 'k0', attempt: 1 }]);
  });

  it('believes a settlement that comes after an effect was buried', async () => {
    const store = await withOneEffect(connect);
    await store.buryEffect('k0', 'gav upp', at(1));
    expect(await store.settleEffect('k0', blocked, at(2))).toBe(true);
    expect(await store.effects('dead', 10)).toEqual([]);
  });

  it('lists the newest effects first, of one state or of all, up to a limit', async () => {
    const store = await connect();
    for (const minute of [2, 3, 1]) {
      const effects = [{ key: `at ${minute}`, effect: blockCard }];
      await store.commitTurn(turn({ conversation: `c${minute}`, at: at(minute) }), 0, outcome({ effects }));
    }
    await store.settleEffect('at 2', blocked, at(4));
    expect(keys(await store.effects(null, 10))).toEqual(['at 3', 'at 2', 'at 1']);
    expect(keys(await store.effects('pending', 10))).toEqual(['at 3', 'at 1']);
    expect(keys(await store.effects('pending', 1))).toEqual(['at 3']);
  });
}

function keys(rows: readonly { readonly key: string }[]): readonly string[] {
  return rows.map((row) => row.key);
}
