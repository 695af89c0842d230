import { describe, expect, it } from 'vitest';
import { delayAfter } from '../../bot/effects/backoff.ts';
import { parseRetryAfter } from '../../bot/effects/http-request.ts';

const limits = { baseDelayMs: 1000, maxDelayMs: 30_000 };
const longest = (): number => 0.999_999_999;

describe('the delay after a failed try', () => {
  it('has a ceiling that doubles with each try up to the limit', () => {
    expect([1, 2, 3, 10].map((attempt) => delayAfter(attempt, limits, longest, null))).toEqual([999, 1999, 3999, 29_999]);
  });

  it('may be anything below the ceiling', () => {
    expect(delayAfter(3, limits, () => 0, null)).toBe(0);
    expect(delayAfter(3, limits, () => 0.5, null)).toBe(2000);
  });

  it('is never shorter than the receiver asked for', () => {
    expect(delayAfter(1, limits, () => 0, 90_000)).toBe(90_000);
    expect(delayAfter(1, limits, () => 0.5, 90_000)).toBe(90_500);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-24T13:05:00Z');

  it.each([
    { header: '120', ms: 120_000 },
    { header: 'Tue, 24 Nov 2026 13:06:00 GMT', ms: 60_000 },
    { header: 'Tue, 24 Nov 2026 13:00:00 GMT', ms: 0 },
    { header: 'soon', ms: null },
    { header: null, ms: null },
  ])('$header is $ms ms', ({ header, ms }) => {
    expect(parseRetryAfter(header, now)).toBe(ms);
  });
});
