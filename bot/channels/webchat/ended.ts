/**
 * Conversations that their visitors have ended: their tokens count as expired. Kept in this process, and only for as long
 * as a token lives, after which there is none left; so a replica that does not know of the end takes the token no longer
 * than that.
 */
import type { Tokens } from './tokens.ts';

export interface Ended {
  add(conversation: string): void;
  has(conversation: string): boolean;
}

export function rememberEnded(tokenSeconds: number, now: () => Date): Ended {
  // In the order of their ends, which is that of their expiry.
  const forgetAt = new Map<string, number>();
  const forgetOld = (): void => {
    for (const [conversation, at] of forgetAt) {
      if (at > now().getTime()) return;
      forgetAt.delete(conversation);
    }
  };
  return {
    add: (conversation) => {
      forgetOld();
      forgetAt.set(conversation, now().getTime() + tokenSeconds * 1000);
    },
    has: (conversation) => forgetAt.has(conversation),
  };
}

/** The same tokens, without those of ended conversations. */
export function refusingEnded(tokens: Tokens, ended: Ended): Tokens {
  return {
    ...tokens,
    verify: async (token, use) => {
      const verified = await tokens.verify(token, use);
      return verified.ok && ended.has(verified.session.conversation) ? { ok: false, reason: 'expired' } : verified;
    },
  };
}
