/** Load over Direct Line, as a polling client does it: post an activity, then read what came of it. */
import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import type { Load } from './load.ts';
import type { Target } from './message-load.ts';
import { type NextQuestion, TURNS_PER_CONVERSATION } from './messages.ts';

const CALL_TIMEOUT_MS = 10_000;

const opened = z.object({ token: z.string(), conversationId: z.string() });
const activitySet = z.object({ activities: z.array(z.object({ from: z.object({ role: z.string() }) })), watermark: z.string() });

type Call = (method: 'GET' | 'POST', path: string, token: string | null, body?: object) => Promise<unknown>;

/** The time of a turn is that of both calls. Opening the conversations is in the seconds and the processor time. @throws when a call fails or a message gets no reply */
export function directLine({ address, connections, nextQuestion }: Target): Load {
  return async (turns) => {
    let left = turns;
    const began = performance.now();
    const client = async (_: unknown, index: number): Promise<number[]> => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress: loopbackAddress(connections, index) });
      const call = caller(address, agent);
      const milliseconds: number[] = [];
      while (left > 0) {
        const count = Math.min(left, TURNS_PER_CONVERSATION);
        left -= count;
        milliseconds.push(...(await converse(call, nextQuestion, count)));
      }
      agent.destroy();
      return milliseconds;
    };
    const milliseconds = (await Promise.all(Array.from({ length: connections }, client))).flat();
    return { milliseconds, seconds: (performance.now() - began) / 1000, replies: null };
  };
}

/** The bot limits the calls of each address, so each client has its own. Other systems than Linux have but one on the loopback. */
function loopbackAddress(connections: number, index: number): string {
  return process.platform === 'linux' ? `127.0.${connections}.${1 + index}` : '127.0.0.1';
}

async function converse(call: Call, nextQuestion: NextQuestion, turns: number): Promise<number[]> {
  const { token, conversationId } = opened.parse(await call('POST', '/tokens/generate', null));
  await call('POST', '/conversations', token, { locale: 'sv-SE' });
  const activities = `/conversations/${conversationId}/activities`;
  const milliseconds: number[] = [];
  let watermark = '';
  for (let turn = 0; turn < turns; turn++) {
    const began = performance.now();
    await call('POST', activities, token, { type: 'message', text: nextQuestion(), channelData: { clientActivityID: randomUUID() } });
    const set = activitySet.parse(await call('GET', `${activities}?watermark=${watermark}`, token));
    milliseconds.push(performance.now() - began);
    if (set.activities.at(-1)?.from.role !== 'bot') throw new Error('A message got no reply over Direct Line.');
    watermark = set.watermark;
  }
  return milliseconds;
}

function caller(address: string, agent: Agent): Call {
  return (method, path, token, body) =>
    new Promise((resolve, reject) => {
      const headers = { ...(token === null ? {} : { Authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
      const sent = request(`${address}/v3/directline${path}`, { method, agent, headers, timeout: CALL_TIMEOUT_MS }, (response) => {
        const status = response.statusCode ?? 0;
        if (status === 200 || status === 201) json(response).then(resolve, reject);
        else reject(new Error(`${method} ${path.replace(/^\/conversations\/[^/]+/, '/conversations/...')} answered ${status}.`));
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} took more than ${CALL_TIMEOUT_MS / 1000} s.`)));
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
}
