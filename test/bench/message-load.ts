/** Load over POST /api/messages. Each connection sends its next message when the last one has been answered. */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { type Delivery, messageBody, type NextQuestion, TURNS_PER_CONVERSATION } from './messages.ts';

export interface MessageLoad {
  readonly address: string;
  readonly connections: number;
  readonly delivery: Delivery;
  readonly nextQuestion: NextQuestion;
}

export interface Answered {
  /** Of each message, from its sending to the whole of the response. */
  readonly milliseconds: readonly number[];
  /** From the first message to the last response. */
  readonly seconds: number;
}

const LOOK_EVERY_MS = 50;
const ERRORS_TO_GIVE_UP = 5;

/** Sends `turns` messages. @throws when one of them was not answered with success */
export function sendMessages(load: MessageLoad, turns: number): Promise<Answered> {
  return fire(load, { amount: turns });
}

/** Sends messages for so long. What is under way at the end is cut, so this is for warming up. */
export function sendMessagesFor(load: MessageLoad, seconds: number): Promise<Answered> {
  return fire(load, { duration: seconds });
}

async function fire({ address, connections, delivery, nextQuestion }: MessageLoad, end: { amount: number } | { duration: number }): Promise<Answered> {
  const milliseconds: number[] = [];
  const began = performance.now();
  let ended = began;
  const requests = Array.from({ length: TURNS_PER_CONVERSATION }, () => ({
    setupRequest: (request: autocannon.Request, context: Record<string, unknown>): autocannon.Request => {
      const conversation = (context['conversation'] ??= randomUUID()) as string;
      const headers = { 'Content-Type': 'application/json' };
      return { ...request, method: 'POST', path: '/api/messages', headers, body: messageBody(nextQuestion(), conversation, delivery) };
    },
  }));
  const run = autocannon({ url: address, connections, sampleInt: LOOK_EVERY_MS, bailout: ERRORS_TO_GIVE_UP, requests, ...end });
  // autocannon's own percentiles are whole milliseconds, longer than many a turn.
  run.on('response', (_client, _status, _bytes, duration) => {
    milliseconds.push(duration);
    ended = performance.now();
  });
  const { non2xx, errors } = await run;
  if (non2xx + errors > 0) throw new Error(`${address} refused ${non2xx} messages and did not answer ${errors}.`);
  return { milliseconds, seconds: (ended - began) / 1000 };
}
