/** In development: an edit in knowledge/ is live without a restart, and a faulty edit keeps the last good knowledge. */
import { watch } from 'node:fs';
import { KnowledgeError } from './faults.ts';
import type { Knowledge } from './knowledge.ts';
import { loadKnowledge } from './load.ts';

/** Editors write a file in several steps; wait until they are through. */
const SETTLE_MS = 150;

export interface KnowledgeWatcher {
  close(): void;
}

/** Calls `onKnowledge` after each valid edit that changes `version`, and `onFault` after a faulty one. */
export function watchKnowledge(folder: string, version: string, onKnowledge: (knowledge: Knowledge) => void, onFault: (error: KnowledgeError) => void): KnowledgeWatcher {
  let timer: NodeJS.Timeout | undefined;
  let current = version;
  const reload = (): void => {
    try {
      const knowledge = loadKnowledge(folder);
      if (knowledge.version === current) return;
      current = knowledge.version;
      onKnowledge(knowledge);
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      onFault(error);
    }
  };
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(reload, SETTLE_MS);
  });
  return {
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
