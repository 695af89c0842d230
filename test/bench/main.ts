/**
 * `npm run bench [-- --quick]`: what the bot costs, beside a bare echo bot on the same stack (restify and the Bot
 * Framework SDK) in the same run. Only the ratios carry over to other machines.
 *
 * Both bots run as processes of their own, so that processor time and memory are theirs alone; the load and the
 * connector that takes the replies run in this one. The bot is the whole product as `npm start` runs it, with its store on
 * disk and synchronous commits: in a SQLite file, and on a PostgreSQL server of our own. A load sends held-out questions, four to a conversation, and each connection waits for an
 * answer before it sends on. Everything stays on the loopback interface, and a run fails when one message gets no reply.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadQuestions } from '../eval/held-out.ts';
import { measureIdleChats } from './idle-chats.ts';
import { inTurn } from './messages.ts';
import { inputReady } from './page-ready.ts';
import { pageSize } from './page-size.ts';
import { FULL, type Plan, QUICK } from './plan.ts';
import { run } from './process.ts';
import { echoBot, ourBot } from './programs.ts';
import { idleLine, machineLine, type NamedStart, pageLine, readyLine, startTable, understandingTable, widgetLine } from './report.ts';
import { measureStarts } from './starts.ts';
import { compareStores, compareTurns, type Setting } from './under-load.ts';
import { measureUnderstanding } from './understanding.ts';
import { widgetLoad } from './widget-load.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Where the bot keeps its data unless told otherwise, so that commits go to the same disk. */
const DATA = join(ROOT, 'data');

const say = (block: string): void => console.log(`${block}\n`);

async function main(plan: Plan): Promise<void> {
  // First, because the bot does not start without the page.
  const page = pageLine(await pageSize());
  await mkdir(DATA, { recursive: true });
  const folder = await mkdtemp(join(DATA, 'bench-'));
  try {
    say(machineLine(plan));
    const questions = (await loadQuestions(join(ROOT, 'test/heldout/heldout-a.md'))).map(({ text }) => text);
    say(startTable(await starts(folder, plan)));
    const setting: Setting = { newFolder: newFolderIn(folder), nextQuestion: inTurn(questions), plan, say };
    await compareTurns(setting);
    await idleChats(setting);
    await compareStores(setting);
    for (const line of await browserLines(folder)) say(line);
    say(understandingTable(await measureUnderstanding(join(folder, 'models'), questions)));
    say(page);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Folders of their own, so that each bot has a store of its own, with the model that a start has left. */
function newFolderIn(folder: string): Setting['newFolder'] {
  return async () => {
    const own = await mkdtemp(join(folder, 'bot-'));
    await cp(join(folder, 'models'), join(own, 'models'), { recursive: true });
    return own;
  };
}

/** Leaves the trained model in the folder. */
async function starts(folder: string, plan: Plan): Promise<readonly NamedStart[]> {
  if (!plan.trains) await cp(join(DATA, 'models'), join(folder, 'models'), { recursive: true }).catch(() => undefined);
  const first = await measureStarts(ourBot(folder), 1, true);
  return [
    { name: 'echo', figures: await measureStarts(echoBot(folder), plan.starts) },
    { name: 'bot, trained model at hand', figures: await measureStarts(ourBot(folder), plan.starts) },
    ...(plan.trains ? [{ name: 'bot, training first', figures: first }] : []),
  ];
}

/** With nothing else to do for the bot. */
async function browserLines(folder: string): Promise<readonly string[]> {
  const bot = await run(ourBot(folder));
  try {
    return [readyLine(await inputReady(bot.address)), widgetLine(await widgetLoad(bot.address))];
  } finally {
    await bot.stop();
  }
}

async function idleChats({ newFolder, plan }: Setting): Promise<void> {
  const bot = await run(ourBot(await newFolder()));
  try {
    say(idleLine(await measureIdleChats(bot, plan.idleChats, plan.idleSeconds)));
  } finally {
    await bot.stop();
  }
}

await main(process.argv.includes('--quick') ? QUICK : FULL);
