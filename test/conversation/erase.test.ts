import { describe, expect, test } from 'vitest';
import { en } from '../../bot/conversation/wording.en.ts';
import { sv } from '../../bot/conversation/wording.sv.ts';
import { keywordUnderstander } from './keyword-understander.ts';
import { talk } from './talk.ts';

const understander = keywordUnderstander({ 'hur länge': 'card-validity', tappat: 'card-lost', 'how long': 'card-validity' });
const effect = { kind: 'erasePerson', personId: 'anna', keeps: ['tickets', 'block-requests'] };

describe('"radera mina uppgifter"', () => {
  test('says what is erased, what stays and for how long, and asks once', () => {
    const one = talk({ understander });
    const asked = one.say('radera mina uppgifter');
    expect(asked).toContain(sv.eraseAsk);
    expect(asked).toContain(`- Ärenden till Servicedesk: ${sv.keptFor(730)}\n- Begäran om att spärra kort: ${sv.keptFor(null)}`);
    expect(one.choices).toEqual(['yes', 'no']);
    expect(one.last.effects).toEqual([]);
  });

  test.each(['ja', 'ja, radera', 'button'])('erases the person at "%s", and forgets what was said', (yes) => {
    const one = talk({ understander });
    one.say('hur länge gäller kortet?');
    one.say('radera mina uppgifter');
    const answer = yes === 'button' ? one.choose('yes') : one.say(yes === 'ja' ? 'ja' : 'ja gör det');
    expect(answer).toBe(sv.erasing);
    expect(one.last.effects).toMatchObject([{ effect }]);
    expect(one.state).toMatchObject({ history: [], lastIntent: null, awaiting: null, stack: [] });
  });

  test('erases nothing at a no, at another question, or at a yes that comes too late', () => {
    const one = talk({ understander });
    one.say('radera mina uppgifter');
    expect(one.say('nej')).toBe(sv.eraseNo);
    one.say('ja');
    expect(one.last.effects).toEqual([]);
    one.say('radera mina uppgifter');
    one.say('hur länge gäller kortet?');
    one.choose('yes');
    expect(one.last.effects).toMatchObject([{ effect: { kind: 'recordFeedback' } }]);
  });

  test('is asked in the middle of a dialog, which goes on after a no or after its own answer', () => {
    for (const answer of ['nej', 'i går kväll']) {
      const one = talk({ understander });
      one.say('jag har tappat kortet');
      const { stack } = one.state;
      expect(one.say('radera mina uppgifter')).toContain(sv.eraseSure);
      one.say(answer);
      expect(one.last.effects).toEqual([]);
      expect(one.state.awaiting).toBeNull();
      expect(one.state.stack.map(({ dialog }) => dialog)).toEqual(['card-lost']);
      if (answer === 'nej') expect(one.state.stack).toEqual(stack);
      else expect(one.state.stack).not.toEqual(stack);
    }
  });

  test('ends the dialog at a yes, and says that what is under way is sent', () => {
    const one = talk({ understander });
    one.say('jag har tappat kortet');
    one.put({ pending: [{ key: 'k', frame: { dialog: 'escalation', version: 1, state: null }, due: null }] });
    one.say('radera mina uppgifter');
    expect(one.say('ja')).toBe(`${sv.erasing} ${sv.erasingUnderWay}`);
    expect(one.state.stack).toEqual([]);
  });

  test('is understood and answered in English', () => {
    const one = talk({ understander: { version: '1', understand: () => ({ understanding: { kind: 'lost', topic: null }, needs: [], aside: null, trust: 0, candidates: [], language: 'en' }) } });
    expect(one.say('delete my data')).toContain(en.eraseAsk);
    expect(one.say('yes')).toBe(en.erasing);
  });
});

describe('what was asked long ago', () => {
  test('is forgotten in a conversation that goes on', () => {
    const one = talk({ understander });
    one.say('hur länge gäller kortet?');
    const asked = (): readonly string[] => one.state.history.map((exchange) => exchange.asked);
    one.wait(89 * 24 * 60);
    one.say('hej');
    expect(asked()).toContain('hur länge gäller kortet?');
    one.wait(2 * 24 * 60);
    one.say('hej');
    expect(asked()).not.toContain('hur länge gäller kortet?');
  });
});
