/** A conversation loop without a network: what `npm run chat`, the automation contract and the scripted tests run on. */
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createSession, type Session, type Settled } from './channels/terminal/session.ts';
import type { LoadedBrain } from './brain.ts';
import { createWorker, DEFAULT_WORKER_LIMITS } from './effects/worker.ts';
import { countedReferences, scriptedGateways, type SettleMode } from './scripted-gateways.ts';
import { openSqliteStore } from './store/sqlite.ts';
import { wakeDue } from './overdue.ts';
import { createTurnHandler } from './turn.ts';

export interface ChatOptions {
  readonly brain: LoadedBrain;
  /** The SQLite file. */
  readonly path: string;
  readonly settle: SettleMode;
  readonly now: Date;
}

/** Messages that one look at a conversation's log takes. */
const LOG_PAGE = 10_000;

/** A session with a clock of its own: it stands still except where `advance` moves it. */
export async function openChat({ brain, path, settle, now }: ChatOptions): Promise<Session & { close(): Promise<void> }> {
  const newReference = countedReferences();
  const store = await openSqliteStore({ path, newReference });
  let time = now.getTime();
  const clock = (): Date => new Date(time);
  const settled: Settled[] = [];
  const turns = createTurnHandler({ store, brain: () => brain, now: clock, maxMessageChars: brain.settings.maxMessageChars });
  const worker = createWorker({
    store,
    gateways: scriptedGateways(settle, store, newReference),
    tell: async (conversation, turn, event) => {
      const handled = await turns.happened(conversation, turn, event);
      if (event.kind === 'settled' && handled?.repeated === false) settled.push({ key: event.key, settlement: event.settlement });
      return handled;
    },
    now: clock,
    random: () => 0,
    limits: DEFAULT_WORKER_LIMITS,
    log: createLog({ level: 'silent' }),
    metrics: createMetrics(),
  });
  const perform = async (): Promise<void> => {
    if (settle !== 'hold') await worker.drain();
  };
  const session = createSession({
    handle: turns.handle,
    wake: async () => {
      await wakeDue(store, turns, clock());
      await perform();
    },
    settle: perform,
    takeSettlements: () => settled.splice(0),
    read: (conversation, after) => store.readMessages(conversation, after, LOG_PAGE),
    effectsOf: async (conversation, turn) => {
      const recorded = await store.recallTurn(conversation, turn);
      const rows = await store.effects(null, LOG_PAGE);
      return (recorded?.outcome.effects ?? []).map(({ key, effect }) => ({ key, effect, settlement: rows.find((row) => row.key === key)?.settlement ?? null }));
    },
    advance: (ms) => {
      time += ms;
    },
  });
  return { ...session, close: () => store.close() };
}
