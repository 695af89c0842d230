/**
 * What a turn costs: echo bot and bot one after the other in every round, so that whatever else the machine does falls
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
  readonly process: Running;
  readonly load: Load;
}

/** One way of sending messages; `echo` is null where the echo bot has nothing like it. */
export interface Contest {
  readonly name: string;
  readonly echo: Contender | null;
  readonly bot: Contender;
}

export interface Result {
  readonly name: string;
  readonly echo: TurnFigures | null;
  readonly bot: TurnFigures;
  readonly cpuRatio: number | null;
}

interface Round {
  readonly echo: TurnFigures | null;
  readonly bot: TurnFigures;
}

/** A percentile of fewer says nothing. */
const FEWEST_TURNS = 64;

export async function measureTurns(contests: readonly Contest[], plan: Plan): Promise<readonly Result[]> {
  const ready = [];
  for (const { name, echo, bot } of contests) ready.push({ name, echo: echo && (await warmUp(echo, plan)), bot: await warmUp(bot, plan), rounds: Array<Round>() });
  for (let round = 0; round < plan.rounds; round++) {
    for (const { echo, bot, rounds } of ready) rounds.push({ echo: echo && (await echo()), bot: await bot() });
  }
  return ready.map(({ name, rounds }) => ({ name, ...summary(rounds) }));
}

/** Resolves with a function that measures one run, of about the seconds that the plan gives it. */
async function warmUp({ process, load }: Contender, { warmUpTurns, secondsPerRun }: Plan): Promise<() => Promise<TurnFigures>> {
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

function summary(rounds: readonly Round[]): Omit<Result, 'name'> {
  const echoes = rounds.flatMap(({ echo }) => echo ?? []);
  const ratios = rounds.flatMap(({ echo, bot }) => (echo === null ? [] : bot.cpuMs / echo.cpuMs));
  return {
    echo: echoes.length === 0 ? null : middle(echoes),
    bot: middle(rounds.map(({ bot }) => bot)),
    cpuRatio: ratios.length === 0 ? null : median(ratios),
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
