import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { Kysely } from 'kysely';
import { StoreUnavailable } from './errors.ts';
import { kyselyStore } from './kysely-store.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { explainSqliteError } from './sqlite-errors.ts';
import { watchForeignCommits } from './sqlite-watch.ts';
import type { Store } from './store.ts';
import { randomReference } from './tickets.ts';
import { sharedWrites } from './writes.ts';

export interface SqliteOptions {
  /** The database file. It and its folder are made when absent. */
  readonly path: string;
  /** How long a call waits for another process that is writing, in milliseconds. */
  readonly lockWaitMs?: number;
  /** How often `watch` looks for commits of other processes, in milliseconds. */
  readonly watchEveryMs?: number;
  readonly newReference?: () => string;
}

export const DEFAULT_LOCK_WAIT_MS = 5_000;
export const DEFAULT_WATCH_EVERY_MS = 250;

/**
 * Opens the store in a SQLite file and brings its tables up to date. Several processes may have the file open.
 * What a call has stored when its promise resolves survives a crash of the process and of the machine.
 * Throws `StoreUnavailable`, as do all calls on the store.
 */
export async function openSqliteStore({ watchEveryMs = DEFAULT_WATCH_EVERY_MS, newReference = randomReference, ...options }: SqliteOptions): Promise<Store> {
  const { database, db } = await openSqliteTables(options);
  const store = kyselyStore(db, { newReference, watch: (onChange) => watchForeignCommits(database, watchEveryMs, () => onChange(null)), canSkipLocked: false, write: sharedWrites(db) });
  return {
    ...store,
    erasePerson: async (...given) => {
      const erasure = await store.erasePerson(...given);
      // The log still holds the pages as they were: https://sqlite.org/pragma.html#pragma_wal_checkpoint
      database.pragma('wal_checkpoint(TRUNCATE)');
      return erasure;
    },
  };
}

/** The tables themselves, brought up to date: for what moves whole tables. Throws `StoreUnavailable`. */
export async function openSqliteTables({ path, lockWaitMs = DEFAULT_LOCK_WAIT_MS }: SqliteOptions): Promise<{ readonly database: Database; readonly db: Kysely<Schema> }> {
  const database = openFile(path, lockWaitMs);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(database, lockWaitMs) });
  try {
    await migrate(db);
  } catch (error) {
    database.close();
    throw error;
  }
  return { database, db };
}

function openFile(path: string, lockWaitMs: number): Database {
  makeFolder(dirname(path));
  let database: Database | undefined;
  try {
    database = new SqliteDatabase(path, { timeout: lockWaitMs });
    configure(database);
    return database;
  } catch (error) {
    database?.close();
    throw explainSqliteError(path, error);
  }
}

function makeFolder(folder: string): void {
  try {
    // The file holds what people wrote, so a folder that is made here is for this account alone.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StoreUnavailable('cannot-open', `The folder ${folder} cannot be made. Give this account the right to write there.`, { cause: error });
  }
}

function configure(database: Database): void {
  // Readers and the writer do not block each other: https://sqlite.org/wal.html
  database.pragma('journal_mode = WAL');
  // In WAL mode the default, NORMAL, may lose the newest commits when the power goes: https://sqlite.org/pragma.html#pragma_synchronous
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is deleted is overwritten, and does not live on in free pages: https://sqlite.org/pragma.html#pragma_secure_delete
  database.pragma('secure_delete = ON');
  // The engine waits by stopping the whole process; from here on the dialect waits instead, without stopping it.
  database.pragma('busy_timeout = 0');
}
