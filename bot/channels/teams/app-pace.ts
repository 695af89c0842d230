/** The pace of all requests to the connector together: sends, look-ups and new conversations count alike. */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createPace, type Rate } from './pace.ts';

export interface AppPace {
  /** Resolves when the next request may go out, in the order of the calls; at once for all when it is closed. */
  turn(): Promise<void>;
  close(): void;
}

export function createAppPace(rates: readonly Rate[]): AppPace {
  const pace = createPace(rates);
  const closing = new AbortController();
  return {
    turn: async () => {
      const waitMs = pace.reserve(performance.now());
      if (waitMs > 0) await sleep(waitMs, undefined, { signal: closing.signal }).catch(() => undefined);
    },
    close: () => closing.abort(),
  };
}
