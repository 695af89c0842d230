/** The configuration of the process, read once from the environment. The only place that knows `process.env`. */
import { existsSync } from 'node:fs';
import type { LogLevel } from './log.ts';
import { cardBlockBackendOf, ticketBackendOf, type CardBlockBackend, type TicketBackend } from './config/backends.ts';
import { ConfigError, missingSettings, type Fault } from './config/faults.ts';
import { SECRET_SETTINGS, settings as schema, type Settings } from './config/settings.ts';
import { identityOf, type IdentityConfig } from './config/identity.ts';
import { retentionOf, type Retention } from './config/retention.ts';
import { teamsConfigOf, type TeamsConfig } from './config/teams.ts';
import { unprintable } from './config/unprintable.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where people reach the bot, when that is not the address that it listens on. */
  readonly publicUrl: string | null;
  /** Everything that is written is below it. */
  readonly dataDir: string;
  /** PostgreSQL; `url` null: SQLite in `dataDir`. */
  readonly database: { readonly url: string | null; readonly poolSize: number; readonly timeoutMs: number };
  readonly logLevel: LogLevel;
  /** Knowledge is read again when a file changes. */
  readonly development: boolean;
  /** Who answers for the service; `contact` is an e-mail address or an https address, null: the general one of the knowledge. */
  readonly operator: { readonly name: string; readonly contact: string | null };
  readonly teams: TeamsConfig;
  /** `tokenSecret` null: one is made in `dataDir`. */
  readonly webchat: {
    readonly tokenSecret: string | null;
    readonly tokenTtlMinutes: number;
    /** Sites whose pages may hold the chat in a frame. */
    readonly embedOrigins: readonly string[];
    /** Pages of other origins that may call Direct Line. */
    readonly allowedOrigins: readonly string[];
    /** The page clears a chat that nobody uses after so long. */
    readonly idleMinutes: number;
    /** Whose word counts on who a visitor is: an issuer of JWTs and its keys, at an address or one pinned. Null: nobody's. */
    readonly identity: IdentityConfig | null;
    /** A proxy of ours stands in front and says in X-Forwarded-For who calls. */
    readonly trustProxy: boolean;
  };
  readonly tickets: TicketBackend;
  readonly cardBlocks: CardBlockBackend;
  /** Signs the answers that come from the ticket system; null: none are taken. */
  readonly inboundWebhookSecret: string | null;
  readonly effects: { readonly maxAttempts: number; readonly timeoutMs: number; readonly lateSeconds: number };
  readonly idleAskMinutes: number;
  readonly retention: Retention;
  /** Shares are from 0 to 1. */
  readonly understanding: {
    readonly risk: { readonly wrongAnswers: number; readonly farAnswered: number; readonly outside: number };
    readonly limits: { readonly characters: number; readonly words: number };
  };
  readonly limits: {
    readonly messageChars: number;
    readonly bodyBytes: number;
    /** Messages of one conversation. */
    readonly messagesPerMinute: number;
    /** New conversations from one address; a whole hospital may share one. */
    readonly conversationsPerMinute: number;
    /** All calls of the web chat: of one conversation, and of one address. */
    readonly callsPerMinute: number;
    readonly callsPerMinutePerAddress: number;
    readonly sockets: number;
    readonly socketsPerConversation: number;
    readonly requestTimeoutMs: number;
    readonly shutdownGraceMs: number;
  };
}

/** Type stripping is on by default, and unflagged, from here on. */
const OLDEST_NODE = [22, 18] as const;

/** Reads a configuration. Throws a `ConfigError` that lists every fault. Values are those of the environment, as text. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, nodeVersion: string = process.versions.node): Config {
  const faults: Fault[] = [...nodeFaults(nodeVersion)];
  const parsed = schema.safeParse(env);
  const valueFaults = parsed.success ? [] : parsed.error.issues.map((issue): Fault => valueFault(String(issue.path[0]), issue.message, env));
  // A faulty value must not hide what else is missing, so the rest is read as if it were unset.
  const faulty = new Set(valueFaults.map(({ setting }) => setting));
  const settings = parsed.success ? parsed.data : schema.parse(Object.fromEntries(Object.entries(env).filter(([name]) => !faulty.has(name))));
  faults.push(...valueFaults, ...missingSettings(settings, faulty));
  if (faults.length > 0) throw new ConfigError(faults);
  return configOf(settings);
}

/** The environment of this process, with what .env adds to it; a variable that is set already wins. */
export function loadEnvironment(file = '.env'): Readonly<Record<string, string | undefined>> {
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

function nodeFaults(version: string): Fault[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return [];
  return [{ setting: 'Node.js', problem: `version ${version} is too old.`, remedy: `Install version ${OLDEST_NODE.join('.')} or a later one; 24 is recommended.` }];
}

function valueFault(setting: string, demand: string, env: Readonly<Record<string, string | undefined>>): Fault {
  const value = SECRET_SETTINGS.has(setting) ? 'the value' : `"${env[setting] ?? ''}" does not do; it`;
  return { setting, problem: `${value} ${demand}.`, remedy: 'Correct it in .env (see .env.example).' };
}

function configOf(settings: Settings): Config {
  return unprintable<Config>(
    {
      host: settings.HOST,
      port: settings.PORT,
      publicUrl: settings.PUBLIC_URL ?? null,
      dataDir: settings.DATA_DIR,
      database: databaseOf(settings),
      logLevel: settings.LOG_LEVEL,
      development: settings.DEVELOPMENT === 'true',
      operator: { name: settings.OPERATOR_NAME, contact: settings.OPERATOR_CONTACT ?? null },
      teams: teamsConfigOf(settings),
      webchat: webchatOf(settings),
      tickets: ticketBackendOf(settings),
      cardBlocks: cardBlockBackendOf(settings),
      inboundWebhookSecret: settings.INBOUND_WEBHOOK_SECRET ?? null,
      effects: { maxAttempts: settings.EFFECT_MAX_ATTEMPTS, timeoutMs: settings.EFFECT_TIMEOUT_MS, lateSeconds: settings.EFFECT_LATE_SECONDS },
      idleAskMinutes: settings.IDLE_ASK_MINUTES,
      retention: retentionOf(settings),
      understanding: understandingOf(settings),
      limits: limitsOf(settings),
    },
    ['inboundWebhookSecret'],
  );
}

function databaseOf({ DATABASE_URL, DATABASE_POOL_SIZE, DATABASE_TIMEOUT_MS }: Settings): Config['database'] {
  return unprintable({ url: DATABASE_URL ?? null, poolSize: DATABASE_POOL_SIZE, timeoutMs: DATABASE_TIMEOUT_MS }, ['url']);
}

function webchatOf(settings: Settings): Config['webchat'] {
  return unprintable(
    {
      tokenSecret: settings.WEBCHAT_TOKEN_SECRET ?? null,
      tokenTtlMinutes: settings.TOKEN_TTL_MINUTES,
      embedOrigins: settings.WEBCHAT_EMBED_ORIGINS,
      allowedOrigins: settings.WEBCHAT_ALLOWED_ORIGINS,
      idleMinutes: settings.WEBCHAT_IDLE_MINUTES,
      identity: identityOf(settings),
      trustProxy: settings.TRUST_PROXY === 'true',
    },
    ['tokenSecret'],
  );
}

function understandingOf(settings: Settings): Config['understanding'] {
  return {
    risk: { wrongAnswers: settings.MAX_WRONG_ANSWERS_PERCENT / 100, farAnswered: settings.MAX_FAR_ANSWERED_PERCENT / 100, outside: settings.ASSUMED_OUTSIDE_PERCENT / 100 },
    limits: { characters: settings.MAX_READ_CHARS, words: settings.MAX_READ_WORDS },
  };
}

function limitsOf(settings: Settings): Config['limits'] {
  return {
    messageChars: settings.MAX_MESSAGE_CHARS,
    bodyBytes: settings.MAX_BODY_BYTES,
    messagesPerMinute: settings.RATE_PER_MINUTE,
    conversationsPerMinute: settings.RATE_CONVERSATIONS_PER_MINUTE,
    callsPerMinute: settings.RATE_CALLS_PER_MINUTE,
    callsPerMinutePerAddress: settings.RATE_CALLS_PER_MINUTE_PER_ADDRESS,
    sockets: settings.MAX_SOCKETS,
    socketsPerConversation: settings.MAX_SOCKETS_PER_CONVERSATION,
    requestTimeoutMs: settings.REQUEST_TIMEOUT_MS,
    shutdownGraceMs: settings.SHUTDOWN_GRACE_MS,
  };
}

export { ConfigError };
export type { CardBlockBackend, Fault, Retention, TeamsConfig, TicketBackend };
