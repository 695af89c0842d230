/** In development: an edit in knowledge/ is live without a restart, and a faulty edit keeps the last good knowledge. */
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
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
  const reloadSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(reload, SETTLE_MS);
  };
  const watchers = foldersOf(folder).map((path) => watch(path, reloadSoon));
  return {
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/**
 * The folder and those in it. Each is watched by itself: Node's recursive watch on Linux follows files, and loses one that an
 * editor replaces by another of the same name.
 */
function foldersOf(folder: string): string[] {
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inside.map(({ parentPath, name }) => join(parentPath, name))];
}
