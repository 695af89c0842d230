/** Plays the scripts with the bot that people talk to: the trained model, the store, the worker. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBrain, type LoadedBrain } from '../../bot/brain.ts';
import { openChat } from '../../bot/chat.ts';
import { parseScript, writeScript } from './script.ts';
import type { ChatResult } from '../../bot/channels/terminal/chat-lines.ts';

export const SCRIPTS = join(import.meta.dirname, 'scripts');
/** A Tuesday morning. */
const NOW = new Date('2026-11-24T09:00:00Z');
const MODELS = join(import.meta.dirname, '../../data/models');

export function scriptNames(): readonly string[] {
  return readdirSync(SCRIPTS).filter((name) => name.endsWith('.txt')).toSorted();
}

/** The trained model is shared by all tests that need it, as training takes long. */
export function brainForScripts(): Promise<LoadedBrain> {
  return loadBrain({ cacheDir: MODELS, settings: { ticketBackend: 'local', effectLateMs: 20_000, idleAskMs: 30 * 60_000, maxMessageChars: 2000, retention: { historyMs: null, erasureKeeps: [{ kind: 'tickets', days: null }, { kind: 'block-requests', days: null }] } } });
}

export interface Played {
  readonly written: string;
  readonly results: readonly ChatResult[];
}

export async function play(name: string, brain: LoadedBrain): Promise<Played> {
  const script = parseScript(readFileSync(join(SCRIPTS, name), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'conversation-'));
  const chat = await openChat({ brain, path: join(folder, 'chat.sqlite'), settle: script.settle, now: NOW });
  try {
    const results: ChatResult[] = [];
    for (const { line } of script.lines) results.push(await chat.answer(line));
    return { written: writeScript(script, results), results };
  } finally {
    await chat.close();
    rmSync(folder, { recursive: true });
  }
}
