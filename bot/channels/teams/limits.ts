/** The channel's limits, with the defaults that suit one bot in one tenant. All durations are milliseconds. */
import type { Rate } from './pace.ts';

export interface TeamsLimits {
  /** For checking a request's token, which may have to fetch the issuer's keys. Teams redelivers after 10 to 15 s. */
  readonly authTimeoutMs: number;
  /** For one try to hand an activity to the connector, and for fetching the token that it needs. */
  readonly sendTimeoutMs: number;
  /** Sends under way at once, over all conversations. */
  readonly concurrency: number;
  /** Sends in one conversation. */
  readonly threadRates: readonly Rate[];
  /** Requests of the bot in all, of whatever kind. Each process keeps it for itself. */
  readonly appRates: readonly Rate[];
  /** The longest wait before the second try; it doubles with every further try. */
  readonly retryBaseMs: number;
  readonly retryMaxMs: number;
  /** A reply that is older than this is not tried again: it would answer a question that nobody remembers. */
  readonly giveUpAfterMs: number;
  /** Someone who has blocked or removed the bot is not written to for this long, unless they come back first. */
  readonly unreachableMs: number;
  /** Rows that `resume` reads at first to find the conversations that wait. */
  readonly resumePage: number;
  /** How long a person's name and address are believed, and how long a turn waits for them at most. */
  readonly identityTtlMs: number;
  readonly identityWaitMs: number;
  /** From so many days before the secret expires on, readiness and the log warn. */
  readonly secretWarnDays: number;
  /** Between two looks whether the secret still gives a token. */
  readonly tokenCheckMs: number;
}

const HOUR_MS = 3_600_000;

/** The rates are Teams' own ("Optimize your bot with rate limiting in Teams": per bot per thread, and 50 requests a second for an app in a tenant). */
export const DEFAULT_TEAMS_LIMITS: TeamsLimits = {
  authTimeoutMs: 5_000,
  sendTimeoutMs: 5_000,
  // As many as the pace lets begin while one hangs to its time-out, so that hanging ones never use up all places.
  concurrency: 250,
  threadRates: [
    { count: 7, perMs: 1_000 },
    { count: 8, perMs: 2_000 },
    { count: 60, perMs: 30_000 },
    { count: 1_800, perMs: HOUR_MS },
  ],
  appRates: [{ count: 50, perMs: 1_000 }],
  retryBaseMs: 500,
  retryMaxMs: 60_000,
  giveUpAfterMs: 24 * HOUR_MS,
  unreachableMs: 24 * HOUR_MS,
  resumePage: 500,
  identityTtlMs: HOUR_MS,
  identityWaitMs: 300,
  secretWarnDays: 30,
  tokenCheckMs: HOUR_MS,
};
