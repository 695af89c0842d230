import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitMs } from '../../../bot/channels/teams/backoff.ts';
import { createLimiter } from '../../../bot/channels/teams/limiter.ts';
import { DEFAULT_TEAMS_LIMITS as LIMITS } from '../../../bot/channels/teams/limits.ts';
import { resultOfStatus } from '../../../bot/channels/teams/send-result.ts';

const NOW = new Date('2026-11-24T08:00:00Z');

describe('a refusal of the connector', () => {
  it.each<[string | null, number | null]>([
    ['3', 3_000],
    ['0', 0],
    ['Tue, 24 Nov 2026 08:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 07:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    [null, null],
  ])('with Retry-After %j asks to wait %j ms', (retryAfter, afterMs) => {
    expect(resultOfStatus(429, retryAfter, NOW)).toEqual({ kind: 'again', reason: 'HTTP 429', afterMs });
  });
});

describe('the wait before another try', () => {
  it('doubles at most up to its ceiling', () => {
    const longest = [1, 2, 3, 4, 20, 2_000].map((attempt) => waitMs(attempt, null, LIMITS, 1));
    expect(longest).toEqual([500, 1_000, 2_000, 4_000, 60_000, 60_000]);
  });

  it('is never shorter than the connector asked for, and never longer than a timer can be', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, asked, random) => {
      const wait = waitMs(attempt, asked, LIMITS, random);
      return wait >= Math.min(asked, LIMITS.giveUpAfterMs) && wait < 2 ** 31;
    }));
  });
});

describe('the limiter', () => {
  it('runs no more than its number at once, in order, and goes on after a failure', async () => {
    const limited = createLimiter(2);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const works = [0, 1, 2, 3].map((index) =>
      limited(async () => {
        started.push(index);
        await new Promise<void>((resolve, reject) => finish.push(index === 0 ? () => reject(new Error('failed')) : resolve));
      }).catch(() => undefined));
    await Promise.resolve();
    expect(started).toEqual([0, 1]);
    finish[0]?.();
    await works[0];
    await expect.poll(() => started).toEqual([0, 1, 2]);
    finish[1]?.();
    await expect.poll(() => started).toEqual([0, 1, 2, 3]);
    finish[2]?.();
    finish[3]?.();
    await Promise.all(works);
  });
});
