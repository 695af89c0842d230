import { describe, expect, test } from 'vitest';
import { en } from '../../bot/conversation/wording.en.ts';
import { sv } from '../../bot/conversation/wording.sv.ts';
import { maskedEvent } from '../../bot/turn.ts';
import { keywordUnderstander } from './keyword-understander.ts';
import { ownKnowledge, talk } from './talk.ts';

const understander = keywordUnderstander({ tappat: 'card-lost', gäller: 'card-validity', beställer: 'order-card', 'how long': 'card-validity' });
const source = { title: 'Frågor och svar', url: ownKnowledge.links['fragor-och-svar']?.url, owner: 'RAfunktionen@skane.se', reviewed: null };

describe('an answer', () => {
  test('says what it stands on, and which words ask whether it helped', () => {
    const one = talk({ understander });
    one.say('hur länge gäller kortet?');
    expect(one.last.replies[0]?.answer).toEqual({ intent: 'card-validity', source, helped: sv.helped });
  });

  test('says it of each of two needs, and asks once', () => {
    const one = talk({ understander });
    one.say('hur länge gäller kortet och hur beställer jag det');
    expect(one.last.replies.map(({ answer }) => [answer?.intent, answer?.helped])).toEqual([['card-validity', undefined], ['order-card', sv.helped]]);
  });

  test('in English names its language, in Swedish none', () => {
    const one = talk({ understander });
    one.say('how long is the card valid');
    expect(one.last.replies[0]).toMatchObject({ language: 'en', answer: { helped: en.helped } });
    const other = talk({ understander });
    other.say('hur länge gäller kortet?');
    expect(other.last.replies[0]).not.toHaveProperty('language');
  });
});

describe('a thumb on an answer', () => {
  const down = { kind: 'rated', intent: 'card-validity', helped: false, comment: 'Vilket datum?' } as const;

  test('down is kept with the person’s words, and offers a rephrasing or Servicedesk', () => {
    const one = talk({ understander });
    one.say('hur beställer jag ett kort?');
    expect(one.happen(down)).toContain('0776-730000');
    expect(one.choices).toEqual(['person']);
    expect(one.last.effects).toEqual([{ key: 'c/t2/0', effect: { kind: 'recordFeedback', feedback: { intent: 'card-validity', helped: false, comment: 'Vilket datum?' } } }]);
  });

  test('up is kept, thanked for, and closes the question', () => {
    const one = talk({ understander });
    one.say('hur länge gäller kortet?');
    expect(one.happen({ kind: 'rated', intent: 'card-validity', helped: true })).toBe(sv.feedbackYes);
    one.say('ja');
    expect(one.last.effects).toEqual([]);
  });

  test('has its words masked and cut before anything else sees them', () => {
    expect(maskedEvent({ ...down, comment: 'min kod är 482915, och resten är långt' }, 30)).toMatchObject({ comment: expect.not.stringContaining('482915') as string });
    expect(maskedEvent({ ...down, comment: 'ord '.repeat(20) }, 30)).toMatchObject({ comment: expect.stringMatching(/^.{30}$/) as string });
  });

  test('in the middle of a dialog is kept without a word', () => {
    const one = talk({ understander });
    one.say('jag har tappat mitt kort');
    expect(one.happen(down)).toBe('');
    expect(one.last.effects).toHaveLength(1);
    expect(one.state.stack).toHaveLength(1);
  });
});
