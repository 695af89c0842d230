/** A running bot: everything of a configuration wired together, and its orderly end. */
import { join } from 'node:path';
import type { Server } from 'restify';
import { loadKnowledge } from '../knowledge/load.ts';
import { type KnowledgeWatcher, watchKnowledge } from '../knowledge/watch.ts';
import { brainOptions, type BrainOptions, KNOWLEDGE_FOLDER, type LoadedBrain } from './brain.ts';
import { closeGracefully, createHttpServer, listen } from './channels/http.ts';
import { mountOperations } from './channels/operations.ts';
import { mountTeams, type TeamsChannel } from './channels/teams/mount.ts';
import { DEFAULT_LOOK } from './channels/teams/place.ts';
import { defaultLimits, type IdentitySettings, mountWebchat } from './channels/webchat/webchat.ts';
import { mountInboundWebhook } from './channels/webhooks.ts';
import type { Config } from './config.ts';
import { createLiveBrain, type LiveBrain } from './live-brain.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openStore } from './open-store.ts';
import { createReplica, type RunningReplica } from './replica.ts';
import { createRetention } from './retention.ts';
import { loadOrMakeSecret } from './secret.ts';
import { createShell, type Shell } from './shell.ts';
import { siteContent } from './site-content.ts';
import type { Store } from './store/store.ts';
import { teamsAuth, teamsLimits, type TeamsLogin } from './teams-settings.ts';

const BOT_NAME = 'Korthjälpen';
const WEBCHAT_FOLDER = new URL('../dist/webchat/', import.meta.url).pathname;

export interface Service {
  /** Where it listens, e.g. http://127.0.0.1:3978. */
  readonly address: string;
  /** Stops taking requests, lets turns and sends under way end, and closes the store. */
  stop(): Promise<void>;
}

interface ServiceOptions {
  readonly config: Config;
  readonly log: Log;
  readonly onProgress?: BrainOptions['onProgress'];
  /** Where the tokens of Teams come from, when that is not Microsoft's public cloud: a private cloud, a replay. */
  readonly teamsLogin?: TeamsLogin;
}

interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly store: Store;
  readonly shell: Shell;
  /** null where one process has the database to itself. */
  readonly replica: RunningReplica | null;
  readonly brain: () => LoadedBrain;
  readonly now: () => Date;
}

/** @throws KnowledgeError, CorpusError, StoreUnavailable, TeamsSettingsError, or where the address is taken */
export async function startService({ config, log, onProgress, teamsLogin = {} }: ServiceOptions): Promise<Service> {
  const metrics = createMetrics();
  const live = await createLiveBrain(loadKnowledge(KNOWLEDGE_FOLDER), {
    ...brainOptions(config),
    ...(onProgress === undefined ? {} : { onProgress }),
    log,
    onUse: ({ knowledge, understander }) => metrics.versionsInUse(knowledge.version, understander.version),
  });
  const brain = (): LoadedBrain => live.current();
  const now = (): Date => new Date();
  const store = await openStore(config);
  const shell = createShell({ config, store, brain, log, metrics, now });
  const replica = config.database.url === null ? null : createReplica({ store, brain, now, log, metrics });
  const retention = createRetention({ store, retention: config.retention, now, log, metrics });
  const parts: Parts = { config, log, metrics, store, shell, replica, brain, now };
  const server = createHttpServer({ maxBodyBytes: config.limits.bodyBytes, requestTimeoutMs: config.limits.requestTimeoutMs, log, metrics });
  const webchat = mountWebchatOf(server, parts);
  const teams = mountTeamsOf(server, parts, teamsLogin);
  mountOps(server, parts, teams);
  if (config.inboundWebhookSecret !== null) mountInboundWebhook(server, { secret: config.inboundWebhookSecret, apply: shell.applyAnswer, maxBodyBytes: config.limits.bodyBytes });
  const watcher = config.development ? followEdits(live, log) : null;
  const { address, port } = await listen(server, config.host, config.port);
  shell.start((conversation) => teams.deliver(conversation));
  replica?.start((conversation) => teams.deliver(conversation));
  await teams.start();
  retention.start();
  const unwatch = config.database.url === null ? deliverForeign(parts, teams) : () => undefined;
  return {
    address: config.publicUrl ?? `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    stop: async () => {
      watcher?.close();
      live.stop();
      unwatch();
      await Promise.all([webchat.close(), retention.stop()]);
      await closeGracefully(server, config.limits.shutdownGraceMs);
      await shell.stop();
      await teams.close();
      await replica?.stop();
      await store.close();
    },
  };
}

function mountOps(server: Server, { store, brain, metrics, replica, now }: Parts, teams: TeamsChannel): void {
  mountOperations(server, {
    ready: async () => {
      const isReadable = await store.check().then(() => true, () => false);
      const { knowledge, understander } = brain();
      return { ok: isReadable, checks: { store: isReadable ? 'ok' : 'unavailable', knowledge: knowledge.version, model: understander.version, teams: teams.status(), ...replica?.checks() } };
    },
    metrics,
    beforeScrape: async () => {
      const { pendingEffects, deadEffects, undelivered, oldestUndelivered } = await store.counts();
      metrics.effectsWaiting(pendingEffects, deadEffects);
      metrics.repliesWaiting(undelivered, oldestUndelivered === null ? 0 : (now().getTime() - oldestUndelivered.getTime()) / 1000);
    },
  });
}

function mountWebchatOf(server: Server, { config, store, shell, brain, metrics, now }: Parts): { close(): Promise<void> } {
  return mountWebchat(server, {
    handle: (incoming) => shell.turns.handle('webchat', incoming),
    log: shell.activities,
    marks: {
      set: (kind, key, value, until) => store.mark(kind, key, value, until, now()),
      read: (kind, key) => store.readMark(kind, key, now()),
    },
    tokenSecret: config.webchat.tokenSecret ?? loadOrMakeSecret(join(config.dataDir, 'webchat-token-secret')),
    publicUrl: config.publicUrl,
    limits: {
      ...defaultLimits,
      tokenSeconds: config.webchat.tokenTtlMinutes * 60,
      postsPerMinute: config.limits.messagesPerMinute,
      tokensPerMinutePerAddress: config.limits.conversationsPerMinute,
      callsPerMinute: config.limits.callsPerMinute,
      callsPerMinutePerAddress: config.limits.callsPerMinutePerAddress,
      sockets: config.limits.sockets,
      socketsPerConversation: config.limits.socketsPerConversation,
    },
    now,
    pageFolder: WEBCHAT_FOLDER,
    botName: BOT_NAME,
    servicedesk: brain().knowledge.servicedesk,
    idleMinutes: config.webchat.idleMinutes,
    identity: identitySettings(config),
    site: siteContent(config, () => brain().knowledge),
    embedOrigins: config.webchat.embedOrigins,
    topicQuestion: (topic, language) => brain().knowledge.topics.get(topic)?.question[language] ?? null,
    allowedOrigins: config.webchat.allowedOrigins,
    trustForwardedFor: config.webchat.trustProxy,
    onRefused: (reason) => metrics.authRefused('webchat', reason),
  });
}

function identitySettings({ webchat: { identity } }: Config): IdentitySettings | null {
  if (identity === null) return null;
  const { issuer, audience, publicKey, jwksUrl, maxAgeSeconds } = identity;
  return { issuer, audience, keys: publicKey === null ? { jwksUrl } : { publicKeyPem: publicKey }, maxAgeSeconds };
}

function mountTeamsOf(server: Server, { config, store, shell, replica, brain, log, metrics, now }: Parts, login: TeamsLogin): TeamsChannel {
  return mountTeams(server, {
    handle: async (incoming) => {
      await replica?.teamsQueue.take(incoming.conversation);
      return shell.turns.handle('teams', incoming);
    },
    queue: replica?.teamsQueue ?? {
      next: (conversation, limit) => store.undelivered('teams', conversation, limit),
      mark: (marks) => store.markDelivered(marks, now()),
    },
    references: {
      save: (conversation, reference) => store.saveReference(conversation, 'teams', reference, now()),
      load: async (conversation) => (await store.loadReference(conversation))?.reference ?? null,
    },
    messages: shell.activities,
    look: { ...DEFAULT_LOOK, buttons: config.teams.cardButtons },
    servicedesk: brain().knowledge.servicedesk,
    auth: teamsAuth(config.teams, login),
    limits: teamsLimits(config.teams),
    now,
    log,
    metrics,
  });
}

/** Beside a bot that has its database to itself, only commands write in it, and they send nothing: `npm run tickets` answers a ticket. */
function deliverForeign({ store, log }: Parts, teams: TeamsChannel): () => void {
  return store.watch(() => {
    teams.resume().catch((error: unknown) => log.error({ err: error }, 'answers of a command cannot be looked for'));
  });
}

/** In development: what a content owner saves is live, and a faulty edit keeps the last good knowledge. */
function followEdits(live: LiveBrain, log: Log): KnowledgeWatcher {
  return watchKnowledge(
    KNOWLEDGE_FOLDER,
    live.current().knowledge.version,
    (edited) => {
      live.follow(edited).catch((error: unknown) => log.error({ err: error }, 'edited knowledge could not be used; the last good one stays'));
    },
    (error) => log.error(error.message),
  );
}
