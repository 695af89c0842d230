import { decodeJwt, generateKeyPair, type JWTPayload } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { audience, startIdentityIssuer, type Algorithm, type IdentityIssuer } from './identity-issuer.ts';
import { call, message, post, startConversation, startWebchat, type Called, type Connection, type Webchat } from './server.ts';

let chat: Webchat;
let issuer: IdentityIssuer;
const refusals: string[] = [];
beforeAll(async () => {
  issuer = await startIdentityIssuer(() => chat.clock.now);
  chat = await startWebchat({
    identity: { issuer: issuer.issuer, audience, keys: { jwksUrl: issuer.jwksUrl }, maxAgeSeconds: 600 },
    limits: { tokensPerMinutePerAddress: 1e6 },
    onRefused: (reason) => refusals.push(reason),
  });
});
afterEach(() => refusals.splice(0));
afterAll(async () => {
  await chat.close();
  await issuer.close();
});

const seconds = (): number => Math.floor(chat.clock.now.getTime() / 1000);
const later = (by: number): void => void (chat.clock.now = new Date(chat.clock.now.getTime() + by * 1000));
const identify = (connection: Connection, jwt: unknown, { origin }: Webchat = chat): Promise<Called<Connection & { identity?: { name: string; expires_in: number } }>> =>
  call(origin, '/tokens/refresh', { token: connection.token, body: { identity: jwt } });
const personOfTurn = (webchat: Webchat = chat) => webchat.bot.turns.at(-1)?.person;

describe('a visitor whom a trusted page vouches for', () => {
  it('counts as verified from the next message on, with name and e-mail', async () => {
    const connection = await startConversation(chat.origin);
    const { status, body } = await identify(connection, await issuer.sign({ claims: { email: 'anna.testsson@example.se' } }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ conversationId: connection.conversationId, identity: { name: 'Anna Testsson', expires_in: 300 } });
    expect((await post(chat.origin, body, message('hej'))).status).toBe(200);
    expect(personOfTurn()).toEqual({ id: 'test1234', name: 'Anna Testsson', email: 'anna.testsson@example.se', verified: true });
  });

  it('is verified from the first message on when the token for a new conversation is asked for so', async () => {
    const { body } = await call<Connection>(chat.origin, '/tokens/generate', { body: { identity: await issuer.sign() } });
    await call(chat.origin, '/conversations', { token: body.token, body: {} });
    expect(chat.bot.turns.at(-1)).toMatchObject({ event: { kind: 'joined' }, person: { id: 'test1234', verified: true } });
  });

  it('is a stranger again when the identity has run out, however often the token was renewed', async () => {
    const connection = await startConversation(chat.origin);
    const { body: identified } = await identify(connection, await issuer.sign());
    later(200);
    const { body: renewed } = await call<Connection>(chat.origin, '/tokens/refresh', { token: identified.token, method: 'POST' });
    expect(renewed).toMatchObject({ identity: { expires_in: 100 } });
    await post(chat.origin, renewed, message('hej'));
    expect(personOfTurn()?.verified).toBe(true);
    later(101);
    expect((await post(chat.origin, renewed, message('spärra'))).status).toBe(200);
    expect(personOfTurn()).toEqual({ id: decodeJwt(connection.token)['user'], verified: false });
  });

  it('is not named by the address of the stream', async () => {
    const { body: identified } = await identify(await startConversation(chat.origin), await issuer.sign());
    const { body } = await call<Connection>(chat.origin, `/conversations/${identified.conversationId}`, { token: identified.token });
    const ticket = decodeJwt(new URL(body.streamUrl).searchParams.get('t') ?? '');
    expect(ticket).not.toHaveProperty('identity');
    expect(decodeJwt(body.token)).toHaveProperty('identity');
  });

  it.each(['RS256', 'ES256', 'EdDSA'] as const)('may be vouched for with %s, by a key at an address and by a pinned one', async (algorithm: Algorithm) => {
    const jwt = await issuer.sign({ algorithm });
    expect((await identify(await startConversation(chat.origin), jwt)).status).toBe(200);
    const pinned = await startWebchat({ identity: { issuer: issuer.issuer, audience, keys: { publicKeyPem: await issuer.pem(algorithm) }, maxAgeSeconds: 600 } });
    pinned.clock.now = chat.clock.now;
    expect((await identify(await startConversation(pinned.origin), jwt, pinned)).status).toBe(200);
    expect((await identify(await startConversation(pinned.origin), await issuer.sign({ algorithm: algorithm === 'ES256' ? 'RS256' : 'ES256' }), pinned)).status).toBe(403);
    await pinned.close();
  });

  it('is known again after a reload, with the same JWT in the same conversation', async () => {
    const connection = await startConversation(chat.origin);
    const jwt = await issuer.sign();
    expect((await identify(connection, jwt)).status).toBe(200);
    expect((await identify(connection, jwt)).status).toBe(200);
  });
});

const without = (claim: string): JWTPayload => ({ [claim]: undefined });
const unsigned = async (): Promise<string> => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await issuer.sign()).split('.')[1] ?? ''}.`;
/** The classic: the public key, which everybody has, as the secret of HS256. */
const confused = async (): Promise<string> => issuer.sign({ header: { alg: 'HS256' }, key: new TextEncoder().encode(await issuer.pem('RS256')) });
const tampered = async (): Promise<string> => {
  const [header, , signature] = (await issuer.sign()).split('.');
  const [, claims] = (await issuer.sign({ claims: { sub: 'someone-else' } })).split('.');
  return [header, claims, signature].join('.');
};

describe('an identity', () => {
  it.each<[string, string, () => Promise<string>]>([
    ['signed by another key', 'signature', async () => issuer.sign({ key: (await generateKeyPair('ES256')).privateKey })],
    ['whose claims were changed', 'signature', tampered],
    ['with the algorithm none', 'algorithm', unsigned],
    ['signed with HS256 and the public key', 'algorithm', confused],
    ['whose header names a key that the issuer does not have', 'key', () => issuer.sign({ header: { kid: 'unknown' } })],
    ['of another issuer', 'claim', () => issuer.sign({ claims: { iss: 'https://evil.example' } })],
    ['for another audience', 'claim', () => issuer.sign({ claims: { aud: 'another-service' } })],
    ['that has expired', 'expired', () => issuer.sign({ claims: { exp: seconds() - 60 } })],
    ['that never expires', 'claim', () => issuer.sign({ claims: without('exp') })],
    ['that is older than is allowed, though it has not expired', 'expired', () => issuer.sign({ claims: { iat: seconds() - 3600, exp: seconds() + 3600 } })],
    ['that does not say when it was issued', 'claim', () => issuer.sign({ claims: without('iat') })],
    ['from the future', 'claim', () => issuer.sign({ claims: { iat: seconds() + 3600, exp: seconds() + 7200 } })],
    ['that is not valid yet', 'claim', () => issuer.sign({ claims: { nbf: seconds() + 3600 } })],
    ['without a subject', 'claim', () => issuer.sign({ claims: without('sub') })],
    ['without a name', 'claim', () => issuer.sign({ claims: without('name') })],
    ['with a name of spaces', 'claim', () => issuer.sign({ claims: { name: '  ' } })],
    ['with an e-mail address that is none', 'claim', () => issuer.sign({ claims: { email: 'anna' } })],
    ['without an id of its own', 'claim', () => issuer.sign({ claims: without('jti') })],
    ['with a critical header that nobody knows', 'unreadable', () => issuer.sign({ header: { crit: ['b64x'], b64x: true } }).catch(() => 'e30.e30.e30')],
    ['that is no JWT', 'unreadable', () => Promise.resolve('not a token')],
  ])('%s is refused (%s), and the chat goes on without it', async (_what, fault, forge) => {
    const connection = await startConversation(chat.origin);
    const refused = await identify(connection, await forge());
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'IdentityRefused', message: expect.stringContaining(`(${fault})`) as string } } });
    expect(refusals).toEqual([`identity-${fault}`]);
    expect((await post(chat.origin, connection, message('hej'))).status).toBe(200);
    expect(personOfTurn()?.verified).toBe(false);
  });

  it('that was used in one conversation is refused in another', async () => {
    const jwt = await issuer.sign();
    expect((await identify(await startConversation(chat.origin), jwt)).status).toBe(200);
    expect(await identify(await startConversation(chat.origin), jwt)).toMatchObject({ status: 403, body: { error: { code: 'IdentityRefused' } } });
    expect(refusals).toEqual(['identity-replayed']);
  });

  it('that is too long, or no text, is 400', async () => {
    const connection = await startConversation(chat.origin);
    for (const junk of ['x'.repeat(10_000), 7, {}, '']) expect((await identify(connection, junk)).status).toBe(400);
  });

  it('does not get past a token that is not good', async () => {
    const refused = await call(chat.origin, '/tokens/refresh', { token: 'bad', body: { identity: await issuer.sign() } });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'NotAllowed' } } });
  });

  it('cannot be put into a token by its holder', async () => {
    const connection = await startConversation(chat.origin);
    const [header, , signature] = connection.token.split('.');
    const claims = { ...decodeJwt(connection.token), identity: { id: 'chief', name: 'Chief', until: seconds() + 1000 } };
    const forged = [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
    expect((await post(chat.origin, { ...connection, token: forged }, message('hej'))).status).toBe(403);
  });
});

describe('where identities cannot be checked', () => {
  it('an issuer whose keys are out of reach gives 503, and the chat works', async () => {
    const down = await startIdentityIssuer(() => chat.clock.now);
    down.isUp = false;
    const other = await startWebchat({ identity: { issuer: down.issuer, audience, keys: { jwksUrl: down.jwksUrl }, maxAgeSeconds: 600 } });
    const connection = await startConversation(other.origin);
    expect(await identify(connection, await down.sign(), other)).toMatchObject({ status: 503, body: { error: { code: 'ServiceError' } } });
    expect((await post(other.origin, connection, message('hej'))).status).toBe(200);
    await other.close();
    await down.close();
  });

  it('nobody is trusted until an issuer is set', async () => {
    const other = await startWebchat();
    const refused = await identify(await startConversation(other.origin), await issuer.sign(), other);
    expect(refused).toMatchObject({ status: 403, body: { error: { message: expect.stringContaining('WEBCHAT_IDENTITY_ISSUER') as string } } });
    await other.close();
  });
});

describe('the issuer’s keys', () => {
  it('are fetched once for many identities', async () => {
    await identify(await startConversation(chat.origin), await issuer.sign());
    const before = issuer.fetches();
    for (let count = 0; count < 3; count++) await identify(await startConversation(chat.origin), await issuer.sign());
    expect(issuer.fetches()).toBe(before);
  });
});
