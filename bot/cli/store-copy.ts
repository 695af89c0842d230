/** `npm run store:copy`: moves the data of a bot from SQLite to the PostgreSQL database of DATABASE_URL. Stop the bot first. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadEnvironment, readConfig } from '../config.ts';
import { sqlitePath } from '../open-store.ts';
import { copyDatabase, tallyLine } from '../store/copy.ts';
import { openPostgresTables } from '../store/postgres.ts';
import { openSqliteTables } from '../store/sqlite.ts';
import { runCommand, UsageError } from './exit.ts';

const USAGE = 'npm run store:copy -- [--from FILE]';

async function copy(): Promise<number> {
  const config = readConfig(loadEnvironment());
  const { url, poolSize, timeoutMs } = config.database;
  if (url === null) throw new UsageError(`DATABASE_URL is not set: it names the database that the data is copied to.\n${USAGE}`);
  const path = readFrom(process.argv.slice(2)) ?? sqlitePath(config);
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.\n${USAGE}`);
  const { db: source } = await openSqliteTables({ path });
  try {
    const target = await openPostgresTables({ url, poolSize, timeoutMs });
    try {
      for (const table of await copyDatabase(source, target)) process.stdout.write(`${tallyLine(table)}\n`);
    } finally {
      await target.destroy();
    }
  } finally {
    await source.destroy();
  }
  process.stdout.write(`Everything of ${path} is copied and verified. The file is as it was; keep it until the bot has run on PostgreSQL.\n`);
  return 0;
}

function readFrom(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { from: { type: 'string' } } }).values.from;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

runCommand(copy);
