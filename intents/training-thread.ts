/** A thread of training-threads.ts: trains each part that it is sent, and sends back what came of it. */
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { trainPart } from './training.ts';
import type { FromThread, ThreadData } from './training-threads.ts';

const { data, options } = z.custom<ThreadData>().parse(workerData);
const Part = z.union([z.int(), z.literal('whole')]);
const send = (news: FromThread): void => parentPort?.postMessage(news);

parentPort?.on('message', (message: unknown) => {
  const part = Part.parse(message);
  send({ kind: 'done', result: trainPart(part, data, options, () => send({ kind: 'step' })) });
});
