import { describe, expect, it } from 'vitest';
import { withTyping } from '../../../bot/channels/teams/typing.ts';

const FAR_MS = 60_000;

describe('the sign that the bot is writing', () => {
  it('is shown once while a slow turn goes on', async () => {
    let shown = 0;
    const gate = Promise.withResolvers<string>();
    // The work ends when the sign has been shown.
    const showTyping = () => {
      shown += 1;
      gate.resolve('klart');
      return Promise.resolve();
    };
    expect(await withTyping(1, showTyping, () => gate.promise)).toBe('klart');
    expect(shown).toBe(1);
  });

  it('is not shown when the turn is quick, or fails', async () => {
    let shown = 0;
    const showTyping = () => Promise.resolve((shown += 1));
    await withTyping(FAR_MS, showTyping, () => Promise.resolve());
    await expect(withTyping(FAR_MS, showTyping, () => Promise.reject(new Error('the database is locked')))).rejects.toThrow('locked');
    expect(shown).toBe(0);
  });

  it('does not matter when it cannot be shown', async () => {
    const gate = Promise.withResolvers<string>();
    const showTyping = () => {
      gate.resolve('klart');
      return Promise.reject(new Error('no connector'));
    };
    expect(await withTyping(1, showTyping, () => gate.promise)).toBe('klart');
  });
});
