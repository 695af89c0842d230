/** What SQLite needs beyond kysely's own dialect: prepared statements that are kept, and patience with other writers. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { CompiledQuery, SqliteAdapter, SqliteDialect } from 'kysely';
import type { DatabaseConnection, Dialect, Driver, SqliteDatabase, SqliteStatement } from 'kysely';
import { explainSqliteError, isLocked } from './sqlite-errors.ts';

/** More than the store has (multi-row inserts are what makes their number vary); beyond it all are prepared anew. */
const MAX_KEPT_STATEMENTS = 200;
const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 25;

/** The dialect over an open database, which it closes. Calls wait up to `lockWaitMs` for a lock and throw `StoreUnavailable`. */
export function sqliteDialect(database: Database, lockWaitMs: number): Dialect {
  const standard = new SqliteDialect({ database: keepingStatements(database) });
  return {
    createDriver: () => patientDriver(standard.createDriver(), database, lockWaitMs),
    createQueryCompiler: () => standard.createQueryCompiler(),
    createAdapter: () => new TransactionalSqliteAdapter(),
    createIntrospector: (db) => standard.createIntrospector(db),
  };
}

/** Migrations run in one transaction, so that two processes starting on one file do not both make the tables. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function keepingStatements(database: Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      database.close();
    },
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      if (kept.size >= MAX_KEPT_STATEMENTS) kept.clear();
      const statement = database.prepare(sql);
      kept.set(sql, statement);
      return statement;
    },
  };
}

function patientDriver(driver: Driver, database: Database, lockWaitMs: number): Driver {
  return {
    init: () => driver.init(),
    acquireConnection: async () => patientConnection(await driver.acquireConnection(), database.name, lockWaitMs),
    // A transaction that starts by reading cannot wait for the write lock later, so the lock is taken at once:
    // https://sqlite.org/lang_transaction.html (BEGIN IMMEDIATE)
    beginTransaction: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: async (connection) => {
      // A full disk ends the transaction by itself; a second rollback would hide that error.
      if (database.inTransaction) await driver.rollbackTransaction(connection);
    },
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  };
}

function patientConnection(connection: DatabaseConnection, path: string, lockWaitMs: number): DatabaseConnection {
  return {
    executeQuery: async (query) => {
      const deadline = performance.now() + lockWaitMs;
      for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
        try {
          return await connection.executeQuery(query);
        } catch (error) {
          if (!isLocked(error) || performance.now() >= deadline) throw explainSqliteError(path, error);
          // Waiters that were turned away together must not come back together.
          await sleep(pauseMs * (0.5 + Math.random()));
        }
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}
