import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect, parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadEnvironment, readConfig, type Fault } from '../bot/config.ts';
import { SECRET_SETTINGS, settings } from '../bot/config/settings.ts';

const SECRET = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTEyMw==';
const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const example = parseEnv(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')) as Record<string, string>;

function faultsOf(env: Record<string, string>, nodeVersion?: string): readonly Fault[] {
  try {
    readConfig(env, nodeVersion);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

function settingsAtFault(env: Record<string, string>): string[] {
  return faultsOf(env).map(({ setting }) => setting);
}

describe('the configuration', () => {
  it('needs no settings at all', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      dataDir: 'data',
      database: { url: null },
      development: false,
      teams: { appId: null },
      webchat: { tokenSecret: null, tokenTtlMinutes: 30 },
      tickets: { kind: 'local' },
      cardBlocks: { kind: 'ticket' },
      effects: { maxAttempts: 8, timeoutMs: 10_000, lateSeconds: 20 },
      limits: { messageChars: 2000, bodyBytes: 262_144 },
    });
  });

  it('takes an empty value as unset', () => {
    const empty = Object.fromEntries(Object.keys(settings.shape).map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('ignores variables that are not its own', () => {
    expect(readConfig({ PATH: '/usr/bin', HOME: '/root' })).toEqual(readConfig({}));
  });

  it('lists every fault at once, each with its setting and its remedy', () => {
    const env = { PORT: 'abc', TICKET_BACKEND: 'servicenow', SERVICENOW_URL: 'http://example.com', CARD_BLOCK_BACKEND: 'webhook' };
    const faults = faultsOf(env);
    expect(faults.map(({ setting }) => setting).sort()).toEqual([
      'CARD_BLOCK_WEBHOOK_SECRET',
      'CARD_BLOCK_WEBHOOK_URL',
      'PORT',
      'SERVICENOW_PASSWORD',
      'SERVICENOW_URL',
      'SERVICENOW_USER',
    ]);
    const { message } = new ConfigError(faults);
    expect(message).toContain('6 faults');
    expect(message).toContain('- PORT: "abc" does not do; it must be a whole number from 0 to 65535. Correct it in .env (see .env.example).');
    expect(message).toContain('- SERVICENOW_USER: TICKET_BACKEND is "servicenow", so SERVICENOW_USER is required. Set it in .env (see .env.example).');
  });

  it.each([
    [{ PORT: '70000' }, ['PORT']],
    [{ PORT: '3.5' }, ['PORT']],
    [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    [{ DEVELOPMENT: 'yes' }, ['DEVELOPMENT']],
    [{ PUBLIC_URL: 'bot.example.se' }, ['PUBLIC_URL']],
    [{ DATABASE_URL: 'mysql://localhost/bot', WEBCHAT_TOKEN_SECRET: SECRET }, ['DATABASE_URL']],
    [{ DATABASE_URL: 'postgres://localhost/bot' }, ['WEBCHAT_TOKEN_SECRET']],
    [{ WEBCHAT_TOKEN_SECRET: 'short' }, ['WEBCHAT_TOKEN_SECRET']],
    [{ MICROSOFT_APP_ID: 'id' }, ['MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_PASSWORD']],
    [{ MICROSOFT_APP_CREDENTIAL: 'certificate' }, ['MICROSOFT_APP_ID', 'MICROSOFT_APP_CERTIFICATE_FILE', 'MICROSOFT_APP_CERTIFICATE_KEY_FILE']],
    [{ MICROSOFT_APP_CREDENTIAL: 'federated', MICROSOFT_APP_ID: 'id', MICROSOFT_APP_TENANT_ID: 'tenant' }, ['MICROSOFT_APP_IDENTITY_CLIENT_ID']],
    [{ MICROSOFT_APP_CREDENTIAL: 'managed-identity' }, ['MICROSOFT_APP_ID']],
    [{ MICROSOFT_APP_PASSWORD_EXPIRES: 'nästa år' }, ['MICROSOFT_APP_PASSWORD_EXPIRES']],
    [{ TEAMS_THREAD_RATES: '7/1;8/2' }, ['TEAMS_THREAD_RATES']],
    [{ TEAMS_APP_RATES: '0/1' }, ['TEAMS_APP_RATES']],
    [{ MICROSOFT_APP_PASSWORD: 'password' }, ['MICROSOFT_APP_ID']],
    [{ TICKET_BACKEND: 'fax' }, ['TICKET_BACKEND']],
    [{ TICKET_BACKEND: 'mail' }, ['SMTP_URL', 'MAIL_FROM', 'MAIL_TO']],
    [{ TICKET_BACKEND: 'webhook' }, ['TICKET_WEBHOOK_URL', 'TICKET_WEBHOOK_SECRET']],
    [{ TICKET_BACKEND: 'webhook', TICKET_WEBHOOK_URL: 'http://example.com', TICKET_WEBHOOK_SECRET: SECRET }, ['TICKET_WEBHOOK_URL']],
    [{ INBOUND_WEBHOOK_SECRET: 'not base64, and no secret either' }, ['INBOUND_WEBHOOK_SECRET']],
    [{ WEBCHAT_IDENTITY_ISSUER: 'https://login.example.se' }, ['WEBCHAT_IDENTITY_AUDIENCE', 'WEBCHAT_IDENTITY_JWKS_URL']],
    [{ WEBCHAT_IDENTITY_AUDIENCE: 'korthjalpen' }, ['WEBCHAT_IDENTITY_ISSUER']],
    [{ WEBCHAT_IDENTITY_ISSUER: 'x', WEBCHAT_IDENTITY_AUDIENCE: 'x', WEBCHAT_IDENTITY_JWKS_URL: 'https://x.example.se', WEBCHAT_IDENTITY_PUBLIC_KEY: privateKey }, ['WEBCHAT_IDENTITY_PUBLIC_KEY']],
    [{ WEBCHAT_EMBED_ORIGINS: 'https://intra.example.se/start' }, ['WEBCHAT_EMBED_ORIGINS']],
    [{ MAX_BODY_BYTES: '0' }, ['MAX_BODY_BYTES']],
    [{ RETAIN_CHATS_DAYS: '0' }, ['RETAIN_CHATS_DAYS']],
    [{ RETAIN_TICKETS_DAYS: 'for ever' }, ['RETAIN_TICKETS_DAYS']],
    [{ RETAIN_UNCLOSED_TICKETS_DAYS: 'keep' }, ['RETAIN_UNCLOSED_TICKETS_DAYS']],
    [{ ERASURE_KEEPS: 'tickets,chats' }, ['ERASURE_KEEPS']],
  ] as [Record<string, string>, string[]][])('refuses %j', (env, expected) => {
    expect(settingsAtFault(env)).toEqual(expected);
  });

  it.each([
    [{ TICKET_BACKEND: 'mail', SMTP_URL: 'smtps://u:p@mail.example.se', MAIL_FROM: 'a@example.se', MAIL_TO: 'b@example.se' }, { kind: 'mail', smtpUrl: 'smtps://u:p@mail.example.se', from: 'a@example.se', to: 'b@example.se' }],
    [
      { TICKET_BACKEND: 'servicenow', SERVICENOW_URL: 'https://x.service-now.com', SERVICENOW_USER: 'u', SERVICENOW_PASSWORD: 'p' },
      { kind: 'servicenow', url: 'https://x.service-now.com', user: 'u', password: 'p', table: 'incident' },
    ],
    [{ TICKET_BACKEND: 'webhook', TICKET_WEBHOOK_URL: 'http://127.0.0.1:8080/', TICKET_WEBHOOK_SECRET: SECRET }, { kind: 'webhook', url: 'http://127.0.0.1:8080/', secret: SECRET }],
  ])('reads the ticket backend of %j', (env, expected) => {
    expect(readConfig(env).tickets).toEqual(expected);
  });

  it('reads how long each kind of record is kept', () => {
    expect(readConfig({}).retention).toEqual({
      days: { chats: 90, 'turn-records': 30, references: 90, feedback: 365, tickets: null, 'block-requests': null },
      unclosedTicketDays: 180,
      erasureKeeps: ['tickets', 'block-requests'],
    });
    expect(readConfig({ RETAIN_CHATS_DAYS: 'keep', RETAIN_TICKETS_DAYS: '730', ERASURE_KEEPS: 'none' }).retention).toMatchObject({ days: { chats: null, tickets: 730 }, erasureKeeps: [] });
    expect(readConfig({ ERASURE_KEEPS: 'block-requests' }).retention.erasureKeeps).toEqual(['block-requests']);
  });

  it('takes a public key on one line, as .env files have it', () => {
    const env = { WEBCHAT_IDENTITY_ISSUER: 'https://login.example.se', WEBCHAT_IDENTITY_AUDIENCE: 'korthjalpen', WEBCHAT_IDENTITY_PUBLIC_KEY: publicKey.replaceAll('\n', '\\n') };
    expect(readConfig(env).webchat.identity).toMatchObject({ issuer: 'https://login.example.se', publicKey, maxAgeSeconds: 600 });
  });

  it('listens beyond this computer without an app id', () => {
    expect(readConfig({ HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
  });

  it.each([
    ['20.20.2', 1],
    ['22.17.9', 1],
    ['22.18.0', 0],
    ['24.0.0', 0],
  ])('on Node.js %s has %i faults', (version, count) => {
    expect(faultsOf({}, version)).toHaveLength(count);
  });

  it('says how old Node.js may be', () => {
    expect(new ConfigError(faultsOf({}, '20.20.2')).message).toContain('version 20.20.2 is too old. Install version 22.18 or a later one');
  });
});

describe('the secrets of a configuration', () => {
  const secrets = {
    DATABASE_URL: 'postgres://bot:hunter2@db/bot',
    MICROSOFT_APP_ID: 'id',
    MICROSOFT_APP_PASSWORD: 'hunter2-teams',
    MICROSOFT_APP_TENANT_ID: 'tenant',
    WEBCHAT_TOKEN_SECRET: 'hunter2-hunter2-hunter2-hunter2',
    INBOUND_WEBHOOK_SECRET: `whsec_hunter2/${SECRET}`,
    CARD_BLOCK_BACKEND: 'webhook',
    CARD_BLOCK_WEBHOOK_URL: 'https://example.com',
    CARD_BLOCK_WEBHOOK_SECRET: `hunter2/${SECRET}`,
    TICKET_BACKEND: 'servicenow',
    SERVICENOW_URL: 'https://example.com',
    SERVICENOW_USER: 'user',
    SERVICENOW_PASSWORD: 'hunter2-servicenow',
  };

  it('are readable', () => {
    expect(readConfig(secrets)).toMatchObject({ teams: { appPassword: 'hunter2-teams' }, tickets: { password: 'hunter2-servicenow' } });
  });

  it('are never printed', () => {
    const config = readConfig(secrets);
    expect(JSON.stringify(config)).not.toContain('hunter2');
    expect(inspect(config, { depth: 10 })).not.toContain('hunter2');
    expect(inspect(config.tickets)).not.toContain('hunter2');
  });

  it('do not stand in the message about a fault', () => {
    const env = Object.fromEntries([...SECRET_SETTINGS].map((name) => [name, 'hunter2']));
    const faults = faultsOf(env);
    expect(faults.map(({ setting }) => setting)).toEqual(expect.arrayContaining(['DATABASE_URL', 'SMTP_URL', 'WEBCHAT_TOKEN_SECRET']));
    expect(new ConfigError(faults).message).not.toContain('hunter2');
  });
});

describe('.env.example', () => {
  it('lists exactly the settings that exist', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(settings.shape).sort());
  });

  it('shows the default of each', () => {
    const withDefaults: Record<string, string | number | readonly string[] | undefined> = settings.parse({});
    for (const [name, value] of Object.entries(example)) expect(`${name}=${value}`).toBe(`${name}=${String(withDefaults[name] ?? '')}`);
  });
});

describe('the environment', () => {
  it('takes from .env what is not set already', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'env-')), '.env');
    const inherited = Object.entries(loadEnvironment(file)).find(([name, value]) => /^[A-Z]+$/.test(name) && value !== undefined && value !== '');
    const [name, value] = inherited ?? ['', ''];
    writeFileSync(file, `BOT_TEST_ONLY_IN_FILE=yes\n${name}=changed\n`);
    const env = loadEnvironment(file);
    expect(env['BOT_TEST_ONLY_IN_FILE']).toBe('yes');
    expect(env[name]).toBe(value);
  });
});
