/**
 * The tables, as both databases have them. Times are milliseconds since 1970 (bigint), truth values are 0 or 1, JSON is
 * text: SQLite and PostgreSQL then give the same values back.
 */
import type { Effect } from '../../dialogs/dialog.ts';
import type { ChannelName, TurnEvent } from '../conversation/types.ts';
import type { MarkKind, OutboxRow, Ticket } from './store.ts';

export interface Schema {
  conversations: ConversationRow;
  turns: TurnRow;
  messages: MessageRow;
  outbox: OutboxRecord;
  conversation_references: ReferenceRow;
  tickets: TicketRow;
  ticket_comments: TicketCommentRow;
  feedback: FeedbackRow;
  delivery_leases: DeliveryLeaseRow;
  replicas: ReplicaRow;
  rounds: RoundRow;
  marks: MarkRow;
}

export interface ConversationRow {
  id: string;
  channel: ChannelName;
  /** Who wrote last. */
  person_id: string;
  revision: number;
  /** The seq of the newest message. */
  last_seq: number;
  state: string;
  due_at: number | null;
  created_at: number;
  /** Never goes back, whatever the clocks of the turns say: the delivery queue is ordered by it. */
  updated_at: number;
}

/** Replies and effects of a turn are its message rows and outbox rows; they are not kept twice. */
export interface TurnRow {
  conversation_id: string;
  id: string;
  at: number;
  event: TurnEvent['kind'];
  /** The turn's messages are `message_count` rows from `first_seq`. */
  first_seq: number;
  message_count: number;
  trace: string | null;
}

export interface MessageRow {
  conversation_id: string;
  seq: number;
  turn_id: string;
  channel: ChannelName;
  sender: 'user' | 'bot';
  at: number;
  content: string;
  /** null on a user's message. */
  delivery: 'pending' | 'delivered' | 'unknown' | 'refused' | null;
  /** Set exactly while `delivery` is pending, so that the partial indexes hold the queue and nothing else. */
  queued_at: number | null;
  delivered_at: number | null;
}

export interface OutboxRecord {
  key: string;
  conversation_id: string;
  turn_id: string;
  /** The place of the effect within its turn. */
  ordinal: number;
  kind: Effect['kind'];
  /** Whose request it is; null on effects that are not a person's request. */
  person_id: string | null;
  effect: string;
  state: OutboxRow['state'];
  attempts: number;
  next_at: number;
  lease_until: number | null;
  leased_by: string | null;
  last_error: string | null;
  settlement: string | null;
  created_at: number;
  updated_at: number;
}

export interface ReferenceRow {
  conversation_id: string;
  channel: ChannelName;
  reference: string;
  updated_at: number;
}

export interface TicketRow {
  reference: string;
  key: string;
  conversation_id: string;
  person_id: string;
  kind: Ticket['kind'];
  subject: string;
  urgent: number;
  state: Ticket['state'];
  body: string;
  comment_count: number;
  opened_at: number;
  updated_at: number;
}

export interface TicketCommentRow {
  reference: string;
  /** Counts from 1 within the ticket. */
  seq: number;
  at: number;
  sender: Ticket['comments'][number]['from'];
  text: string;
  /** By which a comment that comes again is known; null where it cannot. */
  key: string | null;
}

export interface FeedbackRow {
  key: string;
  conversation_id: string;
  intent: string | null;
  helped: number | null;
  comment: string | null;
  at: number;
}

export interface DeliveryLeaseRow {
  conversation_id: string;
  leased_by: string;
  lease_until: number;
}

export interface ReplicaRow {
  id: string;
  knowledge: string;
  model: string;
  seen_at: number;
}

export interface RoundRow {
  name: string;
  next_at: number;
}

export interface MarkRow {
  kind: MarkKind;
  key: string;
  value: string;
  /** From then on it counts for nothing, whether or not the row is still there. */
  until: number;
}
