/** A SQLite store with the turns of a long time in it, loaded in bulk, of the sizes that turns of the benchmark have. */
import { openSqliteTables } from '../../bot/store/sqlite.ts';

const TURNS_PER_CONVERSATION = 4;

/** What a turn keeps, by the size of its columns: the state of the conversation, the trace, the question and the answer with its source. */
const STATE = JSON.stringify({ format: 1, welcomed: true, language: 'sv', filler: 'x'.repeat(600) });
const TRACE = JSON.stringify({ decision: 'answer', filler: 'x'.repeat(300) });
const QUESTION = JSON.stringify({ kind: 'user', text: 'x'.repeat(60), choice: null, origin: {} });
const ANSWER = JSON.stringify({ kind: 'reply', reply: { text: 'x'.repeat(500) } });

/**
 * Fills the new store at `path` with so many turns, a few seconds apart, as Teams' deliveries leave them. The keys are random,
 * as conversations' are, so new rows fall between the old ones.
 */
export async function fillStore(path: string, turns: number): Promise<void> {
  const { database, db } = await openSqliteTables({ path });
  const started = Date.now() - turns * 1000;
  const numbered = (last: string): string => `(with recursive n(i) as (select 1 union all select i + 1 from n where i < ${last}) select i from n)`;
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -200000');
  const run = database.transaction(() => {
    database
      .prepare(
        `insert into conversations (id, channel, person_id, revision, last_seq, state, due_at, created_at, updated_at)
         select 'teams:' || lower(hex(randomblob(16))), 'teams', 'person-' || i, ${TURNS_PER_CONVERSATION}, ${2 * TURNS_PER_CONVERSATION}, ?, null, ? + i * 4000, ? + i * 4000 from ${numbered('?')}`,
      )
      .run(STATE, started, started, turns / TURNS_PER_CONVERSATION);
    database
      .prepare(
        `insert into turns (conversation_id, id, at, event, first_seq, message_count, trace)
         select id, 'message:' || lower(hex(randomblob(16))), updated_at, 'said', 2 * i - 1, 2, ? from conversations, ${numbered(String(TURNS_PER_CONVERSATION))} order by 1`,
      )
      .run(TRACE);
    database
      .prepare(
        `insert into messages (conversation_id, seq, turn_id, channel, sender, at, content, delivery, queued_at, delivered_at)
         select id, i, 'message:' || i, 'teams', iif(i % 2, 'user', 'bot'), updated_at, iif(i % 2, ?, ?), iif(i % 2, null, 'delivered'), null, iif(i % 2, null, updated_at)
         from conversations, ${numbered(String(2 * TURNS_PER_CONVERSATION))} order by 1, 2`,
      )
      .run(QUESTION, ANSWER);
    database.prepare(`insert into conversation_references (conversation_id, channel, reference, updated_at) select id, 'teams', ?, updated_at from conversations`).run(JSON.stringify({ filler: 'x'.repeat(400) }));
  });
  run();
  database.pragma('wal_checkpoint(TRUNCATE)');
  await db.destroy();
}
