/**
 * Direct Line tokens: JWTs bound to one conversation and one user. The claim names `conv` and `user` are those of the
 * Direct Line service; the official client reads `user` and refuses to send as anybody else.
 */
import { errors, jwtVerify, SignJWT } from 'jose';

/** Whom a token speaks for. */
export interface Session {
  readonly conversation: string;
  readonly user: string;
}

/** A token opens the calls; a ticket only opens the socket, and cannot be used for a call. */
export type TokenUse = 'calls' | 'stream';

export type Verified = { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly reason: 'expired' | 'invalid' };

export interface Tokens {
  issue(session: Session, use: TokenUse): Promise<string>;
  /** Never throws: whatever is wrong with a token is a value. */
  verify(token: string, use: TokenUse): Promise<Verified>;
}

export interface TokenOptions {
  readonly secret: string;
  readonly seconds: Readonly<Record<TokenUse, number>>;
  readonly now: () => Date;
}

const issuer = 'etjanstekort-webchat';
const algorithm = 'HS256';
// RFC 7518 section 3.2: a key of the same size as the hash output or larger.
const minSecretBytes = 32;

/** Throws when the secret is shorter than 32 bytes. */
export function createTokens({ secret, seconds, now }: TokenOptions): Tokens {
  const key = new TextEncoder().encode(secret);
  if (key.length < minSecretBytes) throw new Error(`The web chat's token secret has ${key.length} bytes; HS256 needs at least ${minSecretBytes}. Set a longer one.`);
  return {
    issue: ({ conversation, user }, use) => {
      const at = now();
      return new SignJWT({ conv: conversation, user })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(use)
        .setIssuedAt(at)
        .setExpirationTime(new Date(at.getTime() + seconds[use] * 1000))
        .sign(key);
    },
    verify: async (token, use) => {
      try {
        const expected = { algorithms: [algorithm], issuer, audience: use, currentDate: now(), requiredClaims: ['exp'] };
        const { payload } = await jwtVerify<{ conv: unknown; user: unknown }>(token, key, expected);
        if (typeof payload.conv !== 'string' || typeof payload.user !== 'string') return { ok: false, reason: 'invalid' };
        return { ok: true, session: { conversation: payload.conv, user: payload.user } };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return { ok: false, reason: 'expired' };
        if (error instanceof errors.JOSEError) return { ok: false, reason: 'invalid' };
        throw error;
      }
    },
  };
}
