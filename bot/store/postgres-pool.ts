/** A pool of connections for kysely: it waits for a server that restarts, and explains what a server cannot do. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { Pool, TypeOverrides, types } from 'pg';
import type { ClientConfig, PoolClient } from 'pg';
import { breaksConnection, explainPostgresError } from './postgres-errors.ts';

export interface PoolOptions {
  readonly client: ClientConfig;
  /** Host, port and name of the database, for messages. No password. */
  readonly place: string;
  /** Most connections at once. */
  readonly size: number;
  /** How long a call waits for a connection, also while the server restarts. */
  readonly connectWaitMs: number;
}

/** int8, the type of every point in time here and of count(*): none is beyond what a number holds exactly. */
const parsers = new TypeOverrides();
parsers.setTypeParser(types.builtins.INT8, Number);

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 500;

export function createPool({ client, place, size, connectWaitMs }: PoolOptions): PostgresPool {
  const pool = new Pool({ ...client, max: size, connectionTimeoutMillis: connectWaitMs, types: parsers });
  // Whoever uses a connection that breaks is told by its call; without listeners the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => connection.on('error', () => undefined));
  return {
    options: pool.options,
    connect: async () => explaining(await connectPatiently(pool, place, connectWaitMs), place),
    end: () => pool.end(),
  };
}

/** A restart of the server takes seconds; nothing has been sent yet, so waiting for it loses nothing. */
async function connectPatiently(pool: Pool, place: string, connectWaitMs: number): Promise<PoolClient> {
  const deadline = performance.now() + connectWaitMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await pool.connect();
    } catch (error) {
      const explained = explainPostgresError(place, error);
      if (!breaksConnection(explained) || pool.ending || performance.now() >= deadline) throw explained;
      await sleep(pauseMs * (0.5 + Math.random()));
    }
  }
}

function explaining(client: PoolClient, place: string): PostgresPoolClient {
  let isBroken = false;
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    try {
      return await client.query(sql, parameters.map(storable));
    } catch (error) {
      const explained = explainPostgresError(place, error);
      isBroken ||= breaksConnection(explained);
      throw explained;
    }
  };
  return {
    // The other overload takes cursors, which the store does not use.
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || isBroken),
  };
}

/** PostgreSQL's text holds every character but U+0000: https://www.postgresql.org/docs/current/datatype-character.html */
function storable(parameter: unknown): unknown {
  return typeof parameter === 'string' && parameter.includes('\0') ? parameter.replaceAll('\0', '\uFFFD') : parameter;
}
