import { describe, expect, it } from 'vitest';
import type { Kind } from '../../intents/decide.ts';
import { compare, decodeSnapshot, describeReading, encodeSnapshot } from './snapshot.ts';
import type { Line } from './snapshot.ts';

const KINDS = new Map<string, Kind>([['card-lost', 'answer'], ['order-card', 'answer'], ['card-price', 'no-answer']]);
const line = (meant: readonly string[], kind: Line['kind'], ...read: string[]): Line => ({ set: 'heldout-a', text: 'tappat kortet', meant, kind, read });
const verdict = (before: Line, after: Line) => compare([before], [after], KINDS).map((change) => change.verdict);

describe('a comparison of two snapshots', () => {
  it('leaves out what is read as before, and what only one of them asks', () => {
    const same = line(['card-lost'], 'sure', 'card-lost');
    expect(compare([same], [same], KINDS)).toEqual([]);
    expect(compare([{ ...same, set: 'heldout-b' }], [same], KINDS)).toEqual([]);
  });

  it('finds it better to answer than to ask, and to decline than to mislead', () => {
    expect(verdict(line(['card-lost'], 'torn', 'card-lost', 'order-card'), line(['card-lost'], 'sure', 'card-lost'))).toEqual(['better']);
    expect(verdict(line(['card-lost'], 'lost'), line(['card-lost'], 'sure', 'order-card'))).toEqual(['worse']);
  });

  it('finds it better to meet both needs than one, and worse to add one that nobody had', () => {
    expect(verdict(line(['card-lost', 'order-card'], 'sure', 'card-lost'), line(['card-lost', 'order-card'], 'sure', 'card-lost', 'order-card'))).toEqual(['better']);
    expect(verdict(line(['card-lost'], 'sure', 'card-lost'), line(['card-lost'], 'sure', 'card-lost', 'order-card'))).toEqual(['worse']);
  });

  it('finds it better to name a question without an answer than to answer another', () => {
    expect(verdict(line(['card-price'], 'sure', 'order-card'), line(['card-price'], 'lost', 'card-price'))).toEqual(['better']);
    expect(verdict(line(['card-price'], 'lost', 'card-price'), line(['card-price'], 'lost'))).toEqual(['alike']);
  });

  it('tells one wrong answer from another, without a preference', () => {
    expect(verdict(line(['none'], 'sure', 'card-lost'), line(['none'], 'sure', 'order-card'))).toEqual(['alike']);
  });
});

describe('a snapshot', () => {
  it('reads as it was written', () => {
    const lines = [line(['card-lost'], 'torn', 'card-lost', 'order-card'), line(['none'], 'lost')];
    expect(decodeSnapshot(encodeSnapshot(lines))).toEqual(lines);
  });

  it('is refused where a line is something else', () => {
    expect(() => decodeSnapshot('{"text":"tappat kortet"}\n')).toThrow(/set/);
  });

  it('says in words what the bot does', () => {
    expect(describeReading(line([], 'torn', 'card-lost', 'order-card'))).toBe('asks card-lost or order-card');
    expect(describeReading(line([], 'lost'))).toBe('declines');
  });
});
