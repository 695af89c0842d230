import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../bot/store/sqlite.ts';
import type { TestDatabase } from '../contracts/store/harness.ts';

/** A SQLite file in a folder of its own, both gone after `drop`. */
export async function temporarySqlite(): Promise<TestDatabase & { readonly path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  const path = join(folder, 'bot.sqlite');
  return {
    path,
    connect: () => openSqliteStore({ path, watchEveryMs: 5 }),
    drop: () => rm(folder, { recursive: true }),
  };
}
