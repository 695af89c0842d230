/**
 * The imperative shell around `converse`: recall, load, converse, commit, announce. When a call resolves, its turn is
 * committed; a redelivered turn is answered from the record.
 */
import * as z from 'zod';
import type { Brain } from './conversation/brain.ts';
import { converse } from './conversation/converse.ts';
import { firstState } from './conversation/state.ts';
import type { ChannelName, Outcome, Person, Turn, TurnEvent } from './conversation/types.ts';
import type { Handled, HandleIncoming, Incoming } from './ports.ts';
import { createKeyedQueue } from './queue.ts';
import { redact, redactDeep } from './redact.ts';
import type { Message, Store } from './store/store.ts';

/** Times that a turn is run again when another replica was faster. */
const MAX_RERUNS = 20;
/** Requests of a person that a conversation may show. */
const OPEN_REQUESTS = 10;

export interface TurnDeps {
  readonly store: Store;
  /** Everything but this person's requests, which are read for each turn. Read anew each turn: knowledge may have been reloaded. */
  readonly brain: () => Omit<Brain, 'openRequests'>;
  readonly now: () => Date;
  readonly maxMessageChars: number;
  /** Called after each commit, before the result is returned. Must not throw. */
  readonly onCommitted?: (turn: Turn, outcome: Outcome, messages: readonly Message[], seconds: number) => void;
}

export interface TurnHandler {
  /** A turn from a channel. Masks and caps the text first. */
  readonly handle: HandleIncoming;
  /** A turn without the user: a settlement, lateness, an answer from Servicedesk. Unknown conversations are ignored. */
  readonly happened: (conversation: string, id: string, event: TurnEvent) => Promise<Handled | null>;
  /** Resolves when no turn is under way. */
  readonly idle: () => Promise<void>;
}

/** The turn could not be committed because others kept being faster. Nothing was written. */
export class TurnContended extends Error {
  override readonly name = 'TurnContended';
}

export function createTurnHandler(deps: TurnDeps): TurnHandler {
  const queue = createKeyedQueue();
  return {
    handle: (channel, incoming) => queue.run(incoming.conversation, () => runTurn(turnOf(channel, incoming, deps), deps)),
    happened: (conversation, id, event) =>
      queue.run(conversation, async () => {
        const loaded = await deps.store.loadConversation(conversation);
        if (loaded === null) return null;
        const person: Person = { id: loaded.personId, verified: false };
        return runTurn({ id, conversation, channel: loaded.channel, person, at: deps.now(), event }, deps);
      }),
    idle: () => queue.idle(),
  };
}

function turnOf(channel: ChannelName, incoming: Incoming, deps: TurnDeps): Turn {
  const { id, conversation, person, circumstances, origin } = incoming;
  const event = maskedEvent(incoming.event, deps.maxMessageChars);
  return { id, conversation, channel, person: maskedPerson(person), at: deps.now(), event, ...(circumstances === undefined ? {} : { circumstances }), ...(origin === undefined ? {} : { origin: maskedOrigin(origin) }) };
}

/** A display name is whatever its owner typed. */
function maskedPerson(person: Person): Person {
  return person.name === undefined ? person : { ...person, name: redact(person.name).text };
}

const jsonObject = z.record(z.string(), z.json());

function maskedOrigin(origin: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(jsonObject.parse(origin)).map(([name, value]) => [name, redactDeep(value)]));
}

/** Masks before anything else sees the text. What is longer than the limit is cut after masking, never in the middle of a secret. */
export function maskedEvent(event: TurnEvent, maxChars: number): TurnEvent {
  switch (event.kind) {
    case 'said':
    case 'edited': {
      const { text, removed } = redact(event.text);
      return { kind: event.kind, text: text.slice(0, maxChars), removed, ...(text.length > maxChars ? { cut: true } : {}) };
    }
    case 'chose':
      return { kind: 'chose', choice: redact(event.choice).text.slice(0, maxChars), label: redact(event.label ?? '').text.slice(0, maxChars) };
    case 'rated':
      return event.comment === undefined ? event : { ...event, comment: redact(event.comment).text.slice(0, maxChars) };
    default:
      return event;
  }
}

/** Whether the user's message on record is another one than the event says. Both are masked. */
function conflicts(event: TurnEvent, recorded: readonly Message[]): boolean {
  const own = recorded.map(({ content }) => content).find((content) => content.kind === 'user');
  if (own === undefined) return false;
  if (event.kind === 'said') return own.choice !== null || own.text !== event.text;
  return event.kind === 'chose' && own.choice !== event.choice;
}

/** A redelivered turn is found by its commit, which refuses it: the many others need not ask first. */
async function runTurn(turn: Turn, deps: TurnDeps): Promise<Handled> {
  const { store } = deps;
  const started = performance.now();
  for (let run = 0; run < MAX_RERUNS; run++) {
    const loaded = await store.loadConversation(turn.conversation);
    const openRequests = await store.openRequests(turn.person.id, OPEN_REQUESTS);
    const outcome = converse(loaded?.state ?? firstState(), turn, { ...deps.brain(), openRequests });
    const messages = await store.commitTurn(turn, loaded?.revision ?? 0, outcome);
    if (messages !== null) {
      deps.onCommitted?.(turn, outcome, messages, (performance.now() - started) / 1000);
      return { messages, replies: outcome.replies, trace: outcome.trace, repeated: false };
    }
    const recorded = await store.recallTurn(turn.conversation, turn.id);
    if (recorded !== null) return { messages: recorded.messages, replies: recorded.outcome.replies, trace: recorded.outcome.trace, repeated: true, ...(conflicts(turn.event, recorded.messages) && { conflicts: true }) };
  }
  throw new TurnContended(`Turn ${turn.id} of conversation ${turn.conversation} lost ${MAX_RERUNS} races; the channel may deliver it again.`);
}
