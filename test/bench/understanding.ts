/** How long one question takes to understand, and how long the model takes to be ready, without a server around it. */
import { join } from 'node:path';
import { loadOrTrain } from '../../intents/cache.ts';
import { loadCorpus } from '../../intents/corpus.ts';
import { DEFAULT_LIMITS } from '../../intents/normalise.ts';
import { seededRandom } from '../../intents/random.ts';
import type { Understander } from '../../intents/reading.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { quantile } from '../eval/statistics.ts';

export interface UnderstandingFigures {
  /** From the model's file to the first reading, with corpus and knowledge already in memory. */
  readonly readyMs: number;
  readonly messages: readonly MessageFigures[];
}

export interface MessageFigures {
  readonly name: string;
  readonly count: number;
  readonly p50Us: number;
  readonly p99Us: number;
}

const ROOT = join(import.meta.dirname, '../..');
/** The time of a message is the least of so many tries: the first ones run uncompiled, and the machine does other work. */
const PASSES = 5;
const LONG_MESSAGES = 100;

/** Uses the model that a start has left in `cacheDir`. */
export async function measureUnderstanding(cacheDir: string, questions: readonly string[]): Promise<UnderstandingFigures> {
  const data = { corpus: await loadCorpus(join(ROOT, 'intents/corpus')), topics: [...loadKnowledge(join(ROOT, 'knowledge')).topics.values()] };
  const began = performance.now();
  const understander = await loadOrTrain({ cacheDir, ...data });
  understander.understand(questions[0] ?? '');
  const readyMs = performance.now() - began;
  return {
    readyMs,
    messages: [
      { name: 'held-out questions', texts: questions },
      { name: 'the longest that is read, of questions', texts: longest(questions) },
      { name: 'the longest that is read, of junk', texts: junk() },
    ].map(({ name, texts }) => ({ name, count: texts.length, ...timed(texts, understander) })),
  };
}

function timed(texts: readonly string[], understander: Understander): Pick<MessageFigures, 'p50Us' | 'p99Us'> {
  const microseconds = texts.map(() => Infinity);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [index, text] of texts.entries()) {
      const began = performance.now();
      understander.understand(text);
      microseconds[index] = Math.min(microseconds[index] ?? Infinity, (performance.now() - began) * 1000);
    }
  }
  return { p50Us: quantile(microseconds, 0.5), p99Us: quantile(microseconds, 0.99) };
}

function longest(questions: readonly string[]): string[] {
  return Array.from({ length: LONG_MESSAGES }, (_, index) => [...questions.slice(index), ...questions].join('. ').slice(0, DEFAULT_LIMITS.characters));
}

/** Words that nobody knows: each one is looked up by the speller in every way. */
function junk(): string[] {
  const random = seededRandom(1);
  const letter = (): string => 'abcdefghijklmnoprstuvyåäö'.charAt(Math.floor(25 * random()));
  const word = (): string => Array.from({ length: 5 + Math.floor(10 * random()) }, letter).join('');
  return Array.from({ length: LONG_MESSAGES }, () => Array.from({ length: DEFAULT_LIMITS.words }, word).join(' ').slice(0, DEFAULT_LIMITS.characters));
}
