import { DatabaseError } from 'pg';
import { StoreUnavailable } from './errors.ts';
import type { UnavailableReason } from './errors.ts';

type Explanation = readonly [code: RegExp, reason: UnavailableReason, happened: string, remedy: string];

const UNREACHABLE: readonly [UnavailableReason, string, string] = ['unreachable', 'does not answer', 'Check that the server runs and can be reached from here.'];

/** SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REMEDIES: readonly Explanation[] = [
  [/^(?:08|57P0[1-3])/, ...UNREACHABLE],
  [/^53300/, 'unreachable', 'has no connection left', 'Lower DATABASE_POOL_SIZE, run fewer replicas, or raise max_connections of the server.'],
  [/^(?:55P03|40001|40P01)/, 'locked', 'is locked by another transaction', 'End the session that holds the lock (see pg_stat_activity), then try again.'],
  [/^57014/, 'slow', 'took longer than the time limit of a statement', 'Look for load and missing vacuum on the server, or raise DATABASE_TIMEOUT_MS.'],
  [/^53100/, 'disk-full', 'has no room left', 'Free space on the disk of the server. Nothing of this call was stored.'],
  [/^53/, 'slow', 'lacks resources', 'Give the server more memory, or lower its load.'],
  [/^25006/, 'read-only', 'may not be written', 'Let DATABASE_URL name the primary server, and check default_transaction_read_only.'],
  [/^42501/, 'read-only', 'refuses this account', 'Make the account of DATABASE_URL the owner of the tables.'],
  [/^(?:28|3D)/, 'cannot-open', 'cannot be opened', 'Check the account, its password and the name of the database in DATABASE_URL.'],
  [/^XX00[12]/, 'damaged', 'is damaged', 'Stop the bot, keep the files for analysis, and restore a backup.'],
  [/^58/, 'failing-disk', 'cannot be read or written', 'Check the disk and the log of the server.'],
];

/** Errors of our own code that a query may throw; anything else that is no answer of the server is a fault of the connection. */
const OUR_FAULTS = [TypeError, RangeError, SyntaxError];

/** The error as a `StoreUnavailable` where it is the database's condition; any other error as it is. `place` has no password. */
export function explainPostgresError(place: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailable || OUR_FAULTS.some((fault) => error instanceof fault)) return error;
  if (!(error instanceof DatabaseError)) return unavailable(place, UNREACHABLE, 'code' in error ? String(error.code) : error.message, error);
  const code = error.code ?? '';
  const known = REMEDIES.find(([codes]) => codes.test(code));
  if (known === undefined) return withoutRow(error);
  const [, ...explanation] = known;
  return unavailable(place, explanation, code, error);
}

function unavailable(place: string, [reason, happened, remedy]: typeof UNREACHABLE, code: string, cause: Error): StoreUnavailable {
  return new StoreUnavailable(reason, `The database ${place} ${happened} (${code}). ${remedy}`, { cause });
}

/** The server quotes the row that broke a rule, and a row holds what a person wrote; messages of errors reach the log. */
function withoutRow(error: DatabaseError): DatabaseError {
  return Object.assign(error, { detail: undefined, where: undefined });
}

/** True when the connection is not to be used again: whether its last statement was carried out is unknown. */
export function breaksConnection(error: unknown): boolean {
  return error instanceof StoreUnavailable && error.reason === 'unreachable';
}
