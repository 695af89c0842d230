/** The hot path: recall, load, commit. Every statement finds its rows by a primary key, so the cost does not grow with the database. */
import type { Kysely, Transaction } from 'kysely';
import type { Outcome, Turn } from '../conversation/types.ts';
import { readJson } from './json-column.ts';
import { conversationState } from '../conversation/state.ts';
import { traceShape } from './json-shapes.ts';
import { deliveryOf, draftMessages, insertMessages, readRange } from './messages.ts';
import { enqueueEffects, effectsOfTurn } from './outbox.ts';
import type { Schema } from './schema.ts';
import type { LoadedConversation, Message, RecordedTurn, Store } from './store.ts';

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

export async function loadConversation(db: Db, conversation: string): Promise<LoadedConversation | null> {
  const row = await db
    .selectFrom('conversations')
    .select(['state', 'revision', 'channel', 'person_id'])
    .where('id', '=', conversation)
    .executeTakeFirst();
  if (row === undefined) return null;
  const state = readJson(conversationState, row.state, `conversations.state of ${conversation}`);
  return { state, revision: row.revision, channel: row.channel, personId: row.person_id };
}

export async function commitTurn(db: Db, turn: Turn, revision: number, outcome: Outcome): Promise<readonly Message[] | null> {
  const drafts = draftMessages(turn, outcome.replies);
  return db.transaction().execute(async (trx) => {
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
  const row = await (revision === 0 ? insertConversation(trx, turn, outcome, added) : updateConversation(trx, turn, revision, outcome, added));
  return row === undefined ? null : { lastSeq: row.last_seq, updatedAt: row.updated_at };
}

function insertConversation(trx: Transaction<Schema>, turn: Turn, outcome: Outcome, added: number) {
  return trx
    .insertInto('conversations')
    .values({
      id: turn.conversation,
      channel: turn.channel,
      person_id: turn.person.id,
      revision: 1,
      last_seq: added,
      state: JSON.stringify(outcome.state),
      due_at: outcome.due?.getTime() ?? null,
      created_at: turn.at.getTime(),
      updated_at: turn.at.getTime(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['last_seq', 'updated_at'])
    .executeTakeFirst();
}

function updateConversation(trx: Transaction<Schema>, turn: Turn, revision: number, outcome: Outcome, added: number) {
  const at = turn.at.getTime();
  return trx
    .updateTable('conversations')
    .set((row) => ({
      revision: revision + 1,
      last_seq: row('last_seq', '+', added),
      state: JSON.stringify(outcome.state),
      due_at: outcome.due?.getTime() ?? null,
      // `val`: a bare number would be written into the SQL, which could then not be prepared once.
      updated_at: row.case().when('updated_at', '>', at).then(row.ref('updated_at')).else(row.val(at)).end(),
      ...(comesFromPerson(turn) && { person_id: turn.person.id }),
    }))
    .where('id', '=', turn.conversation)
    .where('revision', '=', revision)
    .where((row) => row.not(row.exists(row.selectFrom('turns').select('id').where('conversation_id', '=', turn.conversation).where('id', '=', turn.id))))
    .returning(['last_seq', 'updated_at'])
    .executeTakeFirst();
}

/** The shell makes the other turns itself; they must not take the conversation over from the person who writes in it. */
function comesFromPerson(turn: Turn): boolean {
  return ['joined', 'said', 'chose', 'edited', 'deleted', 'rated'].includes(turn.event.kind);
}

async function insertTurn(trx: Transaction<Schema>, turn: Turn, outcome: Outcome, firstSeq: number, count: number): Promise<void> {
  await trx
    .insertInto('turns')
    .values({
      conversation_id: turn.conversation,
      id: turn.id,
      at: turn.at.getTime(),
      event: turn.event.kind,
      first_seq: firstSeq,
      message_count: count,
      trace: outcome.trace === null ? null : JSON.stringify(outcome.trace),
    })
    .execute();
}
