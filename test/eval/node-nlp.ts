/** node-nlp as a baseline, where someone has installed it beside the bot (`npm install --no-save node-nlp`). */
import * as z from 'zod';
import type { Example } from '../../intents/examples.ts';

interface Manager {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(language: string, text: string): Promise<unknown>;
}

type ManagerClass = new (settings: object) => Manager;

const PACKAGE: string = 'node-nlp';
const Package = z.object({ NlpManager: z.custom<ManagerClass>((value) => typeof value === 'function') });
const Answer = z.object({ intent: z.string() });
const QUIET = { autoSave: false, autoLoad: false, forceNER: false, nlu: { log: false } };

/** Trains it, which takes minutes. Null where it is not installed. */
export async function nodeNlp(examples: readonly Example[]): Promise<((text: string) => Promise<string>) | null> {
  const loaded = await installed();
  if (loaded === null) return null;
  const manager = new loaded.NlpManager({ languages: ['sv'], ...QUIET });
  for (const { text, labels } of examples) for (const label of labels) manager.addDocument('sv', text, label);
  await manager.train();
  return async (text) => Answer.parse(await manager.process('sv', text)).intent;
}

async function installed(): Promise<z.infer<typeof Package> | null> {
  try {
    return Package.parse(await import(PACKAGE));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}
