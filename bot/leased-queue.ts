/**
 * The delivery queue of a channel that pushes, where several replicas share it: each conversation is pushed by whoever
 * has its lease. A replica that dies stops prolonging its leases, and the others go on with what is left.
 */
import type { ChannelName } from './conversation/types.ts';
import { createPulse } from './effects/pulse.ts';
import type { DeliveryQueue } from './ports.ts';
import { createKeyedQueue } from './queue.ts';
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

/** A conversation that is ours until this time. A new one stands for each time that it was taken for a turn. */
interface Lease {
  until: number;
}

export function createLeasedQueue({ store, channel, worker, now, limits, onError }: LeasedQueueDeps): LeasedQueue {
  const held = new Map<string, Lease>();
  /** Taking and leaving the same conversation one after the other: a late leave would give away what was just taken. */
  const inTurn = createKeyedQueue();
  let deliver: (conversation: string) => void = () => undefined;

  const obtain = async (conversation: string): Promise<Lease | null> => {
    const at = now();
    const known = held.get(conversation);
    if (known !== undefined && known.until > at.getTime()) return known;
    const isTaken = await store.takeQueue(conversation, worker, at, limits.leaseMs);
    if (!isTaken) {
      held.delete(conversation);
      return null;
    }
    const lease = { until: at.getTime() + limits.leaseMs };
    held.set(conversation, lease);
    return lease;
  };
  /** Unless it has been taken anew since. */
  const leave = (conversation: string, lease: Lease): Promise<void> =>
    inTurn.run(conversation, async () => {
      if (held.get(conversation) !== lease) return;
      // Forgotten first: a lease that could not be given back ends by itself.
      held.delete(conversation);
      await store.leaveQueue(conversation, worker);
    });
  const keep = async (): Promise<void> => {
    if (held.size === 0) return;
    const at = now();
    const kept = new Set(await store.keepQueues(worker, at, limits.leaseMs));
    for (const [conversation, lease] of held) {
      if (kept.has(conversation)) lease.until = at.getTime() + limits.leaseMs;
    }
  };
  const look = async (): Promise<void> => {
    await keep();
    for (const conversation of await store.freeQueues(channel, now(), limits.batch)) deliver(conversation);
  };
  const pulse = createPulse(look, limits.lookMs, onError);
  return {
    take: (conversation) =>
      inTurn.run(conversation, async () => {
        const lease = await obtain(conversation);
        if (lease !== null) held.set(conversation, { ...lease });
      }),
    next: async (conversation, limit) => {
      // What waits over all conversations is found by `look`, at the start and ever after.
      if (conversation === null) return [];
      const lease = await inTurn.run(conversation, () => obtain(conversation));
      if (lease === null) return [];
      const rows = await store.undelivered(channel, conversation, limit);
      if (rows.length === 0) await leave(conversation, lease);
      return rows;
    },
    mark: (marks) => store.markDelivered(marks, now()),
    start: (start) => {
      deliver = start;
      pulse.start();
    },
    stop: async () => {
      await pulse.stop();
      for (const [conversation, lease] of [...held]) await leave(conversation, lease);
    },
  };
}
