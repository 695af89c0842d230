import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { copyDatabase, type CopiedTable } from '../../bot/store/copy.ts';
import { openPostgresTables } from '../../bot/store/postgres.ts';
import { openSqliteTables } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { at, blockCard, blockRequest, fullState, keyed, openTicket, outcome, recordFeedback, richReply, ticketDraft, trace, turn } from '../contracts/store/fixtures.ts';
import { postgresForFile, query, temporaryPostgres } from '../postgres.ts';
import { temporarySqlite } from './temporary-sqlite.ts';

const server = postgresForFile();
const CLI = join(import.meta.dirname, '../../bot/cli/store-copy.ts');

describe('a copy from SQLite to PostgreSQL', () => {
  let sqlite: Awaited<ReturnType<typeof temporarySqlite>>;
  let postgres: Awaited<ReturnType<typeof temporaryPostgres>>;

  beforeEach(async () => {
    sqlite = await temporarySqlite();
    postgres = await temporaryPostgres(server());
  });
  afterEach(async () => {
    await sqlite.drop();
    await postgres.drop();
  });

  async function copy(): Promise<readonly CopiedTable[]> {
    const { db: source } = await openSqliteTables({ path: sqlite.path });
    const target = await openPostgresTables({ url: postgres.url });
    try {
      return await copyDatabase(source, target);
    } finally {
      await source.destroy();
      await target.destroy();
    }
  }

  async function open(database: { connect(): Promise<Store> }): Promise<Store> {
    const store = await database.connect();
    onTestFinished(() => store.close());
    return store;
  }

  it('gives the same answers to every question', async () => {
    const before = await open(sqlite);
    await fill(before);
    await copy();
    const after = await open(postgres);
    expect(await everything(after)).toEqual(await everything(before));
    expect(await after.commitTurn(turn({ conversation: 'c0', id: 'next', at: at(99) }), 1, outcome())).toMatchObject([{ seq: 3 }, { seq: 4 }]);
    await before.close();
    await after.close();
  });

  it('takes more rows than one page of each table, and counts them', async () => {
    const before = await open(sqlite);
    for (let index = 0; index < 1_201; index += 1) await before.commitTurn(turn({ conversation: `å${index}` }), 0, outcome());
    await before.close();
    expect((await copy()).slice(0, 3)).toMatchObject([{ table: 'conversations', rows: 1_201 }, { table: 'turns', rows: 1_201 }, { table: 'messages', rows: 2_402 }]);
  });

  it('into a database with rows is refused, and leaves both as they were', async () => {
    const [before, after] = [await open(sqlite), await open(postgres)];
    await before.commitTurn(turn(), 0, outcome());
    await after.commitTurn(turn({ conversation: 'another' }), 0, outcome());
    await before.close();
    await expect(copy()).rejects.toMatchObject({ name: 'CopyRefused', message: expect.stringContaining('conversations') as string });
    expect(await after.loadConversation('c1')).toBeNull();
    expect(await after.loadConversation('another')).toMatchObject({ revision: 1 });
    await after.close();
  });

  it('that reads back otherwise is taken back whole', async () => {
    const [before, after] = [await open(sqlite), await open(postgres)];
    await before.commitTurn(turn(), 0, outcome());
    await before.close();
    await query(postgres.url, "create function spoil() returns trigger language plpgsql as $$ begin new.content := '{}'; return new; end $$");
    await query(postgres.url, 'create trigger spoil before insert on messages for each row execute function spoil()');
    await expect(copy()).rejects.toMatchObject({ name: 'CopyRefused', message: expect.stringContaining('messages') as string });
    expect(await after.loadConversation('c1')).toBeNull();
    await after.close();
  });

  it('is made by npm run store:copy, which tells what it did and what it lacks', async () => {
    const before = await open(sqlite);
    await before.commitTurn(turn(), 0, outcome());
    await before.close();
    const run = (env: Readonly<Record<string, string>>, ...args: readonly string[]) => spawnSync(process.execPath, [CLI, ...args], { cwd: tmpdir(), env, encoding: 'utf8' });
    const env = { DATABASE_URL: postgres.url, WEBCHAT_TOKEN_SECRET: 'a secret of the tests, 32 bytes.' };
    expect(run(env, '--from', `${sqlite.path}.missing`)).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no file') as string });
    expect(run(env, '--from', sqlite.path)).toMatchObject({ status: 0, stdout: expect.stringContaining('messages: 2 rows') as string });
    expect(run(env, '--from', sqlite.path)).toMatchObject({ status: 1, stderr: expect.stringContaining('has rows already') as string });
    expect(run({}, '--from', sqlite.path)).toMatchObject({ status: 1, stderr: expect.stringContaining('DATABASE_URL is not set') as string });
  });

  it('lets nobody write to the source meanwhile', async () => {
    const before = await open(sqlite);
    await before.commitTurn(turn(), 0, outcome());
    await before.close();
    const { db: source } = await openSqliteTables({ path: sqlite.path });
    const other = new SqliteDatabase(sqlite.path, { timeout: 0 });
    onTestFinished(() => void other.close());
    const target = await openPostgresTables({ url: postgres.url });
    const copying = copyDatabase(source, target);
    // The copy waits for the server here, with the lock in its hands.
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => other.exec('delete from messages')).toThrow('locked');
    await copying;
    await source.destroy();
    await target.destroy();
  });
});

async function fill(store: Store): Promise<void> {
  await store.commitTurn(turn({ conversation: 'c0', at: at(0) }), 0, outcome({ state: fullState, replies: [richReply, { text: 'Åäö 🙂' }].slice(0, 1), trace, effects: keyed(blockCard, openTicket, recordFeedback), due: at(3) }));
  await store.commitTurn(turn({ conversation: 'c1', channel: 'teams', at: at(1) }), 0, outcome());
  await store.settleEffect('k0', { ok: true, outcome: 'blocked', reference: 'B-1', at: at(2) }, at(2));
  await store.buryEffect('k1', 'gav upp', at(2));
  await store.saveReference('c1', 'teams', { serviceUrl: 'https://example.com' }, at(1));
  const { reference } = await store.saveTicket('k1', 'c0', { kind: 'ticket', ticket: { ...ticketDraft, subject: 'a\0b' } }, at(2));
  await store.saveTicket('k9', 'c0', { kind: 'block', request: blockRequest }, at(4));
  await store.updateTicket(reference, { state: 'answered', comment: { from: 'servicedesk', text: 'Starta om.', key: 'answer:1' } }, at(3));
  await store.saveFeedback('k2', 'c0', { intent: 'pin-rules', helped: false, comment: 'nja' }, at(3));
  await store.mark('conversation', 'c0', 'ended', at(60), at(4));
}

/** Whatever can be asked of a store, with the one character that PostgreSQL replaces already replaced. */
async function everything(store: Store): Promise<unknown> {
  const answers = [
    await store.loadConversation('c0'),
    await store.recallTurn('c0', 't1'),
    await store.readMessages('c0', 0, 100),
    await store.undelivered('teams', null, 100),
    await store.loadReference('c1'),
    await store.effects(null, 100),
    await store.dueConversations(at(60), 100),
    await store.openRequests('p1', 100),
    await store.listTickets(null, 100),
    await store.readMark('conversation', 'c0', at(59)),
    await store.counts(),
  ];
  return JSON.parse(JSON.stringify(answers).replaceAll('a\\u0000b', 'a\uFFFDb')) as unknown;
}
