/** Wires what the bot knows and understands: knowledge from disk, the trained model, the dialogs. */
import { cardLost } from '../dialogs/card-lost.ts';
import { escalation } from '../dialogs/escalation.ts';
import { pinReset } from '../dialogs/pin-reset.ts';
import { loadOrTrain } from '../intents/cache.ts';
import { loadCorpus } from '../intents/corpus.ts';
import type { Understander } from '../intents/reading.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Config } from './config.ts';
import type { Brain, ConversationSettings } from './conversation/brain.ts';
import { runnable } from './conversation/runnable.ts';

export type LoadedBrain = Omit<Brain, 'openRequests'>;

/** The folders that come with the program. */
export const KNOWLEDGE_FOLDER = new URL('../knowledge/', import.meta.url).pathname;
export const CORPUS_FOLDER = new URL('../intents/corpus/', import.meta.url).pathname;

export interface BrainOptions {
  /** Where trained models are kept between starts. */
  readonly cacheDir: string;
  readonly settings: ConversationSettings;
  /** Called while a model is trained: so many of so many steps are done. */
  readonly onProgress?: (done: number, of: number) => void;
}

const dialogs: Brain['dialogs'] = { 'card-lost': runnable(cardLost), 'pin-reset': runnable(pinReset), escalation: runnable(escalation) };

const DAY_MS = 24 * 60 * 60_000;

export function conversationSettings({ tickets, effects, idleAskMinutes, limits, retention }: Config): ConversationSettings {
  const { days, erasureKeeps } = retention;
  return {
    ticketBackend: tickets.kind,
    effectLateMs: effects.lateSeconds * 1000,
    idleAskMs: idleAskMinutes * 60_000,
    maxMessageChars: limits.messageChars,
    retention: {
      historyMs: days.chats === null ? null : days.chats * DAY_MS,
      erasureKeeps: erasureKeeps.map((kind) => ({ kind, days: days[kind] })),
    },
  };
}

/** @throws KnowledgeError, or CorpusError where the corpus cannot be read */
export async function loadBrain(options: BrainOptions): Promise<LoadedBrain> {
  return brainOf(loadKnowledge(KNOWLEDGE_FOLDER), options);
}

/** The brain for knowledge that is loaded already, e.g. after an edit. */
export async function brainOf(knowledge: Knowledge, { cacheDir, settings, onProgress }: BrainOptions): Promise<LoadedBrain> {
  return { knowledge, understander: await understanderFor(knowledge, cacheDir, onProgress), dialogs, settings };
}

async function understanderFor(knowledge: Knowledge, cacheDir: string, onProgress: BrainOptions['onProgress']): Promise<Understander> {
  const topics = [...knowledge.topics.values()];
  return loadOrTrain({ cacheDir, corpus: await loadCorpus(CORPUS_FOLDER), topics, ...(onProgress === undefined ? {} : { onProgress }) });
}
