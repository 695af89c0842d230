import { beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../../intents/model.ts';
import { trainModel } from '../../intents/training.ts';
import { createUnderstander } from '../../intents/understander.ts';
import { WARM, warmModel } from '../../intents/warm.ts';
import { SMALL_DATA, SMALL_TOPICS } from './small-data.ts';

const HOLDER = {
  id: 'card-holder-lost',
  kind: 'answer',
  title: { sv: 'ny korthållare', en: 'new card holder' },
  question: { sv: 'Hur får jag en ny korthållare?', en: 'How do I get a new card holder?' },
  utterances: { sv: ['plasthållaren är sprucken', 'hållaren gick sönder', 'ny hållare till kortet'], en: [] },
  answer: { sv: 'En ny hållare får du på kortstationen.', en: 'The card station has new holders.' },
} as const;
const QUESTIONS = ['jag tappade kortet', 'glömt koden', 'hej', 'vad kostar det', 'vad blir det till lunch'];
const best = (model: Model, text: string): string | undefined => createUnderstander(model).understand(text).candidates[0]?.intent;

describe('a warm model', () => {
  let whole: Model;
  beforeAll(() => {
    whole = trainModel(SMALL_DATA);
  });

  it('reads as the one before where nothing has changed', () => {
    const warm = warmModel(whole, SMALL_DATA);
    expect(QUESTIONS.map((text) => best(warm, text))).toEqual(QUESTIONS.map((text) => best(whole, text)));
  });

  it('knows a new topic, in words that no example had before', () => {
    const warm = warmModel(whole, { ...SMALL_DATA, topics: [...SMALL_TOPICS, HOLDER] });
    expect(best(warm, 'min hållare har spruckit')).toBe('card-holder-lost');
    expect(QUESTIONS.map((text) => best(warm, text))).toEqual(QUESTIONS.map((text) => best(whole, text)));
  });

  it('knows no more of a topic that has been taken away', () => {
    const warm = warmModel(whole, { ...SMALL_DATA, topics: SMALL_TOPICS.filter(({ id }) => id !== 'pin-forgotten') });
    expect(warm.classifier.labels).not.toContain('pin-forgotten');
    expect(best(warm, 'minns inte koden')).toBe('none');
  });

  it('can be told from the whole one, and keeps its confidence', () => {
    const warm = warmModel(whole, { ...SMALL_DATA, topics: [...SMALL_TOPICS, HOLDER] });
    expect(warm.version).toMatch(new RegExp(`${WARM}$`));
    expect([warm.temperature, warm.thresholds]).toEqual([whole.temperature, whole.thresholds]);
  });
});
