/** The keys with which channels sign, from the Bot Connector's OpenID metadata. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod';

export interface ChannelKey {
  readonly key: KeyObject;
  /** The channels that may sign with it. */
  readonly endorsements: readonly string[];
}

export interface ChannelKeys {
  /** null when there is no such key. Rejects when the keys cannot be had. */
  find(kid: string): Promise<ChannelKey | null>;
}

const metadata = z.looseObject({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const jwks = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), n: z.string().optional(), e: z.string().optional(), endorsements: z.array(z.string()).optional() })) });

/** Bot Connector authentication, "Step 3: get the list of valid signing keys": to be fetched again after a day. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
/** A key that is not known may be new; but anybody may name keys that do not exist. */
const UNKNOWN_AGE_MS = 60 * 60 * 1000;

export function createChannelKeys(openIdMetadataUrl: string, timeoutMs: number): ChannelKeys {
  let known: ReadonlyMap<string, ChannelKey> = new Map();
  let fetchedAt = -Infinity;
  let fetching: Promise<void> | null = null;
  const refresh = async (): Promise<void> => {
    known = await fetchKeys(openIdMetadataUrl, timeoutMs);
    fetchedAt = performance.now();
  };
  // Those who ask while the keys are on their way wait for the same ones.
  const shared = (): Promise<void> =>
    (fetching ??= refresh().finally(() => {
      fetching = null;
    }));
  return {
    find: async (kid) => {
      const age = performance.now() - fetchedAt;
      if (age > MAX_AGE_MS || (!known.has(kid) && age > UNKNOWN_AGE_MS)) await shared();
      return known.get(kid) ?? null;
    },
  };
}

async function fetchKeys(url: string, timeoutMs: number): Promise<ReadonlyMap<string, ChannelKey>> {
  const { jwks_uri: keysUrl } = metadata.parse(await fetchJson(url, timeoutMs));
  const { keys } = jwks.parse(await fetchJson(keysUrl, timeoutMs));
  const rsa = keys.filter(({ kty, n, e }) => kty === 'RSA' && n !== undefined && e !== undefined);
  return new Map(rsa.map(({ kid, kty, n = '', e = '', endorsements = [] }) => [kid, { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements }]));
}

async function fetchJson(url: string, timeoutMs: number): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`The channel's keys cannot be fetched: HTTP ${response.status}.`);
  return response.json();
}
