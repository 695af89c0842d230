import { networkInterfaces } from 'node:os';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bot, type Json, TENANT, UNREGISTERED, post, registered, startBot, teamsMessage } from './bot.ts';
import { type Connector, startConnector } from './connector.ts';
import { APP_ID, ISSUER, type Issuer, type TokenChanges, startIssuer, validClaims } from './issuer.ts';
import { type Shell, createShell } from './shell.ts';

let issuer: Issuer;
let connector: Connector;
let shell: Shell;
let bot: Bot;

beforeAll(async () => {
  issuer = await startIssuer();
  connector = await startConnector();
  bot = await startBot({ shell: createShell(), auth: registered(issuer, connector.url) });
});
afterAll(async () => {
  await bot.close();
  await Promise.all([issuer.close(), connector.close()]);
});
beforeEach(async () => {
  await bot.close();
  shell = createShell();
  bot = await startBot({ shell, auth: registered(issuer, connector.url) });
});

const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3_600;
const anHourAgo = (): number => inAnHour() - 7_200;
const signed = (changes: TokenChanges) => (): Promise<string> => issuer.sign(connector.url, changes);
const bearer = (make: () => Promise<string>) => async (): Promise<string> => `Bearer ${await make()}`;

async function withPayload(change: (payload: Json) => Json): Promise<string> {
  const [header, payload, signature] = (await issuer.sign(connector.url)).split('.');
  const changed = change(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8')) as Json);
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

const BAD_HEADERS: Readonly<Record<string, () => Promise<string>>> = {
  'no header': async () => Promise.resolve(''),
  'a bearer without a token': async () => Promise.resolve('Bearer '),
  'another scheme': async () => Promise.resolve('Basic YTpi'),
  'a token that is none': bearer(async () => Promise.resolve('abc.def.ghi')),
  'two tokens': async () => `Bearer ${await issuer.sign(connector.url)} ${await issuer.sign(connector.url)}`,
  'a signature of another key': bearer(signed({ key: 'stranger', kid: 'teams' })),
  'an unknown key': bearer(signed({ key: 'stranger' })),
  'a key that is not endorsed for Teams': bearer(signed({ key: 'otherChannel' })),
  'a key that is endorsed for no channel': bearer(signed({ key: 'unendorsed' })),
  'a changed payload': bearer(() => withPayload((payload) => ({ ...payload, exp: inAnHour() + 1 }))),
  'no signature (alg none)': bearer(async () => Promise.resolve(new UnsecuredJWT(validClaims(connector.url)).encode())),
  'the public key as a shared secret (HS256)': bearer(async () => new SignJWT(validClaims(connector.url)).setProtectedHeader({ alg: 'HS256', kid: 'teams' }).sign(issuer.publicKey)),
  'an expired token': bearer(signed({ claims: { exp: anHourAgo() } })),
  'a token that never expires': bearer(signed({ without: ['exp'] })),
  'a token of the future': bearer(signed({ claims: { nbf: inAnHour() } })),
  'another bot’s token': bearer(signed({ claims: { aud: '99999999-2222-4333-8444-555555555555' } })),
  'a token without an audience': bearer(signed({ without: ['aud'] })),
  'another issuer': bearer(signed({ claims: { iss: 'https://evil.test.invalid' } })),
  'a token without an issuer': bearer(signed({ without: ['iss'] })),
  'a token of the Emulator’s issuer': bearer(signed({ claims: { iss: `https://sts.windows.net/${TENANT}/`, tid: TENANT, ver: '1.0', appid: APP_ID } })),
  'a token of another bot (skill)': bearer(signed({ claims: { iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, ver: '2.0', azp: 'another-bot' } })),
  'a skill’s claims from the channel’s issuer': bearer(signed({ claims: { ver: '1.0', appid: '99999999-2222-4333-8444-555555555555' } })),
  'a token for another serviceUrl': bearer(signed({ claims: { serviceurl: 'https://smba.test.invalid/' } })),
  'a token without a serviceUrl': bearer(signed({ without: ['serviceurl'] })),
};

// The SDK prints what it refuses, keys and all.
const printed = vi.spyOn(console, 'error');
afterAll(() => expect(printed).not.toHaveBeenCalled());

describe('a request to the Teams endpoint', () => {
  it.each(Object.entries(BAD_HEADERS))('is answered with 401 for %s', async (_name, makeHeader) => {
    const { status, json } = await post(bot.url, teamsMessage(connector.url), { authorization: await makeHeader() });
    expect([status, json.error?.code]).toEqual([401, 'Unauthorized']);
    expect(shell.runs).toEqual([]);
    expect(bot.counted).toHaveLength(1);
  });

  it('is answered with 401 on the path that the SDK keeps for another channel', async () => {
    const { status } = await post(bot.url, teamsMessage(connector.url, { channelId: 'AseChannel' }), { authorization: `Bearer ${await issuer.sign(connector.url)}` });
    expect(status).toBe(401);
    expect(shell.runs).toEqual([]);
  });

  it('is answered with 401 from a channel that the key is not endorsed for', async () => {
    const { status } = await post(bot.url, teamsMessage(connector.url, { channelId: 'webchat' }), { authorization: `Bearer ${await issuer.sign(connector.url)}` });
    expect(status).toBe(401);
    expect(shell.runs).toEqual([]);
  });

  it('is served within the skew that clocks may have, and not beyond', async () => {
    const at = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
    const statuses: number[] = [];
    for (const claims of [{ exp: at(-60) }, { nbf: at(60) }, { exp: at(-400) }, { nbf: at(400) }]) {
      statuses.push((await post(bot.url, teamsMessage(connector.url), { authorization: `Bearer ${await issuer.sign(connector.url, { claims })}` })).status);
    }
    expect(statuses).toEqual([200, 200, 401, 401]);
  });

  const foreign = '12121212-bbbb-4ccc-8ddd-eeeeeeeeeeee';
  it.each<[string, Json]>([
    ['a foreign tenant', { channelData: { tenant: { id: foreign } }, conversation: { id: 'a:1' } }],
    ['a foreign tenant in the conversation only', { channelData: {}, conversation: { id: 'a:1', tenantId: foreign } }],
    ['no tenant', { channelData: {}, conversation: { id: 'a:1' } }],
    ['two tenants', { channelData: { tenant: { id: foreign } } }],
    ['unreadable channel data', { channelData: 'none', conversation: { id: 'a:1' } }],
  ])('is answered with 403 for %s', async (_name, changes) => {
    const { status, json } = await post(bot.url, teamsMessage(connector.url, changes), { authorization: `Bearer ${await issuer.sign(connector.url)}` });
    expect([status, json.error?.code]).toEqual([403, 'Forbidden']);
    expect(shell.runs).toEqual([]);
    expect(bot.counted).toEqual(['authRefused tenant']);
  });

  it('is answered with 403 for a serviceUrl that the bot may not post to, whatever the token says', async () => {
    const elsewhere = 'https://connector.test.invalid/';
    const { status } = await post(bot.url, teamsMessage(elsewhere), { authorization: `Bearer ${await issuer.sign(elsewhere)}` });
    expect(status).toBe(403);
    expect(shell.runs).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['an empty object', {}],
    ['a list', []],
    ['a string', '"hej"'],
    ['broken JSON', '{"type":'],
    ['null', 'null'],
    ['no type', teamsMessage('http://127.0.0.1/', { type: undefined })],
    ['no serviceUrl', teamsMessage('http://127.0.0.1/', { serviceUrl: undefined })],
    ['an empty serviceUrl', teamsMessage('')],
    ['a serviceUrl that is no web address', teamsMessage('file:///etc/passwd')],
    ['no sender', teamsMessage('http://127.0.0.1/', { from: undefined })],
    ['a conversation without an id', teamsMessage('http://127.0.0.1/', { conversation: { tenantId: TENANT } })],
    ['an endless id', teamsMessage('http://127.0.0.1/', { id: 'x'.repeat(5_000) })],
    ['a text that is no text', teamsMessage('http://127.0.0.1/', { text: { $gt: '' } })],
    ['members that are no list', teamsMessage('http://127.0.0.1/', { membersAdded: 'all' })],
  ])('is answered with 400 for %s', async (_name, body) => {
    const { status, json } = await post(bot.url, body, { authorization: `Bearer ${await issuer.sign(connector.url)}` });
    expect([status, json.error?.code]).toEqual([400, 'BadArgument']);
    expect(shell.runs).toEqual([]);
  });

  it('names the faulty fields and repeats nothing that was sent', async () => {
    const { text } = await post(bot.url, teamsMessage('http://127.0.0.1/', { from: 'hemlig', conversation: {} }));
    expect(text).toContain('from');
    expect(text).toContain('conversation.id');
    expect(text).not.toContain('hemlig');
  });

  it('is answered with 503 while the issuer’s keys cannot be fetched, and served once they can', async () => {
    const fresh = await startIssuer();
    fresh.setReachable(false);
    const other = await startBot({ shell, auth: registered(fresh, connector.url) });
    const sendOne = async () => post(other.url, teamsMessage(connector.url), { authorization: `Bearer ${await fresh.sign(connector.url)}` });
    expect((await sendOne()).status).toBe(503);
    expect(shell.runs).toEqual([]);
    fresh.setReachable(true);
    expect((await sendOne()).status).toBe(200);
    await other.close();
    await fresh.close();
  });

  it('is answered with 503, and not with 401, while the issuer cannot be reached', async () => {
    const gone = await startIssuer();
    const authorization = `Bearer ${await gone.sign(connector.url)}`;
    await gone.close();
    const other = await startBot({ shell, auth: registered(gone, connector.url) });
    expect((await post(other.url, teamsMessage(connector.url), { authorization })).status).toBe(503);
    // What no key can make good is refused all the same.
    expect((await post(other.url, teamsMessage(connector.url), { authorization: 'Bearer abc.def.ghi' })).status).toBe(401);
    await other.close();
  });

  const outside = Object.values(networkInterfaces()).flat().find((address) => address?.family === 'IPv4' && !address.internal);
  it.skipIf(outside === undefined)('is answered with 403 from another address when there is no app id', async () => {
    const open = await startBot({ shell, auth: UNREGISTERED, host: '0.0.0.0' });
    const { status } = await post(open.url.replace('127.0.0.1', outside?.address ?? ''), teamsMessage(connector.url));
    expect(status).toBe(403);
    expect(shell.runs).toEqual([]);
    await open.close();
  });
});

describe('the Teams settings', () => {
  it.each([
    ['an empty app id', { appId: ' ' }, 'MICROSOFT_APP_ID'],
    ['no tenant', { tenantId: null }, 'MICROSOFT_APP_TENANT_ID'],
    ['neither password nor another way to a token', { fetchToken: undefined }, 'MICROSOFT_APP_PASSWORD'],
    ['an unreadable service URL', { allowedServiceUrls: ['smba'] }, 'smba'],
  ])('are refused at the start with %s', async (_name, changes, named) => {
    const { fetchToken, ...auth } = { ...registered(issuer, connector.url), ...changes };
    await expect(startBot({ shell, auth: { ...auth, ...(fetchToken ? { fetchToken } : {}) } })).rejects.toThrow(named);
  });

  it('accept a password with Microsoft’s own authority', async () => {
    const real = await startBot({ shell, auth: { appId: APP_ID, appPassword: 'secret', tenantId: TENANT } });
    const { status } = await post(real.url, teamsMessage('https://smba.trafficmanager.net/emea/'), { authorization: `Bearer ${await issuer.sign(connector.url)}` });
    // A token of the test's issuer means nothing to it, and no key is fetched for it.
    expect(status).toBe(401);
    expect(ISSUER).not.toBe('https://api.botframework.com');
    await real.close();
  });
});
