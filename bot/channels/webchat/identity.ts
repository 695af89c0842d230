/**
 * The signed identity that a page of the house hands over with its visitor: a JWT (RFC 7519) of an issuer that the
 * operator trusts, checked as RFC 8725 advises. Only what it says counts, and only for as long as it is young.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';

/** Who a visitor is, by the word of the issuer. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** Seconds since 1970: from then on the visitor is a stranger again. */
  readonly until: number;
}

/** Where the issuer's public keys are: at an address (JSON Web Key Set, RFC 7517), or one pinned key, as PEM. */
export type IdentityKeys = { readonly jwksUrl: string } | { readonly publicKeyPem: string };

export interface IdentitySettings {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: IdentityKeys;
  /** From its `iat` on; an `exp` that is earlier counts. */
  readonly maxAgeSeconds: number;
}

/** What is wrong with an identity; also the label of a metric. */
export type IdentityFault = 'unreadable' | 'algorithm' | 'key' | 'signature' | 'expired' | 'claim';

export type Identified = { readonly ok: true; readonly identity: Identity; readonly jti: string } | { readonly ok: false; readonly fault: IdentityFault; readonly detail: string };

/** Rejects with KeysUnavailable when the issuer's keys cannot be fetched; whatever is wrong with the JWT is a value. */
export type VerifyIdentity = (jwt: string) => Promise<Identified>;

export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** Signatures by a private key that the bot does not have, by the type of the key; "none" and HS256 are not among them. */
const algorithmsOf: Readonly<Record<string, readonly string[]>> = { rsa: ['RS256'], ec: ['ES256'], ed25519: ['EdDSA', 'Ed25519'] };
/** By how much two clocks may differ: a JWT is taken for so long after its end. */
export const clockToleranceSeconds = 10;
const keysTimeoutMs = 5000;

const text = z.string().trim().min(1).max(200);
const claimsShape = z.object({ sub: text, name: text, email: z.email().max(200).optional(), jti: text, iat: z.number(), exp: z.number() });

export function createIdentityVerifier({ issuer, audience, keys, maxAgeSeconds }: IdentitySettings, now: () => Date): VerifyIdentity {
  const { key, algorithms } = keyOf(keys);
  return async (jwt) => {
    const expected = { algorithms, issuer, audience, clockTolerance: clockToleranceSeconds, maxTokenAge: maxAgeSeconds, currentDate: now(), requiredClaims: ['exp', 'iat', 'sub', 'jti'] };
    try {
      const { payload } = await jwtVerify(jwt, key, expected);
      return identified(payload, maxAgeSeconds);
    } catch (error) {
      return { ok: false, ...faultOf(error) };
    }
  };
}

function identified(payload: JWTPayload, maxAgeSeconds: number): Identified {
  const claims = claimsShape.safeParse(payload);
  if (!claims.success) return { ok: false, fault: 'claim', detail: z.prettifyError(claims.error) };
  const { sub, name, email, jti, iat, exp } = claims.data;
  return { ok: true, jti, identity: { id: sub, name, ...(email !== undefined && { email }), until: Math.min(exp, iat + maxAgeSeconds) } };
}

interface TrustedKey {
  readonly key: JWTVerifyGetKey;
  /** A pinned key must not be tried with the algorithm of another type of key. */
  readonly algorithms: string[];
}

function keyOf(keys: IdentityKeys): TrustedKey {
  return 'publicKeyPem' in keys ? pinned(createPublicKey(keys.publicKeyPem)) : { key: fetchedFrom(keys.jwksUrl), algorithms: Object.values(algorithmsOf).flat() };
}

function pinned(key: KeyObject): TrustedKey {
  return { key: () => key, algorithms: [...(algorithmsOf[key.asymmetricKeyType ?? ''] ?? [])] };
}

function fetchedFrom(url: string): JWTVerifyGetKey {
  const fetched = createRemoteJWKSet(new URL(url), { timeoutDuration: keysTimeoutMs });
  return async (header, token) => {
    try {
      return await fetched(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys || error instanceof errors.JOSENotSupported) throw error;
      throw new KeysUnavailable('The keys of WEBCHAT_IDENTITY_JWKS_URL cannot be fetched.', { cause: error });
    }
  };
}

/** Rethrows what is no fault of the JWT. */
function faultOf(error: unknown): { readonly fault: IdentityFault; readonly detail: string } {
  if (error instanceof errors.JWTExpired) return { fault: 'expired', detail: error.message };
  if (error instanceof errors.JWTClaimValidationFailed) return { fault: 'claim', detail: error.message };
  if (error instanceof errors.JOSEAlgNotAllowed) return { fault: 'algorithm', detail: 'The algorithm must be that of the key: RS256, ES256 or EdDSA.' };
  if (error instanceof errors.JWSSignatureVerificationFailed) return { fault: 'signature', detail: 'The signature does not fit the key.' };
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return { fault: 'key', detail: 'No key of the issuer fits the header.' };
  if (error instanceof errors.JOSEError) return { fault: 'unreadable', detail: 'It is not a signed JWT.' };
  // Thrown for a key that does not fit the algorithm, or is too short for it.
  if (error instanceof TypeError) return { fault: 'key', detail: 'The key does not fit the algorithm.' };
  throw error;
}
