import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../bot/store/errors.ts';
import { explainPostgresError } from '../../bot/store/postgres-errors.ts';

const PLACE = 'db.example.se/bot';

function answer(code: string): DatabaseError {
  return Object.assign(new DatabaseError('server text', 1, 'error'), { code, detail: 'Key (subject)=(hemligt) exists.' });
}

describe('an error of PostgreSQL', () => {
  it.each([
    ['08006', 'unreachable'],
    ['57P01', 'unreachable'],
    ['53300', 'unreachable'],
    ['55P03', 'locked'],
    ['40P01', 'locked'],
    ['57014', 'slow'],
    ['53200', 'slow'],
    ['53100', 'disk-full'],
    ['25006', 'read-only'],
    ['42501', 'read-only'],
    ['28P01', 'cannot-open'],
    ['3D000', 'cannot-open'],
    ['XX001', 'damaged'],
    ['58030', 'failing-disk'],
  ])('%s is explained as %s, with the place and its code', (code, reason) => {
    const cause = answer(code);
    const explained = explainPostgresError(PLACE, cause);
    expect(explained).toBeInstanceOf(StoreUnavailable);
    expect(explained).toMatchObject({ reason, cause, message: expect.stringContaining(PLACE) as string });
    expect(explained).toMatchObject({ message: expect.stringContaining(`(${code})`) as string });
  });

  it('that comes from the connection means that the server is unreachable', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    expect(explainPostgresError(PLACE, refused)).toMatchObject({ reason: 'unreachable', message: expect.stringContaining('ECONNREFUSED') as string });
    expect(explainPostgresError(PLACE, new Error('Connection terminated unexpectedly'))).toMatchObject({ reason: 'unreachable' });
  });

  it('that is a fault of the program stays as it is, without the row that it is about', () => {
    const error = answer('23505');
    expect(explainPostgresError(PLACE, error)).toBe(error);
    expect(JSON.stringify(error)).not.toContain('hemligt');
  });

  it('is not made of an error from elsewhere', () => {
    const error = new TypeError('not ours');
    expect(explainPostgresError(PLACE, error)).toBe(error);
  });
});
