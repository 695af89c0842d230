/** The figures that operators watch, in Prometheus' text format. Labels come from small closed sets: never an id, never text. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { ChannelName, Effect, Trace, TurnEvent } from './conversation/types.ts';

export interface Metrics {
  /** A turn was committed; `seconds` from the arrival of the message to the commit. */
  turnHandled(channel: ChannelName, event: TurnEvent['kind'], seconds: number): void;
  decisionMade(decision: Trace['decision']): void;
  /** One try of an effect: `settled`, `refused` (the receiver said no), `retried` (comes again) or `dead` (given up). */
  effectTried(kind: Effect['kind'], result: 'settled' | 'refused' | 'retried' | 'dead'): void;
  /** The present size of the outbox. */
  effectsWaiting(pending: number, dead: number): void;
  /** Replies that no channel has taken yet, and how long the oldest of them has waited. */
  repliesWaiting(count: number, longestSeconds: number): void;
  deliveryTried(channel: ChannelName, result: 'delivered' | 'unknown' | 'refused' | 'retried'): void;
  /** `route` is the path's template, never the address itself. */
  requestServed(route: string, status: number): void;
  /** Whether the bot got a token for its own requests to Teams. */
  botTokenChecked(isGiven: boolean): void;
  botSecretExpires(at: Date): void;
  authRefused(channel: ChannelName, reason: string): void;
  /** Which knowledge and which model answer now; replaces the earlier ones. */
  versionsInUse(knowledge: string, model: string): void;
  /** Records that were deleted because their time was over. */
  recordsExpired(kind: string, count: number): void;
  /** Nothing was left that is past its time. */
  retentionFinished(at: Date): void;
  /** Replicas on this database, and how many of them answer from other versions than this one. */
  replicasSeen(all: number, differing: number): void;
  render(): Promise<{ readonly contentType: string; readonly body: string }>;
}

// A turn takes a millisecond when all is well; ten seconds is where Teams begins to redeliver.
const TURN_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Makes a registry of its own, so that two bots in one process do not share figures. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    ...conversationMetrics(registry),
    ...outsideMetrics(registry),
    ...retentionMetrics(registry),
    ...httpMetrics(registry),
    ...secretMetrics(registry),
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}

function conversationMetrics(registry: Registry): Pick<Metrics, 'turnHandled' | 'decisionMade' | 'versionsInUse'> {
  const registers = [registry];
  const turns = new Counter({ name: 'turns_total', help: 'Turns committed', labelNames: ['channel', 'event'], registers });
  const seconds = new Histogram({ name: 'turn_seconds', help: 'From the arrival of a message to its commit', buckets: TURN_SECONDS, registers });
  const decisions = new Counter({ name: 'decisions_total', help: 'What the bot did with a message', labelNames: ['decision'], registers });
  const knowledge = new Gauge({ name: 'knowledge_info', help: 'Version of the knowledge in use', labelNames: ['version'], registers });
  const model = new Gauge({ name: 'model_info', help: 'Version of the intent model in use', labelNames: ['version'], registers });
  return {
    turnHandled: (channel, event, duration) => {
      turns.inc({ channel, event });
      seconds.observe(duration);
    },
    decisionMade: (decision) => decisions.inc({ decision }),
    versionsInUse: (knowledgeVersion, modelVersion) => {
      knowledge.reset();
      knowledge.set({ version: knowledgeVersion }, 1);
      model.reset();
      model.set({ version: modelVersion }, 1);
    },
  };
}

function outsideMetrics(registry: Registry): Pick<Metrics, 'effectTried' | 'effectsWaiting' | 'repliesWaiting' | 'deliveryTried' | 'replicasSeen'> {
  const registers = [registry];
  const effects = new Counter({ name: 'effects_total', help: 'Tries of effects', labelNames: ['kind', 'result'], registers });
  const pending = new Gauge({ name: 'effects_pending', help: 'Effects that wait to be performed', registers });
  const dead = new Gauge({ name: 'effects_dead', help: 'Effects given up; each needs a person', registers });
  const waiting = new Gauge({ name: 'replies_waiting', help: 'Replies that wait to be delivered', registers });
  const longestWait = new Gauge({ name: 'replies_longest_wait_seconds', help: 'How long the oldest of them has waited; 0 when there is none', registers });
  const replicas = new Gauge({ name: 'replicas', help: 'Replicas on the same database', registers });
  const differing = new Gauge({ name: 'replicas_differing', help: 'Replicas that answer from other knowledge or another model than this one', registers });
  const deliveries = new Counter({ name: 'deliveries_total', help: 'Tries to deliver a reply', labelNames: ['channel', 'result'], registers });
  return {
    effectTried: (kind, result) => effects.inc({ kind, result }),
    effectsWaiting: (pendingCount, deadCount) => {
      pending.set(pendingCount);
      dead.set(deadCount);
    },
    repliesWaiting: (count, longestSeconds) => {
      waiting.set(count);
      longestWait.set(longestSeconds);
    },
    replicasSeen: (all, others) => {
      replicas.set(all);
      differing.set(others);
    },
    deliveryTried: (channel, result) => deliveries.inc({ channel, result }),
  };
}

function retentionMetrics(registry: Registry): Pick<Metrics, 'recordsExpired' | 'retentionFinished'> {
  const registers = [registry];
  const expired = new Counter({ name: 'records_expired_total', help: 'Records deleted at the end of their retention', labelNames: ['kind'], registers });
  const finished = new Gauge({ name: 'retention_finished_timestamp_seconds', help: 'When this process last had deleted all that is past its time; 0 before the first time', registers });
  return {
    recordsExpired: (kind, count) => expired.inc({ kind }, count),
    retentionFinished: (at) => finished.set(at.getTime() / 1000),
  };
}

function secretMetrics(registry: Registry): Pick<Metrics, 'botTokenChecked' | 'botSecretExpires'> {
  const registers = [registry];
  const token = new Gauge({ name: 'teams_token_ok', help: '1 when the last request for a token for Teams was granted', registers });
  const expires = new Gauge({ name: 'teams_secret_expires_timestamp_seconds', help: 'When the secret or the certificate of the Teams app expires; 0 when not known', registers });
  return {
    botTokenChecked: (isGiven) => token.set(isGiven ? 1 : 0),
    botSecretExpires: (at) => expires.set(at.getTime() / 1000),
  };
}

function httpMetrics(registry: Registry): Pick<Metrics, 'requestServed' | 'authRefused'> {
  const registers = [registry];
  const requests = new Counter({ name: 'http_requests_total', help: 'Requests answered', labelNames: ['route', 'status'], registers });
  const refused = new Counter({ name: 'auth_refused_total', help: 'Requests without a valid identity', labelNames: ['channel', 'reason'], registers });
  return {
    requestServed: (route, status) => requests.inc({ route, status }),
    authRefused: (channel, reason) => refused.inc({ channel, reason }),
  };
}
