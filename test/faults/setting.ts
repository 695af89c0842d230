/** What the tests of faults share: databases in temporary files, a receiver that knows repetitions, and what a talk left behind. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Message, Store } from '../../bot/store/store.ts';
import { openSqliteStore } from '../../bot/store/sqlite.ts';
import { startPeer } from '../effects/peer.ts';
import { CONVERSATION } from './scripted-talk.ts';

/** A path for a database of this test. */
export async function databasePath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'bot.sqlite');
}

/** A handle on the database, closed at the latest when the test ends. */
export async function openStore(path: string): Promise<Store> {
  const store = await openSqliteStore({ path });
  onTestFinished(() => store.close());
  return store;
}

export interface Receiver {
  readonly url: string;
  /** Every request, by its Idempotency-Key, in the order of arrival. */
  readonly keys: readonly string[];
  /** Called for each request once it counts as taken. False: the sender gets no answer. */
  onTaken: () => boolean;
}

/** Stands for the card system and the ticket system: takes everything, and says of a block that it is done. */
export async function startReceiver(): Promise<Receiver> {
  const keys: string[] = [];
  const receiver = { keys, onTaken: () => true };
  const { url } = await startPeer(({ headers }) => {
    keys.push(String(headers['idempotency-key']));
    return receiver.onTaken() ? { status: 200, body: { outcome: 'blocked', at: '2026-11-24T13:05:02Z' } } : null;
  });
  return Object.assign(receiver, { url });
}

type Line = Pick<Message, 'seq' | 'turn' | 'content'>;

/** The transcript as people read it, without what differs from run to run: when lines were written, and the digits of references. */
export async function transcript(store: Store): Promise<readonly Line[]> {
  const messages = await store.readMessages(CONVERSATION, 0, 1_000);
  const lines = messages.map(({ seq, turn, content }) => ({ seq, turn, content }));
  const references = [...new Set(JSON.stringify(lines).match(/ET-\d{6}/g))];
  return JSON.parse(references.reduce((text, reference, index) => text.replaceAll(reference, `ET-${index}`), JSON.stringify(lines))) as Line[];
}
