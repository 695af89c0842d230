import type { TeamsLimits } from './limits.ts';

/**
 * How long to wait after the `attempt`-th failure (1 for the first): exponential with full jitter, but never less than
 * the connector asked for, plus jitter, so that everybody who was told the same does not come back at once.
 * `random` is from 0 to 1.
 */
export function waitMs(attempt: number, askedMs: number | null, limits: Pick<TeamsLimits, 'retryBaseMs' | 'retryMaxMs' | 'giveUpAfterMs'>, random: number): number {
  const ceiling = Math.min(limits.retryMaxMs, limits.retryBaseMs * 2 ** (attempt - 1));
  return Math.min(limits.giveUpAfterMs, (askedMs ?? 0) + ceiling * random);
}
