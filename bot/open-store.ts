/** The store that the configuration names. */
import { join } from 'node:path';
import type { Config } from './config.ts';
import { openPostgresStore } from './store/postgres.ts';
import { openSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

/** Where SQLite keeps the data of a bot without DATABASE_URL. */
export function sqlitePath({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'bot.sqlite');
}

/** @throws StoreUnavailable */
export function openStore({ database, dataDir }: Pick<Config, 'database' | 'dataDir'>): Promise<Store> {
  const { url, poolSize, timeoutMs } = database;
  return url === null ? openSqliteStore({ path: sqlitePath({ dataDir }) }) : openPostgresStore({ url, poolSize, timeoutMs });
}
