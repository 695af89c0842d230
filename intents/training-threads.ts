/** Training on several processor cores, without a halt of the event loop. Gives the same model as on one. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { Model, TrainingData, TrainingOptions } from './model.ts';
import { assemble, countSteps, trainingParts } from './training.ts';
import type { Part, PartResult } from './training.ts';

/** What a thread is told when it starts; it then takes parts, one after the other. */
export interface ThreadData {
  readonly data: TrainingData;
  readonly options: Pick<TrainingOptions, 'folds' | 'without'>;
}

/** A thread runs the code of this folder, so that what it sends is what its types say. */
const FromThread = z.discriminatedUnion('kind', [z.object({ kind: z.literal('step') }), z.object({ kind: z.literal('done'), result: z.custom<PartResult>() })]);
export type FromThread = z.infer<typeof FromThread>;

/** Each thread holds examples and weights of its own: some 200 MB. */
const MOST_THREADS = 2;
const THREAD = new URL(`./training-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);

/** @throws whatever a thread throws, and the reason of `signal` when it is aborted */
export async function trainOnThreads({ corpus, topics }: TrainingData, options: TrainingOptions = {}): Promise<Model> {
  const shared: ThreadData = { data: { corpus, topics }, options: optionsOfParts(options) };
  options.signal?.throwIfAborted();
  const onStep = countSteps(options);
  const waiting = [...trainingParts(options)];
  const results: PartResult[] = [];
  const threads = Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, () => new Worker(THREAD, { workerData: shared }));
  const work = async (thread: Worker): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) results.push(await ask(thread, part, onStep));
  };
  const ended = new AbortController();
  try {
    await Promise.race([Promise.all(threads.map(work)), aborted(options.signal, ended.signal)]);
  } finally {
    ended.abort();
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return assemble(results, shared.data, options);
}

/** What a part is trained with; the rest is for the whole, and functions cannot be sent. */
function optionsOfParts({ folds, without }: TrainingOptions): ThreadData['options'] {
  return { ...(folds === undefined ? {} : { folds }), ...(without === undefined ? {} : { without }) };
}

/** Rejects when `signal` is aborted; never settles otherwise. */
function aborted(signal: AbortSignal | undefined, ended: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason instanceof Error ? signal.reason : new Error('The training was ended.')), { once: true, signal: ended });
  });
}

function ask(thread: Worker, part: Part, onStep: () => void): Promise<PartResult> {
  return new Promise((resolve, reject) => {
    const listen = (message: unknown): void => {
      const news = FromThread.parse(message);
      if (news.kind === 'step') {
        onStep();
        return;
      }
      thread.off('message', listen).off('error', reject);
      resolve(news.result);
    };
    thread.on('message', listen).once('error', reject);
    thread.postMessage(part);
  });
}
