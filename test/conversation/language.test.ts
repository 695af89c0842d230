import { describe, expect, test } from 'vitest';
import type { Reading } from '../../intents/reading.ts';
import { talk } from './talk.ts';

/** A classifier of languages that is always wrong about these. */
const reading = (language: 'sv' | 'en'): Reading => ({ understanding: { kind: 'lost', topic: null }, needs: [], aside: null, trust: 0, candidates: [], language });

describe('the language of a word or two', () => {
  test.each(['Hello', 'Hi!', 'hey', 'bye', 'help', 'agent', 'cancel', 'thx', 'yes'])('is English where a conversation begins with "%s"', (text) => {
    const one = talk({ understander: { version: '1', understand: () => reading('sv') } });
    one.say(text);
    expect(one.state.language).toBe('en');
  });

  test.each(['IT support', 'it-support tack', 'service desk', 'PUK', 'SD tack'])('stays that of the conversation at "%s"', (text) => {
    const one = talk({ understander: { version: '1', understand: () => reading('en') } });
    one.say(text);
    expect(one.state.language).toBe('sv');
  });

  test('stays Swedish in a Swedish conversation', () => {
    const one = talk({ understander: { version: '1', understand: () => reading('sv') } });
    one.say('flurp');
    one.say('thx');
    expect(one.state.language).toBe('sv');
  });

  test('is that of the first message in the notice of what was removed', () => {
    const one = talk({ understander: { version: '1', understand: () => reading('en') } });
    expect(one.say('my pin is [borttagen kod]', { removed: ['pin'] })).toMatch(/^Your message/);
  });

  test('changes on request, also in a dialog', () => {
    const one = talk({ understander: { version: '1', understand: () => reading('sv') } });
    one.say('människa');
    expect(one.say('can we speak english please')).toMatch(/^Okay, I will answer in English/);
    expect(one.last.replies.at(-1)?.text).toMatch(/^Do you want me to write/);
  });
});
