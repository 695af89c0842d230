/** The ActivityLog port over the store: reads rows and tells subscribers of this process when something was appended. */
import type { ActivityLog } from './ports.ts';
import type { Store } from './store/store.ts';

export interface AnnouncingLog extends ActivityLog {
  /** To be called after a commit in this process. */
  announce(conversation: string): void;
  /** Another process has committed: everyone looks. */
  announceAll(): void;
}

export function createActivityLog(store: Store): AnnouncingLog {
  const listeners = new Map<string, Set<() => void>>();
  const call = (set: ReadonlySet<() => void> | undefined): void => {
    for (const listener of set ?? []) listener();
  };
  return {
    exists: async (conversation) => (await store.loadConversation(conversation)) !== null,
    read: (conversation, after, limit) => store.readMessages(conversation, after, limit),
    subscribe: (conversation, onChange) => {
      const set = listeners.get(conversation) ?? new Set();
      listeners.set(conversation, set.add(onChange));
      return () => {
        set.delete(onChange);
        if (set.size === 0) listeners.delete(conversation);
      };
    },
    announce: (conversation) => call(listeners.get(conversation)),
    announceAll: () => {
      for (const set of listeners.values()) call(set);
    },
  };
}
