import { describe, expect, it } from 'vitest';
import { pairedDifference } from './statistics.ts';

const hits = (pattern: string): boolean[] => Array.from(pattern.repeat(100), (letter) => letter === '+');

describe('the difference between two versions on the same questions', () => {
  it('has no width where nothing changed', () => {
    expect(pairedDifference(hits('+-+'), hits('+-+'))).toEqual({ difference: 0, half: 0 });
  });

  it('is narrow where few questions changed, and wide where many did both ways', () => {
    const few = pairedDifference(hits('+++++++++-'), hits('++++++++++'));
    const many = pairedDifference(hits('+++----+++'), hits('+++++++---'));
    expect(few.difference).toBeCloseTo(0.1);
    expect(many.difference).toBeCloseTo(0.1);
    expect(few.half).toBeLessThan(many.half);
    expect(few.difference - few.half).toBeGreaterThan(0);
  });
});
