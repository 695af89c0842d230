/** The short form of `npm run prove`. */
import { beforeAll, describe, expect, it } from 'vitest';
import { brainForScripts } from '../conversations/play.ts';
import { SHORT, STORES } from './plan.ts';
import { prove } from './prove.ts';
import { reportOf } from './report.ts';

// Trained here once, so that no replica trains.
beforeAll(async () => {
  await brainForScripts();
}, 180_000);

describe('while processes, the database, the network and other systems fail', () => {
  it.each(STORES)('nothing is lost, doubled, invented or given away on %s', { timeout: 300_000 }, async (store) => {
    await prove(store, SHORT, () => undefined, (proof) => {
      expect(proof.violations.length, reportOf(proof)).toBe(0);
      expect(proof.evidence.conversations.length).toBeGreaterThan(0);
      return Promise.resolve();
    });
  });
});
