/** A whole channel on loopback for tests: HTTP server, endpoint, delivery; issuer and connector beside it. */
import { pino } from 'pino';
import { expect } from 'vitest';
import { closeGracefully, createHttpServer, listen } from '../../../bot/channels/http.ts';
import { DEFAULT_TEAMS_LIMITS, type TeamsLimits } from '../../../bot/channels/teams/limits.ts';
import { type TeamsChannel, mountTeams } from '../../../bot/channels/teams/mount.ts';
import { DEFAULT_LOOK, type Look } from '../../../bot/channels/teams/place.ts';
import type { TeamsAuth } from '../../../bot/channels/teams/settings.ts';
import { APP_ID, ISSUER, type Issuer } from './issuer.ts';
import type { Shell } from './shell.ts';

export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

/** Short waits between tries; everything else as in production. */
export const TEST_LIMITS: TeamsLimits = { ...DEFAULT_TEAMS_LIMITS, retryBaseMs: 5, retryMaxMs: 20 };

/** Waits for a state that must come, patiently: the machine may be busy with other tests. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000, interval: 5 });

export interface Bot {
  readonly url: string;
  readonly channel: TeamsChannel;
  /** What was counted, as `deliveryTried retried` or `authRefused tenant`. */
  readonly counted: readonly string[];
  /** The log as text, to look for what must not stand in it. */
  log(): string;
  close(): Promise<void>;
}

export interface BotOptions {
  readonly shell: Shell;
  readonly auth: TeamsAuth;
  readonly limits?: Partial<TeamsLimits>;
  readonly look?: Partial<Look>;
  readonly host?: string;
}

export async function startBot({ shell, auth, limits, look, host = '127.0.0.1' }: BotOptions): Promise<Bot> {
  const lines: string[] = [];
  const counted: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const server = createHttpServer({ maxBodyBytes: 65_536, requestTimeoutMs: 5_000, log, metrics: { requestServed: () => undefined } });
  const channel = mountTeams(server, {
    ...shell, auth, log,
    servicedesk: { internal: '30000', external: '0776-730000' },
    limits: { ...TEST_LIMITS, ...limits },
    look: { ...DEFAULT_LOOK, ...look },
    now: () => new Date(),
    metrics: {
      deliveryTried: (_channel, result) => counted.push(`deliveryTried ${result}`),
      botTokenChecked: (isGiven) => counted.push(`botTokenChecked ${isGiven ? 'ok' : 'no'}`),
      botSecretExpires: (at) => counted.push(`botSecretExpires ${at.toISOString()}`),
      authRefused: (_channel, reason) => counted.push(`authRefused ${reason}`),
    },
  });
  const { port } = await listen(server, host, 0);
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    channel,
    counted,
    log: () => lines.join(''),
    close: async () => {
      await closeGracefully(server, 100);
      await channel.close();
    },
  };
}

/** A bot with an app id, for one tenant, that may post to this connector. */
export function registered(issuer: Issuer, connectorUrl: string): TeamsAuth {
  const authority = { issuer: ISSUER, openIdMetadataUrl: issuer.metadataUrl, loginUrl: 'https://login.test.invalid/tenant', oauthScope: 'https://api.test.invalid' };
  return {
    appId: APP_ID, appPassword: null, tenantId: TENANT, authority,
    allowedServiceUrls: [connectorUrl],
    fetchToken: () => Promise.resolve('token-of-the-bot'),
  };
}

/** A bot without an app id, as on a developer's machine. */
export const UNREGISTERED: TeamsAuth = { appId: null, appPassword: null, tenantId: null };

export type Json = Readonly<Record<string, unknown>>;

/** A message as Teams sends it, in a conversation of its own unless the changes say otherwise. */
export function teamsMessage(serviceUrl: string, changes: Json = {}): Json {
  return {
    type: 'message', id: `id-${Math.random()}`, timestamp: '2026-11-24T08:00:00.000Z', channelId: 'msteams', serviceUrl,
    from: { id: '29:anna', name: 'Anna Test', aadObjectId: '00000000-0000-4000-8000-00000000a11a' },
    recipient: { id: `28:${APP_ID}`, name: 'Kortboten' },
    conversation: { id: `a:${Math.random()}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    locale: 'sv-SE', textFormat: 'plain', text: 'hej',
    ...changes,
  };
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly json: { activities?: { text: string; replyToId?: string; from: Json; recipient: Json; attachments?: Json[] }[]; error?: { code: string; message: string } };
}

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, text, json: (text === '' ? {} : JSON.parse(text)) as Answered['json'] };
}
