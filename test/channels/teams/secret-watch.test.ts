import { describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { createSecretWatch, type SecretWatch } from '../../../bot/channels/teams/secret-watch.ts';
import { type Bot, eventually, post, registered, startBot, teamsMessage } from './bot.ts';
import { startConnector } from './connector.ts';
import { startIssuer } from './issuer.ts';
import { createShell } from './shell.ts';

const NOW = new Date('2026-11-24T09:00:00Z');

interface Watched extends SecretWatch {
  readonly checks: () => number;
  readonly told: readonly (boolean | Date)[];
  readonly log: () => string;
}

function watched(requestToken: () => Promise<void>, expires: string | null = null, everyMs = 3_600_000): Watched {
  const told: (boolean | Date)[] = [];
  const lines: string[] = [];
  let checks = 0;
  const watch = createSecretWatch({
    requestToken: () => {
      checks += 1;
      return requestToken();
    },
    expires: expires === null ? null : new Date(expires),
    warnDays: 30, everyMs, now: () => NOW,
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    metrics: { botTokenChecked: (isGiven) => told.push(isGiven), botSecretExpires: (at) => told.push(at) },
  });
  return { ...watch, checks: () => checks, told, log: () => lines.join('') };
}

/** As MSAL says that the secret is not taken (Microsoft Entra authentication error codes). */
function refusal(): Error {
  return Object.assign(new Error('invalid_client: 7000222 - [2026-11-24] AADSTS7000222: The provided client secret keys for app are expired.'), { errorCode: 'invalid_client' });
}

const given = (): Promise<void> => Promise.resolve();

describe('the watch over the bot’s secret', () => {
  it('says that all is well when a token is given', async () => {
    const one = watched(given);
    expect(one.status()).toBe('unchecked');
    one.start();
    await eventually(() => one.status()).toBe('ok');
    expect(one.told).toEqual([true]);
    expect(one.log()).toBe('');
    await one.stop();
  });

  it.each<[string, Error, string]>([
    ['the secret is refused', refusal(), 'secret refused'],
    ['the login service is not reached', new Error('getaddrinfo ENOTFOUND login.microsoftonline.com'), 'login service not reached'],
  ])('says so when %s', async (_name, error, status) => {
    const one = watched(() => Promise.reject(error));
    one.start();
    await eventually(() => one.status()).toBe(status);
    expect(one.told).toEqual([false]);
    expect(one.log()).toContain('gets no token');
    await one.stop();
  });

  it.each([
    ['2026-12-20', 'secret expires in 26 days', true],
    ['2027-06-01', 'ok', false],
    ['2026-11-01', 'secret expired', true],
  ])('of a secret that expires on %s says: %s', async (expires, status, isLogged) => {
    const one = watched(given, expires);
    one.start();
    await eventually(() => one.status()).toBe(status);
    expect(one.told).toContainEqual(new Date(expires));
    await eventually(() => one.log().includes('secret expire')).toBe(isLogged);
    await one.stop();
  });

  it('looks again, and finds that a new secret works', async () => {
    let isRefused = true;
    const one = watched(() => (isRefused ? Promise.reject(refusal()) : given()), null, 10);
    one.start();
    await eventually(() => one.status()).toBe('secret refused');
    isRefused = false;
    await eventually(() => one.status()).toBe('ok');
    await one.stop();
    const checks = one.checks();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(one.checks()).toBe(checks);
  });
});

describe('a bot whose secret is refused', () => {
  it('tells at its start, before anybody writes, and goes on to take messages', async () => {
    const [issuer, connector] = [await startIssuer(), await startConnector()];
    const shell = createShell();
    const bot: Bot = await startBot({ shell, auth: { ...registered(issuer, connector.url), fetchToken: () => Promise.reject(refusal()) } });
    await bot.channel.start();
    await eventually(() => bot.channel.status()).toBe('secret refused');
    expect(bot.counted).toContain('botTokenChecked no');
    const { status } = await post(bot.url, teamsMessage(connector.url, { conversation: { id: 'a:waits' } }), { authorization: `Bearer ${await issuer.sign(connector.url)}` });
    expect([status, shell.marks('teams:a:waits')]).toEqual([200, [null]]);
    await bot.close();
    await Promise.all([issuer.close(), connector.close()]);
  });
});
