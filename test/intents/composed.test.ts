import { describe, expect, it } from 'vitest';
import { composeDoubles } from '../../intents/composed.ts';
import { allExamples, topicKinds } from '../../intents/examples.ts';
import { SMALL_DATA } from './small-data.ts';

const KINDS = topicKinds(SMALL_DATA.topics);
const EXAMPLES = allExamples(SMALL_DATA.corpus, SMALL_DATA.topics);
const doubles = composeDoubles(EXAMPLES, KINDS);

describe('a composed message', () => {
  it('has two different labels, both of topics with an answer', () => {
    expect(doubles.length).toBeGreaterThan(0);
    for (const { labels } of doubles) expect(labels.toSorted()).toEqual(['card-lost', 'pin-forgotten']);
  });

  it('begins and ends with examples of the voice that it counts as', () => {
    for (const { text, voice } of doubles) {
      const own = EXAMPLES.filter((example) => example.voice === voice).map((example) => example.text);
      expect(own.some((part) => text.startsWith(part)) && own.some((part) => text.endsWith(part))).toBe(true);
    }
  });

  it('is the same every time', () => {
    expect(composeDoubles(EXAMPLES, KINDS)).toEqual(doubles);
  });

  it('does not exist where there is nothing to compose', () => {
    expect(composeDoubles([], KINDS)).toEqual([]);
  });
});
