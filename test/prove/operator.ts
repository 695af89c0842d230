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

/** A figure of one replica's /metrics. */
export async function figure(port: number, name: string): Promise<number | null> {
  const { text } = await call({ method: 'GET', url: `http://127.0.0.1:${port}/metrics` });
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
  return value === undefined ? null : Number(value);
}
