/** How the writes of every turn are committed. A commit waits for the disk, whether it holds one turn or fifty. */
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

type Db = Kysely<Schema>;
type Task<T> = (trx: Transaction<Schema>) => Promise<T>;

/** Runs the task in a transaction, alone or with others, and resolves with what it gave once that is committed. A task that rejects leaves nothing behind. */
export type Write = <T>(task: Task<T>) => Promise<T>;

/** What holds the disk up also holds the event loop up, so no group may grow without end. */
const MOST_TOGETHER = 64;

const SAVEPOINT = CompiledQuery.raw('savepoint member');
const RELEASE = CompiledQuery.raw('release savepoint member');
const ROLLBACK = CompiledQuery.raw('rollback to savepoint member');

/** Each write in a transaction of its own, for a server that joins the commits of its connections by itself. */
export function separateWrites(db: Db): Write {
  return (task) => db.transaction().execute(task);
}

/**
 * Writes that come in the same turn of the event loop share one transaction, in the order in which they came. Each has a
 * savepoint, so the failure of one is its own; when the transaction fails, all of them do. Others see all of it or nothing:
 * the connection is the transaction's until its end.
 */
export function sharedWrites(db: Db): Write {
  let waiting: Member[] = [];
  const commitWaiting = (): void => {
    const group = waiting.slice(0, MOST_TOGETHER);
    waiting = waiting.slice(MOST_TOGETHER);
    if (waiting.length > 0) setImmediate(commitWaiting);
    void commitTogether(db, group);
  };
  return (task) => {
    const { promise, member } = memberOf(task);
    if (waiting.push(member) === 1) setImmediate(commitWaiting);
    return promise;
  };
}

interface Member {
  /** Resolves with what is to be done when the transaction is committed. */
  readonly run: (trx: Transaction<Schema>) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

function memberOf<T>(task: Task<T>): { readonly promise: Promise<T>; readonly member: Member } {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const run = async (trx: Transaction<Schema>): Promise<() => void> => {
    const result = await task(trx);
    return () => resolve(result);
  };
  return { promise, member: { run, fail: reject } };
}

/** Never rejects: the members are told. */
async function commitTogether(db: Db, group: readonly Member[]): Promise<void> {
  try {
    const endings = await db.transaction().execute(async (trx) => {
      const ends: (() => void)[] = [];
      for (const member of group) ends.push(await runApart(trx, member));
      return ends;
    });
    for (const end of endings) end();
  } catch (error) {
    for (const { fail } of group) fail(error);
  }
}

async function runApart(trx: Transaction<Schema>, { run, fail }: Member): Promise<() => void> {
  await trx.executeQuery(SAVEPOINT);
  try {
    const end = await run(trx);
    await trx.executeQuery(RELEASE);
    return end;
  } catch (error) {
    // A full or failing disk ends the whole transaction by itself, and the savepoint with it; its error is then everybody's.
    await trx.executeQuery(ROLLBACK).catch(() => {
      throw error;
    });
    return () => fail(error);
  }
}
