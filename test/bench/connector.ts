/** The other end of normal delivery: takes every activity that a bot posts, and counts them. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Connector {
  readonly address: string;
  /** Activities so far. */
  readonly count: number;
  /** When the last one came, as performance.now(). */
  readonly lastAt: number;
  /** Resolves when the count has come to `expected` and nothing more comes, or when that takes too long. */
  quiet(expected: number): Promise<void>;
  close(): Promise<void>;
}

const QUIET_MS = 250;
/** Longer than a bot waits before it tries a delivery again. */
const PATIENCE_MS = 10_000;

export async function startConnector(): Promise<Connector> {
  let count = 0;
  let lastAt = performance.now();
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      count += 1;
      lastAt = performance.now();
      response.writeHead(201, { 'Content-Type': 'application/json' });
      response.end(`{"id":"${count}"}`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The connector listens on a pipe.');
  return {
    address: `http://127.0.0.1:${address.port}`,
    get count() {
      return count;
    },
    get lastAt() {
      return lastAt;
    },
    quiet: async (expected) => {
      const deadline = performance.now() + PATIENCE_MS;
      for (let before = -1; before !== count || (count < expected && performance.now() < deadline); ) {
        before = count;
        await sleep(QUIET_MS);
      }
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
