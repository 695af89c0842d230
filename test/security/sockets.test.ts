import { once } from 'node:events';
import type { Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { send } from '../service/direct-line.ts';
import type { TestService } from '../service/service.ts';
import { expectUnharmed, startExposedService } from './service.ts';
import { breakOff, exchange, open, request } from './wire.ts';

const connection = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });

let service: TestService;
beforeAll(async () => {
  service = await startExposedService({ WEBCHAT_ALLOWED_ORIGINS: 'https://intranet.example.test' });
}, 180_000);
afterAll(async () => {
  await expectUnharmed(service);
  await service.close();
});

const HANDSHAKE = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];

/** The path of a stream that may be opened, e.g. /v3/directline/conversations/…/stream?watermark=0&t=… */
async function streamPath(): Promise<string> {
  const directLine = `${service.address}/v3/directline`;
  const { token } = connection.omit({ streamUrl: true }).parse(JSON.parse((await send('POST', `${directLine}/tokens/generate`, {}, {})).text));
  const { streamUrl } = connection.parse(JSON.parse((await send('POST', `${directLine}/conversations`, { authorization: `Bearer ${token}` }, {})).text));
  return streamUrl.slice(streamUrl.indexOf('/v3/'));
}

/** A socket past its handshake. */
async function openStream(headers: readonly string[] = []): Promise<Socket> {
  const socket = await open(service.address);
  socket.write(request(`GET ${await streamPath()}`, [...HANDSHAKE, ...headers]));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 101 /);
  return socket;
}

/** Sends bytes into a stream and returns once the service has ended it. */
async function ended(socket: Socket, bytes: Uint8Array): Promise<void> {
  const end = new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
  socket.resume();
  socket.write(bytes);
  await end;
  socket.destroy();
}

/** RFC 6455 section 5.2, masked with zeros. */
function frame(firstByte: number, payload: Uint8Array | string = '', masked = true): Buffer {
  const bytes = Buffer.from(payload);
  const length = bytes.length < 126 ? [bytes.length] : [126, bytes.length >> 8, bytes.length & 255];
  const [first = 0, ...rest] = length;
  return Buffer.concat([Buffer.from([firstByte, (masked ? 0x80 : 0) | first, ...rest, ...(masked ? [0, 0, 0, 0] : [])]), bytes]);
}

const closing = (code: number): Buffer => Buffer.from([code >> 8, code & 255]);

describe('a stream', () => {
  const broken: Readonly<Record<string, Uint8Array>> = {
    'without a mask': frame(0x81, 'hej', false),
    'with a reserved bit': frame(0xc1, 'hej'),
    'of an unknown kind': frame(0x83, 'hej'),
    'of an unknown kind of control': frame(0x8b),
    'that goes on with nothing': frame(0x80, 'hej'),
    'that is a ping in pieces': frame(0x09, 'hej'),
    'that is a ping of 200 bytes': frame(0x89, 'x'.repeat(200)),
    'over the limit': frame(0x81, 'x'.repeat(2_000)),
    'in pieces over the limit': Buffer.concat([frame(0x01, 'x'.repeat(1_000)), frame(0x00, 'x'.repeat(1_000)), frame(0x80)]),
    'that announces eight exabytes': Buffer.from([0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
    'that announces a gigabyte': Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0]),
    'of text that is no UTF-8': frame(0x81, Buffer.from([0xc3, 0x28])),
    'that closes with a forbidden code': frame(0x88, closing(1005)),
    'that closes with a code of one byte': frame(0x88, Buffer.from([3])),
    'that closes with a reason that is no UTF-8': frame(0x88, Buffer.concat([closing(1000), Buffer.from([0xff])])),
    'that is HTTP': Buffer.from(request('GET /metrics')),
  };

  it.each(Object.entries(broken))('is ended by a frame %s', async (_what, bytes) => {
    await ended(await openStream(), bytes);
  });

  it('survives empty frames, pings and small texts by the thousand, and then closes in order', async () => {
    const socket = await openStream();
    const many = Buffer.concat(Array.from({ length: 2_000 }, () => Buffer.concat([frame(0x81), frame(0x89, 'ping'), frame(0x81, '{"type":"message","text":"hej"}')])));
    await ended(socket, Buffer.concat([many, frame(0x88, closing(1000))]));
  });

  it('survives any bytes', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        const socket = await openStream();
        const end = new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
        socket.resume();
        socket.end(bytes);
        await end;
        socket.destroy();
      }),
      { numRuns: 40 },
    );
  });

  it('that is reset in the middle of its handshake leaves no trace', async () => {
    for (let round = 0; round < 20; round += 1) {
      const socket = await open(service.address);
      socket.write(request(`GET ${await streamPath()}`, HANDSHAKE));
      socket.resetAndDestroy();
    }
  });
});

describe('a handshake', () => {
  const without = (name: string): string[] => HANDSHAKE.filter((header) => !header.startsWith(name));

  it.each([
    ['with an old version', [...without('Sec-WebSocket-Version'), 'Sec-WebSocket-Version: 7']],
    ['without a version', without('Sec-WebSocket-Version')],
    ['without a key', without('Sec-WebSocket-Key')],
    ['with a key that is none', [...without('Sec-WebSocket-Key'), 'Sec-WebSocket-Key: abc']],
    ['with a protocol that is none', [...HANDSHAKE, 'Sec-WebSocket-Protocol: ,,,']],
    ['among more headers than Node counts', [...Array.from({ length: 2_100 }, (_, index) => `${index.toString(36)}:`), ...HANDSHAKE]],
    ['with an extension named like a prototype', [...HANDSHAKE, 'Sec-WebSocket-Extensions: __proto__; constructor=1, hasOwnProperty']],
    ['with an extension that is none', [...HANDSHAKE, 'Sec-WebSocket-Extensions: ;;;']],
  ])('%s is refused, or the extension is left out', async (_what, headers) => {
    const { statuses } = await breakOff(service.address, request(`GET ${await streamPath()}`, headers));
    for (const status of statuses) expect([101, 400, 404, 426, 431]).toContain(status);
  });

  it('by POST is refused', async () => {
    const { statuses } = await exchange(service.address, request(`POST ${await streamPath()}`, [...HANDSHAKE, 'Content-Length: 0']));
    expect(statuses).toEqual([405]);
  });

  it.each([
    ['/', 404],
    ['/metrics', 404],
    ['/api/messages', 404],
    ['/v3/directline/conversations/__proto__/stream', 401],
    ['/v3/directline/conversations/a/stream?t=', 403],
    [`/v3/directline/conversations/a/stream?t=${'a.'.repeat(4_000)}`, 403],
    ['/v3/directline/conversations/a/stream?t=%00&t=%ff&watermark=-1', 403],
    [`/v3/directline/conversations/${'a'.repeat(65)}/stream?t=x`, 404],
    ['/v3/directline/conversations/a%2fb/stream', 404],
    ['//evil.example/v3/directline/conversations/a/stream', 404],
    ['/v3/directline/conversations/a/stream/../stream', 404],
  ])('at %s is refused with %i', async (path, status) => {
    const { statuses } = await exchange(service.address, request(`GET ${path}`, HANDSHAKE));
    expect(statuses).toEqual([status]);
  });

  it('with a watermark that is none is refused', async () => {
    const path = (await streamPath()).replace('watermark=0', 'watermark=1e3');
    expect((await exchange(service.address, request(`GET ${path}`, HANDSHAKE))).statuses).toEqual([400]);
  });

  it('that was refused does not keep its connection, even when the client does', async () => {
    const socket = await open(service.address);
    socket.resume();
    socket.write(request('GET /nothing', HANDSHAKE));
    await once(socket, 'end');
    // Our own side stays open. Whether theirs is gone shows when we write: a closed one answers with a reset.
    const reset = new Promise((resolve) => socket.once('close', resolve));
    while (!socket.destroyed) {
      socket.write('x');
      await new Promise((resolve) => setImmediate(resolve));
    }
    await reset;
  });

  it.each(['https://evil.example', 'null', 'http://localhost.evil.example', 'file://'])('from a page of %s is refused', async (origin) => {
    const { statuses } = await exchange(service.address, request(`GET ${await streamPath()}`, [...HANDSHAKE, `Origin: ${origin}`]));
    expect(statuses).toEqual([403]);
  });

  it.each(['http://bot.example.test', 'https://bot.example.test', 'https://intranet.example.test'])('from a page of %s is taken', async (origin) => {
    (await openStream([`Origin: ${origin}`])).destroy();
  });
});
