/** What operators use: the commands and the metrics. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { call } from './calls.ts';
import type { World } from './world.ts';

const TICKETS = join(import.meta.dirname, '../../bot/cli/tickets.ts');

/** `npm run tickets -- ...`: the lines that it prints. */
export async function tickets({ folder, env }: World, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [TICKETS, ...args], { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
  return stdout.split('\n').filter((line) => line !== '');
}

/** What they see when everything is at rest. */
export interface Sight {
  /** The lines of `npm run tickets -- dead`. */
  readonly dead: readonly string[];
  /** The figures of each replica. */
  readonly figures: readonly { readonly pending: number | null; readonly dead: number | null }[];
}

export async function look(world: World): Promise<Sight> {
  const dead = await tickets(world, 'dead');
  const figures = await Promise.all(world.replicas.map(async ({ port }) => ({ pending: await figure(port, 'effects_pending'), dead: await figure(port, 'effects_dead') })));
  return { dead, figures };
}

/** Null where it is not told. */
async function figure(port: number, name: string): Promise<number | null> {
  const { text } = await call({ method: 'GET', url: `http://127.0.0.1:${port}/metrics` });
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
  return value === undefined ? null : Number(value);
}
