/**
 * Direct Line tokens: JWTs bound to one conversation and one user. The claim names `conv` and `user` are those of the
 * Direct Line service; the official client reads `user` and refuses to send as anybody else.
 */
import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Identity } from './identity.ts';

/** Whom a token speaks for. */
export interface Session {
  readonly conversation: string;
  readonly user: string;
  /** Who the visitor is, by the word of a trusted page. It runs out by itself, and no renewal of the token makes it last longer. */
  readonly identity?: Identity;
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

const identityShape = z.object({ id: z.string(), name: z.string(), email: z.string().exactOptional(), until: z.number() });
const claimsShape = z.object({ conv: z.string(), user: z.string(), identity: identityShape.exactOptional() });

/** Throws when the secret is shorter than 32 bytes. */
export function createTokens({ secret, seconds, now }: TokenOptions): Tokens {
  const key = new TextEncoder().encode(secret);
  if (key.length < minSecretBytes) throw new Error(`The web chat's token secret has ${key.length} bytes; HS256 needs at least ${minSecretBytes}. Set a longer one.`);
  return {
    issue: ({ conversation, user, identity }, use) => {
      const at = now();
      // The address of a stream ends up in logs of proxies, so its ticket names nobody.
      return new SignJWT({ conv: conversation, user, ...(identity !== undefined && use === 'calls' && { identity }) })
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
        const claims = claimsShape.safeParse((await jwtVerify(token, key, expected)).payload);
        if (!claims.success) return { ok: false, reason: 'invalid' };
        const { conv, user, identity } = claims.data;
        return { ok: true, session: { conversation: conv, user, ...(identity !== undefined && { identity }) } };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return { ok: false, reason: 'expired' };
        if (error instanceof errors.JOSEError) return { ok: false, reason: 'invalid' };
        throw error;
      }
    },
  };
}
