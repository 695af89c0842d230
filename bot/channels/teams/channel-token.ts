/**
 * Proves a channel's token before the SDK sees it. The SDK checks tokens too, but takes a key without endorsements for
 * a key of every channel, believes other issuers, and prints what it refuses to the process's error output.
 */
import type { KeyObject } from 'node:crypto';
import { type CompactJWSHeaderParameters, decodeJwt, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import type { ChannelKeys } from './channel-keys.ts';

/** Bot Connector authentication, "Step 2: get the OpenID metadata document": the algorithms that it lists. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
/** What the clocks may differ by (the same page, "Step 4: verify the JWT token"). */
const CLOCK_SKEW_S = 300;

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: ChannelKeys;
}

/** The token does not prove that the channel sent the request. */
export class BadTokenError extends Error {
  readonly kind: 'malformed' | 'foreign' | 'invalid';
  constructor(kind: BadTokenError['kind'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'BadTokenError';
    this.kind = kind;
  }
}

/**
 * Makes the function that resolves with the claims of a token that the channel `channelId` has signed for this bot.
 * Rejects with `BadTokenError`, or with another error when the channel's keys cannot be had.
 */
export function createTokenCheck({ issuer, audience, keys }: TokenRules): (token: string, channelId: string) => Promise<JWTPayload> {
  const keyOf = async (kid: string | undefined, channelId: string): Promise<KeyObject> => {
    const found = kid === undefined ? null : await keys.find(kid);
    // Step 4 of the same page: the key must be endorsed for the channel that the activity names.
    if (found?.endorsements.includes(channelId) !== true) throw new BadTokenError('foreign', 'The key of the token is not one of the channel.');
    return found.key;
  };
  return async (token, channelId) => {
    try {
      requireClaimedIssuer(token, issuer);
      const options = { issuer, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_SKEW_S, requiredClaims: ['exp'] };
      return (await jwtVerify(token, ({ kid }: CompactJWSHeaderParameters) => keyOf(kid, channelId), options)).payload;
    } catch (error) {
      throw error instanceof errors.JOSEError ? new BadTokenError('invalid', 'The token is not valid.', error) : error;
    }
  };
}

/** Looks at the unproven token: keys are not fetched for what no key can make good. */
function requireClaimedIssuer(token: string, issuer: string): void {
  const { alg = '', iss } = readToken(token);
  if (iss !== issuer || !ALGORITHMS.includes(alg)) throw new BadTokenError('foreign', 'The token is not of the channel.');
}

function readToken(token: string): { alg: string | undefined; iss: string | undefined } {
  try {
    return { alg: decodeProtectedHeader(token).alg, iss: decodeJwt(token).iss };
  } catch (cause) {
    throw new BadTokenError('malformed', 'The bearer token cannot be read.', cause);
  }
}
