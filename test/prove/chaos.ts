/** What goes wrong while people talk: one fault after the other, with some calm in between. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../intents/random.ts';
import { between, weighted, weights } from './chance.ts';
import type { Plan } from './plan.ts';
import type { Replica } from './processes.ts';
import type { World } from './world.ts';

export interface Fault {
  readonly name: FaultName;
  readonly from: number;
  readonly to: number;
}

export interface Chaos {
  readonly faults: readonly Fault[];
  /** No new fault begins; resolves when the last one is over. */
  stop(): Promise<void>;
}

const WEIGHTS = { kill: 5, 'kill all': 1, pause: 3, 'stop in order': 2, 'restart the database': 2, 'crash the database': 1, 'cut connections': 4, 'receiver down': 2, 'connector down': 2 } as const;
export type FaultName = keyof typeof WEIGHTS;
/** A single process without a server has nobody beside it. */
const ONLY_OF_SERVERS = { 'restart the database': 0, 'crash the database': 0, 'kill all': 0 } as const;

const SHORTEST_MS = 200;
const OUTAGE_MS = 4_000;
/** A pause is long once in so many; the others last a second or two. */
const LONG_PAUSES = 0.15;
const SHORT_PAUSE_MS = 2_000;

export function startChaos(world: World, plan: Plan, random: Random): Chaos {
  const faults: Fault[] = [];
  const ended = new AbortController();
  const draw = drawFrom(weights(world.database.server === null ? { ...WEIGHTS, ...ONLY_OF_SERVERS } : WEIGHTS), random);
  const pauses: Promise<void>[] = [];
  const suffer = async (name: FaultName): Promise<void> => {
    const from = Date.now();
    await befall(name, world, plan, random);
    faults.push({ name, from, to: Date.now() });
  };
  const run = async (): Promise<void> => {
    for (;;) {
      const isOver = await sleep(between(random, SHORTEST_MS, plan.calmMs), false, { signal: ended.signal }).catch(() => true);
      if (isOver) return;
      const name = draw();
      // Others must be able to take over meanwhile, and to fail at it.
      if (name === 'pause') pauses.push(suffer(name));
      else await suffer(name);
    }
  };
  const running = run();
  return {
    faults,
    stop: async () => {
      ended.abort();
      await running;
      await Promise.all(pauses);
    },
  };
}

/** First each fault once, so that a short run has seen as many as it can; then each as often as its weight says. */
function drawFrom(all: ReadonlyMap<FaultName, number>, random: Random): () => FaultName {
  const unseen = new Map(all);
  return () => {
    const name = weighted(random, unseen.size > 0 ? unseen : all);
    unseen.delete(name);
    return name;
  };
}

async function befall(name: FaultName, { replicas, database, proxy, receiver, connector }: World, plan: Plan, random: Random): Promise<void> {
  const victim = replicas[Math.floor(random() * replicas.length)];
  if (victim === undefined) throw new RangeError('There are no replicas.');
  switch (name) {
    case 'kill':
      return again(victim, () => victim.kill());
    case 'kill all':
      await Promise.all(replicas.map((replica) => again(replica, () => replica.kill())));
      return;
    case 'stop in order':
      return again(victim, () => victim.stop());
    case 'pause':
      victim.pause();
      await sleep(replicas.length > 1 && random() < LONG_PAUSES ? plan.pauseMs : between(random, SHORTEST_MS, SHORT_PAUSE_MS));
      victim.resume();
      return;
    case 'restart the database':
      return database.server?.restart('fast');
    case 'crash the database':
      return database.server?.restart('crash');
    case 'cut connections':
      proxy.cut(between(random, 0.2, 1));
      return;
    case 'receiver down':
      return outage(receiver, random);
    case 'connector down':
      return outage(connector, random);
  }
}

async function again(replica: Replica, end: () => Promise<unknown>): Promise<void> {
  await end();
  await replica.start();
}

async function outage(system: { isDown: boolean }, random: Random): Promise<void> {
  system.isDown = true;
  await sleep(between(random, SHORTEST_MS, OUTAGE_MS));
  system.isDown = false;
}
