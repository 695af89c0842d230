import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../bot/store/store.ts';
import { temporarySqlite } from './temporary-sqlite.ts';

const TRIALS = 10;
const MOST_TURNS_A_TRIAL = 60;
/** Their turns share commits: a crash takes all of a commit or nothing. */
const CONVERSATIONS = ['c1', 'c2', 'c3'];
const script = fileURLToPath(new URL('commit-forever.ts', import.meta.url));

describe('a SQLite store whose process is killed', () => {
  let database: Awaited<ReturnType<typeof temporarySqlite>>;

  beforeEach(async () => {
    database = await temporarySqlite();
  });
  afterEach(() => database.drop());

  it('has every turn whose commit resolved, each of them whole, in an intact file', async () => {
    const printed: string[] = [];
    for (let trial = 0; trial < TRIALS; trial += 1) {
      printed.push(...(await commitUntilKilled(database.path, `run${trial}`, 1 + Math.floor(Math.random() * MOST_TURNS_A_TRIAL))));
      expect(integrityOf(database.path)).toBe('ok');
    }
    const store = await database.connect();
    for (const line of printed) {
      const [conversation = '', id = ''] = line.split(' ');
      const recalled = await store.recallTurn(conversation, id);
      expect(recalled, id).toMatchObject({ messages: [{ turn: id }, { turn: id }], outcome: { effects: [{ key: id }] } });
    }
    await expectWhole(store);
    await store.close();
  }, 120_000);
});

/** Starts a committing process, kills it outright after it has printed `turns` turns, and returns all that it printed. */
async function commitUntilKilled(path: string, run: string, turns: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, path, run, ...CONVERSATIONS], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  const printed: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    printed.push(line);
    if (printed.length === turns) child.kill('SIGKILL');
  }
  expect(await exit).toEqual([null, 'SIGKILL']);
  return printed;
}

function integrityOf(path: string): unknown {
  const file = new SqliteDatabase(path);
  try {
    return file.pragma('integrity_check', { simple: true });
  } finally {
    file.close();
  }
}

/** Revision, turns, messages and effects were committed together or not at all. */
async function expectWhole(store: Store): Promise<void> {
  let all = 0;
  for (const conversation of CONVERSATIONS) {
    const turns = (await store.loadConversation(conversation))?.revision ?? 0;
    const seqs = (await store.readMessages(conversation, 0, 3 * turns)).map((message) => message.seq);
    expect(seqs).toEqual(Array.from({ length: 2 * turns }, (_, index) => index + 1));
    all += turns;
  }
  const effects = await store.effects(null, 2 * all);
  expect(new Set(effects.map(({ key }) => key)).size).toBe(all);
  expect(await store.counts()).toMatchObject({ pendingEffects: all, undelivered: all });
}
