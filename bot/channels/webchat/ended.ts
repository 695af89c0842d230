/**
 * Conversations that their visitors have ended: their tokens count as expired, in every process and after a restart. An end
 * is final, so one that is known here is not asked for again: only living conversations ask.
 */
import type { Marks } from '../../ports.ts';

export interface Ended {
  /** Resolves once it holds in every process. */
  add(conversation: string): Promise<void>;
  /** Rejects when that cannot be known now. */
  has(conversation: string): Promise<boolean>;
}

/** An end is kept for so many lives of a token: one that was just being renewed, or by a clock that is ahead, outlives the others. */
const TOKEN_LIVES = 2;

export function rememberEnded(marks: Marks, tokenSeconds: number, now: () => Date): Ended {
  // In the order in which they are forgotten.
  const known = new Map<string, Date>();
  const remember = (conversation: string, until: Date): void => {
    for (const [old, at] of known) {
      if (at > now()) break;
      known.delete(old);
    }
    known.set(conversation, until);
  };
  const untilFromNow = (): Date => new Date(now().getTime() + TOKEN_LIVES * tokenSeconds * 1000);
  return {
    add: async (conversation) => {
      const until = untilFromNow();
      await marks.set('conversation', conversation, 'ended', until);
      remember(conversation, until);
    },
    has: async (conversation) => {
      if (known.has(conversation)) return true;
      const isEnded = (await marks.read('conversation', conversation)) !== null;
      if (isEnded) remember(conversation, untilFromNow());
      return isEnded;
    },
  };
}
