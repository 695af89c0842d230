/** How many calls a minute: counted in memory, for this process. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { WebchatLimits } from './limits.ts';

export type Rate = 'post' | 'call' | 'token' | 'address';

export interface Rates {
  /** Counts one. Returns null when it is within the limit, otherwise the whole seconds to wait, at least 1. */
  count(rate: Rate, key: string): Promise<number | null>;
}

export function createRates(limits: WebchatLimits): Rates {
  const limiters: Readonly<Record<Rate, RateLimiterMemory>> = {
    post: perMinute(limits.postsPerMinute),
    call: perMinute(limits.callsPerMinute),
    token: perMinute(limits.tokensPerMinutePerAddress),
    address: perMinute(limits.callsPerMinutePerAddress),
  };
  return {
    count: async (rate, key) => {
      try {
        await limiters[rate].consume(key);
        return null;
      } catch (refused) {
        // The library rejects with a result where a limit is reached, and with an error where it fails.
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw refused;
      }
    },
  };
}

function perMinute(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: 60 });
}
