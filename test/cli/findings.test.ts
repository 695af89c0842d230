import { describe, expect, it } from 'vitest';
import { findings } from '../../bot/cli/findings.ts';
import type { Checked } from '../../bot/cli/findings.ts';
import { ownKnowledge } from '../conversation/talk.ts';

const NOTHING: Checked = { knowledge: { ...ownKnowledge, links: {} }, misread: [], faults: [], rivals: [], few: [], today: '2026-11-25' };
const texts = Array.from({ length: 9 }, (_, index) => `fråga ${index}`);

describe('what a content owner is told', () => {
  it('is nothing where there is nothing to do', () => {
    expect(findings(NOTHING)).toEqual([]);
  });

  it('must be mended where an example leads to another topic, and not where it leads to a question first', () => {
    const [wrong, asked] = [true, false].map((isOffered) => findings({ ...NOTHING, misread: [{ topic: 'card-lost', text: 'kortet', readAs: ['order-card'], isOffered: !isOffered }] }));
    expect(wrong).toMatchObject([{ isFault: true, lines: ['faq/card-lost.md "kortet" is read as order-card'] }]);
    expect(asked).toMatchObject([{ isFault: false }]);
  });

  it('names topics that take many questions of another, with how many and some of them', () => {
    const [found] = findings({ ...NOTHING, rivals: [{ meant: 'card-ready', read: 'order-card', texts, of: 100 }, { meant: 'card-lost', read: 'order-card', texts, of: 1000 }] });
    expect(found).toMatchObject({ isFault: false, lines: ['card-ready is read as order-card in 9 of 100: "fråga 0", "fråga 1", "fråga 2"'] });
  });

  it('counts a review as overdue from the day after its date', () => {
    const topics = new Map([...ownKnowledge.topics].map(([id, topic]) => [id, id === 'card-lost' ? { ...topic, reviewBy: '2026-11-25' } : topic]));
    const knowledge = { ...NOTHING.knowledge, topics };
    expect(findings({ ...NOTHING, knowledge })).toEqual([]);
    expect(findings({ ...NOTHING, knowledge, today: '2026-11-26' })).toMatchObject([{ isFault: true, lines: ['card-lost: 2026-11-25'] }]);
  });

  it('lists pages without an address and topics with few examples', () => {
    const found = findings({ ...NOTHING, few: [{ topic: 'new', examples: 3 }], knowledge: ownKnowledge });
    expect(found.map(({ lines }) => lines[0])).toEqual(['new: 3', expect.stringMatching(/: /) as unknown]);
  });
});
