/** How many sockets are open, in all and for each conversation. */
import type { WebchatLimits } from './limits.ts';

export interface SocketCount {
  /** Counts one socket; the returned function, called once, gives its place back. Null when there is no place. */
  take(conversation: string): (() => void) | null;
}

export function createSocketCount({ sockets, socketsPerConversation }: WebchatLimits): SocketCount {
  const open = new Map<string, number>();
  let total = 0;
  const change = (conversation: string, by: 1 | -1): void => {
    total += by;
    const left = (open.get(conversation) ?? 0) + by;
    if (left === 0) open.delete(conversation);
    else open.set(conversation, left);
  };
  return {
    take: (conversation) => {
      if (total >= sockets || (open.get(conversation) ?? 0) >= socketsPerConversation) return null;
      change(conversation, 1);
      return () => change(conversation, -1);
    },
  };
}
