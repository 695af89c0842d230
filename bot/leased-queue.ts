/**
 * The delivery queue of a channel that pushes, where several replicas share it: each conversation is pushed by whoever
 * has its lease. A replica that dies stops prolonging its leases, and the others go on with what is left.
 */
import type { ChannelName } from './conversation/types.ts';
import { createPulse } from './effects/pulse.ts';
import type { DeliveryQueue } from './ports.ts';
import type { Store } from './store/store.ts';

export interface LeasedQueueDeps {
  readonly store: Pick<Store, 'undelivered' | 'markDelivered' | 'takeQueue' | 'keepQueues' | 'leaveQueue' | 'freeQueues'>;
  readonly channel: ChannelName;
  /** This process, among all. */
  readonly worker: string;
  readonly now: () => Date;
  readonly limits: LeaseLimits;
  readonly onError: (error: unknown) => void;
}

export interface LeaseLimits {
  /** How long the conversations of a replica that has died wait for another. */
  readonly leaseMs: number;
  /** How often leases are prolonged, and conversations looked for that wait and belong to nobody. */
  readonly lookMs: number;
  /** Conversations that one look takes up. */
  readonly batch: number;
}

export const DEFAULT_LEASE_LIMITS: LeaseLimits = { leaseMs: 15_000, lookMs: 2_000, batch: 100 };

export interface LeasedQueue extends DeliveryQueue {
  /**
   * Before a turn: makes its replies this replica's to push, where nobody else is at it. They may then leave in the
   * response itself without another replica finding them in the queue.
   */
  take(conversation: string): Promise<void>;
  /** Looks from now on for what nobody pushes. `deliver` hands a conversation to the channel. */
  start(deliver: (conversation: string) => void): void;
  /** Gives back what is left. Close the channel first. */
  stop(): Promise<void>;
}

export function createLeasedQueue({ store, channel, worker, now, limits, onError }: LeasedQueueDeps): LeasedQueue {
  /** The conversations that are ours, each until this time. */
  const held = new Map<string, number>();
  let deliver: (conversation: string) => void = () => undefined;

  const isOurs = async (conversation: string): Promise<boolean> => {
    const at = now();
    if ((held.get(conversation) ?? 0) > at.getTime()) return true;
    const isTaken = await store.takeQueue(conversation, worker, at, limits.leaseMs);
    if (isTaken) held.set(conversation, at.getTime() + limits.leaseMs);
    else held.delete(conversation);
    return isTaken;
  };
  const leave = async (conversation: string): Promise<void> => {
    // Forgotten first: a lease that could not be given back ends by itself.
    held.delete(conversation);
    await store.leaveQueue(conversation, worker);
  };
  const keep = async (): Promise<void> => {
    if (held.size === 0) return;
    const at = now();
    const kept = new Set(await store.keepQueues(worker, at, limits.leaseMs));
    for (const conversation of held.keys()) {
      if (kept.has(conversation)) held.set(conversation, at.getTime() + limits.leaseMs);
    }
  };
  const look = async (): Promise<void> => {
    await keep();
    for (const conversation of await store.freeQueues(channel, now(), limits.batch)) deliver(conversation);
  };
  const pulse = createPulse(look, limits.lookMs, onError);
  return {
    take: async (conversation) => {
      await isOurs(conversation);
    },
    next: async (conversation, limit) => {
      // What waits over all conversations is found by `look`, at the start and ever after.
      if (conversation === null || !(await isOurs(conversation))) return [];
      const rows = await store.undelivered(channel, conversation, limit);
      if (rows.length === 0) await leave(conversation);
      return rows;
    },
    mark: (marks) => store.markDelivered(marks, now()),
    start: (start) => {
      deliver = start;
      pulse.start();
    },
    stop: async () => {
      await pulse.stop();
      for (const conversation of [...held.keys()]) await leave(conversation);
    },
  };
}
