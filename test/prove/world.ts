/** Everything that one store's proof needs, started: database, replicas behind a proxy, and the systems around them. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_ID, ISSUER, startIssuer, type Issuer } from '../channels/teams/issuer.ts';
import { audience, startIdentityIssuer, type IdentityIssuer } from '../channels/webchat/identity-issuer.ts';
import { MODELS } from '../service/data-folder.ts';
import { randomFor } from './chance.ts';
import { startConnector, type Connector } from './connector.ts';
import { sqliteIn, startPostgres, type Database } from './database.ts';
import type { Plan, StoreKind } from './plan.ts';
import { createReplica, type Replica } from './processes.ts';
import { startProxy, type Proxy } from './proxy.ts';
import { startReceiver, type Receiver } from './receiver.ts';
import { openServicedesk, type Servicedesk } from './servicedesk.ts';
import { TENANT } from './teams-line.ts';

export interface World {
  readonly store: StoreKind;
  readonly database: Database;
  readonly replicas: readonly Replica[];
  readonly proxy: Proxy;
  readonly receiver: Receiver;
  readonly servicedesk: Servicedesk;
  readonly connector: Connector;
  readonly issuer: Issuer;
  readonly identities: IdentityIssuer;
  /** As in the environment, for the commands of operators. */
  readonly env: Readonly<Record<string, string>>;
  /** Where the replicas write. */
  readonly folder: string;
  close(): Promise<void>;
}

const inBase64 = (text: string): string => Buffer.from(text.padEnd(32, '.')).toString('base64');

/** What the service itself must keep to itself. */
const SECRETS = {
  token: 'prove-this-token-signing-secret-stays',
  database: 'prove-this-database-password-stays',
  tickets: inBase64('the ticket webhook'),
  blocks: inBase64('the card block webhook'),
  inbound: inBase64('the inbound webhook'),
  app: 'prove-this-app-password-stays',
  bot: 'prove-this-token-of-the-bot-stays',
};
export const SERVICE_SECRETS: readonly string[] = Object.values(SECRETS);

const LOSES_ANSWERS = 0.03;

export async function startWorld(store: StoreKind, plan: Plan): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'prove-'));
  mkdirSync(MODELS, { recursive: true });
  symlinkSync(MODELS, join(folder, 'models'));
  const random = (part: string) => randomFor(plan.seed, `${store} ${part}`);
  const [database, issuer, identities] = await Promise.all([store === 'sqlite' ? sqliteIn(folder) : startPostgres(SECRETS.database), startIssuer(), startIdentityIssuer(() => new Date())]);
  const [receiver, connector] = await Promise.all([startReceiver(random('receiver'), [SECRETS.tickets, SECRETS.blocks]), startConnector(random('connector'))]);
  const env = { ...settings({ receiver, connector, identities }), ...database.env, DATA_DIR: folder };
  const args = [issuer.metadataUrl, ISSUER, SECRETS.bot];
  const replicas = Array.from({ length: store === 'sqlite' ? 1 : plan.replicas }, () => createReplica({ folder, env, args }));
  // The first one makes the tables.
  for (const replica of replicas) await replica.start();
  await keepReadable(database);
  const proxy = await startProxy({ ports: () => replicas.map(({ port }) => port), random: random('proxy'), loses: LOSES_ANSWERS });
  const servicedesk = openServicedesk({ receiver, address: proxy.address, secret: SECRETS.inbound, random: random('servicedesk') });
  return {
    store, database, replicas, proxy, receiver, servicedesk, connector, issuer, identities, env, folder,
    close: async () => {
      await Promise.all(replicas.map((replica) => replica.kill()));
      await Promise.all([proxy.close(), receiver.close(), connector.close(), issuer.close(), identities.close(), database.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settings({ receiver, connector, identities }: Pick<World, 'receiver' | 'connector' | 'identities'>): Readonly<Record<string, string>> {
  const many = '1000000';
  return {
    PORT: '0', LOG_LEVEL: 'debug', SHUTDOWN_GRACE_MS: '1000',
    MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: SECRETS.app, MICROSOFT_APP_TENANT_ID: TENANT, TEAMS_SERVICE_ORIGINS: new URL(connector.url).origin,
    TEAMS_SEND_TIMEOUT_MS: '8000', TEAMS_THREAD_RATES: '1000/1', TEAMS_APP_RATES: '1000/1',
    WEBCHAT_TOKEN_SECRET: SECRETS.token, WEBCHAT_IDENTITY_ISSUER: identities.issuer, WEBCHAT_IDENTITY_AUDIENCE: audience, WEBCHAT_IDENTITY_JWKS_URL: identities.jwksUrl,
    TICKET_BACKEND: 'webhook', TICKET_WEBHOOK_URL: receiver.url, TICKET_WEBHOOK_SECRET: SECRETS.tickets,
    CARD_BLOCK_BACKEND: 'webhook', CARD_BLOCK_WEBHOOK_URL: receiver.url, CARD_BLOCK_WEBHOOK_SECRET: SECRETS.blocks,
    INBOUND_WEBHOOK_SECRET: SECRETS.inbound,
    EFFECT_MAX_ATTEMPTS: '4', EFFECT_TIMEOUT_MS: '1500', EFFECT_LATE_SECONDS: '5',
    RATE_PER_MINUTE: many, RATE_CONVERSATIONS_PER_MINUTE: many, RATE_CALLS_PER_MINUTE: many, RATE_CALLS_PER_MINUTE_PER_ADDRESS: many, MAX_SOCKETS_PER_CONVERSATION: '100',
  };
}

/** PostgreSQL packs long values, and a secret in a packed value would not be found. */
async function keepReadable({ server, query }: Database): Promise<void> {
  if (server === null) return;
  const columns = await query("select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'text'");
  for (const { table_name, column_name } of columns) await query(`alter table "${String(table_name)}" alter column "${String(column_name)}" set storage external`);
}
