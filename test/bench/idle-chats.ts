/** What web chats cost that are open and silent: each has been welcomed and keeps its socket. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { type IdleFigures, measureIdle } from './memory.ts';
import type { Running } from './process.ts';

export interface IdleChats {
  /** Sockets that were open at the end. */
  readonly open: number;
  readonly figures: IdleFigures;
}

const opened = z.object({ token: z.string() });
const started = z.object({ streamUrl: z.string() });
/** Opened side by side: as many as a browser proxy would pass on at a time. */
const AT_A_TIME = 25;
/** For what the opening has left behind to be collected. */
const CALM_MS = 3_000;

/** @throws when a chat cannot be opened; `ulimit -n` must be above the number of chats */
export async function measureIdleChats(bot: Running, chats: number, seconds: number): Promise<IdleChats> {
  const sockets: WebSocket[] = [];
  try {
    while (sockets.length < chats) {
      const batch = Math.min(AT_A_TIME, chats - sockets.length);
      sockets.push(...(await Promise.all(Array.from({ length: batch }, () => openChat(bot.address)))));
    }
    await sleep(CALM_MS);
    const figures = await measureIdle(bot, seconds);
    return { open: sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length, figures };
  } finally {
    for (const socket of sockets) socket.terminate();
  }
}

/** Resolves once the welcome has come through the socket. */
async function openChat(address: string): Promise<WebSocket> {
  const directLine = `${address}/v3/directline`;
  const { token } = opened.parse(await post(`${directLine}/tokens/generate`));
  const { streamUrl } = started.parse(await post(`${directLine}/conversations`, token));
  const socket = new WebSocket(streamUrl);
  await once(socket, 'message');
  return socket;
}

async function post(url: string, token?: string): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ locale: 'sv-SE' }) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.json();
}
