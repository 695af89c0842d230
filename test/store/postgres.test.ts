import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import type { PostgresOptions } from '../../bot/store/postgres.ts';
import { openPostgresStore } from '../../bot/store/postgres.ts';
import type { Store } from '../../bot/store/store.ts';
import { storeContract } from '../contracts/store.ts';
import { at, blockCard, keyed, openTicket, outcome, ticketDraft, turn } from '../contracts/store/fixtures.ts';
import { postgresForFile, query, temporaryPostgres } from '../postgres.ts';

const server = postgresForFile();

storeContract('the PostgreSQL store', () => temporaryPostgres(server()));

describe('a PostgreSQL database', () => {
  let database: Awaited<ReturnType<typeof temporaryPostgres>>;
  let closing: (() => unknown)[];

  beforeEach(async () => {
    database = await temporaryPostgres(server());
    closing = [];
  });
  afterEach(async () => {
    for (const close of closing) await close();
    await database.drop();
  });

  async function open(options: Partial<PostgresOptions> = {}): Promise<Store> {
    const store = await openPostgresStore({ url: database.url, poolSize: 4, ...options });
    closing.push(() => store.close());
    return store;
  }

  /** Another session. */
  async function shell(): Promise<Client> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    closing.unshift(() => client.end());
    return client;
  }

  /** Statements of stores that wait for a lock now. */
  async function waitForWaiter(client: Client): Promise<void> {
    for (;;) {
      const { rowCount } = await client.query("select 1 from pg_stat_activity where wait_event_type = 'Lock' and application_name like 'korthjalpen-%' and datname = current_database()");
      if ((rowCount ?? 0) > 0) return;
    }
  }

  it('can be opened by several replicas at once while it is new', async () => {
    const stores = await Promise.all([open(), open(), open(), open()]);
    await Promise.all(stores.map((store, index) => store.commitTurn(turn({ conversation: `c${index}` }), 0, outcome())));
    const revisions = await Promise.all(stores.map(async (store, index) => (await store.loadConversation(`c${(index + 1) % 4}`))?.revision));
    expect(revisions).toEqual([1, 1, 1, 1]);
  });

  it('that does not exist is refused with its name, and without the password', async () => {
    const url = new URL(database.url);
    url.pathname = '/elsewhere';
    const refused = open({ url: url.href });
    await expect(refused).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'cannot-open', message: expect.stringContaining('/elsewhere') as string });
    await expect(refused).rejects.not.toThrow(new RegExp(url.password));
  });

  it('whose server is away is refused after the wait', async () => {
    const url = new URL(database.url);
    url.port = '1';
    await expect(open({ url: url.href, connectWaitMs: 50 })).rejects.toMatchObject({ reason: 'unreachable' });
  });

  it('that a later version has used is refused', async () => {
    await open();
    await query(database.url, "insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01T00:00:00.000Z')");
    await expect(open()).rejects.toMatchObject({ reason: 'schema', message: expect.stringContaining('later version') as string });
  });

  it('that may not be written says so, and still gives what it has', async () => {
    const store = await open();
    await store.commitTurn(turn(), 0, outcome());
    const { pathname } = new URL(database.url);
    await query(database.url, `alter database ${pathname.slice(1)} set default_transaction_read_only = on`);
    const reader = openPostgresStore({ url: database.url });
    closing.push(async () => (await reader).close());
    await expect((await reader).commitTurn(turn({ id: 't2' }), 1, outcome())).rejects.toMatchObject({ reason: 'read-only' });
    expect(await (await reader).loadConversation('c1')).toMatchObject({ revision: 1 });
  });

  it('whose row stays locked fails the call, which has then written nothing', async () => {
    const store = await open({ timeoutMs: 100 });
    await store.commitTurn(turn(), 0, outcome());
    const other = await shell();
    await other.query("begin; select 1 from conversations where id = 'c1' for update");
    await expect(store.commitTurn(turn({ id: 't2' }), 1, outcome())).rejects.toMatchObject({ name: 'StoreUnavailable', reason: expect.stringMatching(/^(locked|slow)$/) as string });
    await other.query('rollback');
    expect(await store.commitTurn(turn({ id: 't2' }), 1, outcome())).toHaveLength(2);
  });

  it('whose row is locked for a moment only delays the call', async () => {
    const store = await open({ timeoutMs: 60_000 });
    await store.commitTurn(turn(), 0, outcome());
    const other = await shell();
    await other.query("begin; select 1 from conversations where id = 'c1' for update");
    const committing = store.commitTurn(turn({ id: 't2' }), 1, outcome());
    await waitForWaiter(other);
    await other.query('commit');
    expect(await committing).toHaveLength(2);
  });

  it('gives a worker what another is not just taking', async () => {
    const store = await open({ timeoutMs: 60_000 });
    await store.commitTurn(turn(), 0, outcome({ effects: keyed(blockCard, openTicket) }));
    const other = await shell();
    await other.query("begin; select 1 from outbox where key = 'k0' for update");
    expect(await store.claimEffects('w1', at(0), 60_000, 10)).toMatchObject([{ key: 'k1' }]);
  });

  it('gives each effect to one of many workers', async () => {
    const first = await open();
    const stores = [first, await open(), await open()];
    const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
    await first.commitTurn(turn(), 0, outcome({ effects: keys.map((key) => ({ key, effect: blockCard })) }));
    const claims = await Promise.all(stores.flatMap((store, index) => Array.from({ length: 8 }, () => store.claimEffects(`w${index}`, at(0), 60_000, 2))));
    const claimed = claims.flat().map(({ key }) => key);
    expect(new Set(claimed).size).toBe(claimed.length);
    const rest = await first.claimEffects('w0', at(0), 60_000, 100);
    expect([...claimed, ...rest.map(({ key }) => key)].toSorted()).toEqual(keys.toSorted());
  });

  it('tells a watcher which conversation another has changed, and nothing of its own commits', async () => {
    const [store, other] = [await open(), await open()];
    const heard: (string | null)[] = [];
    let wake: () => void = () => undefined;
    store.watch((conversation) => {
      heard.push(conversation);
      wake();
    });
    const until = async (conversation: string | null): Promise<void> => {
      while (!heard.includes(conversation)) await new Promise<void>((resolve) => (wake = resolve));
    };
    await until(null);
    await store.commitTurn(turn({ conversation: 'own' }), 0, outcome());
    await other.commitTurn(turn({ conversation: 'other/one' }), 0, outcome());
    await until('other/one');
    expect(heard).toEqual([null, 'other/one']);
  });

  it('keeps a text with a character that PostgreSQL has no place for', async () => {
    const store = await open();
    const ticket = await store.saveTicket('k1', 'c1', { kind: 'ticket', ticket: { ...ticketDraft, subject: 'a\0b' } }, at(0));
    expect(ticket.subject).toBe('a\uFFFDb');
  });
});

describe('a PostgreSQL server that goes away', () => {
  const own = postgresForFile({ own: true });

  it('fails the calls meanwhile, and serves the same store again once it is back', async () => {
    const database = await temporaryPostgres(own(), { connectWaitMs: 200 });
    const store = await database.connect();
    await store.commitTurn(turn(), 0, outcome());
    let isLost = false;
    const wakes: (() => void)[] = [];
    store.watch(() => wakes.splice(0).forEach((wake) => wake()));
    await new Promise<void>((resolve) => wakes.push(resolve));
    await own().stop();
    await store.commitTurn(turn({ id: 't2' }), 1, outcome()).catch((error: unknown) => {
      expect(error).toMatchObject({ name: 'StoreUnavailable', reason: 'unreachable' });
      isLost = true;
    });
    expect(isLost).toBe(true);
    const catchUp = new Promise<void>((resolve) => wakes.push(resolve));
    await own().start();
    expect(await store.commitTurn(turn({ id: 't2' }), 1, outcome())).toHaveLength(2);
    await catchUp;
    await store.close();
  });
});
