import { describe, expect, test } from 'vitest';
import { en } from '../../bot/conversation/wording.en.ts';
import { sv } from '../../bot/conversation/wording.sv.ts';
import { cardLost } from '../../dialogs/card-lost.ts';
import { keywordUnderstander } from './keyword-understander.ts';
import { talk, type Talk } from './talk.ts';

const understander = keywordUnderstander({ tappat: 'card-lost', glömt: 'pin-forgotten', gäller: 'card-validity', hittat: 'lost:card-found' });
const ANNA = { id: 'anna', name: 'Anna Testsson', verified: true };
const BLOCK = { kind: 'block', reference: 'ET-000001', subject: 'Anna Testsson', state: 'open', openedAt: '2026-11-24T08:00:00Z' } as const;
const numbers = '30000 (internt) eller 0776-730000 (externt)';

function inGroup(): Talk {
  const one = talk({ understander, person: ANNA });
  one.circumstances = { isShared: true };
  return one;
}

describe('a conversation where others read along', () => {
  test('answers questions about the card', () => {
    expect(inGroup().say('hur länge gäller kortet?')).toMatch(/fem år/);
  });

  test.each([
    ['a lost card', 'jag har tappat kortet på bussen', 'intent:card-lost'],
    ['a forgotten PIN', 'glömt koden', 'intent:pin-forgotten'],
    ['a person', 'människa', 'intent:talk-to-servicedesk'],
  ])('moves %s to a chat of the person’s own, with the words that were written', (_name, text, choice) => {
    const one = inGroup();
    expect(one.say(text)).toBe(sv.privately);
    const opening = { choice, text, language: 'sv', person: ANNA, otherwise: sv.privatelyByHand(numbers) };
    expect(one.last.replies).toEqual([{ text: sv.privately, inPrivate: opening }]);
    expect(one.state.stack).toEqual([]);
  });

  test('answers what is not private in the same message first', () => {
    const said = inGroup().say('hur länge gäller kortet? och jag har tappat det');
    expect(said).toMatch(/fem år/);
    expect(said.endsWith(sv.privately)).toBe(true);
  });

  test('moves the buttons for a lost card and for a person, too', () => {
    for (const choice of ['intent:card-lost', 'person']) {
      const one = inGroup();
      expect(one.choose(choice)).toBe(sv.privately);
      expect(one.state.stack).toEqual([]);
    }
  });

  test('tells nobody how a request stands', () => {
    for (const text of ['hur går det med mitt ärende?', 'är kortet spärrat?', 'jag har hittat kortet']) {
      const one = inGroup();
      one.open = [BLOCK];
      const said = one.say(text);
      expect(said).not.toContain('ET-000001');
      expect(said).not.toContain('Anna');
    }
  });

  test('asks whoever has written a code to delete it, since others can read it', () => {
    expect(inGroup().say('koden är [borttagen kod]', { removed: ['pin'] })).toContain(sv.deleteYourself);
    expect(talk({ understander }).say('koden är [borttagen kod]', { removed: ['pin'] })).not.toContain(sv.deleteYourself);
  });

  test('asks for the state of a request again in the private chat, in the same words', () => {
    const one = inGroup();
    one.say('hur går det med mitt ärende?');
    expect(one.last.replies[0]?.inPrivate).toMatchObject({ choice: null, text: 'hur går det med mitt ärende?' });
  });

  test('goes on in the private chat where the group left it', () => {
    const one = inGroup();
    one.say('jag har tappat kortet på bussen i går');
    const { choice, text } = one.last.replies[0]?.inPrivate ?? { choice: null, text: '' };
    const own = talk({ understander, person: ANNA });
    own.happen({ kind: 'chose', choice: choice ?? '', label: text });
    expect(own.state.stack).toMatchObject([{ dialog: cardLost.name }]);
    expect(JSON.stringify(own.state.stack)).toContain('i går');
  });
});

describe('what a channel knows of a message', () => {
  test('makes the welcome short where others read along: each thread of a channel begins a conversation', () => {
    const one = talk({ understander, welcomed: false });
    one.circumstances = { isShared: true };
    expect(one.say('hur länge gäller kortet?')).toMatch(new RegExp(`^${sv.welcomeShared}[\\s\\S]*fem år`));
  });

  test('welcomes as ever when it is added to a group', () => {
    const one = talk({ understander, welcomed: false });
    one.circumstances = { isShared: true };
    expect(one.happen({ kind: 'joined' })).toBe(sv.welcome);
  });

  test('decides the language of the welcome', () => {
    const one = talk({ understander, welcomed: false });
    one.circumstances = { language: 'en' };
    expect(one.choose('help').startsWith(en.welcome)).toBe(true);
  });

  test('makes the bot say that a reply may be lost, and then answer', () => {
    const one = talk({ understander });
    one.circumstances = { isUnsure: true };
    expect(one.say('hur länge gäller kortet?')).toMatch(new RegExp(`^${sv.replyInDoubt}[\\s\\S]*fem år`));
  });

  test('makes the bot say that it reads no files: alone, before an answer, and before the open question', () => {
    const one = talk({ understander });
    one.circumstances = { hasFiles: true };
    expect(one.say('')).toBe(sv.filesUnread);
    expect(one.say('hur länge gäller kortet?')).toMatch(/^Jag läser bara text[\s\S]*fem år/);
    one.circumstances = {};
    const question = one.say('jag har tappat kortet').split('\n---\n').at(-1);
    one.circumstances = { hasFiles: true };
    expect(one.say('')).toBe(`${sv.filesUnread}\n---\n${question ?? ''}`);
  });
});
