import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../intents/decide.ts';
import { estimate, fitLogistic } from '../../intents/logistic.ts';
import { solve } from '../../intents/solve.ts';
import { DEFAULT_RISK } from '../../intents/thresholds.ts';
import { fitTrust, trustIn } from '../../intents/trust.ts';
import type { Evidence, KnownCase } from '../../intents/trust.ts';

const opinion = (intent: string, confidence: number): Opinion => {
  const ranked = [{ intent, confidence }, { intent: intent === 'none' ? 'card-lost' : 'none', confidence: 1 - confidence }];
  return { ranked: ranked.toSorted((a, b) => b.confidence - a.confidence), topic: null };
};
/** A message of six words, so many of them known; the scores are higher the more is known. */
const evidence = (known: number, confidence = 0.9, intent = 'card-lost'): Evidence => ({ opinion: opinion(intent, confidence), scores: Float64Array.of(known, 0), familiarity: { length: 6, known } });

/** Messages of known words are read rightly, the others are not for the bot. */
const CASES: readonly KnownCase[] = Array.from({ length: 60 }, (_, index) => {
  const isFar = index % 3 === 0;
  return { evidence: evidence(isFar ? (index / 3) % 3 : 4 + (index % 3), 0.75 + (index % 25) / 100), truth: isFar ? 'none' : 'card-lost', isFar };
});

describe('trust in a reading', () => {
  const trust = fitTrust(CASES, DEFAULT_RISK);

  it('is small where the message is strange, however confident the reading', () => {
    expect(trustIn(evidence(1, 0.99), trust)).toBeLessThan(0.1);
    expect(trustIn(evidence(6, 0.85), trust)).toBeGreaterThan(0.9);
  });

  it('is none where nothing that the bot knows was read', () => {
    expect(trustIn(evidence(6, 0.9, 'none'), trust)).toBe(0);
  });

  it('is the confidence where there is nothing to learn from', () => {
    expect(fitTrust([], DEFAULT_RISK)).toBeNull();
    expect(trustIn(evidence(6, 0.9), null)).toBe(0.9);
  });
});

describe('the regression', () => {
  const row = (figure: number, isTrue: boolean) => ({ figures: [figure], isTrue, importance: 1 });

  it('gives the share of true rows where the figure tells nothing', () => {
    const rows = Array.from({ length: 400 }, (_, index) => row(index % 2, index % 4 < 2 ? index % 8 < 4 : index % 8 < 4));
    expect(estimate(fitLogistic(rows), [0])).toBeCloseTo(0.5, 1);
  });

  it('can find that the middle of a range is true', () => {
    const fitted = fitLogistic(Array.from({ length: 300 }, (_, index) => row(index % 30, index % 30 >= 10 && index % 30 < 20)));
    expect(estimate(fitted, [15])).toBeGreaterThan(0.8);
    expect(estimate(fitted, [1])).toBeLessThan(0.1);
    expect(estimate(fitted, [28])).toBeLessThan(0.1);
  });

  it('ends also where a figure tells all', () => {
    const fitted = fitLogistic(Array.from({ length: 40 }, (_, index) => row(index, index >= 20)));
    expect([estimate(fitted, [5]), estimate(fitted, [35])].map(Math.round)).toEqual([0, 1]);
  });

  it('needs a row', () => {
    expect(() => fitLogistic([])).toThrow(RangeError);
  });
});

describe('a system of equations', () => {
  it('is solved', () => {
    const x = solve([[4, 2, 0], [2, 5, 1], [0, 1, 3]], [8, 15, 11]);
    expect(x.map((value) => Math.round(value * 1e9) / 1e9)).toEqual([1, 2, 3]);
  });
});
