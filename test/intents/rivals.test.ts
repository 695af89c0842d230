import { describe, expect, it } from 'vitest';
import { rivals, topicsWithFew } from '../../intents/rivals.ts';
import { SMALL_DATA } from './small-data.ts';

/** One voice calls a lost card what the others call a forgotten PIN. */
const CONFUSED = {
  ...SMALL_DATA,
  corpus: SMALL_DATA.corpus.map((voice) => (voice.name === 'cia' ? { ...voice, utterances: [...voice.utterances, { text: 'har glömt pinkoden igen', label: 'card-lost', voice: 'cia', language: 'sv' as const }] } : voice)),
};

describe('topics that take questions of others', () => {
  it('are found among messages of writers whom the model does not know', () => {
    const found = rivals(CONFUSED, { folds: 3 });
    expect(found.find(({ meant, read }) => meant === 'card-lost' && read === 'pin-forgotten')).toEqual({ meant: 'card-lost', read: 'pin-forgotten', texts: ['har glömt pinkoden igen'], of: 7 });
  });

  it('are none of those that lead to the same refusal', () => {
    for (const { meant, read } of rivals(CONFUSED, { folds: 3 })) expect([meant, read].toSorted()).not.toEqual(['card-price', 'none']);
  });
});

describe('topics with few examples', () => {
  it('are counted in their own file and in the corpus', () => {
    // Two utterances, title and question in two languages, and one line of each of three voices.
    expect(topicsWithFew(SMALL_DATA, 10)).toEqual([{ topic: 'greeting', examples: 9 }, { topic: 'card-price', examples: 9 }]);
  });
});
