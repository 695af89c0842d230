/** What a process uses when nobody writes to it, and what it has used at most. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from './process.ts';

export interface IdleFigures {
  readonly rssMib: number;
  /** Processor time a second. */
  readonly cpuMs: number;
}

/** After a start there is still something to do for a moment. */
const SETTLE_MS = 500;

export async function measureIdle({ usage }: Running, seconds: number): Promise<IdleFigures> {
  await sleep(SETTLE_MS);
  const before = await usage();
  await sleep(seconds * 1000);
  const after = await usage();
  return { rssMib: after.rssMib, cpuMs: (after.cpuMs - before.cpuMs) / seconds };
}
