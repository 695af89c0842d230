/** `npm run chat`: talk to the bot in a terminal, or play JSON Lines with --jsonl. See the automation contract. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { brainOptions, loadBrain } from '../brain.ts';
import { openChat } from '../chat.ts';
import { chatLine } from '../channels/terminal/chat-lines.ts';
import { talkInTerminal } from '../channels/terminal/interactive.ts';
import { answerLines } from '../channels/terminal/lines.ts';
import { loadEnvironment, readConfig } from '../config.ts';
import { runCommand, UsageError } from './exit.ts';

const USAGE = 'npm run chat -- [--jsonl] [--db FILE] [--settle ok|fail|hold] [--now ISO-8601]';

const options = z.object({
  jsonl: z.boolean().default(false),
  db: z.string().min(1).optional(),
  settle: z.enum(['ok', 'fail', 'hold'], '--settle is ok, fail or hold').default('ok'),
  now: z.iso.datetime({ offset: true, error: '--now is a time such as 2026-11-24T09:00:00Z' }).optional(),
});

async function chat(): Promise<number> {
  const { jsonl, db, settle, now } = readOptions(process.argv.slice(2));
  const config = readConfig(loadEnvironment());
  const brain = await loadBrain(brainOptions(config));
  const folder = db === undefined ? mkdtempSync(join(tmpdir(), 'chat-')) : null;
  const session = await openChat({ brain, path: db ?? join(folder ?? '', 'chat.sqlite'), settle, now: now === undefined ? new Date() : new Date(now) });
  try {
    if (jsonl) await answerLines(process.stdin, process.stdout, chatLine, (line) => session.answer(line));
    else await talkInTerminal(session, process.stdin, process.stdout);
  } finally {
    await session.close();
    if (folder !== null) rmSync(folder, { recursive: true });
  }
  return 0;
}

function readOptions(args: readonly string[]): z.output<typeof options> {
  try {
    const { values } = parseArgs({ args: [...args], options: { jsonl: { type: 'boolean' }, db: { type: 'string' }, settle: { type: 'string' }, now: { type: 'string' } } });
    return options.parse(values);
  } catch (error) {
    throw new UsageError(`${error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

runCommand(chat);
