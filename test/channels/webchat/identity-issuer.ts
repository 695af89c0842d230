/** The login service of a house: signs identities, and shows its public keys at an address. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export type Algorithm = 'RS256' | 'ES256' | 'EdDSA';

export interface IdentityIssuer {
  readonly issuer: string;
  readonly jwksUrl: string;
  /** How often the keys were fetched. */
  readonly fetches: () => number;
  /** Whether the keys are to be had. */
  isUp: boolean;
  readonly pem: (algorithm: Algorithm) => Promise<string>;
  /** A good identity of Anna Testsson, with other claims and another header where they are given. Undefined leaves a claim out. */
  sign(options?: { readonly claims?: JWTPayload; readonly header?: Readonly<Record<string, unknown>>; readonly algorithm?: Algorithm; readonly key?: Parameters<SignJWT['sign']>[0] }): Promise<string>;
  close(): Promise<void>;
}

export const audience = 'korthjalpen';

export async function startIdentityIssuer(now: () => Date): Promise<IdentityIssuer> {
  const algorithms = ['RS256', 'ES256', 'EdDSA'] as const;
  const pairs = new Map(await Promise.all(algorithms.map(async (algorithm) => [algorithm, await generateKeyPair(algorithm, { extractable: true })] as const)));
  const pairOf = (algorithm: Algorithm) => {
    const pair = pairs.get(algorithm);
    if (pair === undefined) throw new Error(`No key for ${algorithm}.`);
    return pair;
  };
  const keys = await Promise.all(algorithms.map(async (algorithm) => ({ ...(await exportJWK(pairOf(algorithm).publicKey)), kid: algorithm, alg: algorithm, use: 'sig' })));
  let fetches = 0;
  let serial = 0;
  const server = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(issuer.isUp ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: IdentityIssuer = {
    issuer: address,
    jwksUrl: `${address}/keys`,
    fetches: () => fetches,
    isUp: true,
    pem: (algorithm) => exportSPKI(pairOf(algorithm).publicKey),
    sign: ({ claims = {}, header = {}, algorithm = 'ES256', key } = {}) => {
      const at = Math.floor(now().getTime() / 1000);
      const all = { iss: address, aud: audience, sub: 'test1234', name: 'Anna Testsson', jti: `jwt-${++serial}`, iat: at, exp: at + 300, ...claims };
      return new SignJWT(all).setProtectedHeader({ alg: algorithm, kid: algorithm, ...header }).sign(key ?? pairOf(algorithm).privateKey);
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
  return issuer;
}
