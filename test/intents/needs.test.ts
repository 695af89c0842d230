import { describe, expect, it } from 'vitest';
import type { Kind } from '../../intents/decide.ts';
import { needsApart, ONE_NEED } from '../../intents/needs.ts';
import type { Sight } from '../../intents/needs.ts';

const KINDS = new Map<string, Kind>([
  ['card-lost', 'answer'],
  ['order-card', 'answer'],
  ['pin-forgotten', 'answer'],
  ['greeting', 'smalltalk'],
  ['card-price', 'no-answer'],
]);
const LABELS = [...KINDS.keys(), 'none'];

const sight = (parts: Record<string, number>): Sight => ({ labels: LABELS, probability: Float64Array.from(LABELS, (label) => parts[label] ?? 0) });
const rules = (parts: Record<string, Record<string, number>>) => ({ kinds: KINDS, see: (part: string) => sight(parts[part] ?? { none: 1 }) });

describe('two needs', () => {
  const TEXT = 'tappat kortet, och hur får jag ett nytt?';
  const divided = sight({ 'card-lost': 0.6, 'order-card': 0.4 });
  const halves = (order: number) => ({ 'tappat kortet': { 'card-lost': 0.97, none: 0.03 }, 'och hur får jag ett nytt?': { 'order-card': order, none: 1 - order } });

  it('are found in the order they are written', () => {
    const { needs, probability } = needsApart(TEXT, divided, rules(halves(0.97)));
    expect(needs).toEqual(['card-lost', 'order-card']);
    // In the mean of the halves.
    expect(LABELS.map((label, index) => [label, probability?.[index]])).toContainEqual(['card-lost', 0.485]);
  });

  it('must both be clear', () => {
    expect(needsApart(TEXT, divided, rules(halves(0.6))).needs).toEqual([]);
  });

  it('must be clearer the surer the whole message is of one of them', () => {
    const oneSided = sight({ 'card-lost': 0.998, 'order-card': 0.001 });
    expect(needsApart(TEXT, oneSided, rules(halves(0.97))).needs).toEqual([]);
    expect(needsApart(TEXT, oneSided, rules({ ...halves(0.9999), 'tappat kortet': { 'card-lost': 0.9999 } })).needs).toEqual(['card-lost', 'order-card']);
  });

  it('are likelier where a question has been asked already', () => {
    const parts = { 'tappat kortet?': { 'card-lost': 0.9, none: 0.1 }, 'tappat kortet': { 'card-lost': 0.9, none: 0.1 }, 'hur får jag ett nytt?': { 'order-card': 0.9, none: 0.1 } };
    expect(needsApart('tappat kortet. hur får jag ett nytt?', divided, rules(parts)).needs).toEqual(['card-lost', 'order-card']);
    const skewed = sight({ 'card-lost': 0.9, 'order-card': 0.1 });
    expect(needsApart('tappat kortet. hur får jag ett nytt?', skewed, rules(parts)).needs).toEqual([]);
    expect(needsApart('tappat kortet? hur får jag ett nytt?', skewed, rules(parts)).needs).toEqual(['card-lost', 'order-card']);
  });

  it('are not a part that the whole message knows nothing of', () => {
    const parts = { ...halves(1), 'och hur får jag ett nytt?': { 'pin-forgotten': 0.9, none: 0.1 } };
    expect(needsApart(TEXT, divided, rules(parts)).needs).toEqual([]);
  });

  it('are not a greeting and a question: the question is the need', () => {
    const parts = { 'hej på er': { greeting: 1 }, 'jag har tappat kortet': { 'card-lost': 1 } };
    expect(needsApart('hej på er, jag har tappat kortet', sight({ greeting: 0.5, 'card-lost': 0.5 }), rules(parts))).toMatchObject({ needs: ['card-lost'], aside: null });
  });
});

describe('an aside', () => {
  const TEXT = 'hur beställer jag, och vad kostar det?';
  const whole = sight({ 'order-card': 0.5, 'card-price': 0.5 });
  const parts = { 'hur beställer jag': { 'order-card': 0.99, none: 0.01 }, 'och vad kostar det?': { 'card-price': 0.99, none: 0.01 } };

  it('is a known question without an answer beside a need', () => {
    expect(needsApart(TEXT, whole, rules(parts))).toMatchObject({ needs: ['order-card'], aside: 'card-price' });
  });

  it('is never something unknown', () => {
    expect(needsApart(TEXT, whole, rules({ ...parts, 'och vad kostar det?': { none: 1 } }))).toEqual(ONE_NEED);
  });

  it('must be clearer than a second need', () => {
    const vague = (second: string) => rules({ 'hur beställer jag': { 'order-card': 0.9, none: 0.1 }, 'och vad kostar det?': { [second]: 0.9, none: 0.1 } });
    expect(needsApart(TEXT, whole, vague('card-price'))).toEqual(ONE_NEED);
    expect(needsApart(TEXT, sight({ 'order-card': 0.5, 'card-lost': 0.5 }), vague('card-lost')).needs).toHaveLength(2);
  });
});
