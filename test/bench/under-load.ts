/** The bot on each of its databases, beside the echo bot: turns as fast as they go, turns at a pace, and the memory afterwards. */
import { join } from 'node:path';
import { startOwn } from '../postgres-server.ts';
import { startConnector } from './connector.ts';
import { contests, growth, type Named } from './contests.ts';
import { fillStore } from './full-store.ts';
import { measureIdle } from './memory.ts';
import type { NextQuestion } from './messages.ts';
import { measurePaced } from './paced-load.ts';
import type { Plan } from './plan.ts';
import { run, type Running } from './process.ts';
import { echoBot, ourBot } from './programs.ts';
import { growthTable, memoryTable, type NamedPaced, pacedTable, turnTable } from './report.ts';
import { measureTurns } from './turns.ts';

export interface Setting {
  /** Makes a new folder that holds the trained model and nothing else. */
  readonly newFolder: () => Promise<string>;
  readonly nextQuestion: NextQuestion;
  readonly plan: Plan;
  readonly say: (block: string) => void;
}

/** Ends everything that was started, the last one first, whatever happens. */
async function withEnds(work: (later: (end: () => Promise<unknown>) => void) => Promise<void>): Promise<void> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    await work((end) => ends.unshift(end));
  } finally {
    for (const end of ends) await end();
  }
}

export function compareTurns({ newFolder, nextQuestion, plan, say }: Setting): Promise<void> {
  return withEnds(async (later) => {
    const connector = await startConnector();
    later(() => connector.close());
    const start = async (name: string, running: Promise<Running>): Promise<Named> => {
      const process = await running;
      later(process.stop);
      return { name, process };
    };
    const postgres = await startOwn({ isDurable: true });
    later(postgres.end);
    const { url } = await postgres.create();
    const echo = await start('echo', run(echoBot(await newFolder())));
    const bots = [await start('bot, SQLite', run(ourBot(await newFolder()))), await start('bot, PostgreSQL', run(ourBot(await newFolder(), url)))];
    const idle = await Promise.all([echo, ...bots].map(({ process }) => measureIdle(process, plan.idleSeconds)));
    say(turnTable(await measureTurns(contests({ echo, bots, connector, nextQuestion, connections: plan.connections }), plan)));
    say(pacedTable(plan.pacedTurnsPerSecond, await pacedRuns(bots, connector.address, { nextQuestion, plan })));
    say(memoryTable(await Promise.all([echo, ...bots].map(async ({ name, process }, index) => ({ name, idle: idle[index] ?? null, loaded: await process.usage() })))));
  });
}

async function pacedRuns(bots: readonly Named[], serviceUrl: string, { nextQuestion, plan }: Pick<Setting, 'nextQuestion' | 'plan'>): Promise<readonly NamedPaced[]> {
  const runs: NamedPaced[] = [];
  for (const kind of ['expectReplies', 'normal'] as const) {
    for (const { name, process: bot } of bots) {
      const figures = await measurePaced({ bot, delivery: { kind, serviceUrl }, nextQuestion, turnsPerSecond: plan.pacedTurnsPerSecond, seconds: plan.pacedSeconds });
      runs.push({ name: `${kind === 'normal' ? 'normal delivery' : kind}: ${name}`, figures });
    }
  }
  return runs;
}

/** The same turns with little and with much in the store. */
export function compareStores({ newFolder, nextQuestion, plan, say }: Setting): Promise<void> {
  return withEnds(async (later) => {
    const connector = await startConnector();
    later(() => connector.close());
    const bots: Named[] = [];
    for (const turns of plan.storeTurns) {
      const folder = await newFolder();
      await fillStore(join(folder, 'bot.sqlite'), turns);
      const process = await run(ourBot(folder));
      later(process.stop);
      bots.push({ name: `${turns} turns in the store`, process });
    }
    say(growthTable(await measureTurns(growth(bots, connector, nextQuestion), plan)));
  });
}
