/**
 * What a turn costs: all contenders one after the other in every round, so that whatever else the machine does falls
 * on both. Each figure is the median of the rounds; the ratio is the median of each round's own ratio.
 */
import { quantile } from '../eval/statistics.ts';
import type { Load } from './load.ts';
import type { Plan } from './plan.ts';
import type { Running } from './process.ts';

export interface TurnFigures {
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the bot's process. */
  readonly cpuMs: number;
  readonly replies: number | null;
}

export interface Contender {
  readonly name: string;
  readonly process: Running;
  readonly load: Load;
}

/** One way of sending messages. The ratios are to the first contender. */
export interface Contest {
  readonly name: string;
  readonly contenders: readonly Contender[];
}

export interface Result {
  readonly name: string;
  readonly entries: readonly { readonly name: string; readonly figures: TurnFigures; readonly cpuRatio: number }[];
}

/** A whole conversation of each of 64 connections: its opening costs more than the rest, and a percentile of fewer says nothing. */
const FEWEST_TURNS = 256;

type Pace = Pick<Plan, 'rounds' | 'secondsPerRun' | 'warmUpTurns'>;

export async function measureTurns(contests: readonly Contest[], plan: Pace): Promise<readonly Result[]> {
  const ready = [];
  for (const { name, contenders } of contests) {
    const runs = [];
    for (const contender of contenders) runs.push({ name: contender.name, run: await warmUp(contender, plan), figures: Array<TurnFigures>() });
    ready.push({ name, runs });
  }
  for (let round = 0; round < plan.rounds; round++) {
    for (const { runs } of ready) for (const { run, figures } of runs) figures.push(await run());
  }
  return ready.map(({ name, runs }) => ({ name, entries: runs.map((one) => ({ name: one.name, figures: middle(one.figures), cpuRatio: cpuRatio(one.figures, runs[0]?.figures ?? []) })) }));
}

/** The median of each round's own ratio. */
function cpuRatio(figures: readonly TurnFigures[], baseline: readonly TurnFigures[]): number {
  return median(figures.map(({ cpuMs }, round) => cpuMs / (baseline[round]?.cpuMs ?? NaN)));
}

/** Resolves with a function that measures one run, of about the seconds that the plan gives it. */
async function warmUp({ process, load }: Contender, { warmUpTurns, secondsPerRun }: Pace): Promise<() => Promise<TurnFigures>> {
  const { seconds } = await load(warmUpTurns);
  const turns = Math.ceil(Math.max(FEWEST_TURNS, (warmUpTurns / seconds) * secondsPerRun));
  return () => measure(process, load, turns);
}

async function measure(process: Running, load: Load, turns: number): Promise<TurnFigures> {
  const before = await process.usage();
  const { milliseconds, seconds, replies } = await load(turns);
  const after = await process.usage();
  return {
    turnsPerSecond: turns / seconds,
    p50Ms: quantile(milliseconds, 0.5),
    p99Ms: quantile(milliseconds, 0.99),
    cpuMs: (after.cpuMs - before.cpuMs) / turns,
    replies: replies === null ? null : replies / turns,
  };
}

function middle(figures: readonly TurnFigures[]): TurnFigures {
  const counted = figures.flatMap(({ replies }) => replies ?? []);
  return {
    turnsPerSecond: median(figures.map(({ turnsPerSecond }) => turnsPerSecond)),
    p50Ms: median(figures.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(figures.map(({ p99Ms }) => p99Ms)),
    cpuMs: median(figures.map(({ cpuMs }) => cpuMs)),
    replies: counted.length === 0 ? null : median(counted),
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
