/** A conversation in the web chat, as the official client has it: Direct Line over HTTP, and a socket that comes back. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { turnIdOf } from '../../bot/channels/webchat/incoming.ts';
import type { Random } from '../../intents/random.ts';
import { choice, message } from '../service/direct-line.ts';
import { type Answer, type Call, callUntilAnswered } from './calls.ts';
import { between } from './chance.ts';
import type { Line, Seen } from './line.ts';

export interface WebchatOptions {
  readonly address: string;
  readonly random: Random;
  /** Signs who the visitor is; null: nobody says. */
  readonly identify: (() => Promise<string>) | null;
}

const session = z.object({ conversationId: z.string(), token: z.string() });
const connection = z.object({ streamUrl: z.string() });
const posted = z.object({ id: z.string() });
const frame = z.object({
  activities: z.array(
    z.looseObject({
      from: z.looseObject({ role: z.enum(['user', 'bot']) }),
      text: z.string(),
      summary: z.string().default(''),
      channelData: z.looseObject({ 'webchat:sequence-id': z.number() }),
    }),
  ),
  watermark: z.string(),
});

interface Shown extends Seen {
  readonly seq: number;
}

const HANDSHAKE_MS = 10_000;
/** Longer than a socket is pinged apart, at which it looks by itself. */
const PATIENCE_MS = 60_000;
const SOONEST_MS = 100;
const LATEST_MS = 800;

export async function openWebchat({ address, random, identify }: WebchatOptions): Promise<Line> {
  const base = `${address}/v3/directline`;
  const ask = async (next: () => Promise<Call>): Promise<unknown> => readOk(await callUntilAnswered(next));
  const opened = await ask(async () => ({ method: 'POST', url: `${base}/tokens/generate`, body: identify === null ? {} : { identity: await identify() } }));
  const { conversationId, token } = session.parse(opened);
  const headers = { authorization: `Bearer ${token}` };
  const path = `${base}/conversations/${conversationId}`;
  const get = (url: string): Promise<unknown> => ask(() => Promise.resolve({ method: 'GET', url, headers }));
  const { streamUrl } = connection.parse(await ask(() => Promise.resolve({ method: 'POST', url: `${base}/conversations`, headers, body: { locale: 'sv-SE' } })));

  const shown: Shown[] = [];
  const faults: string[] = [];
  let watermark = '0';
  let socket: WebSocket | null = null;
  let isOpen = true;
  const hasStayed = (): boolean => isOpen;
  const take = (text: string): void => {
    const next = frame.parse(JSON.parse(text));
    for (const one of shownIn(next)) {
      const before = shown.at(-1)?.seq ?? 0;
      if (one.seq !== before + 1) faults.push(`the socket showed message ${one.seq} after message ${before}`);
      shown.push(one);
    }
    watermark = next.watermark;
  };
  const connect = (url: string): void => {
    socket = new WebSocket(url, { handshakeTimeout: HANDSHAKE_MS });
    socket.on('message', (data: Buffer) => take(data.toString()));
    socket.on('error', () => socket?.terminate());
    socket.once('close', () => void reconnect().catch((error: unknown) => faults.push(`the socket could not be opened again: ${String(error)}`)));
  };
  const reconnect = async (): Promise<void> => {
    await sleep(between(random, SOONEST_MS, LATEST_MS));
    if (!hasStayed()) return;
    const { streamUrl: again } = connection.parse(await get(`${path}?watermark=${watermark}`));
    if (hasStayed()) connect(again);
  };
  const readAll = async (): Promise<readonly Shown[]> => {
    const all: Shown[] = [];
    for (let after = ''; ; ) {
      const page = frame.parse(await get(`${path}/activities?watermark=${after}`));
      if (page.activities.length === 0) return all;
      all.push(...shownIn(page));
      after = page.watermark;
    }
  };
  connect(streamUrl);
  return {
    channel: 'webchat',
    conversation: conversationId,
    letter: (step, id) => ({
      turn: turnIdOf(id),
      call: () => Promise.resolve({ method: 'POST', url: `${path}/activities`, headers, body: 'say' in step ? message(step.say, id) : choice(step.press, id) }),
    }),
    acknowledged: (answer) => posted.parse(readOk(answer)).id,
    seen: () => shown,
    leave: () => {
      isOpen = false;
      socket?.close();
    },
    finish: async () => {
      const all = await readAll();
      // A socket that is still open gets there by itself.
      const deadline = Date.now() + PATIENCE_MS;
      while (isOpen && shown.length < all.length && Date.now() < deadline) await sleep(SOONEST_MS);
      if (isOpen && shown.length < all.length) faults.push(`the socket never showed the last ${all.length - shown.length} messages`);
      const wrong = shown.filter((one, index) => one.text !== all[index]?.text).map(({ seq }) => `message ${seq} reads otherwise on the socket than by polling`);
      shown.push(...all.slice(shown.length));
      isOpen = false;
      socket?.close();
      return [...faults, ...wrong];
    },
  };
}

/** What a card says counts as text. */
function shownIn({ activities }: z.infer<typeof frame>): readonly Shown[] {
  return activities.map(({ from, text, summary, channelData }) => ({ at: Date.now(), from: from.role, text: [text, summary].join('\n').trim(), seq: channelData['webchat:sequence-id'] }));
}

function readOk({ status, text }: Answer): unknown {
  if (status >= 400) throw new Error(`refused with ${status}: ${text}`);
  return JSON.parse(text) as unknown;
}
