/** One conversation that asks for a card block and for a ticket, and a bot for it whose understanding needs no training. */
import { join } from 'node:path';
import type { LoadedBrain } from '../../bot/brain.ts';
import { runnable } from '../../bot/conversation/runnable.ts';
import type { Person, TurnEvent } from '../../bot/conversation/types.ts';
import { webhookBlocks, webhookTickets } from '../../bot/effects/webhook.ts';
import { createWorker, type Worker, type WorkerLimits } from '../../bot/effects/worker.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import type { Incoming } from '../../bot/ports.ts';
import type { Store } from '../../bot/store/store.ts';
import { createTurnHandler, type TurnHandler } from '../../bot/turn.ts';
import { cardLost } from '../../dialogs/card-lost.ts';
import { escalation } from '../../dialogs/escalation.ts';
import { pinReset } from '../../dialogs/pin-reset.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { keywordUnderstander } from '../conversation/keyword-understander.ts';

export const CONVERSATION = 'conversation-1';
/** A channel vouches for her, so her block request goes to the card system itself. */
const ANNA: Person = { id: 'anna', name: 'Anna Testsson', verified: true };

const said = (text: string): TurnEvent => ({ kind: 'said', text });
const chose = (choice: string): TurnEvent => ({ kind: 'chose', choice });

const EVENTS: readonly TurnEvent[] = [
  said('jag har tappat kortet'),
  said('nyss'),
  said('ja'),
  said('ja'),
  chose('yes'),
  chose('person'),
  chose('write'),
  chose('contact-me'),
  said('anna.testsson@example.test'),
  chose('yes'),
];

/** What Anna sends, in order. */
export const TALK: readonly Incoming[] = EVENTS.map((event, index) => ({ id: `turn-${index + 1}`, conversation: CONVERSATION, person: ANNA, event }));

/** The two turns in which she says yes, and the keys of what she then gets: a block and a ticket. */
const YES_TURNS: readonly string[] = ['turn-5', 'turn-10'];
export const EFFECT_KEYS: readonly string[] = YES_TURNS.map((turn) => `${CONVERSATION}/${turn}/0`);

/** A minute holds several leases, so that a bot that takes over names the same times of day. */
const LIMITS: WorkerLimits = { timeoutMs: 2_000, leaseMarginMs: 3_000, maxAttempts: 3, baseDelayMs: 1_000, maxDelayMs: 5_000, pollMs: 60_000, batch: 4 };
/** The time that the effects of a worker that died stay its own. */
export const LEASE_MS = LIMITS.timeoutMs + LIMITS.leaseMarginMs;
/** When the talk begins. */
export const START_MS = Date.parse('2026-11-24T13:05:00Z');

const SECRET = Buffer.from('a secret of the tests, 32 bytes.').toString('base64');

export interface Bot {
  readonly turns: TurnHandler;
  readonly worker: Worker;
}

const brain: LoadedBrain = {
  knowledge: loadKnowledge(join(import.meta.dirname, '../../knowledge')),
  understander: keywordUnderstander({ tappat: 'card-lost' }),
  dialogs: { 'card-lost': runnable(cardLost), 'pin-reset': runnable(pinReset), escalation: runnable(escalation) },
  settings: { ticketBackend: 'webhook', effectLateMs: 20_000, idleAskMs: 30 * 60_000, maxMessageChars: 2_000, retention: { historyMs: null, erasureKeeps: [] } },
};

/** Turns and effects over this store, as the service wires them. */
export function createBot(store: Store, now: () => Date, receiver: string): Bot {
  const turns = createTurnHandler({ store, brain: () => brain, now, maxMessageChars: 2_000 });
  const webhook = { url: receiver, secret: SECRET };
  const worker = createWorker({
    store,
    gateways: { tickets: webhookTickets(store, webhook), cardBlocks: webhookBlocks(store, webhook) },
    tell: turns.happened,
    now,
    random: () => 0,
    limits: LIMITS,
    log: createLog({ level: 'silent' }),
    metrics: createMetrics(),
  });
  return { turns, worker };
}

/** Sends the whole talk; what a yes asks for is performed before the next turn. */
export async function play(send: (incoming: Incoming) => Promise<unknown>, drain: () => Promise<unknown>): Promise<void> {
  for (const incoming of TALK) {
    await send(incoming);
    if (YES_TURNS.includes(incoming.id)) await drain();
  }
}
