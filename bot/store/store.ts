/**
 * The Store contract: what the shell needs to remember, whatever the database. Every implementation runs the suite in
 * test/contracts/store.ts. Nothing here does network calls; every method is one short transaction.
 */
import type { BlockRequest, Effect, Feedback, KeptKind, OpenRequest, RecordKind, Reply, Settlement, TicketDraft } from '../../dialogs/dialog.ts';
import type { ChannelName, ConversationState, Outcome, Turn } from '../conversation/types.ts';

/** One line of a conversation: the transcript, the web chat's activity log and the delivery queue are all this row. */
export interface Message {
  readonly conversation: string;
  /** Counts from 1 without gaps within the conversation. */
  readonly seq: number;
  readonly turn: string;
  readonly from: 'user' | 'bot';
  readonly at: Date;
  /** A user's row: the masked text or the label of the choice, and what the channel wanted kept. */
  readonly content:
    | { readonly kind: 'user'; readonly text: string; readonly choice: string | null; readonly origin: Readonly<Record<string, unknown>> }
    | { readonly kind: 'reply'; readonly reply: Reply };
}

/** How the delivery of a message ended. `unknown`: it may or may not have been shown. */
export interface DeliveryMark {
  readonly conversation: string;
  readonly seq: number;
  readonly result: 'delivered' | 'unknown' | 'refused';
}

export interface LoadedConversation {
  readonly state: ConversationState;
  /** Raised by every committed turn; 1 after the first. */
  readonly revision: number;
  readonly channel: ChannelName;
  readonly personId: string;
}

/** What a turn gave when it ran, so that a redelivery is answered from the record. */
export interface RecordedTurn {
  readonly messages: readonly Message[];
  readonly outcome: Pick<Outcome, 'replies' | 'effects' | 'trace'>;
}

export interface ClaimedEffect {
  readonly key: string;
  readonly conversation: string;
  readonly effect: Effect;
  /** 1 for the first try. */
  readonly attempt: number;
}

export interface OutboxRow {
  readonly key: string;
  readonly conversation: string;
  readonly kind: Effect['kind'];
  readonly state: 'pending' | 'settled' | 'dead';
  readonly attempts: number;
  readonly nextAt: Date;
  readonly lastError: string | null;
  readonly settlement: Settlement | null;
}

export interface Ticket {
  readonly reference: string;
  readonly key: string;
  readonly conversation: string;
  readonly personId: string;
  readonly kind: 'ticket' | 'block';
  readonly subject: string;
  readonly urgent: boolean;
  readonly state: OpenRequest['state'];
  readonly body: { readonly kind: 'ticket'; readonly ticket: TicketDraft } | { readonly kind: 'block'; readonly request: BlockRequest };
  readonly comments: readonly { readonly at: Date; readonly from: 'servicedesk' | 'user'; readonly text: string }[];
  readonly openedAt: Date;
  readonly updatedAt: Date;
}

/** The rows of each table that are about a person, JSON and times readable. */
export interface PersonalData {
  readonly conversations: readonly Readonly<Record<string, unknown>>[];
  readonly messages: PersonalData['conversations'];
  readonly turns: PersonalData['conversations'];
  readonly references: PersonalData['conversations'];
  readonly feedback: PersonalData['conversations'];
  readonly effects: PersonalData['conversations'];
  readonly tickets: PersonalData['conversations'];
  readonly ticketComments: PersonalData['conversations'];
}

/** How many records of each kind were erased, and how many are left. */
export interface Erasure {
  readonly erased: Readonly<Record<RecordKind, number>>;
  readonly kept: Readonly<Record<KeptKind, number>>;
  /** Requests that are still being sent. */
  readonly underWay: number;
}

/** Of what a mark tells: that a conversation has ended, or in which conversation an identity is used. */
export type MarkKind = 'conversation' | 'identity';

/** A process on this database, and the versions that it answers with. */
export interface Replica {
  readonly id: string;
  readonly knowledge: string;
  readonly model: string;
}

export interface Store {
  /** The record of a turn that has been committed, or null. */
  recallTurn(conversation: string, turn: string): Promise<RecordedTurn | null>;
  /** null when the conversation does not exist. */
  loadConversation(conversation: string): Promise<LoadedConversation | null>;
  /**
   * In one transaction: inserts the turn, updates the conversation where `revision` still matches (0: inserts it),
   * appends the user's message and the replies, and the outbox rows. Returns the appended messages, or null when the
   * revision is stale or the turn exists already: nothing is written then, and the caller recalls or runs again.
   */
  commitTurn(turn: Turn, revision: number, outcome: Outcome): Promise<readonly Message[] | null>;

  /** Messages with seq > after, oldest first, at most `limit`. */
  readMessages(conversation: string, after: number, limit: number): Promise<readonly Message[]>;
  /** Bot messages of a channel that nobody has taken yet, oldest first, in order within each conversation. */
  undelivered(channel: ChannelName, conversation: string | null, limit: number): Promise<readonly Message[]>;
  /** Takes messages out of the queue, all in one transaction. A message that is not in the queue is left as it is. */
  markDelivered(marks: readonly DeliveryMark[], at: Date): Promise<void>;

  /**
   * Makes `worker` the one who pushes the replies of a conversation, until `leaseMs` from now or until it leaves. False:
   * another one has it. Whoever has it may read `undelivered` of the conversation and push.
   */
  takeQueue(conversation: string, worker: string, now: Date, leaseMs: number): Promise<boolean>;
  /** Prolongs all that `worker` has, and returns those conversations: one that is missing is lost. */
  keepQueues(worker: string, now: Date, leaseMs: number): Promise<readonly string[]>;
  leaveQueue(conversation: string, worker: string): Promise<void>;
  /** Conversations with undelivered replies that nobody has, the longest waiting first. */
  freeQueues(channel: ChannelName, now: Date, limit: number): Promise<readonly string[]>;

  /** How to reach a conversation later. Plain JSON of the channel. */
  saveReference(conversation: string, channel: ChannelName, reference: Readonly<Record<string, unknown>>, at: Date): Promise<void>;
  loadReference(conversation: string): Promise<{ channel: ChannelName; reference: Readonly<Record<string, unknown>> } | null>;

  /** Takes due effects under a lease, so that no other worker performs them until it ends. */
  claimEffects(worker: string, now: Date, leaseMs: number, limit: number): Promise<readonly ClaimedEffect[]>;
  /** Ends an effect. True once; false when it was settled already. Removes the lease. */
  settleEffect(key: string, settlement: Settlement, now: Date): Promise<boolean>;
  /** Lets a failed try be repeated at `nextAt`. */
  postponeEffect(key: string, nextAt: Date, error: string): Promise<void>;
  /** Gives an effect up (a visible dead letter). */
  buryEffect(key: string, error: string, now: Date): Promise<void>;
  /** Makes a dead effect pending again; false when there is no such dead effect. */
  reviveEffect(key: string, now: Date): Promise<boolean>;
  effects(state: OutboxRow['state'] | null, limit: number): Promise<readonly OutboxRow[]>;

  /** Conversations whose `due` has passed, oldest first. */
  dueConversations(now: Date, limit: number): Promise<readonly { conversation: string; channel: ChannelName; personId: string; due: Date }[]>;

  /** Requests of one person, newest first, from tickets and the outbox: what "hur går det med mitt ärende" may show. */
  openRequests(personId: string, limit: number): Promise<readonly OpenRequest[]>;

  /** Creates a ticket once per key: a second call with the same key returns the first one. The reference is made by the store ("ET-" and six digits). */
  saveTicket(key: string, conversation: string, body: Ticket['body'], now: Date): Promise<Ticket>;
  loadTicket(reference: string): Promise<Ticket | null>;
  listTickets(state: Ticket['state'] | null, limit: number): Promise<readonly Ticket[]>;
  /** Adds a comment (once per `key`, where it has one) and/or sets the state; null when there is no such ticket. */
  updateTicket(
    reference: string,
    change: { state?: Ticket['state']; comment?: { from: 'servicedesk' | 'user'; text: string; key?: string } },
    now: Date,
  ): Promise<Ticket | null>;

  /** Once per key. */
  saveFeedback(key: string, conversation: string, feedback: Feedback, now: Date): Promise<void>;

  /**
   * Deletes a batch of what is past its time, and returns its size; 0 when nothing is left. Never of a conversation with an
   * effect under way, with a time to be woken at, or with an unclosed ticket that something has happened to after `openSince`.
   */
  deleteExpired(kind: RecordKind, before: Date, openSince: Date, limit: number): Promise<number>;
  /** Everything about a person: conversations whose last writer they are, and their requests. */
  exportPerson(personId: string): Promise<PersonalData>;
  /** Erases all of that in one transaction, but for the kinds in `keeps` and for requests that are under way. */
  erasePerson(personId: string, keeps: readonly KeptKind[]): Promise<Erasure>;

  /** Says that this process is there, and returns all that were heard of within `aliveMs`, itself included. */
  reportReplica(replica: Replica, now: Date, aliveMs: number): Promise<readonly Replica[]>;
  forgetReplica(id: string): Promise<void>;
  /** True for one of all processes in each `everyMs`: that one does what the name stands for. */
  takeRound(name: string, now: Date, everyMs: number): Promise<boolean>;

  /**
   * Sets a mark until a time, where none of this kind and key stands, and returns the value that stands then: of several
   * that set it at once one wins, and all are given the winner's.
   */
  mark(kind: MarkKind, key: string, value: string, until: Date, now: Date): Promise<string>;
  /** The value of the mark that stands, or null. */
  readMark(kind: MarkKind, key: string, now: Date): Promise<string | null>;
  /** Deletes a batch of marks whose time is over, and returns its size; 0 when none is left. */
  deleteExpiredMarks(now: Date, limit: number): Promise<number>;

  /** Calls `onChange` soon after another process has changed a conversation; null: any of them may have changed. Returns the end of the watch. */
  watch(onChange: (conversation: string | null) => void): () => void;
  /** Throws when the database cannot be read. */
  check(): Promise<void>;
  /** What waits. Read from indexes that hold nothing else, so the cost does not grow with what has been done. */
  counts(): Promise<{ pendingEffects: number; deadEffects: number; undelivered: number; oldestUndelivered: Date | null }>;
  close(): Promise<void>;
}
