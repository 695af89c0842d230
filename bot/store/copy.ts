/** Moves everything of one database to another, whatever their kinds: in one transaction, and checked before it ends. */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

type Db = Kysely<Schema>;
type Row = Readonly<Record<string, unknown>>;

interface Table {
  readonly name: keyof Schema;
  readonly key: readonly string[];
}

/** In an order in which every row finds the one that it refers to. Leases, rounds and replicas are of the moment, and stay behind. */
const TABLES: readonly Table[] = [
  { name: 'conversations', key: ['id'] },
  { name: 'turns', key: ['conversation_id', 'id'] },
  { name: 'messages', key: ['conversation_id', 'seq'] },
  { name: 'outbox', key: ['key'] },
  { name: 'conversation_references', key: ['conversation_id'] },
  { name: 'tickets', key: ['reference'] },
  { name: 'ticket_comments', key: ['reference', 'seq'] },
  { name: 'feedback', key: ['key'] },
  { name: 'marks', key: ['kind', 'key'] },
];

/** Rows that are read and written at a time. */
const PAGE = 500;

export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
  /** The exclusive or of the SHA-256 of all rows: independent of their order, which databases sort differently. */
  readonly checksum: string;
}

/** Nothing was copied, or all that was copied has been taken back. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

/**
 * Copies all tables, reads them back and compares counts and checksums; the target keeps all of it or nothing. While it
 * runs, the source cannot be written. Throws `CopyRefused` when the target has rows already or reads back otherwise.
 */
export async function copyDatabase(source: Db, target: Db): Promise<readonly CopiedTable[]> {
  return source.transaction().execute((from) =>
    target.transaction().execute(async (to) => {
      for (const table of TABLES) await requireEmpty(to, table);
      const copied: CopiedTable[] = [];
      for (const table of TABLES) copied.push(await copyTable(from, to, table));
      return copied;
    }),
  );
}

/** What a database holds: the same of a copy and of what it was made from, whatever their kinds. */
export function tallyDatabase(db: Db): Promise<readonly CopiedTable[]> {
  return db.transaction().execute(async (trx) => {
    const tallies: CopiedTable[] = [];
    for (const table of TABLES) tallies.push(await tallyTable(trx, table));
    return tallies;
  });
}

/** For people who compare two lists. */
export function tallyLine({ table, rows, checksum }: CopiedTable): string {
  return `${table}: ${rows} rows, checksum ${checksum.slice(0, 16)}`;
}

async function tallyTable(db: Db, table: Table): Promise<CopiedTable> {
  const tally = createTally();
  for await (const rows of pagesOf(db, table)) tally.add(rows);
  return tally.result(table);
}

async function requireEmpty(db: Db, { name }: Table): Promise<void> {
  const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
  if (rows.length > 0) throw new CopyRefused(`The table ${name} of the target has rows already. Copy into an empty database.`);
}

async function copyTable(from: Db, to: Db, table: Table): Promise<CopiedTable> {
  const sent = createTally();
  for await (const rows of pagesOf(from, table)) {
    await insertRows(to, table, rows);
    sent.add(rows);
  }
  const [copy, original] = [await tallyTable(to, table), sent.result(table)];
  if (copy.rows !== original.rows || copy.checksum !== original.checksum) {
    throw new CopyRefused(`The table ${table.name} reads back otherwise: ${original.rows} rows (${original.checksum}) became ${copy.rows} (${copy.checksum}). Nothing was kept.`);
  }
  return copy;
}

async function* pagesOf(db: Db, { name, key }: Table): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  do {
    const after = last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`;
    const { rows } = await sql<Row>`select * from ${sql.table(name)} ${after} order by ${columns} limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.length < PAGE ? undefined : rows.at(-1);
  } while (last !== undefined);
}

async function insertRows(db: Db, { name }: Table, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(db);
}

function createTally() {
  let count = 0;
  const sum = Buffer.alloc(32);
  return {
    add: (rows: readonly Row[]): void => {
      count += rows.length;
      for (const row of rows) digestOf(row).forEach((byte, index) => (sum[index] = (sum[index] ?? 0) ^ byte));
    },
    result: ({ name }: Table): CopiedTable => ({ table: name, rows: count, checksum: sum.toString('hex') }),
  };
}

/** By the names of the columns: databases give them in the order in which they were added. */
function digestOf(row: Row): Buffer {
  const fields = Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1));
  // PostgreSQL has no place for U+0000 and keeps U+FFFD for it.
  const comparable = fields.map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value]);
  return createHash('sha256').update(JSON.stringify(comparable)).digest();
}
