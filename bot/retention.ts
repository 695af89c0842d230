/** Deletes on time what is past its time: a job on every replica, in batches small enough to let turns through. */
import { setImmediate } from 'node:timers/promises';
import type { Retention } from './config.ts';
import { createPulse, type Pulse } from './effects/pulse.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Store } from './store/store.ts';

const EVERY_MS = 10 * 60_000;
/** Rows that are deleted at a time. */
const BATCH = 100;
const DAY_MS = 24 * 60 * 60_000;

/** In the order that frees the conversation of a request before the request. */
const KINDS = ['chats', 'turn-records', 'references', 'feedback', 'tickets', 'block-requests'] as const;

export interface RetentionDeps {
  readonly store: Pick<Store, 'deleteExpired' | 'deleteExpiredMarks'>;
  readonly retention: Retention;
  readonly now: () => Date;
  readonly log: Pick<Log, 'info' | 'error'>;
  readonly metrics: Pick<Metrics, 'recordsExpired' | 'retentionFinished'>;
}

export function createRetention(deps: RetentionDeps): Pick<Pulse, 'start' | 'stop'> {
  const stopping = new AbortController();
  const pulse = createPulse(() => expireAll(deps, stopping.signal), EVERY_MS, (error) => deps.log.error({ err: error }, 'records past their time cannot be deleted'));
  return {
    start: () => pulse.start(),
    stop: () => {
      stopping.abort();
      return pulse.stop();
    },
  };
}

/** Deletes everything that is past its time now. Ends early, between two batches, when told to stop. */
export async function expireAll({ store, retention, now, log, metrics }: RetentionDeps, stopping: AbortSignal): Promise<void> {
  const daysAgo = (days: number): Date => new Date(now().getTime() - days * DAY_MS);
  for (const kind of KINDS) {
    const days = retention.days[kind];
    if (days === null) continue;
    const deleted = await inBatches(() => store.deleteExpired(kind, daysAgo(days), daysAgo(retention.unclosedTicketDays), BATCH), stopping);
    if (deleted > 0) {
      metrics.recordsExpired(kind, deleted);
      log.info({ kind, days, deleted }, 'records past their time are deleted');
    }
  }
  // No records of anybody: they have no setting, and nobody is told.
  await inBatches(() => store.deleteExpiredMarks(now(), BATCH), stopping);
  if (!stopping.aborted) metrics.retentionFinished(now());
}

async function inBatches(deleteBatch: () => Promise<number>, stopping: AbortSignal): Promise<number> {
  let deleted = 0;
  while (!stopping.aborted) {
    const batch = await deleteBatch();
    if (batch === 0) break;
    deleted += batch;
    // SQLite works in this thread: whoever waits is served in between.
    await setImmediate();
  }
  return deleted;
}
