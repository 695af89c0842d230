/** From a call for a token with `{ "identity": "<JWT>" }` to a session that says who the visitor is. */
import * as z from 'zod';
import { refusal, type Refusal } from './answer.ts';
import { KeysUnavailable, type VerifyIdentity } from './identity.ts';
import type { ReplayGuard } from './replay.ts';
import type { Session } from './tokens.ts';

const bodyShape = z.looseObject({ identity: z.string().min(1).max(8192).optional() });

export interface Identifier {
  /** The same session where the body names nobody. A faulty identity is refused, and the token that the caller has stays good. */
  identify(session: Session, body: unknown): Promise<Session | Refusal>;
}

export interface IdentifierParts {
  /** Null: no issuer is trusted. */
  readonly verify: VerifyIdentity | null;
  readonly replays: ReplayGuard;
  readonly onRefused: (reason: string) => void;
}

export function createIdentifier({ verify, replays, onRefused }: IdentifierParts): Identifier {
  const refuse = (fault: string, detail: string): Refusal => {
    onRefused(`identity-${fault}`);
    return refusal('IdentityRefused', `The identity is refused (${fault}). ${detail}`);
  };
  const checked = async (session: Session, jwt: string): Promise<Session | Refusal> => {
    if (verify === null) return refuse('not-trusted', 'Set WEBCHAT_IDENTITY_ISSUER to trust one.');
    const identified = await verify(jwt);
    if (!identified.ok) return refuse(identified.fault, identified.detail);
    const { identity, jti } = identified;
    if (!(await replays.admit(jti, session.conversation, identity.until))) return refuse('replayed', 'Its jti has been used in another conversation. Get a new one.');
    return { ...session, identity };
  };
  return {
    identify: async (session, body) => {
      const parsed = bodyShape.safeParse(body ?? {});
      if (!parsed.success) return refusal('BadArgument', '"identity" must be a JWT of at most 8192 characters.');
      if (parsed.data.identity === undefined) return session;
      try {
        return await checked(session, parsed.data.identity);
      } catch (error) {
        if (error instanceof KeysUnavailable) return refusal('ServiceError', `${error.message} The identity cannot be checked now.`);
        throw error;
      }
    },
  };
}
