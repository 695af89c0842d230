import { describe, expect, it } from 'vitest';
import { createMarker } from '../../../bot/channels/teams/marks.ts';
import type { DeliveryMark } from '../../../bot/ports.ts';

const mark = (seq: number): DeliveryMark => ({ conversation: 'c', seq, result: 'delivered' });

describe('the marks of the delivery queue', () => {
  it('that come together are written together', async () => {
    const writes: number[][] = [];
    const marker = createMarker(async (marks) => Promise.resolve(void writes.push(marks.map(({ seq }) => seq))));
    await Promise.all([marker(mark(1)), marker(mark(2)), marker(mark(3))]);
    await marker(mark(4));
    expect(writes).toEqual([[1, 2, 3], [4]]);
  });

  it('wait for the write under way, and share the next one', async () => {
    const writes: number[][] = [];
    let finish: () => void = () => undefined;
    const started = Promise.withResolvers<undefined>();
    const marker = createMarker(async (marks) => {
      writes.push(marks.map(({ seq }) => seq));
      started.resolve(undefined);
      if (writes.length === 1) await new Promise<void>((resolve) => (finish = resolve));
    });
    const first = marker(mark(1));
    await started.promise;
    const others = [marker(mark(2)), marker(mark(3))];
    expect(writes).toEqual([[1]]);
    finish();
    await Promise.all([first, ...others]);
    expect(writes).toEqual([[1], [2, 3]]);
  });

  it('fail with their own write only', async () => {
    let isBroken = true;
    const marker = createMarker(async () => (isBroken ? Promise.reject(new Error('the database is locked')) : Promise.resolve()));
    await expect(marker(mark(1))).rejects.toThrow('locked');
    isBroken = false;
    await expect(marker(mark(1))).resolves.toBeUndefined();
  });
});
