import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type { ClientConfig } from 'pg';
import { kyselyStore } from './kysely-store.ts';
import { migrate, POSTGRES_MIGRATIONS } from './migrate.ts';
import { createPool } from './postgres-pool.ts';
import { createListener } from './postgres-watch.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';
import { randomReference } from './tickets.ts';
import { separateWrites } from './writes.ts';

export interface PostgresOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** Most connections of this process; one more listens for the commits of others. */
  readonly poolSize?: number;
  /** How long one statement may take; waiting for a lock counts. */
  readonly timeoutMs?: number;
  /** How long a call waits for a connection, also while the server restarts. */
  readonly connectWaitMs?: number;
  readonly newReference?: () => string;
}

export const DEFAULT_POOL_SIZE = 10;
export const DEFAULT_TIMEOUT_MS = 5_000;
const DEFAULT_CONNECT_WAIT_MS = 5_000;

/** The answer to a statement that the server has ended must have time to arrive. */
const ANSWER_MARGIN_MS = 2_000;

/**
 * Opens the store in a PostgreSQL database (15 or later) and brings its tables up to date; replicas that start together
 * wait for the one that does so. Any number of processes may have it open. Throws `StoreUnavailable`, as do all calls.
 */
export async function openPostgresStore({ newReference = randomReference, ...options }: PostgresOptions): Promise<Store> {
  const client = clientOf(options);
  const db = await openPostgresTables(options, client);
  const listener = createListener(client);
  const store = kyselyStore(db, { newReference, watch: listener.watch, canSkipLocked: true, write: separateWrites(db) });
  return {
    ...store,
    close: async () => {
      await listener.close();
      await store.close();
    },
  };
}

/** The tables themselves, brought up to date: for what moves whole tables. Throws `StoreUnavailable`. */
export async function openPostgresTables(options: PostgresOptions, client = clientOf(options)): Promise<Kysely<Schema>> {
  const { poolSize: size = DEFAULT_POOL_SIZE, connectWaitMs = DEFAULT_CONNECT_WAIT_MS } = options;
  const place = placeOf(options.url);
  const once = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: createPool({ client: unlimited(client), place, size: 1, connectWaitMs }) }) });
  try {
    await migrate(once, POSTGRES_MIGRATIONS);
  } finally {
    await once.destroy();
  }
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: createPool({ client, place, size, connectWaitMs }) }) });
}

/** Bringing large tables up to date may take long, and so may waiting for another replica that is at it. */
function unlimited(client: ClientConfig): ClientConfig {
  return { ...client, statement_timeout: 0, lock_timeout: 0, query_timeout: 0 };
}

function clientOf({ url, timeoutMs = DEFAULT_TIMEOUT_MS, connectWaitMs = DEFAULT_CONNECT_WAIT_MS }: PostgresOptions): ClientConfig {
  return {
    connectionString: url,
    // Tells the connections of one process from those of others, for operators (pg_stat_activity) and for our own trigger.
    application_name: `korthjalpen-${randomBytes(4).toString('hex')}`,
    statement_timeout: timeoutMs,
    lock_timeout: timeoutMs,
    // A process that stops in the middle of a transaction must not hold its locks.
    idle_in_transaction_session_timeout: timeoutMs,
    query_timeout: timeoutMs + ANSWER_MARGIN_MS,
    connectionTimeoutMillis: connectWaitMs,
    keepAlive: true,
  };
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
