import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppCredentials } from 'botframework-connector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readCertificate } from '../../../bot/channels/teams/certificate.ts';
import { BoundedCredentialFactory } from '../../../bot/channels/teams/credentials.ts';
import { SendFailure } from '../../../bot/channels/teams/send-result.ts';
import type { TeamsAuth } from '../../../bot/channels/teams/settings.ts';
import { UNREGISTERED, registered, startBot } from './bot.ts';
import { startIssuer } from './issuer.ts';
import { createShell } from './shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
const file = (name: string): string => join(folder, name);

function makeCertificate(name: string): void {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '40', '-subj', '/CN=bot.test', '-keyout', file(`${name}.key`), '-out', file(`${name}.pem`)], { stdio: 'ignore' });
}

/** Node reads certificates and cannot make any. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

beforeAll(() => {
  if (!hasOpenssl) return;
  makeCertificate('one');
  makeCertificate('other');
  writeFileSync(file('broken.pem'), 'no certificate');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasOpenssl)('a certificate', () => {
  it('is read with its thumbprint and its last day', () => {
    const { thumbprint, expires, certificate } = readCertificate(file('one.pem'), file('one.key'));
    expect(thumbprint).toMatch(/^[0-9A-F]{40}$/);
    const days = (expires.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(38);
    expect(days).toBeLessThan(41);
    expect(certificate).toContain('BEGIN CERTIFICATE');
  });

  it.each([
    ['the key of another one', 'one.pem', 'other.key', 'does not belong'],
    ['a file that is not there', 'none.pem', 'one.key', 'MICROSOFT_APP_CERTIFICATE_FILE'],
    ['a file that is no certificate', 'broken.pem', 'one.key', 'MICROSOFT_APP_CERTIFICATE_FILE'],
    ['a file that is no key', 'one.pem', 'broken.pem', 'MICROSOFT_APP_CERTIFICATE_KEY_FILE'],
  ])('is refused with %s, and the setting is named', (_name, certificate, key, told) => {
    expect(() => readCertificate(file(certificate), file(key))).toThrow(told);
  });
});

/** Addresses where nothing answers, so that a token cannot be had. */
const LOGIN = ['https://127.0.0.1:9/tenant', 'https://api.test.invalid'] as const;
const APP: TeamsAuth = { appId: 'the-app', appPassword: null, tenantId: 'the-tenant' };

describe.skipIf(!hasOpenssl)('the bot’s credentials', () => {
  const kinds = (): [string, TeamsAuth][] => {
    const { certificate, privateKey, thumbprint } = readCertificate(file('one.pem'), file('one.key'));
    return [
      ['a certificate', { ...APP, credential: { kind: 'certificate', certificate, privateKey, thumbprint } }],
      ['a federated identity', { ...APP, credential: { kind: 'federated', identityClientId: 'the-identity' } }],
      ['a managed identity', { ...APP, credential: { kind: 'managed-identity' } }],
    ];
  };

  it('are of every kind accepted without a password', async () => {
    const issuer = await startIssuer();
    for (const [, auth] of kinds()) {
      const { appId, authority, tenantId, allowedServiceUrls } = { allowedServiceUrls: [], ...registered(issuer, 'http://127.0.0.1:9/') };
      const bot = await startBot({ shell: createShell(), auth: { ...auth, appId, tenantId, allowedServiceUrls, ...(authority ? { authority } : {}) } });
      expect(bot.channel.status()).toBe('unchecked');
      await bot.close();
    }
    await issuer.close();
  });

  it('of every kind give up after the limit, as a request that never left', async () => {
    for (const [name, auth] of kinds()) {
      const factory = new BoundedCredentialFactory(auth, 300);
      const credentials = await factory.createCredentials('the-app', LOGIN[1], LOGIN[0], true);
      const signing = credentials.signRequest({} as Parameters<typeof credentials.signRequest>[0]);
      await expect(signing, name).rejects.toThrow(SendFailure);
      await expect(factory.requestToken('the-app', LOGIN[1], LOGIN[0], true), name).rejects.toThrow();
    }
  });

  it('use a kept token until the connector has refused it', async () => {
    const { appId } = APP;
    const cache = z.instanceof(Map<string, unknown>).parse(Reflect.get(AppCredentials, 'cache'));
    cache.set(`${appId ?? ''}${LOGIN[1]}-cache`, { accessToken: 'kept', expiresOn: new Date(Date.now() + 3_600_000) });
    const factory = new BoundedCredentialFactory({ ...APP, appPassword: 'secret' }, 300);
    const credentials = await factory.createCredentials('the-app', LOGIN[1], LOGIN[0], true);
    const headers = new Map<string, string>();
    const resource = { headers } as unknown as Parameters<typeof credentials.signRequest>[0];
    await credentials.signRequest(resource);
    expect([...headers.values()]).toEqual(['Bearer kept']);
    factory.renew();
    // There is no login service here to get another one from.
    await expect(credentials.signRequest(resource)).rejects.toThrow(SendFailure);
    cache.clear();
  });

  it('are made anew after a failure', async () => {
    let tries = 0;
    const fetchToken = (): Promise<string> => (++tries === 1 ? Promise.reject(new Error('login is down')) : Promise.resolve('fresh'));
    const credentials = await new BoundedCredentialFactory({ ...UNREGISTERED, fetchToken }, 1_000).createCredentials('', '', '', false);
    const headers = new Map<string, string>();
    const resource = { headers } as unknown as Parameters<typeof credentials.signRequest>[0];
    await expect(credentials.signRequest(resource)).rejects.toThrow(SendFailure);
    await credentials.signRequest(resource);
    expect(headers.get('authorization')).toBe('Bearer fresh');
  });
});
