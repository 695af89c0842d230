/** After the chaos: everything heals, and what was begun must come to its end by itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './chaos.ts';
import { countWaiting } from './held.ts';
import type { Plan } from './plan.ts';
import { tickets } from './operator.ts';
import type { World } from './world.ts';

/** Longer than a lease and the longest wait between two tries together, on a slow machine. */
const PATIENCE_MS = 300_000;
const LOOK_MS = 250;
/** The command reads the whole model each time. */
const REVIVED = 3;

export interface Rest {
  /** Everything was killed once more. */
  readonly fault: Fault;
  /** Null: nothing waits any more. Otherwise what does. */
  readonly waiting: string | null;
  /** Requests that could not be sent, and were sent again by the command for it. */
  readonly revived: number;
}

export async function comeToRest(world: World, plan: Plan): Promise<Rest> {
  const { replicas, proxy, receiver, connector, servicedesk } = world;
  for (const system of [proxy, receiver, connector]) system.heal();
  // What is in memory only is lost now.
  const from = Date.now();
  await Promise.all(replicas.map((replica) => replica.kill()));
  if (!plan.waitsForLeases) await endLeases(world);
  for (const replica of replicas) await replica.start();
  const fault: Fault = { name: 'kill all', from, to: Date.now() };
  const waiting = await untilNothingWaits(world);
  const revived = await revive(world);
  const after = await untilNothingWaits(world);
  await servicedesk.finished();
  return { fault, waiting: waiting ?? after ?? (await untilNothingWaits(world)), revived };
}

/** As if the time had passed. */
async function endLeases({ database }: World): Promise<void> {
  await database.query("update outbox set lease_until = 0, next_at = 0 where state = 'pending'");
  await database.query('update delivery_leases set lease_until = 0');
}

async function untilNothingWaits({ database }: World): Promise<string | null> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { effects, replies } = await countWaiting(database);
    if (effects + replies === 0) return null;
    if (Date.now() > deadline) return `${effects} effects and ${replies} replies still wait after ${PATIENCE_MS / 1000} s`;
    await sleep(LOOK_MS);
  }
}

/** As an operator does who finds requests that could not be sent, for the first ones of them. The others stay where they can be seen. */
async function revive(world: World): Promise<number> {
  const dead = (await tickets(world, 'dead')).map((line) => /^(.*?) {2}\S+ {2}after (\d+) tries: (.*)$/.exec(line)).filter((match) => match !== null);
  const worthATry = dead.filter(([, , , why]) => !/answered 403/.test(why ?? ''));
  for (const [, key = ''] of worthATry.slice(0, REVIVED)) await tickets(world, 'retry', key);
  return Math.min(worthATry.length, REVIVED);
}
