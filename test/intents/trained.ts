/** The understander of the real corpus and topics; trained once and then kept where tools keep what can be made again. */
import { join } from 'node:path';
import { loadOrTrain } from '../../intents/cache.ts';
import { loadCorpus } from '../../intents/corpus.ts';
import type { Understander } from '../../intents/reading.ts';
import { loadKnowledge } from '../../knowledge/load.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Training from nothing takes tens of seconds on a busy machine. */
export const TRAINING_TIMEOUT = 300_000;

export async function trainedUnderstander(): Promise<Understander> {
  return loadOrTrain({
    cacheDir: join(ROOT, 'node_modules/.cache/understanding'),
    corpus: await loadCorpus(join(ROOT, 'intents/corpus')),
    topics: [...loadKnowledge(join(ROOT, 'knowledge')).topics.values()],
  });
}
