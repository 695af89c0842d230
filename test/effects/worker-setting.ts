/** Workers with gateways that do what the test says. */
import { createLog } from '../../bot/log.ts';
import type { CardBlockGateway, Delivery, TicketGateway } from '../../bot/effects/gateway.ts';
import type { Gateways } from '../../bot/effects/perform.ts';
import { createWorker, type Worker, type WorkerDeps, type WorkerLimits } from '../../bot/effects/worker.ts';
import type { Store, Ticket } from '../../bot/store/store.ts';
import type { Settlement } from '../../dialogs/dialog.ts';
import type { Clock, Teller } from './setting.ts';

export const LIMITS: WorkerLimits = { timeoutMs: 5000, leaseMarginMs: 55_000, maxAttempts: 3, baseDelayMs: 1000, maxDelayMs: 10_000, pollMs: 60_000, batch: 4 };

/** The time that a dead worker's effects stay its own. */
export const LEASE_MS = LIMITS.timeoutMs + LIMITS.leaseMarginMs;

type Behaviour = (delivery: Delivery, kind: Ticket['kind']) => Promise<Settlement>;

/** A ticket system in memory; `calls` are the keys that it was asked to open. */
export function ticketSystem(open: Behaviour = accept): TicketGateway & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    name: 'servicenow',
    calls,
    open: ({ kind }, delivery) => {
      calls.push(delivery.key);
      return open(delivery, kind);
    },
  };
}

export function cardSystem(): CardBlockGateway & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    block: ({ holder }, { now }) => {
      calls.push(holder.name);
      return Promise.resolve({ ok: true, outcome: 'blocked', reference: 'ET-000002', at: now() });
    },
  };
}

export const accept: Behaviour = ({ now }, kind) =>
  Promise.resolve({ ok: true, outcome: kind === 'block' ? 'requested' : 'registered', reference: 'ET-000001', at: now() });

/** One behaviour for each call in turn; the last one stays. */
export function inTurn(...behaviours: readonly [Behaviour, ...Behaviour[]]): Behaviour {
  let call = 0;
  return (...asked) => {
    const behaviour = behaviours[Math.min(call, behaviours.length - 1)] ?? behaviours[0];
    call += 1;
    return behaviour(...asked);
  };
}

export function fail(error: Error): Behaviour {
  return () => Promise.reject(error);
}

/** A gateway that never answers and does not heed the signal. */
export const hang: Behaviour = () => new Promise(() => undefined);

export interface WorkerSetting {
  readonly store: Store;
  readonly clock: Clock;
  readonly teller: Pick<Teller, 'tell'>;
  readonly gateways: Gateways;
  readonly limits?: Partial<WorkerLimits>;
  readonly results?: string[];
}

export function workerOf({ store, clock, teller, gateways, limits, results = [] }: WorkerSetting): Worker {
  const deps: WorkerDeps = {
    store,
    gateways,
    tell: teller.tell,
    now: clock.now,
    random: () => 0.5,
    limits: { ...LIMITS, ...limits },
    log: createLog({ level: 'silent' }),
    metrics: { effectTried: (kind, result) => void results.push(`${kind} ${result}`) },
  };
  return createWorker(deps);
}
