/** How much is proven, and how rough the world is meanwhile. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { UsageError } from '../../bot/cli/exit.ts';

export const STORES = ['sqlite', 'postgres'] as const;
export type StoreKind = (typeof STORES)[number];

export interface Plan {
  /** Decides every random choice; a run with the same seed sends the same talks and begins the same faults. */
  readonly seed: number;
  /** For so long new conversations begin. */
  readonly minutes: number;
  /** At most so many, on each store. */
  readonly conversations: number;
  /** Conversations at the same time. */
  readonly people: number;
  /** Processes on PostgreSQL. */
  readonly replicas: number;
  /** The longest time between two faults. */
  readonly calmMs: number;
  /** The longest pause of a process. Longer than a lease: it then wakes up believing that it still has what others have taken over. */
  readonly pauseMs: number;
  /** False: at the end the leases of the dead are ended by hand, as if the time had passed. */
  readonly waitsForLeases: boolean;
}

const FULL: Omit<Plan, 'seed'> = { minutes: 2, conversations: 2_000, people: 24, replicas: 3, calmMs: 8_000, pauseMs: 17_000, waitsForLeases: true };

/** Shows in some seconds that the proof itself works. */
export const SHORT: Plan = { seed: 1, minutes: 0.12, conversations: 100, people: 6, replicas: 2, calmMs: 1_200, pauseMs: 1_000, waitsForLeases: false };

export interface Asked {
  readonly plan: Plan;
  readonly stores: readonly StoreKind[];
}

const USAGE = 'npm run prove -- [--seed N] [--minutes M] [--conversations N] [--store sqlite|postgres|both]';

const options = z.object({
  seed: z.coerce.number().int().min(0).optional(),
  minutes: z.coerce.number().positive().max(600).default(FULL.minutes),
  conversations: z.coerce.number().int().positive().default(FULL.conversations),
  store: z.enum([...STORES, 'both']).default('both'),
});

/** Reads the command line. Without a seed a new one is drawn. Throws `UsageError`. */
export function planOf(args: readonly string[], drawSeed: () => number): Asked {
  const read = options.safeParse(valuesOf(args));
  if (!read.success) throw new UsageError(`${z.prettifyError(read.error)}\n${USAGE}`);
  const { seed = drawSeed(), minutes, conversations, store } = read.data;
  return { plan: { ...FULL, seed, minutes, conversations }, stores: store === 'both' ? STORES : [store] };
}

function valuesOf(args: readonly string[]): Readonly<Record<string, unknown>> {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { seed: text, minutes: text, conversations: text, store: text } }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
