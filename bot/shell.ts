/** The shell that every entry point shares: turns over a store, the outbox worker, and what falls due. */
import { type AnnouncingLog, createActivityLog } from './activity-log.ts';
import type { LoadedBrain } from './brain.ts';
import type { Config } from './config.ts';
import { createGateways } from './effects/gateways.ts';
import { type ApplyAnswer, createInbound } from './effects/inbound.ts';
import { createPulse } from './effects/pulse.ts';
import { createTableApi } from './effects/servicenow-api.ts';
import { DEFAULT_POLLER_LIMITS, pollServiceNow } from './effects/servicenow-poller.ts';
import { withTimeLimit } from './effects/time-limit.ts';
import { createWorker, DEFAULT_WORKER_LIMITS } from './effects/worker.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { wakeDue } from './overdue.ts';
import { redact } from './redact.ts';
import type { Store } from './store/store.ts';
import { createTurnHandler, type TurnHandler } from './turn.ts';

/** How often late effects are looked for, and answers fetched from ServiceNow (by one of the replicas). */
const OVERDUE_EVERY_MS = 1_000;
const POLL_EVERY_MS = 60_000;
/** How often each replica asks whether it is its turn to fetch. */
const POLL_ASK_MS = POLL_EVERY_MS / 4;

export interface ShellParts {
  readonly config: Config;
  readonly store: Store;
  /** Read anew each turn: knowledge may have been edited. */
  readonly brain: () => LoadedBrain;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

export interface Shell {
  readonly turns: TurnHandler;
  readonly activities: AnnouncingLog;
  /** Brings an answer from Servicedesk to the conversation that its ticket came from. */
  readonly applyAnswer: ApplyAnswer;
  /** Begins to perform effects. `deliver` hands a Teams conversation's waiting replies over. */
  start(deliver: (conversation: string) => void): void;
  /** Ends tries and turns under way. */
  stop(): Promise<void>;
}

export function createShell({ config, store, brain, log, metrics, now }: ShellParts): Shell {
  const activities = createActivityLog(store);
  let deliver: (conversation: string) => void = () => undefined;
  let unwatch: () => void = () => undefined;
  const turns = createTurnHandler({
    store,
    brain,
    now,
    maxMessageChars: config.limits.messageChars,
    onCommitted: (turn, outcome, _messages, seconds) => {
      metrics.turnHandled(turn.channel, turn.event.kind, seconds);
      if (outcome.trace !== null) metrics.decisionMade(outcome.trace.decision);
      activities.announce(turn.conversation);
      if (turn.channel === 'teams') deliver(turn.conversation);
      if (outcome.effects.length > 0) worker.wake();
    },
  });
  const applyAnswer = createInbound({ store, tell: turns.happened, now, mask: (text) => redact(text).text });
  const { maxAttempts, timeoutMs } = config.effects;
  const worker = createWorker({
    store,
    gateways: createGateways(store, { tickets: config.tickets, cardBlocks: config.cardBlocks, timeoutMs }),
    tell: turns.happened,
    now,
    random: Math.random,
    limits: { ...DEFAULT_WORKER_LIMITS, maxAttempts, timeoutMs },
    log,
    metrics,
  });
  const overdue = createPulse(() => wakeDue(store, turns, now()), OVERDUE_EVERY_MS, (error) => log.error({ err: error }, 'late effects cannot be looked for'));
  const poller = createPulse(() => pollAnswers(config, store, applyAnswer, now()), POLL_ASK_MS, (error) => log.warn({ err: error }, 'answers cannot be fetched from ServiceNow'));
  return {
    turns,
    activities,
    applyAnswer,
    start: (deliverTeams) => {
      deliver = deliverTeams;
      unwatch = store.watch((conversation) => (conversation === null ? activities.announceAll() : activities.announce(conversation)));
      worker.start();
      overdue.start();
      if (config.tickets.kind === 'servicenow') poller.start();
    },
    stop: async () => {
      unwatch();
      await Promise.all([overdue.stop(), poller.stop(), worker.stop()]);
      await turns.idle();
    },
  };
}

async function pollAnswers({ tickets, effects }: Config, store: Store, apply: ApplyAnswer, now: Date): Promise<void> {
  if (tickets.kind !== 'servicenow' || !(await store.takeRound('servicenow', now, POLL_EVERY_MS))) return;
  const api = createTableApi(tickets);
  await withTimeLimit(effects.timeoutMs, (signal) => pollServiceNow({ store, api, ownUser: tickets.user, apply, limits: DEFAULT_POLLER_LIMITS }, signal));
}
