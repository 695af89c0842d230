/**
 * The delivery loop: the rows of each conversation go out one at a time, in order and at the pace that Teams allows. What
 * is to be sent is read from the queue every time and marked when the connector took it, so a crash loses nothing.
 */
import { performance } from 'node:perf_hooks';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { DeliveryMark, DeliveryQueue, Message } from '../../ports.ts';
import type { AppPace } from './app-pace.ts';
import { waitMs } from './backoff.ts';
import type { Contacts } from './contacts.ts';
import { type LaneStep, type Lanes, type StepResult, createLanes } from './lanes.ts';
import { createLimiter } from './limiter.ts';
import type { TeamsLimits } from './limits.ts';
import { createMarker } from './marks.ts';
import { createPaces } from './pace.ts';
import type { SendResult } from './send-result.ts';

export interface DeliveryOptions {
  readonly queue: DeliveryQueue;
  readonly send: (message: Message) => Promise<SendResult>;
  readonly contacts: Pick<Contacts, 'answered' | 'doubt' | 'lose'>;
  readonly appPace: AppPace;
  readonly limits: TeamsLimits;
  readonly now: () => Date;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'deliveryTried'>;
}

/** A lane is a conversation. */
export interface Delivery extends Lanes {
  /** Kicks every conversation with rows in the queue. Resolves when all are kicked, not when all is delivered. */
  resume(): Promise<void>;
}

export function startDelivery(options: DeliveryOptions): Delivery {
  const lanes = createLanes(createStep(options));
  return { ...lanes, resume: () => resume(options, lanes) };
}

async function resume({ queue, limits, log }: DeliveryOptions, lanes: Lanes): Promise<void> {
  let rows: readonly Message[] = [];
  // The queue has no second page, so a full one is read again, larger.
  for (let size = limits.resumePage; ; size *= 2) {
    rows = await queue.next(null, size);
    if (rows.length < size) break;
  }
  const conversations = new Set(rows.map((row) => row.conversation));
  if (conversations.size > 0) log.info({ channel: 'teams', conversations: conversations.size, replies: rows.length }, 'resuming deliveries');
  for (const conversation of conversations) lanes.kick(conversation);
}

function createStep(options: DeliveryOptions): LaneStep {
  const { queue, limits, log } = options;
  const end = createEnding(options);
  const tryOnce = createTry(options);
  const step: LaneStep = async (conversation, attempt, mayRun) => {
    await end.left(conversation);
    const [row] = await queue.next(conversation, 1);
    if (row === undefined) return 'empty';
    const result = await tryOnce(row, mayRun);
    if (result === null) return 'next';
    if ('pauseMs' in result) return result;
    const verdict = judge(options, row, attempt, result);
    if ('retryMs' in verdict) return verdict;
    await end.now(verdict, result);
    return 'next';
  };
  return async (...given): Promise<StepResult> => {
    try {
      return await step(...given);
    } catch (error) {
      const [conversation, attempt] = given;
      log.error({ err: error, channel: 'teams', conversation }, 'the delivery queue cannot be used');
      return { retryMs: waitMs(attempt, null, limits, Math.random()) };
    }
  };
}

/** Makes one try at its place and pace. Null: the lane may not run now. A pause: the conversation's pace asks for it; the same try comes after. */
function createTry({ send, appPace, limits }: DeliveryOptions): (row: Message, mayRun: () => boolean) => Promise<SendResult | { readonly pauseMs: number } | null> {
  const limited = createLimiter(limits.concurrency);
  const threads = createPaces(limits.threadRates);
  /** Conversations whose reserved moment is waited for, or has come. */
  const reserved = new Set<string>();
  return async (row, mayRun) => {
    const { conversation } = row;
    const pauseMs = reserved.has(conversation) ? 0 : threads.reserve(conversation, performance.now());
    if (pauseMs > 0) {
      reserved.add(conversation);
      return { pauseMs };
    }
    reserved.delete(conversation);
    return limited(async () => {
      await appPace.turn();
      // A hold may have begun while the queue was read or a place was waited for, and may answer this very row.
      return mayRun() ? send(row) : null;
    });
  };
}

interface Ending {
  /** Ends what an earlier failure left unmarked. */
  left(conversation: string): Promise<void>;
  now(mark: DeliveryMark, result: SendResult): Promise<void>;
}

/** Remembers of the conversation what the result says about it, and marks the row: whoever sees the mark sees the rest. */
function createEnding({ queue, contacts, now }: DeliveryOptions): Ending {
  const write = createMarker((marks) => queue.mark(marks));
  const unmarked = new Map<string, () => Promise<void>>();
  const finish = async (conversation: string, end: () => Promise<void>): Promise<void> => {
    // Kept first: a row that was sent but could not be marked must be marked later and not sent again.
    unmarked.set(conversation, end);
    await end();
    unmarked.delete(conversation);
  };
  return {
    left: async (conversation) => {
      const end = unmarked.get(conversation);
      if (end !== undefined) await finish(conversation, end);
    },
    now: (mark, result) =>
      finish(mark.conversation, async () => {
        if (mark.result === 'unknown') await contacts.doubt(mark.conversation, true);
        if (result.kind === 'refused' && result.unreachable === true) await contacts.lose(mark.conversation, now());
        // Side by side, and the mark first: both then come in time for the same commit.
        await Promise.all([write(mark), noteAnswer(contacts, mark.conversation, result)]);
      }),
  };
}

/** Never rejects: without it, feedback on this answer is feedback on no topic, but the answer itself has been delivered. */
async function noteAnswer(contacts: Pick<Contacts, 'answered'>, conversation: string, result: SendResult): Promise<void> {
  if (result.kind !== 'delivered' || result.answer === undefined) return;
  await contacts.answered(conversation, result.answer.id, result.answer.intent).catch(() => undefined);
}

/** Counts and logs one try, and says how the row ended, or when the next try is due. */
function judge({ limits, now, log, metrics }: DeliveryOptions, { conversation, seq, at }: Message, attempt: number, result: SendResult): DeliveryMark | { readonly retryMs: number } {
  const line = { channel: 'teams', conversation, seq, attempt, ...('reason' in result ? { reason: result.reason } : {}) };
  const expired = now().getTime() - at.getTime() >= limits.giveUpAfterMs;
  if (result.kind === 'again' && !expired) {
    metrics.deliveryTried('teams', 'retried');
    log.info(line, 'a reply waits for another try');
    return { retryMs: waitMs(attempt, result.afterMs, limits, Math.random()) };
  }
  const ended: DeliveryMark = { conversation, seq, result: result.kind === 'again' ? 'refused' : result.kind };
  metrics.deliveryTried('teams', ended.result);
  if (ended.result !== 'delivered') log.warn({ ...line, result: ended.result, expired }, 'a reply did not get through');
  return ended;
}
