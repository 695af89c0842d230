/** What the store holds, read from outside: the rows of every table. */
import * as z from 'zod';
import type { Database, Table } from './database.ts';

const whole = z.coerce.number();
const json = z.string().transform((text) => JSON.parse(text) as unknown);

const reply = z.object({ kind: z.literal('reply'), reply: z.looseObject({ text: z.string() }) }).transform((content) => content.reply.text);
const ownWords = z.object({ kind: z.literal('user'), text: z.string() }).transform((content) => content.text);
const messageShape = z
  .object({ conversation: z.string(), seq: whole, at: whole, turn: z.string(), sender: z.enum(['user', 'bot']), delivery: z.string().nullable(), content: json.pipe(z.union([reply, ownWords])) })
  .transform(({ content, ...message }) => ({ ...message, text: content }));
const effectShape = z.object({ key: z.string(), conversation: z.string(), turn: z.string(), kind: z.string(), state: z.enum(['pending', 'settled', 'dead']), attempts: whole, error: z.string().nullable() });
const turnShape = z.object({ conversation: z.string(), id: z.string() });
const ticketShape = z.object({ reference: z.string(), key: z.string(), conversation: z.string(), kind: z.enum(['ticket', 'block']), state: z.string() });

export type HeldMessage = z.infer<typeof messageShape>;
export type HeldEffect = z.infer<typeof effectShape>;
export type HeldTicket = z.infer<typeof ticketShape>;

export interface Held {
  /** In order, by conversation. */
  readonly messages: ReadonlyMap<string, readonly HeldMessage[]>;
  /** Requests only: what people answer to "did it help" is none. */
  readonly effects: readonly HeldEffect[];
  readonly turns: ReadonlySet<string>;
  readonly tickets: readonly HeldTicket[];
  /** Every row of every table, as text. */
  readonly dump: string;
}

export const turnKey = (conversation: string, turn: string): string => `${conversation} ${turn}`;

export async function readHeld({ query, tables }: Database): Promise<Held> {
  const read = async <T>(shape: z.ZodType<T>, sql: string): Promise<readonly T[]> => z.array(shape).parse(await query(sql));
  const messages = await read(messageShape, 'select conversation_id as conversation, seq, at, turn_id as turn, sender, delivery, content from messages order by conversation_id, seq');
  const effects = await read(effectShape, "select key, conversation_id as conversation, turn_id as turn, kind, state, attempts, last_error as error from outbox where kind in ('blockCard', 'openTicket')");
  const turns = await read(turnShape, 'select conversation_id as conversation, id from turns');
  const tickets = await read(ticketShape, 'select reference, key, conversation_id as conversation, kind, state from tickets');
  const all: Table[] = [];
  for (const name of await tables()) all.push(await query(`select * from "${name}"`));
  return {
    messages: Map.groupBy(messages, ({ conversation }) => conversation),
    effects,
    turns: new Set(turns.map(({ conversation, id }) => turnKey(conversation, id))),
    tickets,
    dump: all.flat().map((row) => JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).join('\n'),
  };
}

const countShape = z.array(z.object({ count: whole })).length(1);

/** How many effects and deliveries wait. */
export async function countWaiting({ query }: Database): Promise<{ readonly effects: number; readonly replies: number }> {
  const count = async (sql: string): Promise<number> => countShape.parse(await query(sql))[0]?.count ?? 0;
  return {
    effects: await count("select count(*) as count from outbox where state = 'pending'"),
    replies: await count('select count(*) as count from messages where queued_at is not null'),
  };
}
