/**
 * The outbox worker: claims effects that were committed with their turns, performs them, and feeds what came of them back
 * to the conversation. The order is claim, perform, tell, settle; a crash between any two of them only means that the
 * effect is claimed again when its lease ends, and each step knows a repetition by the effect's key.
 */
import { randomUUID } from 'node:crypto';
import type { Effect, Settlement } from '../../dialogs/dialog.ts';
import type { ClaimedEffect, Store } from '../store/store.ts';
import { delayAfter, type BackOff } from './backoff.ts';
import { GatewayRefused, GatewayUnavailable } from './gateway.ts';
import { isAwaited, languageOf, tellFailed, tellSettled, type Ended, type Tell } from './news.ts';
import { perform, type Gateways } from './perform.ts';
import { createPulse } from './pulse.ts';
import { withTimeLimit } from './time-limit.ts';

export interface WorkerLimits extends BackOff {
  /** For one try of one effect. */
  readonly timeoutMs: number;
  /** How much longer than `timeoutMs` a claimed effect is this worker's own: the time to tell and to settle. */
  readonly leaseMarginMs: number;
  readonly maxAttempts: number;
  /** How often the outbox is looked at without being woken. */
  readonly pollMs: number;
  /** Effects that are performed side by side. */
  readonly batch: number;
}

export const DEFAULT_WORKER_LIMITS: WorkerLimits = {
  timeoutMs: 10_000,
  leaseMarginMs: 50_000,
  maxAttempts: 8,
  baseDelayMs: 5_000,
  maxDelayMs: 600_000,
  pollMs: 1_000,
  batch: 8,
};

/** How one try ended: done or answered no, refused by the receiver, to come again, or given up. */
export type TryResult = 'settled' | 'refused' | 'retried' | 'dead';

type LogLine = (facts: object, message: string) => void;

export interface WorkerDeps {
  readonly store: Store;
  readonly gateways: Gateways;
  readonly tell: Tell;
  readonly now: () => Date;
  /** As Math.random. */
  readonly random: () => number;
  readonly limits: WorkerLimits;
  readonly log: { readonly warn: LogLine; readonly error: LogLine };
  readonly metrics: { readonly effectTried: (kind: Effect['kind'], result: TryResult) => void };
}

export interface Worker {
  /** Begins to look at the outbox every `pollMs`. */
  start(): void;
  /** Performs everything that is due now and returns how many tries that took. */
  drain(): Promise<number>;
  /** Something was committed: looks at once, if started. */
  wake(): void;
  /** Takes no new effects; resolves when the running tries have ended, within `timeoutMs` of it. */
  stop(): Promise<void>;
}

export function createWorker(deps: WorkerDeps): Worker {
  const { store, now, limits, log } = deps;
  const id = randomUUID();
  const leaseMs = limits.timeoutMs + limits.leaseMarginMs;
  let stopping = false;

  const drain = async (): Promise<number> => {
    let tries = 0;
    while (!stopping) {
      const claimed = await store.claimEffects(id, now(), leaseMs, limits.batch);
      if (claimed.length === 0) break;
      await Promise.all(claimed.map((one) => tryOnce(one, deps)));
      tries += claimed.length;
    }
    return tries;
  };

  const pulse = createPulse(drain, limits.pollMs, (error) => log.error({ err: error }, 'the outbox cannot be read'));
  return {
    start: () => pulse.start(),
    drain,
    wake: () => pulse.wake(),
    stop: () => {
      stopping = true;
      return pulse.stop();
    },
  };
}

/** Never rejects. When the store or the conversation fails here, the effect comes again at the end of its lease. */
async function tryOnce(claimed: ClaimedEffect, deps: WorkerDeps): Promise<void> {
  try {
    const result = await settlementOf(claimed, deps);
    await (result instanceof Error ? fail(claimed, result, deps) : settle(claimed, result, deps));
  } catch (error) {
    deps.log.error({ err: error, key: claimed.key }, 'the end of an effect could not be recorded');
  }
}

async function settlementOf(claimed: ClaimedEffect, { gateways, store, now, limits }: WorkerDeps): Promise<Settlement | Error> {
  const { key, conversation } = claimed;
  try {
    return await withTimeLimit(limits.timeoutMs, (signal) => perform(claimed, gateways, store, { key, conversation, now, signal }));
  } catch (error) {
    return error instanceof Error ? error : new GatewayUnavailable('A gateway threw something that is not an error');
  }
}

async function settle(claimed: ClaimedEffect, settlement: Settlement, deps: WorkerDeps): Promise<void> {
  if (isAwaited(claimed.effect)) await tellSettled(deps, endedOf(claimed), settlement);
  await deps.store.settleEffect(claimed.key, settlement, deps.now());
  deps.metrics.effectTried(claimed.effect.kind, settlement.ok ? 'settled' : 'refused');
}

async function fail(claimed: ClaimedEffect, error: Error, deps: WorkerDeps): Promise<void> {
  const { key, effect, attempt } = claimed;
  const isRefused = error instanceof GatewayRefused;
  const isLast = isRefused || attempt >= deps.limits.maxAttempts;
  await (isLast ? giveUp(claimed, error, deps) : postpone(claimed, error, deps));
  const result = isRefused ? 'refused' : isLast ? 'dead' : 'retried';
  deps.metrics.effectTried(effect.kind, result);
  deps.log.warn({ err: error, key, kind: effect.kind, attempt, result }, 'an effect failed');
}

async function giveUp(claimed: ClaimedEffect, error: Error, deps: WorkerDeps): Promise<void> {
  // The user is told before the effect is buried: a buried one is never looked at again.
  if (isAwaited(claimed.effect)) await tellFailed(deps, endedOf(claimed), error.message);
  await deps.store.buryEffect(claimed.key, error.message, deps.now());
}

async function postpone({ key, attempt }: ClaimedEffect, error: Error, { store, now, random, limits }: WorkerDeps): Promise<void> {
  const retryAfterMs = error instanceof GatewayUnavailable ? error.retryAfterMs : null;
  await store.postponeEffect(key, new Date(now().getTime() + delayAfter(attempt, limits, random, retryAfterMs)), error.message);
}

function endedOf({ key, conversation, effect }: ClaimedEffect): Ended {
  return { key, conversation, language: languageOf(effect) };
}
