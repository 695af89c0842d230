/** Servicedesk: answers some tickets and confirms blocks, by signed webhooks that come again and to several replicas at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { Random } from '../../intents/random.ts';
import { callUntilAnswered } from './calls.ts';
import { between } from './chance.ts';
import type { Receiver, Taken } from './receiver.ts';

export interface GivenAnswer {
  readonly id: string;
  readonly key: string;
  readonly reference: string;
  readonly event: 'commented' | 'closed' | 'blocked';
  /** Unlike any other text. */
  readonly text: string;
  /** As each delivery of it was answered. */
  readonly statuses: number[];
}

export interface Servicedesk {
  readonly given: readonly GivenAnswer[];
  /** Resolves when every answer that was begun has been taken. */
  finished(): Promise<void>;
}

export interface ServicedeskOptions {
  readonly receiver: Receiver;
  readonly address: string;
  readonly secret: string;
  readonly random: Random;
}

const ANSWERED = 0.6;
const SENT_TWICE = 0.5;
const SOONEST_MS = 100;
const LATEST_MS = 6_000;

export function openServicedesk({ receiver, address, secret, random }: ServicedeskOptions): Servicedesk {
  const given: GivenAnswer[] = [];
  const running = new Set<Promise<unknown>>();
  const signer = new Webhook(secret);
  const send = async ({ id, reference, event, text, statuses }: GivenAnswer): Promise<void> => {
    const body = { reference, event, ...(text === '' ? {} : { text }), ...(event === 'blocked' ? { at: new Date().toISOString() } : {}) };
    const { status } = await callUntilAnswered(() => {
      // Signed anew: a signature is good for five minutes.
      const at = new Date();
      const headers = { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)), 'webhook-signature': signer.sign(id, at, JSON.stringify(body)) };
      return Promise.resolve({ method: 'POST', url: `${address}/hooks/tickets`, headers, body });
    });
    statuses.push(status);
  };
  const give = async (taken: Taken, event: GivenAnswer['event']): Promise<void> => {
    const one: GivenAnswer = { id: `answer-${given.length + 1}`, key: taken.key, reference: taken.reference, event, text: `Hej, det här är svar nummer ${given.length + 1} från oss.`, statuses: [] };
    given.push(one);
    // From here on somebody may say so.
    if (event === 'blocked' && !receiver.confirmed.has(one.reference)) receiver.confirmed.set(one.reference, Date.now());
    await Promise.all(random() < SENT_TWICE ? [send(one), send(one)] : [send(one)]);
  };
  const attend = async (taken: Taken): Promise<void> => {
    if (random() >= ANSWERED) return;
    await sleep(between(random, SOONEST_MS, LATEST_MS));
    if (taken.kind === 'ticket') await give(taken, 'commented');
    else if (taken.answer !== 'blocked') await give(taken, 'blocked');
    if (random() < ANSWERED) await give(taken, 'closed');
  };
  receiver.onTaken = (taken) => {
    const attending = attend(taken).finally(() => running.delete(attending));
    running.add(attending);
  };
  return {
    given,
    finished: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
