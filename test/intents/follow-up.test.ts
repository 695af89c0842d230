import { describe, expect, it } from 'vitest';
import { isFollowUp, withPrior } from '../../intents/follow-up.ts';
import type { Prior, Understanding } from '../../intents/reading.ts';

const PRIOR: Prior = { lastIntent: 'order-card', language: 'sv', related: ['card-stations'], relating: ['card-price'] };
const TORN: Understanding = { kind: 'torn', between: ['card-stations', 'card-ready'] };
const isOne = (text: string, alone: Understanding = TORN, prior: Prior | undefined = PRIOR): boolean => isFollowUp(text, alone, prior);

describe('a follow-up', () => {
  it.each(['och var då?', 'Hur lång tid tar DET', 'måste man boka där', 'and then?'])('is "%s"', (text) => {
    expect(isOne(text)).toBe(true);
  });

  it('points back or goes on, and is short', () => {
    expect(isOne('hur länge gäller kortet')).toBe(false);
    expect(isOne('jag undrar om det går att få det skickat hem i stället')).toBe(false);
  });

  it('cannot be read by itself', () => {
    expect(isOne('och hur beställer jag då', { kind: 'sure', intent: 'order-card' })).toBe(false);
    expect(isOne('vad kostar det', { kind: 'lost', topic: 'card-price' })).toBe(false);
    expect(isOne('och var då', { kind: 'lost', topic: null })).toBe(true);
  });

  it('follows something', () => {
    expect(isFollowUp('och var då?', TORN, undefined)).toBe(false);
    expect(isOne('och var då?', TORN, { ...PRIOR, lastIntent: null })).toBe(false);
  });
});

describe('what was just answered', () => {
  it('makes related topics likelier, its own less so, and those that name it a little', () => {
    const [station = 0, order = 0, price = 0, lost = 0] = withPrior(new Float64Array(4), ['card-stations', 'order-card', 'card-price', 'card-lost'], PRIOR);
    expect(station > order && order > price && price > lost && lost === 0).toBe(true);
  });
});
