/** A whole bot in Teams without Teams: the real service, a local issuer that signs tokens, and a local Bot Connector. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/log.ts';
import { startService, type Service } from '../../bot/service.ts';
import { openSqliteStore } from '../../bot/store/sqlite.ts';
import { type Connector, startConnector } from '../channels/teams/connector.ts';
import { APP_ID, ISSUER, startIssuer, type Issuer } from '../channels/teams/issuer.ts';
import { makeDataFolder } from '../service/data-folder.ts';

export interface TeamsServiceOptions {
  readonly appId?: string;
  readonly tenantId: string;
  /** More settings, as in the environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface TeamsService {
  readonly address: string;
  readonly dataDir: string;
  readonly connector: Connector;
  readonly log: () => string;
  /** Posts an activity with a valid token, its serviceUrl being that of the connector. */
  post(activity: Readonly<Record<string, unknown>>): Promise<{ readonly status: number; readonly text: string }>;
  /** Resolves when every reply has gone out and every effect has ended. */
  settled(): Promise<void>;
  /** Stops the bot and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 20;

export async function startTeamsService({ appId = APP_ID, tenantId, settings = {} }: TeamsServiceOptions): Promise<TeamsService> {
  const folder = makeDataFolder();
  const [issuer, connector] = await Promise.all([startIssuer(), startConnector()]);
  const lines: string[] = [];
  const log = createLog({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } });
  const environment = {
    PORT: '0', DATA_DIR: folder.path, SHUTDOWN_GRACE_MS: '100',
    MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: 'not-used-here', MICROSOFT_APP_TENANT_ID: tenantId, TEAMS_SERVICE_ORIGINS: new URL(connector.url).origin, ...settings,
  };
  const start = (): Promise<Service> => startService({ config: readConfig(environment), log, teamsLogin: loginOf(issuer) });
  let service = await start();
  return {
    get address() {
      return service.address;
    },
    dataDir: folder.path,
    connector,
    log: () => lines.join(''),
    post: async (activity) => {
      const authorization = `Bearer ${await issuer.sign(connector.url, { claims: { aud: appId } })}`;
      const body = JSON.stringify({ ...activity, serviceUrl: connector.url });
      const response = await fetch(`${service.address}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', authorization }, body });
      return { status: response.status, text: await response.text() };
    },
    settled: () => untilSettled(join(folder.path, 'bot.sqlite')),
    restart: async () => {
      await service.stop();
      service = await start();
    },
    close: async () => {
      await service.stop();
      await Promise.all([issuer.close(), connector.close()]);
      folder.remove();
    },
  };
}

function loginOf(issuer: Issuer) {
  const authority = { issuer: ISSUER, openIdMetadataUrl: issuer.metadataUrl, loginUrl: 'https://login.test.invalid/tenant', oauthScope: 'https://api.test.invalid' };
  return { authority, fetchToken: () => Promise.resolve('token-of-the-bot') };
}

async function untilSettled(path: string): Promise<void> {
  const store = await openSqliteStore({ path });
  try {
    for (;;) {
      const { undelivered, pendingEffects } = await store.counts();
      if (undelivered === 0 && pendingEffects === 0) return;
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await store.close();
  }
}
