import { describe, expect, it } from 'vitest';
import { topicDocuments } from '../../intents/examples.ts';
import type { Example } from '../../intents/examples.ts';
import { createCompensation, neededDocuments, newcomers } from '../../intents/newcomers.ts';
import { SMALL_TOPICS } from './small-data.ts';

const LABELS = ['card-lost', 'card-price', 'none'];
const DOCUMENTS = new Map([['card-lost', 'Spärra kortet om du har tappat det.'], ['card-price', 'Vad kortet kostar vet kortstationen.']]);

function examples(counts: Readonly<Record<string, number>>): Example[] {
  return Object.entries(counts).flatMap(([label, count]) => Array.from({ length: count }, (_, index) => ({ text: `${label} ${index}`, labels: [label], voice: 'anna', language: 'sv' as const })));
}

function compensated(counts: Readonly<Record<string, number>>, text: string): number[] {
  const scores = Float64Array.of(0, 0, 0);
  createCompensation(newcomers(LABELS, examples(counts), DOCUMENTS))(text, scores);
  return [...scores];
}

describe('a topic with few examples', () => {
  it('is raised by what it lacks', () => {
    const [few = 0, more = 0, enough = 0] = [5, 30, 300].map((count) => compensated({ 'card-lost': 300, 'card-price': count }, 'xyz')[1]);
    expect(few).toBeGreaterThan(more);
    expect(more).toBeGreaterThan(enough);
    expect(enough).toBe(0);
  });

  it('is raised more by a message that its own text fits', () => {
    const [fits = 0, not = 0] = ['vad kostar det', 'var är min chef'].map((text) => compensated({ 'card-lost': 300, 'card-price': 5 }, text)[1]);
    expect(fits).toBeGreaterThan(not);
  });

  it('needs no help where all topics have few', () => {
    expect(compensated({ 'card-lost': 5, 'card-price': 6 }, 'vad kostar det')).toEqual([0, 0, 0]);
  });

  it('leaves the scores of the others as they are', () => {
    const [lost, , none] = compensated({ 'card-lost': 300, 'card-price': 5 }, 'vad kostar det när jag har tappat kortet');
    expect([lost, none]).toEqual([0, 0]);
  });
});

describe('the texts of the topics', () => {
  it('are of use as long as one topic has few examples', () => {
    const many = Object.fromEntries(SMALL_TOPICS.map(({ id }) => [id, 200]));
    expect(neededDocuments(examples(many), SMALL_TOPICS)).toEqual(new Map());
    expect(neededDocuments(examples({ ...many, 'card-lost': 5 }), SMALL_TOPICS)).toEqual(topicDocuments(SMALL_TOPICS));
  });
});
