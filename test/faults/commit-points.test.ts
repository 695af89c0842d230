/**
 * Real processes that are killed at each point at which something lasting has just been done. A kill between two such
 * points leaves the same behind as one at the earlier of them.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../bot/store/store.ts';
import { createBot, EFFECT_KEYS, LEASE_MS, play, START_MS, TALK } from './scripted-talk.ts';
import { databasePath, openStore, startReceiver, transcript, type Receiver } from './setting.ts';

const SCRIPT = join(import.meta.dirname, 'scripted-process.ts');
/** Processes that run side by side. */
const ABREAST = 2;

function startProcess(path: string, { url }: Receiver, writes: number): ChildProcess {
  return spawn(process.execPath, [SCRIPT, path, url, String(writes)], { stdio: 'inherit' });
}

async function signalOf(child: ChildProcess): Promise<unknown> {
  const [, signal] = (await once(child, 'exit')) as readonly unknown[];
  return signal;
}

/** A second process, as the channel meets it: everything comes again, and the leases of the first one have ended. */
async function goOn(path: string, { url }: Receiver): Promise<Store> {
  const store = await openStore(path);
  const { turns, worker } = createBot(store, () => new Date(START_MS + LEASE_MS), url);
  await play((incoming) => turns.handle('webchat', incoming), () => worker.drain());
  // Late repetitions, newest first.
  for (const incoming of TALK.toReversed()) await turns.handle('webchat', incoming);
  return store;
}

async function undisturbed(): Promise<Awaited<ReturnType<typeof transcript>>> {
  return transcript(await goOn(await databasePath(), await startReceiver()));
}

async function expectWhole(store: Store, { keys }: Receiver, expected: unknown, point: string): Promise<void> {
  expect(await transcript(store), point).toEqual(expected);
  expect(new Set(keys).size, point).toBe(EFFECT_KEYS.length);
  expect((await store.effects(null, 10)).map(({ key, state }) => [key, state]).toSorted(), point).toEqual(EFFECT_KEYS.map((key) => [key, 'settled']).toSorted());
  expect((await store.listTickets(null, 10)).map(({ kind, state }) => [kind, state]).toSorted(), point).toEqual([['block', 'blocked'], ['ticket', 'open']]);
}

describe('a process that is killed', () => {
  it('after any write of the store leaves one block, one ticket and the whole talk', { timeout: 600_000 }, async () => {
    const expected = await undisturbed();
    const dieAfter = async (writes: number): Promise<boolean> => {
      const [path, receiver] = [await databasePath(), await startReceiver()];
      const signal = await signalOf(startProcess(path, receiver, writes));
      const store = await goOn(path, receiver);
      await expectWhole(store, receiver, expected, `after write ${writes}`);
      await store.close();
      return signal === 'SIGKILL';
    };
    for (let writes = 1; ; writes += ABREAST) {
      const died = await Promise.all(Array.from({ length: ABREAST }, (_, index) => dieAfter(writes + index)));
      if (died.includes(false)) break;
    }
  });

  it.each(['the block', 'the ticket'])('once the receiver has taken %s, unheard, leaves it done once', { timeout: 60_000 }, async (what) => {
    const expected = await undisturbed();
    const [path, receiver] = [await databasePath(), await startReceiver()];
    const requests = what === 'the block' ? 1 : 2;
    const child = startProcess(path, receiver, Infinity);
    receiver.onTaken = () => {
      if (receiver.keys.length !== requests) return true;
      child.kill('SIGKILL');
      return false;
    };
    expect(await signalOf(child)).toBe('SIGKILL');
    receiver.onTaken = () => true;
    await expectWhole(await goOn(path, receiver), receiver, expected, what);
    // The repetition came under the same key, by which the receiver knew it.
    expect(receiver.keys).toHaveLength(EFFECT_KEYS.length + 1);
  });
});
