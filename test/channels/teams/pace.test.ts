import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TEAMS_LIMITS } from '../../../bot/channels/teams/limits.ts';
import { createPace, createPaces, type Rate } from '../../../bot/channels/teams/pace.ts';

const RATES: readonly Rate[] = [{ count: 2, perMs: 100 }, { count: 3, perMs: 1_000 }];

/** The moments that a pace gives to requests that come at these times. */
function momentsOf(rates: readonly Rate[], arrivals: readonly number[]): number[] {
  const pace = createPace(rates);
  return arrivals.map((at) => at + pace.reserve(at));
}

/** The most requests in any stretch of this length. */
function mostWithin(perMs: number, moments: readonly number[]): number {
  return Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + perMs).length));
}

describe('a pace', () => {
  it('lets requests through at once while there is room, and then no sooner than every rate allows', () => {
    expect(momentsOf(RATES, [0, 0, 0, 0])).toEqual([0, 0, 100, 1_000]);
  });

  it('does not make anybody wait who comes late', () => {
    expect(momentsOf(RATES, [0, 0, 5_000])).toEqual([0, 0, 5_000]);
  });

  const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 120 });
  it('keeps every rate and the order, whenever requests come', () => {
    fc.assert(fc.property(gaps, (given) => {
      let now = 0;
      const moments = momentsOf(RATES, given.map((gap) => (now += gap)));
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      for (const { count, perMs } of RATES) expect(mostWithin(perMs, moments)).toBeLessThanOrEqual(count);
    }));
  });

  it('keeps the limits that Teams sets for a thread', () => {
    const moments = momentsOf(DEFAULT_TEAMS_LIMITS.threadRates, Array.from({ length: 400 }, () => 0));
    for (const { count, perMs } of DEFAULT_TEAMS_LIMITS.threadRates) expect(mostWithin(perMs, moments)).toBeLessThanOrEqual(count);
  });

  it('holds nobody up without rates', () => {
    expect(momentsOf([], [0, 0, 0])).toEqual([0, 0, 0]);
  });
});

describe('the paces of many conversations', () => {
  it('do not touch each other', () => {
    const paces = createPaces([{ count: 1, perMs: 100 }]);
    expect([paces.reserve('a', 0), paces.reserve('b', 0), paces.reserve('a', 0)]).toEqual([0, 0, 100]);
  });

  it('are kept while idle ones are forgotten', () => {
    const paces = createPaces([{ count: 1, perMs: 100_000 }]);
    paces.reserve('kept', 0);
    for (let index = 0; index < 3_000; index++) paces.reserve(`other-${index}`, index);
    expect(paces.reserve('kept', 3_000)).toBe(97_000);
  });
});
