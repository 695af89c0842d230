import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE_FOLDER, type LoadedBrain } from '../bot/brain.ts';
import { createLiveBrain } from '../bot/live-brain.ts';
import { createLog } from '../bot/log.ts';
import type { LiveUnderstander } from '../intents/cache.ts';
import type { Understander } from '../intents/reading.ts';
import { loadKnowledge } from '../knowledge/load.ts';

const KNOWLEDGE = loadKnowledge(KNOWLEDGE_FOLDER);
const EDITED = { ...KNOWLEDGE, version: 'edited' };
const SETTINGS = { ticketBackend: 'local', effectLateMs: 1000, idleAskMs: 1000, maxMessageChars: 1000, retention: { historyMs: null, erasureKeeps: [] } } as const;

function understander(version: string): Understander {
  return { version, understand: () => ({ understanding: { kind: 'lost', topic: null }, needs: [], aside: null, trust: 0, candidates: [], language: 'sv' }) };
}

/** A live brain whose understanders come one after the other, and the versions that it has taken into use. */
async function live(...understanders: readonly LiveUnderstander[]) {
  const waiting = [...understanders];
  const used: string[] = [];
  const signals: AbortSignal[] = [];
  const brain = await createLiveBrain(KNOWLEDGE, {
    cacheDir: '',
    settings: SETTINGS,
    log: createLog({ level: 'silent' }),
    onUse: ({ knowledge, understander: { version } }: LoadedBrain) => used.push(`${knowledge.version === 'edited' ? 'edited ' : ''}${version}`),
    understanderOf: (_, { signal }) => {
      if (signal !== undefined) signals.push(signal);
      const next = waiting.shift();
      return next === undefined ? Promise.reject(new Error('No understander is left.')) : Promise.resolve(next);
    },
  });
  return { brain, used, signals };
}

describe('the brain in use', () => {
  it('is the warm one at once, and the whole one when it is there', async () => {
    const training = Promise.withResolvers<Understander>();
    const { brain, used } = await live({ now: understander('warm'), whole: training.promise });
    expect(brain.current().understander.version).toBe('warm');
    training.resolve(understander('whole'));
    await turnOfTheLoop();
    expect(used).toEqual(['warm', 'whole']);
    expect(brain.current().understander.version).toBe('whole');
  });

  it('follows an edit, and gives up what a former one had begun to train', async () => {
    const former = Promise.withResolvers<Understander>();
    const { brain, used, signals } = await live({ now: understander('first warm'), whole: former.promise }, { now: understander('whole'), whole: null });
    await brain.follow(EDITED);
    former.resolve(understander('first whole'));
    await turnOfTheLoop();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(used).toEqual(['first warm', 'edited whole']);
  });

  it('stays warm when the whole one cannot be trained', async () => {
    const { brain } = await live({ now: understander('warm'), whole: Promise.reject(new Error('no memory')) });
    await turnOfTheLoop();
    expect(brain.current().understander.version).toBe('warm');
  });

  it('trains no more when the bot stops', async () => {
    const { brain, signals } = await live({ now: understander('warm'), whole: Promise.withResolvers<Understander>().promise });
    brain.stop();
    expect(signals[0]?.aborted).toBe(true);
  });
});
