/** Real HTTP servers on loopback that stand for other systems. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Given {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Peer {
  readonly url: string;
  readonly received: Received[];
}

/** Starts a server that answers as `answer` says; null leaves the client waiting. */
export async function startPeer(answer: (request: Received) => Given | null): Promise<Peer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readRequest(request).then((one) => {
      received.push(one);
      respond(response, answer(one));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, received };
}

async function readRequest(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://peer.test');
  return { method: request.method ?? '', url, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
}

function respond(response: ServerResponse, given: Given | null): void {
  if (given === null) return;
  const { status, body, headers = {} } = given;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}
