import { describe, expect, it, onTestFinished } from 'vitest';
import type { Handled } from '../../bot/ports.ts';
import type { Store } from '../../bot/store/store.ts';
import { interposed, type Around } from './interposed-store.ts';
import { createBot, EFFECT_KEYS, LEASE_MS, play, START_MS, TALK, type Bot } from './scripted-talk.ts';
import { databasePath, openStore, startReceiver, transcript, type Receiver } from './setting.ts';

class Fault extends Error {
  override readonly name = 'Fault';
}

/** Lets calls pass until the n-th step, a step being the moment before or after a call, and does `happen` there, once. */
function atStep(n: number, happen: () => Promise<void>): { readonly around: Around; readonly steps: () => number } {
  let steps = 0;
  const step = async (): Promise<void> => {
    steps += 1;
    if (steps === n) await happen();
  };
  const around: Around = async (_call, work) => {
    await step();
    const result = await work();
    await step();
    return result;
  };
  return { around, steps: () => steps };
}

interface Clock {
  readonly now: () => Date;
  pass(ms: number): void;
}

function clock(): Clock {
  let at = START_MS;
  return { now: () => new Date(at), pass: (ms) => (at += ms) };
}

/** Does it until no fault is in the way. */
async function persist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
  }
}

/** Performs what is due, and what a fault has left over once its lease has ended. */
async function drain({ worker }: Bot, time: Clock): Promise<void> {
  await persist(() => worker.drain());
  time.pass(LEASE_MS);
  await persist(() => worker.drain());
}

/** The talk on an empty database, with something happening at its n-th step. Returns how many steps there were. */
async function playWith(n: number, happen: () => Promise<void>, receiver: Receiver): Promise<{ store: Store; steps: number }> {
  const store = await openStore(await databasePath());
  const { around, steps } = atStep(n, happen);
  const time = clock();
  const bot = createBot(interposed(store, around), time.now, receiver.url);
  // As a channel does: the same activity comes again until it is acknowledged.
  await play((incoming) => persist(() => bot.turns.handle('webchat', incoming)), () => drain(bot, time));
  return { store, steps: steps() };
}

const nothing = (): Promise<void> => Promise.resolve();

describe('a store that fails once', () => {
  it('at any step of turn and worker leaves the talk as it would have been, with one block and one ticket', { timeout: 120_000 }, async () => {
    const calm = await playWith(Infinity, nothing, await startReceiver());
    const expected = await transcript(calm.store);
    expect(expected.filter(({ turn }) => turn.startsWith('settled:'))).not.toHaveLength(0);
    for (let n = 1; n <= calm.steps; n += 1) {
      const receiver = await startReceiver();
      const { store } = await playWith(n, () => Promise.reject(new Fault()), receiver);
      expect(await transcript(store), `step ${n}`).toEqual(expected);
      expect(new Set(receiver.keys).size, `step ${n}`).toBe(EFFECT_KEYS.length);
      expect((await store.effects('settled', 10)).map(({ key }) => key).toSorted()).toEqual(EFFECT_KEYS.toSorted());
      await store.close();
    }
  });
});

describe('a turn that stalls in one process', () => {
  /** Plays in a first process that stalls at its n-th step; meanwhile a second one gets everything again and finishes. */
  async function playWithStall(n: number): Promise<{ store: Store; first: readonly Handled[]; second: readonly Handled[] }> {
    const path = await databasePath();
    const receiver = await startReceiver();
    const [one, other] = [await openStore(path), await openStore(path)];
    const stalled = Promise.withResolvers<undefined>();
    const released = Promise.withResolvers<undefined>();
    const { around } = atStep(n, () => {
      stalled.resolve(undefined);
      return released.promise;
    });
    const now = (): Date => new Date(START_MS);
    const slow = createBot(interposed(one, around), now, receiver.url);
    const quick = createBot(other, now, receiver.url);
    const first = deliverAll(slow);
    await stalled.promise;
    const second = await deliverAll(quick);
    released.resolve(undefined);
    const result = { store: other, first: await first, second };
    await one.close();
    return result;
  }

  async function deliverAll(bot: Bot): Promise<readonly Handled[]> {
    const handled: Handled[] = [];
    for (const incoming of TALK) handled.push(await bot.turns.handle('webchat', incoming));
    return handled;
  }

  it('at any step as far as the first yes is done once, and both processes answer the same', { timeout: 120_000 }, async () => {
    // Recall, load, look for open requests, commit: four calls a turn, five turns to the first yes.
    for (let n = 1; n <= 5 * 4 * 2; n += 1) {
      const { store, first, second } = await playWithStall(n);
      expect(first.map(({ messages }) => messages), `step ${n}`).toEqual(second.map(({ messages }) => messages));
      expect(TALK.map((_incoming, index) => [first[index]?.repeated, second[index]?.repeated].filter((repeated) => repeated === false).length)).toEqual(TALK.map(() => 1));
      expect((await store.effects(null, 10)).map(({ key }) => key).toSorted()).toEqual(EFFECT_KEYS.toSorted());
      await store.close();
    }
  });
});

describe('turns of one conversation', () => {
  async function bot(around: Around = (_call, work) => work()): Promise<{ store: Store; bot: Bot }> {
    const store = await openStore(await databasePath());
    const { url } = await startReceiver();
    return { store, bot: createBot(interposed(store, around), () => new Date(START_MS), url) };
  }

  it('keep the order of their arrival while the first one stalls', async () => {
    const released = Promise.withResolvers<undefined>();
    onTestFinished(() => released.resolve(undefined));
    const { around } = atStep(1, () => released.promise);
    const { store, bot: stalling } = await bot(around);
    const all = TALK.map((incoming) => stalling.turns.handle('webchat', incoming));
    released.resolve(undefined);
    await Promise.all(all);
    const turns = (await transcript(store)).flatMap(({ turn, content }) => (content.kind === 'user' ? [turn] : []));
    expect(turns).toEqual(TALK.map(({ id }) => id));
  });

  it('are answered from the record when they come again, in whatever order', async () => {
    const { store, bot: calm } = await bot();
    const first = new Map<string, Handled>();
    for (const incoming of TALK) first.set(incoming.id, await calm.turns.handle('webchat', incoming));
    const before = await transcript(store);
    for (const incoming of [...TALK.toReversed(), ...TALK]) {
      const again = await calm.turns.handle('webchat', incoming);
      expect(again).toEqual({ ...first.get(incoming.id), repeated: true });
    }
    expect(await transcript(store)).toEqual(before);
    expect(await store.effects(null, 10)).toHaveLength(EFFECT_KEYS.length);
  });

  it('are told from others that were given their ids, and those do nothing', async () => {
    const { store, bot: calm } = await bot();
    for (const incoming of TALK) await calm.turns.handle('webchat', incoming);
    const before = await transcript(store);
    for (const incoming of TALK) {
      const isWritten = incoming.event.kind === 'said' || incoming.event.kind === 'chose';
      const other = await calm.turns.handle('webchat', { ...incoming, event: { kind: 'said', text: 'något helt annat' } });
      expect(other.conflicts ?? false).toBe(isWritten);
    }
    expect(await transcript(store)).toEqual(before);
  });

  it('posted twice at the same time run once', async () => {
    const { store, bot: calm } = await bot();
    for (const incoming of TALK) {
      const both = await Promise.all([calm.turns.handle('webchat', incoming), calm.turns.handle('webchat', incoming)]);
      expect(both.map(({ repeated }) => repeated)).toEqual([false, true]);
    }
    expect(await store.effects(null, 10)).toHaveLength(EFFECT_KEYS.length);
  });
});
