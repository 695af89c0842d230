import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Migration } from 'kysely/migration';
import { StoreUnavailable } from './errors.ts';
import * as initial from './migrations/0001-initial.ts';
import * as replicas from './migrations/0002-replicas.ts';
import * as announce from './migrations/0003-announce.ts';
import * as retention from './migrations/0004-retention.ts';
import * as marks from './migrations/0005-marks.ts';
import type { Schema } from './schema.ts';

/** Run in the order of their names. A migration that has been released is never edited; a change is a new one. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-replicas': replicas,
  '0004-retention': retention,
  '0005-marks': marks,
};

export const POSTGRES_MIGRATIONS: typeof MIGRATIONS = { ...MIGRATIONS, '0003-announce': announce };

/** Brings the tables to this version's shape, all or nothing. Throws `StoreUnavailable` and leaves the tables as they were. */
export async function migrate(db: Kysely<Schema>, migrations = MIGRATIONS): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof StoreUnavailable) throw error;
  const fault = error instanceof Error ? error.message : 'unknown fault';
  throw new StoreUnavailable(
    'schema',
    `The tables cannot be brought to this version (${fault}). If a later version has used this database, run that version or restore a backup.`,
    { cause: error },
  );
}
