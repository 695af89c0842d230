/**
 * The delivery loop: the rows of each conversation go out one at a time, in order. What is to be sent is read from the
 * queue every time and marked when the connector took it, so a crash loses nothing.
 */
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { DeliveryQueue, Message } from '../../ports.ts';
import { waitMs } from './backoff.ts';
import { type LaneStep, type Lanes, type StepResult, createLanes } from './lanes.ts';
import { createLimiter } from './limiter.ts';
import type { TeamsLimits } from './limits.ts';
import type { SendResult } from './send-result.ts';

export interface DeliveryOptions {
  readonly queue: DeliveryQueue;
  readonly send: (message: Message) => Promise<SendResult>;
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

/** A row that the queue must be told about: no other row of the conversation moves before. */
interface Ended {
  readonly seq: number;
  readonly result: 'delivered' | 'unknown' | 'refused';
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
  const limited = createLimiter(limits.concurrency);
  const unmarked = new Map<string, Ended>();

  const markEnded = async (conversation: string, { seq, result }: Ended): Promise<void> => {
    // Remembered first: a row that was sent but could not be marked must be marked later and not sent again.
    unmarked.set(conversation, { seq, result });
    await queue.mark(conversation, seq, result);
    unmarked.delete(conversation);
  };
  const step: LaneStep = async (conversation, attempt, mayRun) => {
    const left = unmarked.get(conversation);
    if (left !== undefined) await markEnded(conversation, left);
    const [row] = await queue.next(conversation, 1);
    if (row === undefined) return 'empty';
    // A hold may have begun while the queue was read or a place was waited for, and may answer this very row.
    const result = await limited(async () => (mayRun() ? options.send(row) : null));
    if (result === null) return 'next';
    const verdict = judge(options, row, attempt, result);
    if (typeof verdict === 'number') return verdict;
    await markEnded(conversation, verdict);
    return 'next';
  };
  return async (...given): Promise<StepResult> => {
    try {
      return await step(...given);
    } catch (error) {
      const [conversation, attempt] = given;
      log.error({ err: error, channel: 'teams', conversation }, 'the delivery queue cannot be used');
      return waitMs(attempt, null, limits, Math.random());
    }
  };
}

/** Counts and logs one try, and says how the row ended, or the milliseconds until the next try. */
function judge({ limits, now, log, metrics }: DeliveryOptions, { conversation, seq, at }: Message, attempt: number, result: SendResult): Ended | number {
  const line = { channel: 'teams', conversation, seq, attempt, ...('reason' in result ? { reason: result.reason } : {}) };
  const expired = now().getTime() - at.getTime() >= limits.giveUpAfterMs;
  if (result.kind === 'again' && !expired) {
    metrics.deliveryTried('teams', 'retried');
    log.info(line, 'a reply waits for another try');
    return waitMs(attempt, result.afterMs, limits, Math.random());
  }
  const ended: Ended = { seq, result: result.kind === 'again' ? 'refused' : result.kind };
  metrics.deliveryTried('teams', ended.result);
  if (ended.result !== 'delivered') log.warn({ ...line, result: ended.result, expired }, 'a reply did not get through');
  return ended;
}
