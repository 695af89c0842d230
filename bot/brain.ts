/** Wires what the bot knows and understands: knowledge from disk, the trained model, the dialogs. */
import { join } from 'node:path';
import { cardLost } from '../dialogs/card-lost.ts';
import { escalation } from '../dialogs/escalation.ts';
import { pinReset } from '../dialogs/pin-reset.ts';
import { type CacheOptions, type LiveUnderstander, loadOrTrain, loadOrWarm } from '../intents/cache.ts';
import { loadCorpus } from '../intents/corpus.ts';
import type { ReadingLimits } from '../intents/normalise.ts';
import type { Understander } from '../intents/reading.ts';
import { DEFAULT_RISK } from '../intents/thresholds.ts';
import type { Risk } from '../intents/thresholds.ts';
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
  /** Defaults where they are not given. */
  readonly risk?: Risk;
  readonly limits?: ReadingLimits;
  /** Called while a model is trained: so many of so many steps are done. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Ends a training in the background. */
  readonly signal?: AbortSignal;
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

/** What the configuration says of a brain. */
export function brainOptions(config: Config): BrainOptions {
  const { risk, limits } = config.understanding;
  return { cacheDir: join(config.dataDir, 'models'), settings: conversationSettings(config), risk: { ...DEFAULT_RISK, ...risk }, limits };
}

/** The brain with the whole model, however long its training takes. @throws KnowledgeError, or CorpusError where the corpus cannot be read */
export async function loadBrain(options: BrainOptions): Promise<LoadedBrain> {
  const knowledge = loadKnowledge(KNOWLEDGE_FOLDER);
  return brainWith(knowledge, await loadOrTrain(await cacheOptions(knowledge, options)), options);
}

export function brainWith(knowledge: Knowledge, understander: Understander, { settings }: Pick<BrainOptions, 'settings'>): LoadedBrain {
  return { knowledge, understander, dialogs, settings };
}

/** An understander to use at once, e.g. after an edit, and the whole one to come. @throws CorpusError */
export async function liveUnderstander(knowledge: Knowledge, options: BrainOptions): Promise<LiveUnderstander> {
  return loadOrWarm(await cacheOptions(knowledge, options));
}

async function cacheOptions(knowledge: Knowledge, options: BrainOptions): Promise<CacheOptions> {
  return { ...options, corpus: await loadCorpus(CORPUS_FOLDER), topics: [...knowledge.topics.values()] };
}
