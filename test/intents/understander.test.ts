import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { loadCorpus } from '../../intents/corpus.ts';
import type { Understander } from '../../intents/reading.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { trainedUnderstander, TRAINING_TIMEOUT } from './trained.ts';

const ROOT = join(import.meta.dirname, '../..');
let understander: Understander;
beforeAll(async () => {
  understander = await trainedUnderstander();
}, TRAINING_TIMEOUT);

const meaning = (text: string) => understander.understand(text).understanding;
const sure = (intent: string) => ({ kind: 'sure', intent });

describe('understanding Swedish', () => {
  it.each([
    ['jag har tappat mitt e-tjänstekort', 'card-lost'],
    ['tappat bort kortet pa bussen', 'card-lost'],
    ['hittar inte puken', 'puk-forgotten'],
    ['glömt min pin kod', 'pin-forgotten'],
    ['jag har tappat bort koden', 'pin-forgotten'],
    ['hur lenge gäler kortet', 'card-validity'],
    ['certifikatet har gått ut', 'certificate-expiry'],
    ['hej! jag har glömt min pinkod', 'pin-forgotten'],
    ['hej', 'greeting'],
    ['tack', 'thanks'],
    ['hjälp', 'help'],
    ['människa', 'talk-to-servicedesk'],
  ])('reads "%s" as %s', (text, intent) => {
    expect(meaning(text)).toEqual(sure(intent));
  });

  it.each([
    ['vad kostar ett nytt kort', 'card-price'],
    ['glömt kortet hemma', 'card-forgotten-home'],
    ['tappat passerkortet', 'other-card'],
  ])('knows that "%s" has no answer', (text, topic) => {
    expect(meaning(text)).toEqual({ kind: 'lost', topic });
  });

  it('asks which is meant when a word has two meanings', () => {
    const { kind, between } = { between: [], ...meaning('mitt kort är spärrat') };
    expect(kind).toBe('torn');
    expect(between.toSorted()).toEqual(['card-lost', 'pin-forgotten']);
  });

  it('finds two needs in the order they are written', () => {
    expect(understander.understand('jag har glömt min pinkod, och hur beställer jag ett nytt kort?').needs).toEqual(['pin-forgotten', 'order-card']);
  });

  it.each(['', '   ', '😀', '???', 'asdfghjkl', '12345', 'hur lagar man pannkakor'])('is lost on "%s"', (text) => {
    expect(meaning(text)).toEqual({ kind: 'lost', topic: null });
  });

  it('is sure of nearly every example that a content owner keeps, and right about it', () => {
    const topics = [...loadKnowledge(join(ROOT, 'knowledge')).topics.values()].filter(({ kind }) => kind !== 'no-answer');
    const own = topics.flatMap(({ id, utterances }) => [...utterances.sv, ...utterances.en].map((text) => ({ id, text })));
    const missed = own.filter(({ id, text }) => !understander.understand(text).needs.includes(id));
    expect(missed.length / own.length).toBeLessThan(0.02);
  });

  it('is right about nearly every message that it was trained on', async () => {
    const messages = (await loadCorpus(join(ROOT, 'intents/corpus'))).flatMap(({ utterances }) => utterances);
    const wrong = messages.filter(({ text, label }) => {
      const reading = meaning(text);
      return reading.kind === 'sure' && reading.intent !== label;
    });
    expect(wrong.length / messages.length).toBeLessThan(0.02);
  });
});

describe('a reading', () => {
  it('exists for any text: at most five candidates, falling, that sum to at most one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        const { candidates, needs, understanding } = understander.understand(text);
        const confidences = candidates.map(({ confidence }) => confidence);
        expect(candidates.length).toBeLessThanOrEqual(5);
        expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
        expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(needs.length > 0).toBe(understanding.kind === 'sure');
      }),
    );
  });

  it('does not depend on what was read before', () => {
    const before = understander.understand('tappat kortet');
    understander.understand('vad kostar kortet');
    expect(understander.understand('tappat kortet')).toEqual(before);
  });

  it('takes no notice of what lies beyond the limit', () => {
    const long = `tappat mitt kort ${'bla '.repeat(300)}`;
    expect(understander.understand(`${long} hur byter jag pin`).understanding).toEqual(understander.understand(long).understanding);
  });
});

describe('a follow-up', () => {
  const afterOrdering = { lastIntent: 'order-card', language: 'sv', related: ['choose-card-station', 'card-stations', 'card-ready'] } as const;
  const offered = (text: string): readonly string[] => {
    const { understanding } = understander.understand(text, afterOrdering);
    return understanding.kind === 'torn' ? understanding.between : understanding.kind === 'sure' ? [understanding.intent] : [];
  };

  it('is about what was just answered, or about what is related to it', () => {
    expect(offered('och var då?')[0]).toBe('card-stations');
    expect(meaning('och var då?')).not.toEqual(sure('card-stations'));
  });

  it('that says what it is about is read as it would be by itself', () => {
    for (const text of ['jag har glömt min pinkod', 'hur länge gäller kortet', 'vad kostar ett nytt kort', 'hur lagar man pannkakor']) {
      expect(understander.understand(text, afterOrdering)).toEqual(understander.understand(text));
    }
  });
});

describe('the language', () => {
  const language = (text: string, spoken?: 'sv' | 'en') => understander.understand(text, spoken && { lastIntent: null, language: spoken }).language;

  it('is that of a first message', () => {
    expect(language('I lost my card')).toBe('en');
    expect(language('jag har tappat mitt kort')).toBe('sv');
    expect(language('giltighetstid etjänstekort')).toBe('sv');
    expect(language('my etjänstekort is lost')).toBe('en');
  });

  it('is Swedish, or that of the conversation, where the message does not tell', () => {
    expect(language('PUK')).toBe('sv');
    expect(language('PUK', 'en')).toBe('en');
    expect(language('')).toBe('sv');
  });

  it('is not changed by one word, but by a sentence', () => {
    expect(language('help', 'sv')).toBe('sv');
    expect(language('tack', 'en')).toBe('en');
    expect(language('how do I order a new card?', 'sv')).toBe('en');
    expect(language('hur beställer jag ett nytt kort?', 'en')).toBe('sv');
  });
});
