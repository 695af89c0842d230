/**
 * The imperative shell around `converse`: recall, load, converse, commit, announce. When a call resolves, its turn is
 * committed; a redelivered turn is answered from the record.
 */
import * as z from 'zod';
import type { Brain } from './conversation/brain.ts';
import { converse } from './conversation/converse.ts';
import { numbersMeant } from './conversation/numbers-meant.ts';
import { firstState } from './conversation/state.ts';
import type { ChannelName, NumbersMeant, Outcome, Person, Turn, TurnEvent } from './conversation/types.ts';
import type { Handled, HandleIncoming, Incoming } from './ports.ts';
import { createKeyedQueue } from './queue.ts';
import { redact, redactDeep } from './redact.ts';
import type { Known } from './redact/hearing.ts';
import type { Message, Store } from './store/store.ts';

/** Times that a turn is run again when another replica was faster. */
const MAX_RERUNS = 20;
/** Requests of a person that a conversation may show. */
const OPEN_REQUESTS = 10;
/** All that the conversation can make of a number. */
const MEANINGS: readonly (NumbersMeant | null)[] = [null, 'code', 'contact', 'time'];

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
  /** A turn from a channel. Masks and caps the text before anything but the masking has seen it. */
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

/** A turn whose text is not masked yet: what a number in it is depends on where the conversation stands. */
interface Unheard {
  readonly id: string;
  readonly conversation: string;
  readonly personId: string;
  /** The turn, masked. */
  readonly hear: (meant: NumbersMeant | null) => Turn;
}

export function createTurnHandler(deps: TurnDeps): TurnHandler {
  const queue = createKeyedQueue();
  return {
    handle: (channel, incoming) => queue.run(incoming.conversation, () => runTurn(unheard(channel, incoming, deps), deps)),
    happened: (conversation, id, event) =>
      queue.run(conversation, async () => {
        const loaded = await deps.store.loadConversation(conversation);
        if (loaded === null) return null;
        const person: Person = { id: loaded.personId, verified: false };
        const turn: Turn = { id, conversation, channel: loaded.channel, person, at: deps.now(), event };
        return runTurn({ id, conversation, personId: person.id, hear: () => turn }, deps);
      }),
    idle: () => queue.idle(),
  };
}

function unheard(channel: ChannelName, incoming: Incoming, { now, maxMessageChars }: TurnDeps): Unheard {
  const { id, conversation, person, circumstances, origin } = incoming;
  const at = now();
  const rest = { id, conversation, channel, person: maskedPerson(person), at, ...(circumstances === undefined ? {} : { circumstances }), ...(origin === undefined ? {} : { origin: maskedOrigin(origin) }) };
  return { id, conversation, personId: person.id, hear: (meant) => ({ ...rest, event: maskedEvent(incoming.event, maxMessageChars, { meant, at }) }) };
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
export function maskedEvent(event: TurnEvent, maxChars: number, known: Known = {}): TurnEvent {
  switch (event.kind) {
    case 'said': {
      const { text, removed, rest } = redact(event.text, known);
      const secret = removed.length === 0 ? {} : { removed, rest: rest.slice(0, maxChars) };
      return { kind: 'said', text: text.slice(0, maxChars), ...secret, ...(text.length > maxChars ? { cut: true } : {}) };
    }
    case 'edited': {
      const { text, removed } = redact(event.text, known);
      return { kind: 'edited', text: text.slice(0, maxChars), removed };
    }
    case 'chose':
      return { kind: 'chose', choice: redact(event.choice, known).text.slice(0, maxChars), label: redact(event.label ?? '', known).text.slice(0, maxChars) };
    case 'rated':
      return event.comment === undefined ? event : { ...event, comment: redact(event.comment, known).text.slice(0, maxChars) };
    default:
      return event;
  }
}

/** Whether the message on record is another one than was now delivered. The conversation has gone on, so it may have been masked in another light. */
function conflicts({ hear }: Unheard, recorded: readonly Message[]): boolean {
  return MEANINGS.every((meant) => differs(hear(meant).event, recorded));
}

/** Whether the user's message on record is another one than the event says. Both are masked. */
function differs(event: TurnEvent, recorded: readonly Message[]): boolean {
  const own = recorded.map(({ content }) => content).find((content) => content.kind === 'user');
  if (own === undefined) return false;
  if (event.kind === 'said') return own.choice !== null || own.text !== event.text;
  return event.kind === 'chose' && own.choice !== event.choice;
}

/** A redelivered turn is found by its commit, which refuses it: the many others need not ask first. */
async function runTurn(unheard: Unheard, deps: TurnDeps): Promise<Handled> {
  const { store } = deps;
  const { id, conversation, personId } = unheard;
  const started = performance.now();
  for (let run = 0; run < MAX_RERUNS; run++) {
    const loaded = await store.loadConversation(conversation);
    const openRequests = await store.openRequests(personId, OPEN_REQUESTS);
    const state = loaded?.state ?? firstState();
    const brain = deps.brain();
    const turn = unheard.hear(numbersMeant(state, brain.dialogs));
    const outcome = converse(state, turn, { ...brain, openRequests });
    const messages = await store.commitTurn(turn, loaded?.revision ?? 0, outcome);
    if (messages !== null) {
      deps.onCommitted?.(turn, outcome, messages, (performance.now() - started) / 1000);
      return { messages, replies: outcome.replies, trace: outcome.trace, repeated: false };
    }
    const recorded = await store.recallTurn(conversation, id);
    if (recorded !== null) return { messages: recorded.messages, replies: recorded.outcome.replies, trace: recorded.outcome.trace, repeated: true, ...(conflicts(unheard, recorded.messages) && { conflicts: true }) };
  }
  throw new TurnContended(`Turn ${id} of conversation ${conversation} lost ${MAX_RERUNS} races; the channel may deliver it again.`);
}
