/** What is left in an outbox, done by a worker that comes when every lease and every wait has ended. */
import { createGateways } from '../../bot/effects/gateways.ts';
import { createWorker, DEFAULT_WORKER_LIMITS } from '../../bot/effects/worker.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import type { Store } from '../../bot/store/store.ts';
import { createTurnHandler } from '../../bot/turn.ts';
import { brainForScripts } from '../conversations/play.ts';

/** Longer than any lease, and than the longest wait between two tries. */
const ROUND_MS = DEFAULT_WORKER_LIMITS.maxDelayMs + DEFAULT_WORKER_LIMITS.timeoutMs + DEFAULT_WORKER_LIMITS.leaseMarginMs;

/** Resolves when nothing is pending. */
export async function finishEffects(store: Store, webhook: { readonly url: string; readonly secret: string }): Promise<void> {
  const brain = await brainForScripts();
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  const turns = createTurnHandler({ store, brain: () => brain, now, maxMessageChars: brain.settings.maxMessageChars });
  const backends = { tickets: { kind: 'webhook', ...webhook }, cardBlocks: { kind: 'webhook', ...webhook }, timeoutMs: DEFAULT_WORKER_LIMITS.timeoutMs } as const;
  const worker = createWorker({
    store,
    gateways: createGateways(store, backends),
    tell: turns.happened,
    now,
    random: Math.random,
    limits: DEFAULT_WORKER_LIMITS,
    log: createLog({ level: 'silent' }),
    metrics: createMetrics(),
  });
  while ((await store.counts()).pendingEffects > 0) {
    ahead += ROUND_MS;
    await worker.drain();
  }
}
