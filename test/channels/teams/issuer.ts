/** A token issuer on loopback: OpenID metadata and keys over HTTP, RS256 tokens as the Bot Connector signs them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JWTPayload, SignJWT, exportJWK, generateKeyPair } from 'jose';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const ISSUER = 'https://issuer.test.invalid';

export type KeyName = 'teams' | 'otherChannel' | 'unendorsed' | 'stranger';

export interface TokenChanges {
  readonly claims?: JWTPayload;
  readonly without?: readonly string[];
  readonly key?: KeyName;
  readonly kid?: string;
}

export interface Issuer {
  readonly metadataUrl: string;
  /** A token for this serviceUrl, valid but for the changes. */
  sign(serviceUrl: string, changes?: TokenChanges): Promise<string>;
  /** The public key of valid tokens, as PEM-free bytes that an attacker would use as an HMAC secret. */
  readonly publicKey: Uint8Array;
  setReachable(reachable: boolean): void;
  close(): Promise<void>;
}

export async function startIssuer(): Promise<Issuer> {
  const keys = { teams: await generateKeyPair('RS256'), otherChannel: await generateKeyPair('RS256'), unendorsed: await generateKeyPair('RS256'), stranger: await generateKeyPair('RS256') };
  const jwks = {
    keys: [
      { ...(await exportJWK(keys.teams.publicKey)), kid: 'teams', endorsements: ['msteams'] },
      { ...(await exportJWK(keys.unendorsed.publicKey)), kid: 'unendorsed' },
      { ...(await exportJWK(keys.otherChannel.publicKey)), kid: 'otherChannel', endorsements: ['skype'] },
    ],
  };
  let reachable = true;
  const server = createServer((request, response) => {
    response.writeHead(reachable ? 200 : 500, { 'content-type': 'application/json' });
    response.end(JSON.stringify(request.url === '/keys' ? jwks : { issuer: ISSUER, jwks_uri: `${url()}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    metadataUrl: `${url()}/metadata`,
    publicKey: new TextEncoder().encode(JSON.stringify(jwks.keys[0])),
    sign: (serviceUrl, { claims, without, key = 'teams', kid = key } = {}) => {
      const all = { ...validClaims(serviceUrl), ...claims };
      const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !without?.includes(name)));
      return new SignJWT(kept).setProtectedHeader({ alg: 'RS256', kid }).sign(keys[key].privateKey);
    },
    setReachable: (value) => {
      reachable = value;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export function validClaims(serviceUrl: string): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return { iss: ISSUER, aud: APP_ID, nbf: now - 60, exp: now + 3_600, serviceurl: serviceUrl };
}
