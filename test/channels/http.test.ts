import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import type { Request, Response, Server } from 'restify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeGracefully, createHttpServer, listen } from '../../bot/channels/http.ts';
import { mountOperations, type Readiness } from '../../bot/channels/operations.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { StoreUnavailable } from '../../bot/store/errors.ts';

const MAX_BODY_BYTES = 1000;

let server: Server;
let address: AddressInfo;
let base: string;
let lines: string[];
let readiness: Readiness;

beforeEach(async () => {
  lines = [];
  readiness = { ok: true, checks: { store: 'ok' } };
  const metrics = createMetrics();
  const log = createLog({ level: 'trace', destination: { write: (line) => void lines.push(line) } });
  server = createHttpServer({ maxBodyBytes: MAX_BODY_BYTES, requestTimeoutMs: 5000, log, metrics });
  mountOperations(server, { ready: () => Promise.resolve(readiness), metrics });
  server.post('/echo/:id', async (request: Request, response: Response): Promise<void> => {
    response.send(200, { body: await Promise.resolve(request.body as unknown) });
  });
  server.get('/broken', async (): Promise<void> => {
    await Promise.reject(Object.assign(new Error('the secret is hunter2'), { statusCode: 418 }));
  });
  server.get('/without-store', async (): Promise<void> => {
    await Promise.reject(new StoreUnavailable('disk-full', 'The database data/bot.sqlite has no room left.'));
  });
  server.get('/half', async (_request: Request, response: Response): Promise<void> => {
    response.write('begun');
    await Promise.reject(new Error('too late for a status'));
  });
  address = await listen(server, '127.0.0.1', 0);
  base = `http://127.0.0.1:${address.port}`;
});

afterEach(async () => {
  await closeGracefully(server, 0);
});

function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<globalThis.Response> {
  return fetch(`${base}/echo/42`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

/** Sends bytes that no HTTP client would, and returns the status line. */
function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address.port, '127.0.0.1', () => socket.end(request));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('utf8')));
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}

describe('the HTTP server', () => {
  it('parses JSON bodies', async () => {
    const answer = await post('{"text":"hej"}');
    expect(await answer.json()).toEqual({ body: { text: 'hej' } });
  });

  it('names each request and tells browsers not to guess types or send referrers', async () => {
    const { headers } = await fetch(`${base}/healthz`);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('server')).toBeNull();
  });

  it.each([
    ['a path that does not exist', 404, 'NotFound', () => fetch(`${base}/nothing`)],
    ['a method that the path does not take', 405, 'MethodNotAllowed', () => fetch(`${base}/healthz`, { method: 'DELETE' })],
    ['broken JSON', 400, 'BadArgument', () => post('{"text":"hemligt')],
    ['a declared body above the limit', 413, 'PayloadTooLarge', () => post('"' + 'a'.repeat(MAX_BODY_BYTES) + '"')],
    ['a multipart body above the limit', 413, 'PayloadTooLarge', () => post('a'.repeat(MAX_BODY_BYTES + 1), { 'content-type': 'multipart/form-data; boundary=x' })],
    ['a packed body', 415, 'UnsupportedMediaType', () => post(gzipSync('{"text":"hej"}'), { 'content-encoding': 'gzip' })],
  ])('refuses %s with %i in the common shape', async (_what, status, code, request) => {
    const answer = await request();
    const body = (await answer.json()) as { error: { code: string; message: string } };
    expect(answer.status).toBe(status);
    expect(body).toEqual({ error: { code, message: expect.any(String) as string } });
    expect(body.error.message).not.toContain('hemligt');
  });

  it('refuses a body above the limit whose length was not declared', async () => {
    const chunk = new TextEncoder().encode('a'.repeat(MAX_BODY_BYTES / 2 + 1));
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(chunk);
        controller.enqueue(chunk);
        controller.close();
      },
    });
    const answer = await fetch(`${base}/echo/1`, { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } });
    expect(answer.status).toBe(413);
  });

  it('accepts a body of exactly the limit', async () => {
    expect((await post('"' + 'a'.repeat(MAX_BODY_BYTES - 2) + '"')).status).toBe(200);
  });

  it('answers 503 while the store cannot serve, and logs why', async () => {
    const answer = await fetch(`${base}/without-store`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ error: { code: 'ServiceUnavailable', message: 'The bot cannot serve this now. Send it again later.' } });
    expect(lines.join('')).toContain('has no room left');
  });

  it('answers a handler that fails with a bare 500, whatever status the error claims, and logs the error', async () => {
    const answer = await fetch(`${base}/broken`);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error: { code: 'ServiceError', message: 'The request failed.' } });
    expect(lines.filter((line) => line.includes('hunter2')).length).toBeGreaterThan(0);
  });

  it('breaks the connection when a handler fails after its answer has begun', async () => {
    await expect(fetch(`${base}/half`).then((answer) => answer.text())).rejects.toThrow();
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });

  it.each([
    ['an impossible Host', 'GET /healthz HTTP/1.1\r\nHost: a b[\r\nConnection: close\r\n\r\n'],
    ['a path that is no UTF-8', 'POST /echo/%ff HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'],
    ['a path of slashes', 'GET //[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['an absolute address that cannot be read', 'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['OPTIONS *', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['something that is not HTTP', 'hello\r\n\r\n'],
  ])('survives %s', async (_what, request) => {
    expect(await raw(request)).toMatch(/^HTTP\/1\.1 (200|400|404) /);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });

  it('logs the template of the route, never the address or the body', async () => {
    await fetch(`${base}/echo/conversation-7?t=token-8`, { method: 'POST', body: '"text-9"', headers: { 'content-type': 'application/json' } });
    await closeGracefully(server, 1000);
    expect(lines.join('')).toContain('"route":"/echo/:id"');
    expect(lines.join('')).not.toMatch(/conversation-7|token-8|text-9/);
  });

  it('limits how long a request may take to arrive', () => {
    expect(server.server.requestTimeout).toBe(5000);
    expect(server.server.headersTimeout).toBe(5000);
  });

  it('says so when the address is taken', async () => {
    const metrics = createMetrics();
    const second = createHttpServer({ maxBodyBytes: 1, requestTimeoutMs: 1000, log: createLog({ level: 'silent' }), metrics });
    await expect(listen(second, '127.0.0.1', address.port)).rejects.toThrow('EADDRINUSE');
  });
});

describe('closing gracefully', () => {
  it('lets a running request end', async () => {
    const gate = Promise.withResolvers<undefined>();
    const entered = Promise.withResolvers<undefined>();
    server.get('/slow', async (_request: Request, response: Response): Promise<void> => {
      entered.resolve(undefined);
      await gate.promise;
      response.send(200, { done: true });
    });
    const answer = fetch(`${base}/slow`);
    await entered.promise;
    const closed = closeGracefully(server, 60_000);
    gate.resolve(undefined);
    expect(await (await answer).json()).toEqual({ done: true });
    await closed;
    await expect(fetch(`${base}/healthz`)).rejects.toThrow();
  });

  it('cuts a request that outlives the grace', async () => {
    const entered = Promise.withResolvers<undefined>();
    server.get('/stuck', async (): Promise<void> => {
      entered.resolve(undefined);
      await new Promise(() => undefined);
    });
    const answer = fetch(`${base}/stuck`);
    const cut = expect(answer).rejects.toThrow();
    await entered.promise;
    await closeGracefully(server, 0);
    await cut;
  });
});

describe('the operations routes', () => {
  it('tell that the process is alive', async () => {
    const answer = await fetch(`${base}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
  });

  it('tell that traffic may come, and what was checked', async () => {
    const answer = await fetch(`${base}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, checks: { store: 'ok' } }]);
  });

  it('tell with 503 that traffic must not come', async () => {
    readiness = { ok: false, checks: { store: 'cannot be read' } };
    const answer = await fetch(`${base}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([503, readiness]);
  });

  it('count requests by route and status', async () => {
    await fetch(`${base}/nothing/at/all`);
    await fetch(`${base}/healthz`);
    const answer = await fetch(`${base}/metrics`);
    const figures = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(figures).toContain('http_requests_total{route="/healthz",status="200"} 1');
    expect(figures).toContain('http_requests_total{route="unmatched",status="404"} 1');
  });
});
