/** Copies of a SQLite store: made while the bot runs, checked before they count, and put back where nothing is. */
import { chmodSync, copyFileSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/** Nothing was written. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/**
 * Writes a whole and consistent copy of the database to `target`, which must not exist. Turns of other processes go on
 * meanwhile: the copy is of the moment at which it begins. Not SQLite's backup interface, which begins anew at each commit of
 * another process and so might never end; and nothing that was deleted is copied (https://sqlite.org/lang_vacuum.html#vacuuminto).
 */
export function backupSqlite(source: string, target: string): void {
  requireFile(source);
  requireNothing(target);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  // Under another name until it is known to be whole, so that nobody takes half a copy for a backup.
  const draft = `${target}.draft`;
  rmSync(draft, { force: true });
  const database = new SqliteDatabase(source, { readonly: true, fileMustExist: true });
  try {
    database.prepare('vacuum into ?').run(draft);
  } finally {
    database.close();
  }
  // It holds what people wrote.
  chmodSync(draft, 0o600);
  requireWhole(draft);
  renameSync(draft, target);
}

/** Puts a backup where a store is to be opened. The bot must not run; a database that is there already is not touched. */
export function restoreSqlite(source: string, target: string): void {
  requireFile(source);
  // What a log of another database would add must not get into this one.
  for (const path of [target, `${target}-wal`, `${target}-shm`]) requireNothing(path);
  requireWhole(source);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  copyFileSync(source, target, constants.COPYFILE_EXCL);
}

function requireFile(path: string): void {
  if (!existsSync(path)) throw new BackupRefused(`There is no file ${path}.`);
}

function requireNothing(path: string): void {
  if (existsSync(path)) throw new BackupRefused(`${path} exists already. Move it away, or choose another name.`);
}

/** https://sqlite.org/pragma.html#pragma_integrity_check, which does not look at foreign keys. */
function requireWhole(path: string): void {
  const fault = faultOf(path);
  if (fault !== null) throw new BackupRefused(`${path} is damaged (${fault}). Take an earlier backup.`);
}

function faultOf(path: string): string | null {
  try {
    const database = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
    try {
      const verdict = String(database.pragma('integrity_check', { simple: true }));
      if (verdict !== 'ok') return verdict;
      return (database.pragma('foreign_key_check') as readonly unknown[]).length === 0 ? null : 'rows refer to rows that are not there';
    } finally {
      database.close();
    }
  } catch (error) {
    return error instanceof SqliteDatabase.SqliteError ? error.code : 'it cannot be opened';
  }
}
