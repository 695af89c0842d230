import { mkdir, readFile, writeFile } from 'node:fs/promises';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../bot/store/errors.ts';
import { openSqliteStore } from '../../bot/store/sqlite.ts';
import type { SqliteOptions } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { storeContract } from '../contracts/store.ts';
import { at, blockCard, keyed, openTicket, outcome, ticketDraft, turn } from '../contracts/store/fixtures.ts';
import { temporarySqlite } from './temporary-sqlite.ts';

storeContract('the SQLite store', temporarySqlite);

describe('a SQLite file', () => {
  let database: Awaited<ReturnType<typeof temporarySqlite>>;
  let closing: (() => unknown)[];

  beforeEach(async () => {
    database = await temporarySqlite();
    closing = [];
  });
  afterEach(async () => {
    for (const close of closing) await close();
    await database.drop();
  });

  async function open(options: Partial<SqliteOptions> = {}): Promise<Store> {
    const store = await openSqliteStore({ path: database.path, ...options });
    closing.push(() => store.close());
    return store;
  }

  /** Another program at the same file. */
  function shell(): SqliteDatabase.Database {
    const other = new SqliteDatabase(database.path);
    closing.push(() => other.close());
    return other;
  }

  it('is made together with its folder', async () => {
    const path = `${database.path}.d/deeper/bot.db`;
    await expect((await open({ path })).check()).resolves.toBeUndefined();
  });

  it('can be opened several times at once while it is new', async () => {
    const stores = await Promise.all([open(), open(), open()]);
    await Promise.all(stores.map((store, index) => store.commitTurn(turn({ conversation: `c${index}` }), 0, outcome())));
    const revisions = await Promise.all([0, 1, 2].map(async (index) => (await (await open()).loadConversation(`c${index}`))?.revision));
    expect(revisions).toEqual([1, 1, 1]);
  });

  it('that is a folder is refused with its path and a remedy', async () => {
    await mkdir(database.path);
    const message = expect.stringContaining(database.path) as string;
    await expect(open()).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'cannot-open', message });
  });

  it('whose folder cannot be made is refused', async () => {
    await writeFile(`${database.path}.d`, '');
    await expect(open({ path: `${database.path}.d/bot.db` })).rejects.toMatchObject({ reason: 'cannot-open' });
  });

  it('that is not a database is refused and left as it is', async () => {
    const diary = 'Dear diary, '.repeat(500);
    await writeFile(database.path, diary);
    await expect(open()).rejects.toMatchObject({ reason: 'damaged' });
    expect(await readFile(database.path, 'utf8')).toBe(diary);
  });

  it('that a later version has used is refused', async () => {
    await (await open()).close();
    shell().exec("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01T00:00:00.000Z')");
    await expect(open()).rejects.toMatchObject({ reason: 'schema', message: expect.stringContaining('later version') as string });
  });

  it('that stays locked fails the call, which has then written nothing', async () => {
    const store = await open({ lockWaitMs: 20 });
    const other = shell();
    other.exec('begin immediate');
    await expect(store.commitTurn(turn(), 0, outcome())).rejects.toSatisfy((error) => error instanceof StoreUnavailable && error.reason === 'locked');
    other.exec('rollback');
    expect(await store.commitTurn(turn(), 0, outcome())).toHaveLength(2);
  });

  it('that is locked for a moment only delays the call', async () => {
    const store = await open();
    const other = shell();
    other.exec('begin immediate');
    const committing = store.commitTurn(turn(), 0, outcome());
    // The call is waiting by now: another read of the same file goes through meanwhile.
    expect(other.prepare('select count(*) as turns from turns').get()).toEqual({ turns: 0 });
    other.exec('commit');
    expect(await committing).toHaveLength(2);
  });

  it('with a row that cannot be read names the place and quotes nothing of it', async () => {
    const store = await open();
    await store.commitTurn(turn(), 0, outcome());
    shell().exec(`update conversations set state = '{"format": "hemligt"}'`);
    await expect(store.loadConversation('c1')).rejects.toMatchObject({ name: 'StoredDataInvalid', place: 'conversations.state of c1' });
    await expect(store.loadConversation('c1')).rejects.not.toThrow('hemligt');
    shell().exec(`update conversations set state = 'hemligt'`);
    await expect(store.loadConversation('c1')).rejects.toThrow('not JSON');
    await expect(store.loadConversation('c1')).rejects.not.toThrow('hemligt');
  });

  it('with an effect that cannot be read makes it a dead letter and gives the others', async () => {
    const store = await open();
    await store.commitTurn(turn(), 0, outcome({ effects: keyed(blockCard, openTicket) }));
    shell().exec(`update outbox set effect = '{"kind":"makeCoffee"}' where key = 'k0'`);
    expect(await store.claimEffects('w1', at(0), 60_000, 10)).toMatchObject([{ key: 'k1' }]);
    expect(await store.effects('dead', 10)).toMatchObject([{ key: 'k0', lastError: expect.stringContaining('outbox.effect of k0') as string }]);
  });

  it('holds the first feedback of a key', async () => {
    const store = await open();
    await store.saveFeedback('k1', 'c1', { intent: 'pin-rules', helped: false, comment: 'nja' }, at(0));
    await store.saveFeedback('k1', 'c1', { intent: null, helped: true }, at(1));
    const rows = shell().prepare('select intent, helped, comment from feedback').all();
    expect(rows).toEqual([{ intent: 'pin-rules', helped: 0, comment: 'nja' }]);
  });

  it('gives a ticket another reference when the first one is taken', async () => {
    const references = ['ET-000001', 'ET-000001', 'ET-000002'];
    const store = await open({ newReference: () => references.shift() ?? 'ET-000003' });
    const body = { kind: 'ticket', ticket: ticketDraft } as const;
    await store.saveTicket('k1', 'c1', body, at(0));
    expect(await store.saveTicket('k2', 'c1', body, at(0))).toMatchObject({ reference: 'ET-000002' });
  });

  it('gives up on a ticket when all references seem taken', async () => {
    const store = await open({ newReference: () => 'ET-000001' });
    const body = { kind: 'ticket', ticket: ticketDraft } as const;
    await store.saveTicket('k1', 'c1', body, at(0));
    await expect(store.saveTicket('k2', 'c1', body, at(0))).rejects.toMatchObject({ name: 'NoFreeReference' });
  });
});
