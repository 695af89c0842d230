import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteTables } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { sharedWrites, type Write } from '../../bot/store/writes.ts';
import { outcome, turn } from '../contracts/store/fixtures.ts';
import { temporarySqlite } from './temporary-sqlite.ts';

type Tables = Awaited<ReturnType<typeof openSqliteTables>>;

const TOGETHER = 20;

describe('writes that come together', () => {
  let file: Awaited<ReturnType<typeof temporarySqlite>>;
  let store: Store;
  let tables: Tables;
  let write: Write;

  beforeEach(async () => {
    file = await temporarySqlite();
    store = await file.connect();
    tables = await openSqliteTables({ path: file.path });
    write = sharedWrites(tables.db);
  });
  afterEach(async () => {
    await tables.db.destroy();
    await store.close();
    await file.drop();
  });

  const note = (key: string, comment = ''): Promise<unknown> =>
    write((trx) => trx.insertInto('feedback').values({ key, conversation_id: 'c1', intent: null, helped: null, comment, at: 0 }).execute());

  const noted = async (): Promise<readonly string[]> => (await tables.db.selectFrom('feedback').select('key').orderBy(sql`rowid`).execute()).map(({ key }) => key);

  it('are one commit', async () => {
    const before = await commits(file.path);
    await Promise.all(conversations().map((conversation) => store.commitTurn(turn({ conversation }), 0, outcome())));
    expect((await commits(file.path)) - before).toBe(1);
  });

  it('are a few commits when they are very many, in the order in which they came', async () => {
    const keys = Array.from({ length: 150 }, (_, index) => `k${index}`);
    const before = await commits(file.path);
    await Promise.all(keys.map((key) => note(key)));
    expect(await noted()).toEqual(keys);
    expect((await commits(file.path)) - before).toBe(3);
  });

  it('do not fail with the one that fails', async () => {
    const ends = await Promise.allSettled([note('k1'), note('k2').then(() => note('k1')), note('k1'), note('k3')]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(await noted()).toEqual(['k1', 'k2', 'k3']);
  });

  it('do not keep half of the one that fails', async () => {
    const half = write(async (trx) => {
      await trx.insertInto('feedback').values({ key: 'half', conversation_id: 'c1', intent: null, helped: null, comment: null, at: 0 }).execute();
      throw new RangeError('the other half');
    });
    await expect(Promise.all([note('k1'), half])).rejects.toThrow('the other half');
    expect(await noted()).toEqual(['k1']);
  });

  it('go on when a turn among them is stale', async () => {
    await store.commitTurn(turn({ conversation: 'c1' }), 0, outcome());
    const [stale, fresh] = await Promise.all([store.commitTurn(turn({ conversation: 'c1', id: 't2' }), 0, outcome()), store.commitTurn(turn({ conversation: 'c2' }), 0, outcome())]);
    expect(stale).toBeNull();
    expect(fresh).not.toBeNull();
    expect(await store.loadConversation('c2')).toMatchObject({ revision: 1 });
  });

  it('all fail, and leave nothing, when the disk is full', async () => {
    tables.database.pragma(`max_page_count = ${String(tables.database.pragma('page_count', { simple: true }))}`);
    const ends = await Promise.allSettled([note('k1'), note('k2', 'x'.repeat(1_000_000)), note('k3')]);
    for (const end of ends) expect(end).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable', reason: 'disk-full' } });
    expect(await noted()).toEqual([]);
    tables.database.pragma('max_page_count = 1000000');
    await note('k4');
    expect(await noted()).toEqual(['k4']);
  });

  it('all fail when the file cannot be locked in time', async () => {
    const impatient = await openSqliteTables({ path: file.path, lockWaitMs: 0 });
    const other = sharedWrites(impatient.db);
    tables.database.exec('begin immediate');
    const ends = await Promise.allSettled([1, 2].map((at) => other((trx) => trx.updateTable('turns').set({ at }).execute())));
    tables.database.exec('rollback');
    await impatient.db.destroy();
    for (const end of ends) expect(end).toMatchObject({ status: 'rejected', reason: { reason: 'locked' } });
  });
});

function conversations(): readonly string[] {
  return Array.from({ length: TOGETHER }, (_, index) => `c${index}`);
}

/** Commits in the write-ahead log: its frames that say how large the database is after them (https://sqlite.org/fileformat2.html#the_write_ahead_log). */
async function commits(path: string): Promise<number> {
  const log = await readFile(`${path}-wal`);
  const frameBytes = 24 + log.readUInt32BE(8);
  let count = 0;
  for (let at = 32; at + frameBytes <= log.length; at += frameBytes) if (log.readUInt32BE(at + 4) > 0) count += 1;
  return count;
}
