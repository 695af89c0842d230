/** Who may pass: counts the calls of an address, reads the token, counts the calls of its conversation, and asks whether that has ended. */
import { refusal, tooMany, type Refusal } from './answer.ts';
import type { Ended } from './ended.ts';
import type { Rate, Rates } from './rates.ts';
import type { Session, Tokens, TokenUse } from './tokens.ts';

export interface Gate {
  /** Null when the address may make one more call of this kind. */
  admit(rate: 'address' | 'token', address: string): Promise<Refusal | null>;
  /** The session of a token, where it is good for this conversation (null: for whichever it names). Rejects when an end cannot be known now. */
  authorise(token: string | null, use: TokenUse, conversation: string | null): Promise<Session | Refusal>;
  /** Null when the conversation may post one more activity. */
  admitPost(session: Session): Promise<Refusal | null>;
}

export function createGate(tokens: Tokens, rates: Rates, ended: Pick<Ended, 'has'>, onRefused: (reason: string) => void): Gate {
  const within = async (rate: Rate, key: string): Promise<Refusal | null> => {
    const wait = await rates.count(rate, key);
    return wait === null ? null : tooMany(wait);
  };
  const refuse = (reason: string, answer: Refusal): Refusal => {
    onRefused(reason);
    return answer;
  };
  const refuseExpired = (): Refusal => refuse('expired', refusal('TokenExpired', 'The token has expired. Start a new conversation.'));
  return {
    admit: within,
    authorise: async (token, use, conversation) => {
      if (token === null) return refuse('missing', refusal('Unauthorized', 'Send the header "Authorization: Bearer <token>".', { 'WWW-Authenticate': 'Bearer' }));
      const verified = await tokens.verify(token, use);
      if (!verified.ok && verified.reason === 'expired') return refuseExpired();
      if (!verified.ok) return refuse('invalid', refusal('NotAllowed', 'The token was not issued by this service for this use.'));
      const { session } = verified;
      if (conversation !== null && conversation !== session.conversation) {
        return refuse('other-conversation', refusal('NotAllowed', 'The token belongs to another conversation.'));
      }
      const crowded = await within('call', session.conversation);
      if (crowded) return crowded;
      return (await ended.has(session.conversation)) ? refuseExpired() : session;
    },
    admitPost: ({ conversation }) => within('post', conversation),
  };
}

/** The token of an Authorization header (RFC 6750 section 2.1), or null. */
export function bearerToken(header: string | undefined): string | null {
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(header ?? '')?.[1] ?? null;
}
