/**
 * One lane for each conversation: its work is done one step at a time, and a lane that waits or hangs holds up no
 * other. Nothing is remembered but the lanes at work, so any number of conversations may come and go.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** What a step found: nothing left to do, more may follow at once, or the milliseconds to wait before another attempt or, without a failure, the same one. */
export type StepResult = 'empty' | 'next' | { readonly retryMs: number } | { readonly pauseMs: number };

/**
 * Does one piece of a lane's work; must not reject. `attempt` counts from 1 and starts over after 'next'. `mayRun` turns
 * false when the lane is held or closed while the step is under way.
 */
export type LaneStep = (lane: string, attempt: number, mayRun: () => boolean) => Promise<StepResult>;

export interface Lanes {
  /** There may be work in this lane. Returns at once; a lane at work looks again when it is done. */
  kick(name: string): void;
  /** Keeps the lane still while `work` runs, and kicks it afterwards. */
  hold<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Starts no further step and resolves when the ones under way have ended. */
  close(): Promise<void>;
}

interface Lane {
  readonly name: string;
  busy: boolean;
  kicked: boolean;
  holds: number;
}

interface Yard {
  readonly step: LaneStep;
  readonly lanes: Map<string, Lane>;
  readonly running: Set<Promise<void>>;
  readonly closing: AbortController;
}

export function createLanes(step: LaneStep): Lanes {
  const yard: Yard = { step, lanes: new Map(), running: new Set(), closing: new AbortController() };
  return {
    kick: (name) => kick(yard, name),
    hold: async (name, work) => {
      const lane = laneOf(yard, name);
      lane.holds += 1;
      try {
        return await work();
      } finally {
        lane.holds -= 1;
        kick(yard, name);
      }
    },
    close: async () => {
      yard.closing.abort();
      await Promise.all(yard.running);
    },
  };
}

function laneOf({ lanes }: Yard, name: string): Lane {
  const lane = lanes.get(name) ?? { name, busy: false, kicked: false, holds: 0 };
  lanes.set(name, lane);
  return lane;
}

function mayRun({ closing }: Yard, { holds }: Lane): boolean {
  return holds === 0 && !closing.signal.aborted;
}

function kick(yard: Yard, name: string): void {
  const lane = laneOf(yard, name);
  lane.kicked = true;
  if (lane.busy || !mayRun(yard, lane)) return;
  lane.busy = true;
  const work = run(yard, lane).finally(() => yard.running.delete(work));
  yard.running.add(work);
}

async function run(yard: Yard, lane: Lane): Promise<void> {
  while (lane.kicked && mayRun(yard, lane)) {
    lane.kicked = false;
    await drain(yard, lane);
  }
  lane.busy = false;
  // A held lane is needed until the hold kicks it.
  if (lane.holds === 0) yard.lanes.delete(lane.name);
}

async function drain(yard: Yard, lane: Lane): Promise<void> {
  for (let attempt = 1; mayRun(yard, lane); ) {
    const result = await yard.step(lane.name, attempt, () => mayRun(yard, lane));
    if (result === 'empty') return;
    if (result === 'next') attempt = 1;
    else if ('retryMs' in result) attempt += 1;
    // Closing ends the wait early; the loop's condition then ends the lane.
    if (result !== 'next') await sleep('retryMs' in result ? result.retryMs : result.pauseMs, undefined, { signal: yard.closing.signal }).catch(() => undefined);
  }
}
