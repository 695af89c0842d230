import type { Kysely, Transaction } from 'kysely';
import type { Reply } from '../../dialogs/dialog.ts';
import type { ChannelName, Turn } from '../conversation/types.ts';
import { readJson } from './json-column.ts';
import { contentShape } from './json-shapes.ts';
import { prepared, type Prepared } from './prepared.ts';
import type { MessageRow, Schema } from './schema.ts';
import type { DeliveryMark, Message } from './store.ts';
import type { Write } from './writes.ts';

type Db = Kysely<Schema>;

const COLUMNS = ['conversation_id', 'seq', 'turn_id', 'sender', 'at', 'content'] as const;
type MessageColumns = Pick<MessageRow, (typeof COLUMNS)[number]>;

/** The messages that a turn appends: the user's own, where the event is one, then the replies. */
export function draftMessages(turn: Turn, replies: readonly Reply[]): readonly Omit<Message, 'seq'>[] {
  const common = { conversation: turn.conversation, turn: turn.id, at: turn.at };
  const said = userContent(turn);
  return [
    ...(said === null ? [] : [{ ...common, from: 'user' as const, content: said }]),
    ...replies.map((reply) => ({ ...common, from: 'bot' as const, content: { kind: 'reply' as const, reply } })),
  ];
}

function userContent({ event, origin = {} }: Turn): Message['content'] | null {
  switch (event.kind) {
    case 'said':
    case 'edited':
      return { kind: 'user', text: event.text, choice: null, origin };
    case 'chose':
      return { kind: 'user', text: event.label ?? event.choice, choice: event.choice, origin };
    case 'joined':
    case 'deleted':
    case 'rated':
    case 'overdue':
    case 'settled':
    case 'agentSaid':
    case 'news':
    case 'agentLeft':
      return null;
  }
}

/** Teams takes each message in a call of its own. Web chat and terminal read the log, so its rows need no delivery. */
export function deliveryOf(channel: ChannelName): 'pending' | 'delivered' {
  return channel === 'teams' ? 'pending' : 'delivered';
}

interface Queueing {
  readonly channel: ChannelName;
  readonly delivery: 'pending' | 'delivered';
  /** Never smaller than that of an earlier message of the conversation. */
  readonly queuedAt: number;
}

type Values = Readonly<Record<string, unknown>>;

/** By the number of rows. */
const inserts: Prepared<Values, unknown>[] = [];

function insertOf(count: number): Prepared<Values, unknown> {
  const rows = Array.from({ length: count }, (_row, index) => index);
  return (inserts[count] ??= prepared((db, place) =>
    db.insertInto('messages').values(
      rows.map((index) => {
        const at = <Column extends keyof MessageRow>(column: Column) => place(`${column} ${index}`) as MessageRow[Column];
        return {
          conversation_id: at('conversation_id'),
          seq: at('seq'),
          turn_id: at('turn_id'),
          channel: at('channel'),
          sender: at('sender'),
          at: at('at'),
          content: at('content'),
          delivery: at('delivery'),
          queued_at: at('queued_at'),
          delivered_at: at('delivered_at'),
        };
      }),
    ),
  ));
}

/** Appends the rows; bot rows with the given delivery state. */
export async function insertMessages(trx: Transaction<Schema>, messages: readonly Message[], queueing: Queueing): Promise<void> {
  if (messages.length === 0) return;
  const fields = messages.flatMap((message, index) => Object.entries(rowOf(message, queueing)).map(([column, value]: [string, unknown]) => [`${column} ${index}`, value]));
  await insertOf(messages.length)(trx, Object.fromEntries(fields) as Values);
}

function rowOf(message: Message, { channel, delivery, queuedAt }: Queueing): MessageRow {
  const isBot = message.from === 'bot';
  const at = message.at.getTime();
  return {
    conversation_id: message.conversation,
    seq: message.seq,
    turn_id: message.turn,
    channel,
    sender: message.from,
    at,
    content: JSON.stringify(message.content),
    delivery: isBot ? delivery : null,
    queued_at: isBot && delivery === 'pending' ? queuedAt : null,
    delivered_at: isBot && delivery === 'delivered' ? at : null,
  };
}

export async function readMessages(db: Db, conversation: string, after: number, limit: number): Promise<readonly Message[]> {
  const rows = await db
    .selectFrom('messages')
    .select(COLUMNS)
    .where('conversation_id', '=', conversation)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(messageOf);
}

/** `count` messages from `firstSeq` on. */
export async function readRange(db: Db, conversation: string, firstSeq: number, count: number): Promise<readonly Message[]> {
  return count === 0 ? [] : readMessages(db, conversation, firstSeq - 1, count);
}

interface Waiting {
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly limit: number;
}

const waitingAnywhere = prepared<Omit<Waiting, 'conversation'>, MessageColumns>((db, place) =>
  waiting(db, place('channel')).orderBy('queued_at').orderBy('conversation_id').orderBy('seq').limit(place('limit')),
);

const waitingInConversation = prepared<Waiting, MessageColumns>((db, place) =>
  waiting(db, place('channel')).where('conversation_id', '=', place('conversation')).orderBy('seq').limit(place('limit')),
);

function waiting(db: Db, channel: ChannelName) {
  return db.selectFrom('messages').select(COLUMNS).where('channel', '=', channel).where('queued_at', 'is not', null);
}

export async function undelivered(db: Db, channel: ChannelName, conversation: string | null, limit: number): Promise<readonly Message[]> {
  const rows = conversation === null ? await waitingAnywhere(db, { channel, limit }) : await waitingInConversation(db, { channel, conversation, limit });
  return rows.map(messageOf);
}

const delivered = prepared<DeliveryMark & { readonly at: number }, unknown>((db, place) =>
  db
    .updateTable('messages')
    .set({ delivery: place('result'), queued_at: null, delivered_at: place('at') })
    .where('conversation_id', '=', place('conversation'))
    .where('seq', '=', place('seq'))
    .where('queued_at', 'is not', null),
);

export async function markDelivered(write: Write, marks: readonly DeliveryMark[], at: Date): Promise<void> {
  await write(async (trx) => {
    for (const { conversation, seq, result } of marks) await delivered(trx, { conversation, seq, result, at: at.getTime() });
  });
}

function messageOf(row: MessageColumns): Message {
  return {
    conversation: row.conversation_id,
    seq: row.seq,
    turn: row.turn_id,
    from: row.sender,
    at: new Date(row.at),
    content: readJson(contentShape, row.content, `messages.content of ${row.conversation_id}/${row.seq}`),
  };
}
