/** `npm run backup`: a checked copy of the data while the bot runs, and the way back. See docs/backup.md. */
import { loadEnvironment, readConfig, type Config } from '../config.ts';
import { sqlitePath } from '../open-store.ts';
import { tallyDatabase, tallyLine } from '../store/copy.ts';
import { openPostgresTables } from '../store/postgres.ts';
import { backupSqlite, restoreSqlite } from '../store/sqlite-backup.ts';
import { openSqliteTables } from '../store/sqlite.ts';
import { runCommand, UsageError } from './exit.ts';

const USAGE = `npm run backup -- FILE           a copy of the SQLite data of DATA_DIR, checked
npm run backup -- restore FILE   puts it back where there is none
npm run backup -- tally          rows and checksums of what the bot has now, to compare with a restored copy`;

async function backup(): Promise<number> {
  const config = readConfig(loadEnvironment());
  const [word, file, ...rest] = process.argv.slice(2);
  if (word === undefined || rest.length > 0) throw new UsageError(USAGE);
  if (word === 'tally' && file === undefined) return tally(config);
  if (config.database.url !== null) throw new UsageError('DATABASE_URL is set: PostgreSQL has its own tools, pg_dump and pg_restore. docs/backup.md has the commands.');
  if (word === 'restore' && file !== undefined) return restore(config, file);
  if (file !== undefined) throw new UsageError(USAGE);
  backupSqlite(sqlitePath(config), word);
  return print(`${word} holds everything until now, and has been checked. It holds what people wrote: keep it where nobody else reads it.`);
}

function restore(config: Config, file: string): number {
  restoreSqlite(file, sqlitePath(config));
  return print(`${sqlitePath(config)} is ${file} again. Start the bot.`);
}

async function tally(config: Config): Promise<number> {
  const { url, poolSize, timeoutMs } = config.database;
  const db = url === null ? (await openSqliteTables({ path: sqlitePath(config) })).db : await openPostgresTables({ url, poolSize, timeoutMs });
  try {
    return print((await tallyDatabase(db)).map(tallyLine).join('\n'));
  } finally {
    await db.destroy();
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

runCommand(backup);
