/**
 * Messages at a pace of their own, whether or not the bot keeps up: how long people wait at a given load. The time of a turn
 * counts from the moment at which its message was due, so a stall is felt by all that come meanwhile (Tene, "How not to
 * measure latency": coordinated omission).
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../eval/statistics.ts';
import { type Delivery, messageBody, type NextQuestion } from './messages.ts';
import type { Running } from './process.ts';

export interface PacedFigures {
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of one processor, in percent. */
  readonly cpuPercent: number;
  /** Messages that were answered with an error: the channel would send them again. */
  readonly refused: number;
}

/** Turns of each conversation come so far apart that nobody writes before the answer to the last one. */
const CONVERSATIONS = 100;
const TURNS_PER_CONVERSATION = 4;
const WARM_UP_SECONDS = 1;

export interface Paced {
  readonly bot: Running;
  readonly delivery: Delivery;
  readonly nextQuestion: NextQuestion;
  readonly turnsPerSecond: number;
  readonly seconds: number;
}

export async function measurePaced(paced: Paced): Promise<PacedFigures> {
  await fire(paced, WARM_UP_SECONDS);
  const [before, began] = [await paced.bot.usage(), performance.now()];
  const answers = await fire(paced, paced.seconds);
  const milliseconds = answers.flatMap(({ ms, isTaken }) => (isTaken ? ms : []));
  const [after, elapsed] = [await paced.bot.usage(), performance.now() - began];
  return {
    turnsPerSecond: (milliseconds.length / elapsed) * 1000,
    p50Ms: quantile(milliseconds, 0.5),
    p99Ms: quantile(milliseconds, 0.99),
    cpuPercent: ((after.cpuMs - before.cpuMs) / elapsed) * 100,
    refused: answers.length - milliseconds.length,
  };
}

interface Timed {
  readonly ms: number;
  readonly isTaken: boolean;
}

async function fire({ bot, delivery, nextQuestion, turnsPerSecond }: Paced, seconds: number): Promise<readonly Timed[]> {
  const agent = new Agent({ keepAlive: true });
  const names = Array.from({ length: CONVERSATIONS }, () => randomUUID());
  const began = performance.now();
  const turns: Promise<Timed>[] = [];
  for (let turn = 0; turn < turnsPerSecond * seconds; turn++) {
    const dueAt = began + (turn * 1000) / turnsPerSecond;
    const early = dueAt - performance.now();
    if (early > 0) await sleep(early);
    const conversation = `${names[turn % CONVERSATIONS] ?? ''}-${Math.floor(turn / CONVERSATIONS / TURNS_PER_CONVERSATION)}`;
    turns.push(post(bot.address, agent, messageBody(nextQuestion(), conversation, delivery)).then((isTaken) => ({ ms: performance.now() - dueAt, isTaken })));
  }
  const answers = await Promise.all(turns);
  agent.destroy();
  return answers;
}

/** Resolves with whether the message was taken. */
function post(address: string, agent: Agent, body: string): Promise<boolean> {
  return new Promise((resolve) => {
    const sent = request(`${address}/api/messages`, { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode === 200));
    });
    sent.on('error', () => resolve(false));
    sent.end(body);
  });
}
