/** Load over POST /api/messages, as a channel of the Bot Framework makes it. */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import type { Connector } from './connector.ts';
import type { Answered, Load } from './load.ts';
import { type Delivery, messageBody, type NextQuestion, TURNS_PER_CONVERSATION } from './messages.ts';

export interface Target {
  readonly address: string;
  readonly connections: number;
  readonly nextQuestion: NextQuestion;
}

const LOOK_EVERY_MS = 50;
const FAULTS_TO_GIVE_UP = 5;
/** Nothing is posted there when the replies come in the response. */
const NOWHERE = 'http://127.0.0.1:9';

/** Replies come in the response. @throws when a message is not answered, or without a reply */
export function expectingReplies(target: Target): Load {
  return (turns) => fire(target, { kind: 'expectReplies', serviceUrl: NOWHERE }, turns);
}

/**
 * Replies are posted to the connector. The time of a turn is that of its acknowledgement; the seconds and the processor
 * time of the run end with the last reply.
 */
export function normalDelivery(target: Target, connector: Connector): Load {
  return async (turns) => {
    const before = connector.count;
    const began = performance.now();
    const { milliseconds } = await fire(target, { kind: 'normal', serviceUrl: connector.address }, turns);
    await connector.quiet(before + turns);
    const replies = connector.count - before;
    if (replies < turns) throw new Error(`${target.address} sent ${replies} replies to ${turns} messages.`);
    return { milliseconds, seconds: (connector.lastAt - began) / 1000, replies };
  };
}

async function fire({ address, connections, nextQuestion }: Target, delivery: Delivery, turns: number): Promise<Answered> {
  const milliseconds: number[] = [];
  const began = performance.now();
  let ended = began;
  const run = autocannon({
    url: address,
    connections,
    amount: turns,
    sampleInt: LOOK_EVERY_MS,
    bailout: FAULTS_TO_GIVE_UP,
    requests: conversation(nextQuestion, delivery),
    verifyBody: (body) => delivery.kind === 'normal' || body.startsWith('{"activities":[{'),
  });
  // autocannon's own percentiles are whole milliseconds, which is longer than most turns.
  run.on('response', (_client, _status, _bytes, duration) => {
    milliseconds.push(duration);
    ended = performance.now();
  });
  const { non2xx, errors, mismatches } = await run;
  if (non2xx + errors + mismatches > 0) throw new Error(`${address} refused ${non2xx} messages, gave ${mismatches} no reply and ${errors} no answer.`);
  return { milliseconds, seconds: (ended - began) / 1000, replies: null };
}

function conversation(nextQuestion: NextQuestion, delivery: Delivery): autocannon.Options['requests'] {
  const setupRequest = (request: autocannon.Request, context: Record<string, unknown>): autocannon.Request => {
    const id = typeof context['conversation'] === 'string' ? context['conversation'] : randomUUID();
    context['conversation'] = id;
    return { ...request, method: 'POST', path: '/api/messages', headers: { 'Content-Type': 'application/json' }, body: messageBody(nextQuestion(), id, delivery) };
  };
  return Array.from({ length: TURNS_PER_CONVERSATION }, () => ({ setupRequest }));
}
