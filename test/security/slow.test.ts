import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDirectLine } from '../service/direct-line.ts';
import type { TestService } from '../service/service.ts';
import { expectUnharmed, POST_PATHS, startExposedService } from './service.ts';
import { open, request } from './wire.ts';

/** Of all kinds on all paths: 300 connections and more. */
const ROUNDS = 10;

let service: TestService;
beforeAll(async () => {
  service = await startExposedService({ REQUEST_TIMEOUT_MS: '3000' });
}, 180_000);
afterAll(async () => {
  await expectUnharmed(service);
  await service.close();
});

/** Resolves when the service has ended the connection. */
function gone(socket: Socket): Promise<unknown> {
  socket.resume();
  return new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
}

/** How a connection can hold a place without ever asking for anything. */
const SLOW: readonly ((path: string) => string)[] = [
  // Says nothing, says nothing after the first line, or never ends its headers, its body or its chunks.
  () => '',
  (path) => `POST ${path} HTTP/1.1\r\n`,
  (path) => `${request(`POST ${path}`).slice(0, -2)}X-Slow: `,
  (path) => request(`POST ${path}`, ['Content-Type: application/json', 'Content-Length: 1000'], '{'),
  (path) => request(`POST ${path}`, ['Content-Type: application/json', 'Transfer-Encoding: chunked'], '1\r\n{\r\n'),
];

describe('connections that', () => {
  it('never finish a request are cut, and nobody else waits for them', { timeout: 60_000 }, async () => {
    const begun = POST_PATHS.flatMap((path) => SLOW.map((begin) => begin(path)));
    const all = Array.from({ length: ROUNDS }, () => begun).flat();
    const sockets = await Promise.all(all.map(() => open(service.address)));
    const cut = Promise.all(sockets.map(gone));
    sockets.forEach((socket, index) => socket.write(all[index] ?? ''));
    const chat = await openDirectLine(() => service.address);
    expect((await chat.post({ type: 'message', text: 'hej' })).status).toBe(200);
    await cut;
    sockets.forEach((socket) => socket.destroy());
  });

  it('never read their answers are cut when the service stops', async () => {
    const other = await startExposedService();
    const socket = await open(other.address);
    socket.pause();
    socket.write(request('GET /metrics').repeat(200));
    await once(socket, 'readable');
    await other.close();
    socket.destroy();
  });
});
