export interface BackOff {
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
}

/**
 * How long to wait after a failed try, in milliseconds: capped exponential back-off with full jitter, and never less
 * than the receiver asked for.
 * Marc Brooker, "Exponential Backoff And Jitter", https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * @param attempt 1 for the first try
 * @param random as Math.random
 */
export function delayAfter(attempt: number, { baseDelayMs, maxDelayMs }: BackOff, random: () => number, retryAfterMs: number | null): number {
  const ceiling = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1));
  const jitter = Math.floor(random() * ceiling);
  // On top of it, not instead of it: many requests may have been sent away at once with the same Retry-After.
  return (retryAfterMs ?? 0) + jitter;
}
