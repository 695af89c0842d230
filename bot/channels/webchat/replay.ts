/**
 * An identity is used in one conversation: whoever gets hold of a JWT that has been used cannot use it in another, whichever
 * process they reach.
 */
import { createHash } from 'node:crypto';
import type { Marks } from '../../ports.ts';
import { clockToleranceSeconds } from './identity.ts';

export interface ReplayGuard {
  /** Whether the JWT with this id may be used in the conversation; again in the same one, because pages are reloaded. `until`: seconds since 1970. */
  admit(jti: string, conversation: string, until: number): Promise<boolean>;
}

export function createReplayGuard(marks: Marks): ReplayGuard {
  return {
    admit: async (jti, conversation, until) => {
      // Hashed: an issuer may put anything there.
      const key = createHash('sha256').update(jti).digest('base64url');
      const takenUntil = new Date((until + clockToleranceSeconds) * 1000);
      return (await marks.set('identity', key, conversation, takenUntil)) === conversation;
    },
  };
}
