import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LoadedBrain } from '../../bot/brain.ts';
import { brainForScripts, play, scriptNames, SCRIPTS } from './play.ts';
import { parseScript } from './script.ts';

let brain: LoadedBrain;
beforeAll(async () => {
  brain = await brainForScripts();
}, 180_000);

describe('the scripts', () => {
  test('are forty or more', () => expect(scriptNames().length).toBeGreaterThanOrEqual(40));

  test('refuse a line of no known kind', () => expect(() => parseScript('hej')).toThrow(/line 1/));
});

describe('a conversation', () => {
  test.each(scriptNames())('reads as in %s', async (name) => {
    const { written, results } = await play(name, brain);
    expect(written).toBe(readFileSync(join(SCRIPTS, name), 'utf8'));
    expectTruth(results);
  });
});

/** What no conversation may ever show, whatever its script says. */
function expectTruth(results: Awaited<ReturnType<typeof play>>['results']): void {
  let isBlocked = false;
  const keys = results.flatMap(({ effects }) => effects.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { replies, settled } of results) {
    isBlocked ||= settled.some(({ outcome }) => outcome === 'blocked');
    for (const { text } of replies) {
      if (!isBlocked) expect(text).not.toMatch(/Kortet är spärrat(?! förrän)|The card is blocked/);
      expect(text).not.toMatch(/(?<!aldrig |inte )(?:skriv|ange|uppge|skicka) (?:din |ditt |dina )?(?:pin|puk|kod|personnummer|lösenord)/i);
    }
  }
}
