import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../bot/store/errors.ts';
import { explainSqliteError } from '../../bot/store/sqlite-errors.ts';

describe('an error of SQLite', () => {
  it.each([
    ['SQLITE_BUSY', 'locked'],
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_CANTOPEN_ISDIR', 'cannot-open'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_IOERR_FSYNC', 'failing-disk'],
  ])('%s is explained as %s, with the file and its code', (code, reason) => {
    const cause = new SqliteDatabase.SqliteError('engine text', code);
    const explained = explainSqliteError('data/bot.db', cause);
    expect(explained).toBeInstanceOf(StoreUnavailable);
    expect(explained).toMatchObject({ reason, cause, message: expect.stringContaining(`data/bot.db`) as string });
    expect(explained).toMatchObject({ message: expect.stringContaining(`(${code})`) as string });
  });

  it('that is a fault of the program stays as it is', () => {
    const error = new SqliteDatabase.SqliteError('no such table: turn', 'SQLITE_ERROR');
    expect(explainSqliteError('data/bot.db', error)).toBe(error);
  });

  it('is not made of an error from elsewhere', () => {
    const error = new TypeError('not ours');
    expect(explainSqliteError('data/bot.db', error)).toBe(error);
  });
});
