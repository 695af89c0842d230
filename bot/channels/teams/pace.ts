/** Keeps a stream of requests below the limits that Teams sets, so that it seldom has to refuse one. */

/** At most `count` requests within any stretch of `perMs`. */
export interface Rate {
  readonly count: number;
  readonly perMs: number;
}

export interface Pace {
  /** Reserves the earliest moment that keeps every rate; returns the milliseconds from `nowMs` until then. Moments never go back. */
  reserve(nowMs: number): number;
  /** True when nothing that was reserved can still delay a request at `nowMs`. */
  isIdle(nowMs: number): boolean;
}

/** A pace under several rates at once. Remembers as many moments as the largest rate counts. */
export function createPace(rates: readonly Rate[]): Pace {
  const largest = Math.max(0, ...rates.map(({ count }) => count));
  const longestMs = Math.max(0, ...rates.map(({ perMs }) => perMs));
  let moments: number[] = [];
  return {
    reserve: (nowMs) => {
      // With `count` moments behind it, a request has to wait until the first of those is `perMs` old.
      const earliest = rates.map(({ count, perMs }) => (moments[moments.length - count] ?? -Infinity) + perMs);
      const moment = Math.max(nowMs, moments.at(-1) ?? nowMs, ...earliest);
      moments.push(moment);
      // Cut seldom: shifting one at a time would copy the whole list for each request.
      if (moments.length >= 2 * largest) moments = moments.slice(-largest);
      return moment - nowMs;
    },
    isIdle: (nowMs) => (moments.at(-1) ?? -Infinity) + longestMs <= nowMs,
  };
}

/** A pace for each name, forgotten when it is idle. */
export interface Paces {
  reserve(name: string, nowMs: number): number;
}

/** Reservations between two looks for idle paces. */
const SWEEP_EVERY = 1_000;

export function createPaces(rates: readonly Rate[]): Paces {
  const paces = new Map<string, Pace>();
  let reservations = 0;
  const sweep = (nowMs: number): void => {
    for (const [name, pace] of paces) if (pace.isIdle(nowMs)) paces.delete(name);
  };
  return {
    reserve: (name, nowMs) => {
      if (++reservations % SWEEP_EVERY === 0) sweep(nowMs);
      const pace = paces.get(name) ?? createPace(rates);
      paces.set(name, pace);
      return pace.reserve(nowMs);
    },
  };
}
