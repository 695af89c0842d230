/** This process among those that share its database: its part of the deliveries, and who else is there with which versions. */
import { randomUUID } from 'node:crypto';
import type { LoadedBrain } from './brain.ts';
import { createPulse } from './effects/pulse.ts';
import { createLeasedQueue, DEFAULT_LEASE_LIMITS, type LeasedQueue } from './leased-queue.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Replica, Store } from './store/store.ts';

/** How often a replica says that it is there, and how long it counts as there after that. */
const REPORT_EVERY_MS = 5_000;
const ALIVE_MS = 20_000;

export interface ReplicaDeps {
  readonly store: Store;
  readonly brain: () => LoadedBrain;
  readonly now: () => Date;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'replicasSeen'>;
}

export interface RunningReplica {
  /** What Teams is to be told: pushed by one replica at a time. */
  readonly teamsQueue: LeasedQueue;
  /** Lines for the readiness report. */
  checks(): Readonly<Record<string, string>>;
  start(deliverTeams: (conversation: string) => void): void;
  /** Close the channels first. */
  stop(): Promise<void>;
}

export function createReplica({ store, brain, now, log, metrics }: ReplicaDeps): RunningReplica {
  const id = randomUUID();
  const teamsQueue = createLeasedQueue({
    store,
    channel: 'teams',
    worker: id,
    now,
    limits: DEFAULT_LEASE_LIMITS,
    onError: (error) => log.error({ err: error, channel: 'teams' }, 'waiting replies cannot be looked for'),
  });
  let seen: readonly Replica[] = [];
  let told = '';
  const report = async (): Promise<void> => {
    const { knowledge, understander } = brain();
    const own: Replica = { id, knowledge: knowledge.version, model: understander.version };
    seen = await store.reportReplica(own, now(), ALIVE_MS);
    const others = seen.filter((one) => isOther(one, own));
    metrics.replicasSeen(seen.length, others.length);
    const difference = JSON.stringify(others);
    // Once for each difference: during a rolling update it is expected for a while.
    if (others.length > 0 && difference !== told) log.warn({ own, others }, 'replicas answer from different versions');
    told = difference;
  };
  const pulse = createPulse(report, REPORT_EVERY_MS, (error) => log.error({ err: error }, 'the replica cannot say that it is there'));
  return {
    checks: () => ({ replicas: String(seen.length), versions: new Set(seen.map(({ knowledge, model }) => `${knowledge}/${model}`)).size > 1 ? 'differ' : 'same' }),
    teamsQueue,
    start: (deliverTeams) => {
      teamsQueue.start(deliverTeams);
      pulse.start();
    },
    stop: async () => {
      await Promise.all([teamsQueue.stop(), pulse.stop()]);
      await store.forgetReplica(id);
    },
  };
}

function isOther(one: Replica, own: Replica): boolean {
  return one.knowledge !== own.knowledge || one.model !== own.model;
}
