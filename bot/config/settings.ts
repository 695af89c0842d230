/** Every setting: its form, its default, and what is wrong with a value that does not fit. Unset and empty are the same. */
import * as z from 'zod';
import { LOG_LEVELS } from '../log.ts';
import { isPublicKey } from './public-key.ts';

export const TICKET_BACKENDS = ['local', 'mail', 'servicenow', 'webhook'] as const;
export const CARD_BUTTONS = ['submit', 'execute'] as const;
export type CardButtons = (typeof CARD_BUTTONS)[number];
export const CARD_BLOCK_BACKENDS = ['ticket', 'webhook'] as const;
export const APP_CREDENTIALS = ['password', 'certificate', 'federated', 'managed-identity'] as const;
export const KEPT_KINDS = ['tickets', 'block-requests'] as const;
/** The value of a retention that never ends. */
export const KEEP = 'keep';
const YES_OR_NO = ['true', 'false'] as const;

// Short secrets can be found by trial. 24 characters of base64 hold 144 bits.
const MIN_SECRET_CHARS = 24;
// Of the Teams app manifest: name.short, developer.name.
const APP_NAME_CHARS = 30;
const DEVELOPER_CHARS = 32;
const MAX_TIMER_MS = 2 ** 31 - 1;

const optional = <T extends z.ZodType>(form: T) => z.preprocess((value) => (value === '' ? undefined : value), form);
const text = (fallback: string) => optional(z.string().default(fallback));
const maybeText = optional(z.string().optional());
const secret = optional(z.string().min(MIN_SECRET_CHARS, `must have at least ${MIN_SECRET_CHARS} characters`).optional());
/** As Standard Webhooks has it: 24 to 64 random bytes in base64, with or without the prefix. */
const webhookSecret = optional(
  z
    .string()
    .regex(/^(?:whsec_)?[A-Za-z0-9+/]{32,86}={0,2}$/, 'must be 24 to 64 random bytes in base64, e.g. from `openssl rand -base64 32`')
    .optional(),
);

function whole(fallback: number, min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return optional(z.string().regex(/^\d{1,15}$/, error).transform(Number).pipe(z.number().min(min, error).max(max, error)).default(fallback));
}

const oneOf = (values: readonly string[]): string => `must be one of ${values.join(', ')}`;

function url(protocols: readonly string[]) {
  const error = `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
  return optional(z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), error).optional());
}

/** A comma-separated list of origins, e.g. https://intranet.example.se. */
const origins = optional(
  z
    .string()
    .default('')
    .transform((list) => list.split(',').map((one) => one.trim()).filter((one) => one !== ''))
    .refine((list) => list.every((one) => URL.canParse(one) && new URL(one).origin === one), 'must be origins such as https://intranet.example.se, separated by commas, without a path'),
);

/** How many in how many seconds, several of them separated by commas. */
function rates(fallback: string) {
  return optional(z.string().regex(/^[1-9]\d{0,5}\/[1-9]\d{0,4}(?:,[1-9]\d{0,5}\/[1-9]\d{0,4})*$/, 'must be rates such as 7/1,60/30 (7 in a second, and 60 in 30 seconds)').default(fallback));
}

/** Days from 1 on, or the word that keeps a record for ever. */
function days(fallback: number | typeof KEEP) {
  const error = `must be a whole number of days from 1 to 36500, or ${KEEP}`;
  const number = z.string().regex(/^\d{1,5}$/, error).transform(Number).pipe(z.number().min(1, error).max(36_500, error));
  return optional(z.union([z.literal(KEEP), number], error).default(fallback));
}

/** A comma-separated list of names, or `none`. */
function namesOf<const T extends string>(names: readonly T[], fallback: string) {
  const error = `must be none, or some of ${names.join(', ')}, separated by commas`;
  const split = (list: string): readonly string[] => (list === 'none' ? [] : list.split(',').map((name) => name.trim()));
  return optional(z.string().default(fallback).transform(split).pipe(z.array(z.enum(names, error))));
}

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

// What is sent there carries credentials and personal data.
const privateUrl = optional(
  z
    .string()
    .refine((value) => {
      if (!URL.canParse(value)) return false;
      const { protocol, hostname } = new URL(value);
      return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.has(hostname));
    }, 'must be an address that begins with https:// (http:// only for this computer)')
    .optional(),
);

/** An e-mail address, or the address of a page. */
const contact = optional(
  z.union([z.email(), z.url({ protocol: /^https$/ })], 'must be an e-mail address or an address that begins with https://').optional(),
);

/** A public key as PEM, on one line with \\n between its lines. */
const publicKey = optional(
  z
    .string()
    .transform((pem) => pem.replaceAll('\\n', '\n'))
    .refine(isPublicKey, 'must be a public key in PEM ("-----BEGIN PUBLIC KEY-----"): RSA of at least 2048 bits, P-256 or Ed25519')
    .optional(),
);

/** .env.example lists the same. */
export const settings = z.object({
  HOST: text('127.0.0.1'),
  PORT: whole(3978, 0, 65_535),
  PUBLIC_URL: url(['https:', 'http:']),
  DATA_DIR: text('data'),
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  DATABASE_POOL_SIZE: whole(10, 2, 1000),
  DATABASE_TIMEOUT_MS: whole(5_000, 100, 600_000),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, oneOf(LOG_LEVELS)).default('info')),
  DEVELOPMENT: optional(z.enum(YES_OR_NO, oneOf(YES_OR_NO)).default('false')),

  MICROSOFT_APP_ID: maybeText,
  MICROSOFT_APP_PASSWORD: maybeText,
  MICROSOFT_APP_TENANT_ID: maybeText,
  MICROSOFT_APP_CREDENTIAL: optional(z.enum(APP_CREDENTIALS, oneOf(APP_CREDENTIALS)).default('password')),
  MICROSOFT_APP_PASSWORD_EXPIRES: optional(z.iso.date('must be a date such as 2027-11-30').optional()),
  MICROSOFT_APP_CERTIFICATE_FILE: maybeText,
  MICROSOFT_APP_CERTIFICATE_KEY_FILE: maybeText,
  MICROSOFT_APP_IDENTITY_CLIENT_ID: maybeText,
  MICROSOFT_APP_WARN_DAYS: whole(30, 0, 730),
  MICROSOFT_APP_CHECK_MINUTES: whole(60, 1, 1440),
  TEAMS_SERVICE_ORIGINS: origins,
  TEAMS_SEND_TIMEOUT_MS: whole(5000, 100, 60_000),
  TEAMS_THREAD_RATES: rates('7/1,8/2,60/30,1800/3600'),
  TEAMS_APP_RATES: rates('50/1'),
  TEAMS_GIVE_UP_HOURS: whole(24, 1, 720),
  TEAMS_UNREACHABLE_HOURS: whole(24, 0, 720),
  TEAMS_IDENTITY_TTL_MINUTES: whole(60, 1, 10_080),
  TEAMS_CARD_BUTTONS: optional(z.enum(CARD_BUTTONS, oneOf(CARD_BUTTONS)).default('submit')),
  TEAMS_APP_NAME: optional(z.string().max(APP_NAME_CHARS, `must have at most ${APP_NAME_CHARS} characters`).default('Korthjälpen')),
  TEAMS_APP_DEVELOPER: optional(z.string().max(DEVELOPER_CHARS, `must have at most ${DEVELOPER_CHARS} characters`).default('Region Skåne')),

  OPERATOR_NAME: text('Region Skåne'),
  OPERATOR_CONTACT: contact,

  WEBCHAT_TOKEN_SECRET: secret,
  TOKEN_TTL_MINUTES: whole(30, 1, 1440),
  WEBCHAT_EMBED_ORIGINS: origins,
  WEBCHAT_ALLOWED_ORIGINS: origins,
  // One minute of it is the warning.
  WEBCHAT_IDLE_MINUTES: whole(15, 2, 1440),
  WEBCHAT_IDENTITY_ISSUER: maybeText,
  WEBCHAT_IDENTITY_AUDIENCE: maybeText,
  WEBCHAT_IDENTITY_JWKS_URL: privateUrl,
  WEBCHAT_IDENTITY_PUBLIC_KEY: publicKey,
  WEBCHAT_IDENTITY_MAX_AGE_SECONDS: whole(600, 30, 86_400),
  TRUST_PROXY: optional(z.enum(YES_OR_NO, oneOf(YES_OR_NO)).default('false')),

  TICKET_BACKEND: optional(z.enum(TICKET_BACKENDS, oneOf(TICKET_BACKENDS)).default('local')),
  SMTP_URL: url(['smtp:', 'smtps:']),
  MAIL_FROM: maybeText,
  MAIL_TO: maybeText,
  SERVICENOW_URL: privateUrl,
  SERVICENOW_USER: maybeText,
  SERVICENOW_PASSWORD: maybeText,
  SERVICENOW_TABLE: text('incident'),
  TICKET_WEBHOOK_URL: privateUrl,
  TICKET_WEBHOOK_SECRET: webhookSecret,
  INBOUND_WEBHOOK_SECRET: webhookSecret,

  CARD_BLOCK_BACKEND: optional(z.enum(CARD_BLOCK_BACKENDS, oneOf(CARD_BLOCK_BACKENDS)).default('ticket')),
  CARD_BLOCK_WEBHOOK_URL: privateUrl,
  CARD_BLOCK_WEBHOOK_SECRET: webhookSecret,

  EFFECT_MAX_ATTEMPTS: whole(8, 1, 100),
  EFFECT_TIMEOUT_MS: whole(10_000, 100, 600_000),
  EFFECT_LATE_SECONDS: whole(20, 1, 86_400),
  IDLE_ASK_MINUTES: whole(30, 1, 10_080),

  RETAIN_CHATS_DAYS: days(90),
  RETAIN_TURN_RECORDS_DAYS: days(30),
  RETAIN_REFERENCES_DAYS: days(90),
  RETAIN_FEEDBACK_DAYS: days(365),
  RETAIN_TICKETS_DAYS: days(KEEP),
  RETAIN_BLOCK_REQUESTS_DAYS: days(KEEP),
  RETAIN_UNCLOSED_TICKETS_DAYS: whole(180, 1, 36_500),
  ERASURE_KEEPS: namesOf(KEPT_KINDS, KEPT_KINDS.join(',')),

  MAX_WRONG_ANSWERS_PERCENT: whole(2, 1, 50),
  MAX_FAR_ANSWERED_PERCENT: whole(1, 0, 50),
  ASSUMED_OUTSIDE_PERCENT: whole(30, 0, 90),
  MAX_READ_CHARS: whole(1000, 100, 100_000),
  MAX_READ_WORDS: whole(150, 10, 10_000),

  MAX_MESSAGE_CHARS: whole(2000, 100, 100_000),
  MAX_BODY_BYTES: whole(262_144, 1024, 104_857_600),
  RATE_PER_MINUTE: whole(60, 1, 1_000_000),
  RATE_CONVERSATIONS_PER_MINUTE: whole(600, 1, 1_000_000),
  RATE_CALLS_PER_MINUTE: whole(600, 1, 1_000_000),
  RATE_CALLS_PER_MINUTE_PER_ADDRESS: whole(12_000, 1, 10_000_000),
  MAX_SOCKETS: whole(5000, 1, 1_000_000),
  MAX_SOCKETS_PER_CONVERSATION: whole(5, 1, 1000),
  REQUEST_TIMEOUT_MS: whole(30_000, 100, MAX_TIMER_MS),
  SHUTDOWN_GRACE_MS: whole(10_000, 0, MAX_TIMER_MS),
});

export type Settings = z.infer<typeof settings>;
export type SettingName = keyof Settings;

/** Settings whose value never stands in a message. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set<SettingName>([
  'DATABASE_URL',
  'MICROSOFT_APP_PASSWORD',
  'WEBCHAT_TOKEN_SECRET',
  'SMTP_URL',
  'SERVICENOW_PASSWORD',
  'TICKET_WEBHOOK_SECRET',
  'INBOUND_WEBHOOK_SECRET',
  'CARD_BLOCK_WEBHOOK_SECRET',
]);
