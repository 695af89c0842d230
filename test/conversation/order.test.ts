/** Which of several needs comes first, and what becomes of the others. */
import { describe, expect, test } from 'vitest';
import { sv } from '../../bot/conversation/wording.sv.ts';
import type { Reading } from '../../intents/reading.ts';
import { keywordUnderstander } from './keyword-understander.ts';
import { ownKnowledge, talk, type Talk } from './talk.ts';

const understander = keywordUnderstander({ tappat: 'card-lost', glömt: 'pin-forgotten', gäller: 'card-validity', kontakt: 'support-contact', människa: 'talk-to-servicedesk', kostar: 'lost:card-price', läkare: 'lost:patient-care' });
const numbers = '30000 (internt) eller 0776-730000 (externt)';
const care = ownKnowledge.topics.get('patient-care')?.answer.sv ?? '';
const dialogs = (one: Talk): readonly string[] => one.state.stack.map(({ dialog }) => dialog);
const replies = (one: Talk): readonly string[] => one.last.replies.map(({ text }) => text);

describe('somebody who is ill', () => {
  test('is sent to 112 and 1177 before anything is read', () => {
    const one = talk({ understander });
    expect(one.say('min kollega har svimmat')).toBe(care);
    expect(one.last.trace).toMatchObject({ decision: 'decline', topic: 'patient-care' });
    expect(one.state.history).toEqual([]);
  });

  test('comes before the lost card of the same message, which is met too', () => {
    const one = talk({ understander });
    one.say('jag har tappat kortet och en patient blöder');
    expect(replies(one)[0]).toBe(care);
    expect(dialogs(one)).toEqual(['card-lost']);
    expect(one.last.trace).toMatchObject({ decision: 'dialog', intent: 'card-lost' });
  });

  test('is heard in a dialog, which asks its question again', () => {
    const one = talk({ understander });
    one.say('jag har glömt koden');
    const question = replies(one).at(-1);
    one.say('vänta, han andas inte');
    expect(replies(one)).toEqual([care, question]);
  });

  test('is not seen in staff who say where they work', () => {
    const one = talk({ understander });
    expect(one.say('jag är läkare på akuten')).not.toContain('112');
    one.say('jag har tappat kortet');
    expect(one.say('läkare')).not.toContain('112');
  });
});

describe('a lost card', () => {
  test('is met first, and the PIN that was written first is named and follows', () => {
    const one = talk({ understander });
    one.say('jag har glömt koden och tappat kortet');
    expect(replies(one)).toEqual([expect.stringContaining(numbers), sv.later['pin-reset'], expect.stringContaining('när')]);
    one.say('jag hittade kortet');
    expect(replies(one)).toContain(sv.nowNext['pin-reset']);
    expect(dialogs(one)).toEqual(['pin-reset']);
    expect(one.state.queue).toEqual([]);
  });

  test('never comes with the mail address', () => {
    const one = talk({ understander });
    expect(one.say('jag har tappat kortet, vem är kontakt')).toContain('kortstation');
    expect(replies(one).join(' ')).not.toContain('RAfunktionen');
    expect(one.say('vad kostar ett nytt?')).toContain(numbers);
    expect(replies(one).join(' ')).not.toContain('RAfunktionen');
  });

  test('told in the PIN dialog takes its place; told in a ticket it comes before the ticket', () => {
    const one = talk({ understander });
    one.say('jag har glömt koden');
    one.say('jag har förlorat mitt kort');
    expect(dialogs(one)).toEqual(['card-lost']);
    const two = talk({ understander });
    two.say('människa');
    two.choose('write');
    two.say('jag har blivit av med mitt kort på bussen');
    expect(dialogs(two)).toEqual(['escalation', 'card-lost']);
  });

  test('is heard beside another need that drowns it', () => {
    const understand = (): Reading => ({ understanding: { kind: 'sure', intent: 'pin-forgotten' }, needs: ['pin-forgotten'], aside: null, trust: 1, candidates: [], language: 'sv' });
    const one = talk({ understander: { version: '1', understand } });
    one.say('jag har blivit av med kortet och på reservkortet minns jag inte koden');
    expect(one.last.trace).toMatchObject({ intents: ['card-lost', 'pin-forgotten'] });
  });
});

describe('a need that waits', () => {
  const twoNeeds = (): Talk => {
    const one = talk({ understander });
    one.say('jag har tappat kortet och glömt koden');
    return one;
  };

  test('follows when the first one is cancelled, and is gone when it is cancelled too', () => {
    const one = twoNeeds();
    one.choose('cancel');
    expect(replies(one).slice(0, 2)).toEqual([sv.cancelled['card-lost'](numbers), sv.nowNext['pin-reset']]);
    one.choose('cancel');
    one.say('hur länge gäller kortet?');
    expect(dialogs(one)).toEqual([]);
    expect(one.state.queue).toEqual([]);
  });

  test('is dropped with a word when everything is cancelled', () => {
    const one = twoNeeds();
    one.say('avbryt allt');
    expect(replies(one)).toEqual([sv.cancelled['card-lost'](numbers), sv.droppedToo]);
    expect(one.state).toMatchObject({ stack: [], queue: [] });
  });

  test('waits for the confirmation, and comes once after it', () => {
    const one = twoNeeds();
    for (const text of ['nyss', 'Bo Ek', 'avd 3', '0701112233', 'ja']) one.say(text);
    one.choose('yes');
    expect(replies(one)).toHaveLength(1);
    const key = one.last.effects[0]?.key ?? '';
    one.happen({ kind: 'settled', key, settlement: { ok: true, outcome: 'requested', reference: 'ET-1', at: new Date('2026-11-24T09:00:00Z') } });
    expect(replies(one).filter((text) => text === sv.nowNext['pin-reset'])).toHaveLength(1);
    expect(dialogs(one)).toEqual(['pin-reset']);
  });

  test('comes when the confirmation is late', () => {
    const one = twoNeeds();
    for (const text of ['nyss', 'Bo Ek', 'avd 3', '0701112233', 'ja']) one.say(text);
    one.choose('yes');
    one.wait(1);
    one.happen({ kind: 'overdue' });
    expect(replies(one)).toContain(sv.nowNext['pin-reset']);
  });

  test('is met when the user comes to it first', () => {
    const one = twoNeeds();
    one.say('glömt koden');
    expect(one.state.queue).toEqual([]);
    expect(dialogs(one)).toEqual(['card-lost', 'pin-reset']);
  });
});

test('a dialog below goes on once, after the receipt', () => {
  const one = talk({ understander });
  one.say('jag har glömt koden');
  const question = replies(one).at(-1);
  one.say('människa');
  for (const text of ['ja', 'Bo Ek 0701112233']) one.say(text);
  one.choose('yes');
  expect(replies(one)).toHaveLength(1);
  one.happen({ kind: 'settled', key: one.last.effects[0]?.key ?? '', settlement: { ok: true, outcome: 'registered', reference: 'ET-1', at: new Date('2026-11-24T09:00:00Z') } });
  expect(replies(one).slice(1)).toEqual([sv.backTo(sv.dialogs['pin-reset']), question]);
});

test('a question and a dialog are met in the order of the message', () => {
  const one = talk({ understander: keywordUnderstander({ gäller: 'card-validity', glömt: 'pin-forgotten' }) });
  one.say('hur länge gäller kortet? jag har glömt koden');
  expect(replies(one)[0]).toContain('fem år');
  const two = talk({ understander: keywordUnderstander({ glömt: 'pin-forgotten', gäller: 'card-validity' }) });
  two.say('jag har glömt koden. hur länge gäller kortet?');
  expect(replies(two)[1]).toContain('fem år');
  expect(replies(two)).toHaveLength(3);
});
