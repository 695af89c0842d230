/** The tables that are printed. */
import { arch, availableParallelism, cpus, loadavg, platform } from 'node:os';
import { table } from '../eval/table.ts';
import type { IdleChats } from './idle-chats.ts';
import type { IdleFigures } from './memory.ts';
import type { PacedFigures } from './paced-load.ts';
import type { PageSize } from './page-size.ts';
import type { Plan } from './plan.ts';
import type { Usage } from './process.ts';
import type { StartFigures } from './starts.ts';
import type { Result, TurnFigures } from './turns.ts';
import type { UnderstandingFigures } from './understanding.ts';
import { LOADS, type WidgetLoad } from './widget-load.ts';

export function machineLine({ rounds, secondsPerRun }: Plan): string {
  const [load = 0] = loadavg();
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}) shared with the load`;
  return `Node ${process.version}, ${platform()} ${arch()}, ${cores}, load average ${load.toFixed(1)}, ${rounds} rounds of ${secondsPerRun} s`;
}

export interface NamedStart {
  readonly name: string;
  readonly figures: StartFigures;
}

export function startTable(starts: readonly NamedStart[]): string {
  const seconds = (ms: number): string => (ms / 1000).toFixed(2);
  return table(['Start, s', 'listening', 'first answer'], starts.map(({ name, figures }) => [name, seconds(figures.listeningMs), seconds(figures.firstAnswerMs)]));
}

export function turnTable(results: readonly Result[]): string {
  const head = ['Turns (way, connections)', 'turns/s', 'p50 ms', 'p99 ms', 'CPU ms/turn', 'CPU to echo', 'replies/turn'];
  const rows = results.flatMap(({ name, entries }) => {
    const [first] = entries;
    return entries.map((entry) => [`${name}: ${entry.name}`, ...cells(entry.figures, first?.name === 'echo' && entry !== first ? entry.cpuRatio : null)]);
  });
  return table(head, rows);
}

export function growthTable(results: readonly Result[]): string {
  const head = ['Turns (way, connections)', 'turns/s', 'p50 ms', 'p99 ms', 'CPU ms/turn', 'CPU to the first', 'replies/turn'];
  return table(head, results.flatMap(({ name, entries }) => entries.map((entry) => [`${name}: ${entry.name}`, ...cells(entry.figures, entry.cpuRatio)])));
}

function cells({ turnsPerSecond, p50Ms, p99Ms, cpuMs, replies }: TurnFigures, ratio: number | null): string[] {
  return [turnsPerSecond.toFixed(0), p50Ms.toFixed(2), p99Ms.toFixed(2), cpuMs.toFixed(2), ratio === null ? '' : `${ratio.toFixed(2)} x`, replies === null ? '' : replies.toFixed(2)];
}

export interface NamedPaced {
  readonly name: string;
  readonly figures: PacedFigures;
}

export function pacedTable(turnsPerSecond: number, runs: readonly NamedPaced[]): string {
  const rows = runs.map(({ name, figures }) => [name, ...[figures.turnsPerSecond, figures.p50Ms, figures.p99Ms, figures.cpuPercent].map((figure) => figure.toFixed(1)), String(figures.refused)]);
  return table([`At a pace of ${turnsPerSecond} turns/s`, 'turns/s', 'p50 ms', 'p99 ms', 'CPU %', 'refused'], rows);
}

export interface NamedUse {
  readonly name: string;
  readonly idle: IdleFigures | null;
  readonly loaded: Usage;
}

export function memoryTable(uses: readonly NamedUse[]): string {
  const rows = uses.map(({ name, idle, loaded }) => [name, ...[idle?.rssMib ?? NaN, loaded.rssMib, loaded.peakRssMib, idle?.cpuMs ?? NaN].map((figure) => figure.toFixed(0))]);
  return table(['Memory, MiB', 'idle', 'after the load', 'at most', 'idle CPU ms/s'], rows);
}

export function understandingTable({ readyMs, messages }: UnderstandingFigures): string {
  const rows = messages.map(({ name, count, p50Us, p99Us }) => [name, `${count}`, p50Us.toFixed(0), p99Us.toFixed(0)]);
  return `${table(['Understanding', 'messages', 'p50 µs', 'p99 µs'], rows)}\nFrom the kept model to the first reading: ${readyMs.toFixed(0)} ms`;
}

export function idleLine({ open, figures: { rssMib, cpuMs } }: IdleChats): string {
  return `Silent web chats: ${open} open sockets, ${rssMib.toFixed(0)} MiB resident, CPU ${cpuMs.toFixed(0)} ms/s`;
}

export function pageLine({ bytes, gzipBytes, brotliBytes }: PageSize): string {
  const [plain, gzip, brotli] = [bytes, gzipBytes, brotliBytes].map((size) => `${Math.round(size / 1000)} kB`);
  return `Web chat page, script and style: ${brotli} as brotli, ${gzip} as gzip, ${plain} unpacked`;
}

export function readyLine(milliseconds: number | null): string {
  return `Web chat page, ready for input: ${milliseconds === null ? 'not measured, there is no Chromium' : `${milliseconds.toFixed(0)} ms (median of 5 loads, loopback, empty cache)`}`;
}

export function widgetLine(load: WidgetLoad | null): string {
  if (load === null) return 'Widget: not measured, there is no Chromium';
  const { gzipBytes, longTasks, readyMs } = load;
  return `Widget: loader ${(gzipBytes / 1000).toFixed(2)} kB as gzip, ${longTasks} long tasks in ${LOADS} loads; ready for input ${readyMs.toFixed(0)} ms after the button is pressed (median of ${LOADS}, loopback, empty cache)`;
}
