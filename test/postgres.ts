/**
 * A real PostgreSQL server for tests: the one that TEST_DATABASE_URL names (its account must be allowed to make
 * databases), or one of our own in a temporary folder. Each test gets a database of its own.
 */
import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore, type PostgresOptions } from '../bot/store/postgres.ts';
import type { TestDatabase } from './contracts/store/harness.ts';
import { type OwnServer, type PostgresServer, serverAt, startOwn } from './postgres-server.ts';

export { type PostgresServer, query } from './postgres-server.ts';

// eslint-disable-next-line no-restricted-syntax -- It names the server of the tests; it is no setting of the bot.
const GIVEN_URL = process.env['TEST_DATABASE_URL'];

/** One server for the tests of a file; it is there once its `beforeAll` has run. `own`: also where another one is given. */
export function postgresForFile({ own = false } = {}): () => PostgresServer {
  let server: OwnServer | null = null;
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
