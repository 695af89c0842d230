/** What the shell hands to channels, so that no channel imports the store or the conversation loop. */
import type { ChannelName, Circumstances, Person, Reply, Settlement, Trace, TurnEvent } from './conversation/types.ts';
import type { DeliveryMark, MarkKind, Message } from './store/store.ts';

/** A message as it comes from a channel: raw. The shell masks and caps it before anything else sees it. */
export interface Incoming {
  readonly id: string;
  readonly conversation: string;
  readonly person: Person;
  readonly event: TurnEvent;
  readonly circumstances?: Circumstances;
  readonly origin?: Readonly<Record<string, unknown>>;
}

/** What a turn gave: the rows that it appended, in order (the user's own first). `repeated`: a redelivery, answered from the record. */
export interface Handled {
  readonly messages: readonly Message[];
  readonly replies: readonly Reply[];
  readonly trace: Trace | null;
  readonly repeated: boolean;
  /** Repeated, but with another content than the turn on record: a client that gave two messages one id. Nothing was done. */
  readonly conflicts?: boolean;
}

/** Handles one turn durably: when the promise resolves, the turn is committed. Turns of one conversation run in the order of the calls. */
export type HandleIncoming = (channel: ChannelName, incoming: Incoming) => Promise<Handled>;

/** The log of a conversation; the web chat's activities are read from it. */
export interface ActivityLog {
  exists(conversation: string): Promise<boolean>;
  /** Messages with seq > after, oldest first. */
  read(conversation: string, after: number, limit: number): Promise<readonly Message[]>;
  /** Calls `onChange` whenever something was appended to the conversation. Returns the unsubscribe. */
  subscribe(conversation: string, onChange: () => void): () => void;
}

/** Delivery queue of a channel that pushes. */
export interface DeliveryQueue {
  next(conversation: string | null, limit: number): Promise<readonly Message[]>;
  /** Takes the rows out of the queue, all of them in one transaction. */
  mark(marks: readonly DeliveryMark[]): Promise<void>;
}

/** Where a channel keeps how to reach a conversation later. */
export interface References {
  save(conversation: string, reference: Readonly<Record<string, unknown>>): Promise<void>;
  load(conversation: string): Promise<Readonly<Record<string, unknown>> | null>;
}

/** What holds in every process and survives restarts, each mark until its time: the first who sets it is the one who counts. */
export interface Marks {
  /** Sets a mark where none of this kind and key stands, and returns the value that stands then. */
  set(kind: MarkKind, key: string, value: string, until: Date): Promise<string>;
  /** The value of the mark that stands, or null. */
  read(kind: MarkKind, key: string): Promise<string | null>;
}

export type { DeliveryMark, Message, Settlement };
