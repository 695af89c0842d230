/**
 * Watches the bot's own secret: a token is asked for at the start and regularly, and the day on which the secret expires
 * is known beforehand. Operators see it in the log, in /readyz and in the metrics before anybody misses an answer.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { TimeLimitError } from './time-limit.ts';

export interface SecretWatchOptions {
  /** Asks the login service for a new token. */
  readonly requestToken: () => Promise<void>;
  /** null when nobody knows. */
  readonly expires: Date | null;
  readonly warnDays: number;
  readonly everyMs: number;
  readonly now: () => Date;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'botTokenChecked' | 'botSecretExpires'>;
}

export interface SecretWatch {
  /** One line for /readyz: `ok`, or what is wrong. */
  status(): string;
  /** Begins to check; the first check is under way at once. */
  start(): void;
  stop(): Promise<void>;
}

type TokenState = 'unchecked' | 'ok' | 'refused' | 'unreachable';

const DAY_MS = 24 * 60 * 60 * 1000;

export function createSecretWatch(options: SecretWatchOptions): SecretWatch {
  const { expires, everyMs, metrics } = options;
  const stopping = new AbortController();
  let token: TokenState = 'unchecked';
  let running: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      token = await check(options);
      warn(options, statusOf(options, token));
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };
  return {
    status: () => statusOf(options, token),
    start: () => {
      if (expires !== null) metrics.botSecretExpires(expires);
      running = run();
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function check({ requestToken, log, metrics }: SecretWatchOptions): Promise<TokenState> {
  try {
    await requestToken();
    metrics.botTokenChecked(true);
    return 'ok';
  } catch (error) {
    metrics.botTokenChecked(false);
    log.error({ err: error, channel: 'teams' }, 'the bot gets no token for Teams: replies wait');
    return isRefusal(error) ? 'refused' : 'unreachable';
  }
}

/** OAuth 2.0 answers a bad secret with an error code of its own (RFC 6749, 5.2); everything else may pass by itself. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof TimeLimitError) return false;
  return /invalid_client|unauthorized_client|invalid_grant|invalid_request|AADSTS7\d{4}/.test(`${'errorCode' in error ? String(error.errorCode) : ''} ${error.message}`);
}

function statusOf({ expires, warnDays, now }: SecretWatchOptions, token: TokenState): string {
  if (token === 'refused') return 'secret refused';
  const leftMs = expires === null ? Infinity : expires.getTime() - now().getTime();
  if (leftMs <= 0) return 'secret expired';
  if (token === 'unreachable') return 'login service not reached';
  if (leftMs <= warnDays * DAY_MS) return `secret expires in ${Math.ceil(leftMs / DAY_MS)} days`;
  return token;
}

function warn({ log, expires }: SecretWatchOptions, status: string): void {
  if (!status.startsWith('secret expire')) return;
  log.warn({ channel: 'teams', expires }, `${status}: make a new one and set it in MICROSOFT_APP_PASSWORD, or renew the certificate`);
}
