/** How long one question takes to understand, without a server around it. */
import { join } from 'node:path';
import { loadOrTrain } from '../../intents/cache.ts';
import { loadCorpus } from '../../intents/corpus.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { quantile } from '../eval/statistics.ts';

export interface UnderstandingFigures {
  readonly questions: number;
  readonly p50Us: number;
  readonly p99Us: number;
}

const ROOT = join(import.meta.dirname, '../..');
/** The last pass is the one that counts. */
const PASSES = 3;

/** Uses the model that a start has left in `cacheDir`. */
export async function measureUnderstanding(cacheDir: string, questions: readonly string[]): Promise<UnderstandingFigures> {
  const topics = [...loadKnowledge(join(ROOT, 'knowledge')).topics.values()];
  const understander = await loadOrTrain({ cacheDir, corpus: await loadCorpus(join(ROOT, 'intents/corpus')), topics });
  let microseconds: number[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    microseconds = questions.map((question) => {
      const began = performance.now();
      understander.understand(question);
      return (performance.now() - began) * 1000;
    });
  }
  return { questions: questions.length, p50Us: quantile(microseconds, 0.5), p99Us: quantile(microseconds, 0.99) };
}
