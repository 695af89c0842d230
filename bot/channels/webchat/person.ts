/** Who writes, as the conversation is to know it. */
import type { Person } from '../../conversation/types.ts';
import type { Session } from './tokens.ts';

/** Verified for as long as the identity in the token is young, which is looked at for every turn; otherwise nobody vouches for the visitor. */
export function personOf({ user, identity }: Session, at: Date): Person {
  if (identity === undefined || identity.until * 1000 <= at.getTime()) return { id: user, verified: false };
  const { id, name, email } = identity;
  return { id, name, ...(email !== undefined && { email }), verified: true };
}
