/** The hot path: recall, load, commit. Every statement finds its rows by a primary key, so the cost does not grow with the database. */
import type { Kysely, Transaction } from 'kysely';
import type { ChannelName, Outcome, Turn } from '../conversation/types.ts';
import { readJson } from './json-column.ts';
import { conversationState } from '../conversation/state.ts';
import { traceShape } from './json-shapes.ts';
import { deliveryOf, draftMessages, insertMessages, readRange } from './messages.ts';
import { enqueueEffects, effectsOfTurn } from './outbox.ts';
import { prepared, type Prepared } from './prepared.ts';
import type { ConversationRow, Schema, TurnRow } from './schema.ts';
import type { LoadedConversation, Message, RecordedTurn, Store } from './store.ts';
import type { Write } from './writes.ts';

type Db = Kysely<Schema>;

export async function recallTurn(db: Db, conversation: string, turn: string): Promise<RecordedTurn | null> {
  const row = await db
    .selectFrom('turns')
    .select(['first_seq', 'message_count', 'trace'])
    .where('conversation_id', '=', conversation)
    .where('id', '=', turn)
    .executeTakeFirst();
  if (row === undefined) return null;
  const messages = await readRange(db, conversation, row.first_seq, row.message_count);
  const replies = messages.flatMap((message) => (message.content.kind === 'reply' ? [message.content.reply] : []));
  const effects = await effectsOfTurn(db, conversation, turn);
  const trace = row.trace === null ? null : readJson(traceShape, row.trace, `turns.trace of ${conversation}/${turn}`);
  return { messages, outcome: { replies, effects, trace } };
}

const conversationById = prepared<{ id: string }, Pick<ConversationRow, 'state' | 'revision' | 'channel' | 'person_id'>>((db, place) =>
  db.selectFrom('conversations').select(['state', 'revision', 'channel', 'person_id']).where('id', '=', place('id')),
);

export async function loadConversation(db: Db, conversation: string): Promise<LoadedConversation | null> {
  const [row] = await conversationById(db, { id: conversation });
  if (row === undefined) return null;
  const state = readJson(conversationState, row.state, `conversations.state of ${conversation}`);
  return { state, revision: row.revision, channel: row.channel, personId: row.person_id };
}

export async function commitTurn(write: Write, turn: Turn, revision: number, outcome: Outcome): Promise<readonly Message[] | null> {
  const drafts = draftMessages(turn, outcome.replies);
  return write(async (trx) => {
    // The conversation's row comes first: it is the lock that lets one of several racing commits through, so whoever
    // gets past it cannot meet its own turn again, and a refusal has written nothing.
    const advanced = await advance(trx, turn, revision, outcome, drafts.length);
    if (advanced === null) return null;
    const firstSeq = advanced.lastSeq - drafts.length + 1;
    const messages = drafts.map((draft, index) => ({ ...draft, seq: firstSeq + index }));
    await insertTurn(trx, turn, outcome, firstSeq, drafts.length);
    await insertMessages(trx, messages, { channel: turn.channel, delivery: deliveryOf(turn.channel), queuedAt: advanced.updatedAt });
    await enqueueEffects(trx, turn, outcome.effects);
    return messages;
  });
}

export async function dueConversations(db: Db, now: Date, limit: number): ReturnType<Store['dueConversations']> {
  const rows = await db
    .selectFrom('conversations')
    .select(['id', 'channel', 'person_id', 'due_at'])
    .where('due_at', '<=', now.getTime())
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .$narrowType<{ due_at: number }>()
    .execute();
  return rows.map((row) => ({ conversation: row.id, channel: row.channel, personId: row.person_id, due: new Date(row.due_at) }));
}

interface Advanced {
  readonly lastSeq: number;
  readonly updatedAt: number;
}

/** Moves the conversation to its next revision and makes room for `added` messages; null when stale or repeated. */
async function advance(trx: Transaction<Schema>, turn: Turn, revision: number, outcome: Outcome, added: number): Promise<Advanced | null> {
  const values: Advance = {
    id: turn.conversation,
    channel: turn.channel,
    person: turn.person.id,
    revision,
    next: revision + 1,
    added,
    state: JSON.stringify(outcome.state),
    due: outcome.due?.getTime() ?? null,
    at: turn.at.getTime(),
    turn: turn.id,
  };
  const query = revision === 0 ? insertConversation : comesFromPerson(turn) ? updateConversation.ofPerson : updateConversation.ofOthers;
  const [row] = await query(trx, values);
  return row === undefined ? null : { lastSeq: row.last_seq, updatedAt: row.updated_at };
}

interface Advance {
  readonly id: string;
  readonly channel: ChannelName;
  readonly person: string;
  readonly revision: number;
  readonly next: number;
  readonly added: number;
  readonly state: string;
  readonly due: number | null;
  readonly at: number;
  readonly turn: string;
}

type Advancing = Prepared<Advance, Pick<ConversationRow, 'last_seq' | 'updated_at'>>;

const insertConversation: Advancing = prepared((db, place) =>
  db
    .insertInto('conversations')
    .values({
      id: place('id'),
      channel: place('channel'),
      person_id: place('person'),
      revision: place('next'),
      last_seq: place('added'),
      state: place('state'),
      due_at: place('due'),
      created_at: place('at'),
      updated_at: place('at'),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['last_seq', 'updated_at']),
);

function updateOf(whose: 'person' | 'others'): Advancing {
  return prepared((db, place) =>
    db
      .updateTable('conversations')
      .set((row) => ({
        revision: place('next'),
        last_seq: row('last_seq', '+', place('added')),
        state: place('state'),
        due_at: place('due'),
        // `val`: a bare value would be written into the SQL.
        updated_at: row.case().when('updated_at', '>', place('at')).then(row.ref('updated_at')).else(row.val(place('at'))).end(),
        ...(whose === 'person' && { person_id: place('person') }),
      }))
      .where('id', '=', place('id'))
      .where('revision', '=', place('revision'))
      .where((row) => row.not(row.exists(row.selectFrom('turns').select('id').where('conversation_id', '=', place('id')).where('id', '=', place('turn')))))
      .returning(['last_seq', 'updated_at']),
  );
}

const updateConversation = { ofPerson: updateOf('person'), ofOthers: updateOf('others') };

/** The shell makes the other turns itself; they must not take the conversation over from the person who writes in it. */
function comesFromPerson(turn: Turn): boolean {
  return ['joined', 'said', 'chose', 'edited', 'deleted', 'rated'].includes(turn.event.kind);
}

const newTurn = prepared<TurnRow, unknown>((db, place) =>
  db.insertInto('turns').values({
    conversation_id: place('conversation_id'),
    id: place('id'),
    at: place('at'),
    event: place('event'),
    first_seq: place('first_seq'),
    message_count: place('message_count'),
    trace: place('trace'),
  }),
);

async function insertTurn(trx: Transaction<Schema>, turn: Turn, outcome: Outcome, firstSeq: number, count: number): Promise<void> {
  await newTurn(trx, {
    conversation_id: turn.conversation,
    id: turn.id,
    at: turn.at.getTime(),
    event: turn.event.kind,
    first_seq: firstSeq,
    message_count: count,
    trace: outcome.trace === null ? null : JSON.stringify(outcome.trace),
  });
}
