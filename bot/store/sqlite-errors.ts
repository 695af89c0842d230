import SqliteDatabase from 'better-sqlite3';
import { StoreUnavailable } from './errors.ts';
import type { UnavailableReason } from './errors.ts';

/** Primary result codes of https://sqlite.org/rescode.html; extended codes start with them. */
const REMEDIES: readonly (readonly [code: string, reason: UnavailableReason, happened: string, remedy: string])[] = [
  ['SQLITE_BUSY', 'locked', 'is locked by another process', 'End the process that holds it (a backup or a shell in a transaction), then try again.'],
  ['SQLITE_FULL', 'disk-full', 'has no room left', 'Free space on the disk. Nothing of this call was stored.'],
  ['SQLITE_READONLY', 'read-only', 'may not be written', 'Give this account the right to write the file and its folder.'],
  ['SQLITE_CANTOPEN', 'cannot-open', 'cannot be opened', 'Check that the path is a file and that this account may read and write it and its folder.'],
  ['SQLITE_NOTADB', 'damaged', 'is not a SQLite database', 'Check the path, or restore the file from a backup.'],
  ['SQLITE_CORRUPT', 'damaged', 'is damaged', 'Stop the bot, keep the file for analysis, and restore a backup.'],
  ['SQLITE_IOERR', 'failing-disk', 'cannot be read or written', 'Check the disk and the system log. Network file systems are not supported.'],
];

/** True when another process holds the lock: the call may be repeated, nothing of it was done. */
export function isLocked(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** The error as a `StoreUnavailable` where it is the database's condition; any other error as it is. */
export function explainSqliteError(path: string, error: unknown): unknown {
  if (!(error instanceof SqliteDatabase.SqliteError)) return error;
  const known = REMEDIES.find(([code]) => error.code.startsWith(code));
  if (known === undefined) return error;
  const [, reason, happened, remedy] = known;
  return new StoreUnavailable(reason, `The database ${path} ${happened} (${error.code}). ${remedy}`, { cause: error });
}
