import { describe, expect, it } from 'vitest';
import { indexDocuments } from '../../intents/retrieval.ts';
import { loadSweFaq, matched } from '../eval/swefaq.ts';

const ANSWERS = ['Kortet gäller i fem år.', 'Du beställer en korthållare på närmaste kortstation.', 'Ring Servicedesk om kortläsaren är trasig.'];
const best = (message: string): number => {
  const scores = indexDocuments(ANSWERS)(message);
  return scores.indexOf(Math.max(...scores));
};

describe('an index of answers', () => {
  it('finds an answer by the parts and the forms of its words', () => {
    expect(best('var finns nya hållare?')).toBe(1);
    expect(best('läsarna går sönder')).toBe(2);
    expect(best('giltighet i ar')).toBe(0);
  });

  it('gives nothing to a document that shares nothing with the message', () => {
    expect([...indexDocuments(ANSWERS)('xyz zyx')]).toEqual([0, 0, 0]);
    expect([...indexDocuments(ANSWERS)('')]).toEqual([0, 0, 0]);
  });

  it('scores between 0 and 1, whatever the length of the message', () => {
    const [short = 0, long = 0] = ['kortläsare', 'kortläsare och mycket annat som inte alls har med saken att göra'].map((text) => indexDocuments(ANSWERS)(text)[2] ?? 0);
    expect(short).toBeLessThan(1);
    expect(long).toBeGreaterThan(0);
    expect(long).toBeLessThan(short);
  });

  it('matches 62 % of the SweFAQ questions to their answers', async () => {
    const questions = await loadSweFaq();
    expect(matched(questions).length / questions.length).toBeGreaterThanOrEqual(0.62);
  });
});
