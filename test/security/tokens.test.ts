import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activity } from '../service/bot-framework.ts';
import { openDirectLine, send, type Answer, type DirectLine } from '../service/direct-line.ts';
import type { TestService } from '../service/service.ts';
import { startExposedService } from './service.ts';

const CHANNEL_ISSUER = 'https://api.botframework.com';
const APP_ID = '00000000-0000-0000-0000-00000000000a';

let service: TestService;
let victim: DirectLine;
let secret: Uint8Array;
beforeAll(async () => {
  service = await startExposedService({ MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: 'not-a-password', MICROSOFT_APP_TENANT_ID: '00000000-0000-0000-0000-00000000000b' });
  victim = await openDirectLine(() => service.address);
  secret = new TextEncoder().encode(readFileSync(join(service.dataDir, 'webchat-token-secret'), 'utf8').trim());
}, 180_000);
// What is logged is not looked at: where there is no network, the bot rightly complains that its own secret cannot be tried.
afterAll(() => service.close());

const readVictim = (authorization: string): Promise<Answer> => send('GET', `${service.address}/v3/directline/conversations/${victim.conversation}/activities`, { authorization });
const postToTeams = (authorization: string): Promise<Answer> => send('POST', `${service.address}/api/messages`, { authorization }, activity({ text: 'hej', channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/' }));

interface Claims {
  readonly [claim: string]: unknown;
}

const claims = (change: Claims = {}): Claims => ({ conv: victim.conversation, user: 'dl_someone', iss: 'etjanstekort-webchat', aud: 'calls', iat: now(), exp: now() + 600, ...change });
const now = (): number => Math.floor(Date.now() / 1000);
const sign = (payload: Claims, alg = 'HS256', key: Uint8Array = secret): Promise<string> => new SignJWT({ ...payload }).setProtectedHeader({ alg, typ: 'JWT' }).sign(key);
const forge = (header: unknown, payload: unknown, signature = 'AAAA'): string => [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).concat(signature).join('.');

describe('a token of the web chat', () => {
  it('opens its own conversation', async () => {
    expect((await readVictim(`Bearer ${await sign(claims())}`)).status).toBe(200);
  });

  const forged: Readonly<Record<string, () => Promise<string> | string>> = {
    'signed by nobody': () => new UnsecuredJWT(claims()).encode(),
    'with alg none and a signature': () => forge({ alg: 'none' }, claims()),
    'signed with another key': () => sign(claims(), 'HS256', Buffer.alloc(32, 1)),
    'signed with an empty key, as its own header says': () => forge({ alg: 'HS256', jwk: { kty: 'oct', k: '' } }, claims()),
    'signed with a longer hash': () => sign(claims(), 'HS512', Buffer.concat([secret, secret])),
    'that names where its key is': () => forge({ alg: 'RS256', jku: 'https://evil.example/keys', x5u: 'https://evil.example/cert' }, claims()),
    'with a header that must be understood': () => forge({ alg: 'HS256', crit: ['exp'], exp: 1 }, claims()),
    'that never expires': () => sign(claims({ exp: undefined })),
    'that has expired': () => sign(claims({ exp: now() - 10 })),
    'that expires as text': () => sign(claims({ exp: '9999999999' })),
    'of another issuer': () => sign(claims({ iss: CHANNEL_ISSUER })),
    'for a stream': () => sign(claims({ aud: 'stream' })),
    'of another conversation': () => sign(claims({ conv: 'another' })),
    'of a conversation that is an object': () => sign(claims({ conv: { toString: 'x' } })),
    'of nobody': () => sign(claims({ user: null })),
  };

  it.each(Object.entries(forged))('%s opens nothing', async (_what, make) => {
    expect((await readVictim(`Bearer ${await make()}`)).status).toBe(403);
  });
});

describe('any other text in the place of a token', () => {
  const segment = fc.oneof(
    fc.constantFrom('', 'e30', 'bnVsbA', 'W10', 'eyJhbGciOiJIUzI1NiJ9', '.', '=', '%00'),
    fc.json({ maxDepth: 3 }).map((json) => Buffer.from(json).toString('base64url')),
    fc.record({ alg: fc.constantFrom('none', 'HS256', 'ES256', 'RS256', 'dir', ''), kid: fc.string(), typ: fc.jsonValue() }).map((header) => Buffer.from(JSON.stringify(header)).toString('base64url')),
    fc.stringMatching(/^[\w+/=-]{0,40}$/),
  );
  const authorization = fc.tuple(fc.constantFrom('Bearer ', 'bearer ', 'Bearer', 'Basic ', ''), fc.array(segment, { maxLength: 6 })).map(([scheme, segments]) => scheme + segments.join('.'));

  it('opens nothing, in the web chat or in Teams', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(authorization, async (header) => {
        expect([401, 403]).toContain((await readVictim(header)).status);
        expect((await postToTeams(header)).status).toBe(401);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a token for Teams', () => {
  const good = (): Claims => ({ iss: CHANNEL_ISSUER, aud: APP_ID, serviceurl: 'https://smba.trafficmanager.net/emea/', exp: now() + 600 });
  const forged: Readonly<Record<string, () => Promise<string> | string>> = {
    'signed by nobody': () => new UnsecuredJWT({ ...good() }).encode(),
    'signed with the app id as a shared key': () => sign(good(), 'HS256', new TextEncoder().encode(APP_ID)),
    'signed by the web chat': () => sign(claims()),
    'of the Emulator': () => forge({ alg: 'RS256', kid: 'a' }, { ...good(), iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0' }),
  };

  it.each(Object.entries(forged))('%s opens nothing', async (_what, make) => {
    expect((await postToTeams(`Bearer ${await make()}`)).status).toBe(401);
  });
});
