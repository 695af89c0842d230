import { existsSync } from 'node:fs';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { spawn, spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { tallyDatabase } from '../../bot/store/copy.ts';
import { backupSqlite, restoreSqlite } from '../../bot/store/sqlite-backup.ts';
import { openSqliteStore, openSqliteTables } from '../../bot/store/sqlite.ts';
import { blockCard, keyed, outcome, turn } from '../contracts/store/fixtures.ts';
import { temporarySqlite } from './temporary-sqlite.ts';

const CLI = join(import.meta.dirname, '../../bot/cli/backup.ts');

describe('a backup of a SQLite store', () => {
  let database: Awaited<ReturnType<typeof temporarySqlite>>;
  let copy: string;

  beforeEach(async () => {
    database = await temporarySqlite();
    copy = `${database.path}.backup`;
  });
  afterEach(() => database.drop());

  async function fill(conversations: number): Promise<void> {
    const store = await database.connect();
    for (let index = 0; index < conversations; index += 1) {
      await store.commitTurn(turn({ conversation: `c${index}` }), 0, outcome({ effects: keyed(blockCard).map(({ effect }) => ({ key: `k${index}`, effect })) }));
    }
    await store.close();
  }

  async function tally(path: string): Promise<unknown> {
    const { db } = await openSqliteTables({ path });
    try {
      return await tallyDatabase(db);
    } finally {
      await db.destroy();
    }
  }

  it('restored where there is nothing has everything, and goes on from there', async () => {
    await fill(20);
    const before = await tally(database.path);
    backupSqlite(database.path, copy);
    const restored = join(`${database.path}.d`, 'bot.sqlite');
    restoreSqlite(copy, restored);
    expect(await tally(restored)).toEqual(before);
    const store = await temporaryStoreAt(restored);
    expect(await store.commitTurn(turn({ conversation: 'c0', id: 't2' }), 1, outcome())).toHaveLength(2);
  });

  it('made while turns go on holds whole turns only', async () => {
    await fill(200);
    const store = await database.connect();
    const backup = spawn(process.execPath, [CLI, copy], { env: { DATA_DIR: dirname(database.path) }, stdio: 'inherit' });
    const exit = new AbortController();
    backup.once('exit', () => exit.abort());
    for (let index = 0; !exit.signal.aborted; index += 1) {
      await store.commitTurn(turn({ conversation: `live${index}`, channel: 'teams' }), 0, outcome());
      await setImmediate();
    }
    await store.close();
    expect(backup.exitCode).toBe(0);
    const { db } = await openSqliteTables({ path: copy });
    onTestFinished(() => db.destroy());
    const count = async (table: 'conversations' | 'turns' | 'messages'): Promise<number> => (await db.selectFrom(table).selectAll().execute()).length;
    const conversations = await count('conversations');
    expect(conversations).toBeGreaterThanOrEqual(200);
    expect([await count('turns'), await count('messages')]).toEqual([conversations, 2 * conversations]);
  });

  it('overwrites nothing, neither when it is made nor when it is put back', async () => {
    await fill(1);
    await writeFile(copy, 'an older backup');
    expect(() => backupSqlite(database.path, copy)).toThrow('exists already');
    expect(await readFile(copy, 'utf8')).toBe('an older backup');
    backupSqlite(database.path, `${copy}.2`);
    expect(() => restoreSqlite(`${copy}.2`, database.path)).toThrow('exists already');
  });

  it('that is damaged is not put back', async () => {
    await fill(200);
    backupSqlite(database.path, copy);
    await truncate(copy, 8_192);
    const restored = `${database.path}.restored`;
    expect(() => restoreSqlite(copy, restored)).toThrow('is damaged');
    expect(existsSync(restored)).toBe(false);
    await writeFile(copy, 'no database at all, but long enough to be looked at as one'.repeat(100));
    expect(() => restoreSqlite(copy, restored)).toThrow('is damaged');
  });

  it('of nothing is refused', () => {
    expect(() => backupSqlite(`${database.path}.missing`, copy)).toThrow('There is no file');
    expect(existsSync(copy)).toBe(false);
  });

  it('is made and put back by npm run backup', async () => {
    const dataDir = `${database.path}.d`;
    const { db } = await openSqliteTables({ path: join(dataDir, 'bot.sqlite') });
    await db.destroy();
    const run = (dir: string, ...args: readonly string[]) => spawnSync(process.execPath, [CLI, ...args], { cwd: dataDir, env: { DATA_DIR: dir }, encoding: 'utf8' });
    expect(run(dataDir, copy)).toMatchObject({ status: 0, stdout: expect.stringContaining('has been checked') as string });
    expect(run(dataDir, 'restore', copy)).toMatchObject({ status: 1, stderr: expect.stringContaining('exists already') as string });
    expect(run(`${dataDir}/new`, 'restore', copy)).toMatchObject({ status: 0 });
    expect(run(`${dataDir}/new`, 'tally').stdout).toBe(run(dataDir, 'tally').stdout);
  });
});

async function temporaryStoreAt(path: string) {
  const store = await openSqliteStore({ path });
  onTestFinished(() => store.close());
  return store;
}
