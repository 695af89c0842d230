/** The channel's limits, with the defaults that suit one bot in one tenant. All durations are milliseconds. */
export interface TeamsLimits {
  /** For checking a request's token, which may have to fetch the issuer's keys. Teams redelivers after 10 to 15 s. */
  readonly authTimeoutMs: number;
  /** For one try to hand an activity to the connector, and for fetching the token that it needs. */
  readonly sendTimeoutMs: number;
  /** Sends under way at once, over all conversations. Teams allows an app 50 requests a second in a tenant. */
  readonly concurrency: number;
  /** The longest wait before the second try; it doubles with every further try. */
  readonly retryBaseMs: number;
  readonly retryMaxMs: number;
  /** A reply that is older than this is not tried again: it would answer a question that nobody remembers. */
  readonly giveUpAfterMs: number;
  /** Rows that `resume` reads at first to find the conversations that wait. */
  readonly resumePage: number;
}

export const DEFAULT_TEAMS_LIMITS: TeamsLimits = {
  authTimeoutMs: 5_000,
  sendTimeoutMs: 5_000,
  concurrency: 16,
  retryBaseMs: 500,
  retryMaxMs: 60_000,
  giveUpAfterMs: 24 * 60 * 60 * 1000,
  resumePage: 500,
};
