import { describe, expect, it } from 'vitest';
import { decide, opinion } from '../../intents/decide.ts';
import type { Kind } from '../../intents/decide.ts';
import { chooseThresholds } from '../../intents/thresholds.ts';

const KINDS = new Map<string, Kind>([
  ['card-lost', 'answer'],
  ['pin-forgotten', 'answer'],
  ['order-card', 'answer'],
  ['greeting', 'smalltalk'],
  ['card-price', 'no-answer'],
  ['opening-hours', 'no-answer'],
]);
const LABELS = [...KINDS.keys(), 'none'];
const THRESHOLDS = { answer: 0.9, smalltalk: 0.8, lost: 0.7, offer: 0.1 };

const think = (chances: Record<string, number>) => opinion(LABELS, Float64Array.from(LABELS, (label) => chances[label] ?? 0), KINDS);
/** Trusts the likeliest reading as far as its confidence goes, unless told otherwise. */
function read(chances: Record<string, number>, trust = Math.max(...Object.values(chances))) {
  return decide(think(chances), trust, THRESHOLDS, KINDS);
}

describe('a decision', () => {
  it('acts on a topic from its threshold on, and earlier on small talk', () => {
    expect(read({ 'card-lost': 0.92 })).toEqual({ kind: 'sure', intent: 'card-lost' });
    expect(read({ 'card-lost': 0.85, 'order-card': 0.1 }).kind).toBe('torn');
    expect(read({ greeting: 0.85 })).toEqual({ kind: 'sure', intent: 'greeting' });
  });

  it('asks where a confident reading cannot be trusted', () => {
    expect(read({ 'card-lost': 0.97, 'order-card': 0.02 }, 0.5)).toEqual({ kind: 'torn', between: ['card-lost', 'order-card'] });
  });

  it('offers two topics, a third only where it is likely, and never small talk', () => {
    expect(read({ 'card-lost': 0.6, greeting: 0.3, 'pin-forgotten': 0.04 })).toEqual({ kind: 'torn', between: ['card-lost', 'pin-forgotten'] });
    expect(read({ 'card-lost': 0.5, 'pin-forgotten': 0.3, 'order-card': 0.2 })).toEqual({ kind: 'torn', between: ['card-lost', 'pin-forgotten', 'order-card'] });
  });

  it('adds topics without an answer up, and names the one that is recognised', () => {
    expect(read({ 'card-price': 0.6, 'opening-hours': 0.3, 'card-lost': 0.1 })).toEqual({ kind: 'lost', topic: 'card-price' });
    expect(read({ 'card-price': 0.4, 'opening-hours': 0.4, 'card-lost': 0.2 })).toEqual({ kind: 'lost', topic: null });
    expect(think({ 'card-price': 0.4, 'opening-hours': 0.4, 'card-lost': 0.2 }).ranked[0]).toEqual({ intent: 'none', confidence: 0.8 });
  });

  it('declines when no topic is worth offering', () => {
    expect(read({ none: 0.6, greeting: 0.38, 'card-lost': 0.02 })).toEqual({ kind: 'lost', topic: null });
  });
});

describe('the thresholds', () => {
  const judged = (intent: string, confidence: number, truth: string, isFar = false) => ({ opinion: think({ [intent]: confidence, none: 1 - confidence }), trust: confidence, truth, isFar });

  it('keep the share of wrong answers within the risk', () => {
    const right = Array.from({ length: 98 }, (_, index) => judged('card-lost', 0.999 - index / 1000, 'card-lost'));
    const wrong = Array.from({ length: 20 }, (_, index) => judged('card-lost', 0.8 - index / 1000, 'pin-forgotten'));
    const risk = { wrongAnswers: 0.02, farAnswered: 1, wrongRefusals: 0.05, missedOffers: 0.1, wrongSmalltalk: 0.08, outside: 0 };
    expect(chooseThresholds([...right, ...wrong], KINDS, risk).answer).toBeCloseTo(0.799, 2);
    expect(chooseThresholds([...right, ...wrong], KINDS, { ...risk, wrongAnswers: 0.5 }).answer).toBeCloseTo(0.781, 3);
  });

  it('weigh messages outside the information by how usual they are, not by how many were written', () => {
    const checked = [
      ...Array.from({ length: 10 }, () => judged('card-lost', 0.9, 'card-lost')),
      ...Array.from({ length: 90 }, () => judged('card-lost', 0.8, 'none')),
    ];
    const risk = { wrongAnswers: 0.1, farAnswered: 1, wrongRefusals: 0.05, missedOffers: 0.1, wrongSmalltalk: 0.08 };
    expect(chooseThresholds(checked, KINDS, { ...risk, outside: 0.05 }).answer).toBe(0.8);
    expect(chooseThresholds(checked, KINDS, { ...risk, outside: 0.5 }).answer).toBeGreaterThan(0.8);
  });

  it('let no more of the far messages through than was stated, counting one that was not seen', () => {
    const inside = Array.from({ length: 100 }, (_, index) => judged('card-lost', 0.99 - index / 1000, 'card-lost'));
    const far = Array.from({ length: 199 }, (_, index) => judged('card-lost', 0.9505 - index / 1000, 'none', true));
    const risk = { wrongAnswers: 1, wrongRefusals: 0.05, missedOffers: 0.1, wrongSmalltalk: 0.08, outside: 0.3 };
    const passing = (farAnswered: number) => far.filter(({ trust }) => trust >= chooseThresholds([...inside, ...far], KINDS, { ...risk, farAnswered }).answer).length;
    expect([passing(0.001), passing(0.01), passing(0.02), passing(0.05)]).toEqual([0, 1, 3, 9]);
  });

  it('make lists of offers that lack what was meant as seldom as was stated', () => {
    const torn = Array.from({ length: 199 }, (_, index) => {
      const share = (index + 1) / 1000;
      return { opinion: think({ 'card-lost': 0.75 - share, 'order-card': 0.25, 'pin-forgotten': share }), trust: 0.1, truth: 'pin-forgotten', isFar: false };
    });
    const risk = { wrongAnswers: 0.02, farAnswered: 1, wrongRefusals: 0.05, missedOffers: 0.1, wrongSmalltalk: 0.08, outside: 0.3 };
    expect(chooseThresholds(torn, KINDS, risk).offer).toBeCloseTo(0.02);
  });

  it('are cautious where nothing can be judged', () => {
    expect(chooseThresholds([], KINDS)).toEqual({ answer: 0.95, smalltalk: 0.95, lost: 0.95, offer: 0.05 });
  });
});
