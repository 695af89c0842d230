/** People who report lost cards over a network that they do not trust: they repeat what was not acknowledged, and some things that were. */
import { turnIdOf } from '../../bot/channels/webchat/incoming.ts';
import { expect } from 'vitest';
import type { Random } from '../../intents/random.ts';
import { activity, postActivity, repliesIn } from '../service/bot-framework.ts';
import { activityIdOf, choice, message, openDirectLine, type Answer } from '../service/direct-line.ts';

/** A message with a text, or a pressed button. */
export type Step = { readonly text: string } | { readonly choice: string };

/** From the first message to the yes that asks for a block. */
export function reportSteps(holder: string): readonly Step[] {
  return [{ choice: 'intent:card-lost' }, { choice: 'lost' }, { text: 'i går kväll' }, { text: `${holder}, avdelning 42 i Lund, 0701-740605` }, { choice: 'employed-yes' }, { choice: 'yes' }];
}

/** One conversation over some channel. Sending rejects when the service cannot be reached. */
export interface Line {
  /** Its key in the store, and that of the turn of a message. */
  readonly conversation: string;
  readonly turnOf: (id: string) => string;
  readonly send: (step: Step, id: string) => Promise<Answer>;
  /** What an acknowledgement says of the message, for comparison. */
  readonly read: (answer: Answer) => unknown;
}

/** A new conversation in the web chat, or over the Bot Framework endpoint. */
export type OpenLine = (name: string) => Promise<Line>;

export function webchatLines(address: () => string): OpenLine {
  return async () => {
    const { conversation, post } = await untilReached(() => openDirectLine(address));
    const send: Line['send'] = (step, id) => post('text' in step ? message(step.text, id) : choice(step.choice, id));
    return { conversation, turnOf: turnIdOf, send, read: activityIdOf };
  };
}

export function botFrameworkLines(address: () => string): OpenLine {
  return (name) => {
    const common = { conversation: { id: name }, from: { id: `user of ${name}` } };
    const send: Line['send'] = (step, id) => postActivity(address(), activity({ ...common, id, ...('text' in step ? step : { value: step }) }));
    return Promise.resolve({ conversation: `teams:${name}`, turnOf: (id) => `message:${id}`, send, read: repliesIn });
  };
}

export interface Acknowledged {
  readonly turn: string;
  /** As `Line.read` gave it. */
  readonly answer: unknown;
}

export interface Report {
  readonly holder: string;
  readonly conversation: string;
  /** In the order in which they were sent. */
  readonly acknowledged: readonly Acknowledged[];
}

const SENT_TWICE = 0.3;
const REPEATED_LATER = 0.3;

/** Reports one card. Every repetition must be answered as the first time. */
export async function report(line: Line, holder: string, random: Random): Promise<Report> {
  const acknowledged: Acknowledged[] = [];
  const steps = reportSteps(holder);
  for (const [index, step] of steps.entries()) {
    const acknowledge = async (at: number, sent: Step): Promise<unknown> => line.read(await untilAcknowledged(() => line.send(sent, `message-${at}`)));
    const copies = random() < SENT_TWICE ? 2 : 1;
    const [answer, other = answer] = await Promise.all(Array.from({ length: copies }, () => acknowledge(index, step)));
    expect(other).toEqual(answer);
    acknowledged.push({ turn: line.turnOf(`message-${index}`), answer });
    const earlier = Math.floor(random() * (index + 1));
    const repeated = steps[earlier];
    if (repeated !== undefined && random() < REPEATED_LATER) expect(await acknowledge(earlier, repeated)).toEqual(acknowledged[earlier]?.answer);
  }
  return { holder, conversation: line.conversation, acknowledged };
}

/** Sends again while there is no answer, or one that says "later". */
async function untilAcknowledged(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await untilReached(send);
    if (answer.status < 500) {
      expect(answer.status, answer.text).toBe(200);
      return answer;
    }
  }
}

/** While the service is down, calls fail in fetch: refused, or broken off. */
async function untilReached<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
