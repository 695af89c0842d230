/** The two programs that are compared. */
import type { Program } from './process.ts';

/** Required where several processes share a database. */
const TOKEN_SECRET = 'only-for-the-benchmark-only-for-the-benchmark';

export function echoBot(folder: string): Program {
  return { file: new URL('echo-bot.ts', import.meta.url), env: {}, folder };
}

/** The bot as `npm start` runs it, with its data in `folder` or in the PostgreSQL database. Only its rate limits are out of the way. */
export function ourBot(folder: string, databaseUrl?: string): Program {
  return {
    file: new URL('../../bot/main.ts', import.meta.url),
    env: { HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, RATE_PER_MINUTE: '1000000', RATE_CONVERSATIONS_PER_MINUTE: '1000000', TEAMS_APP_RATES: '99999/1', TEAMS_THREAD_RATES: '99999/1', ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl, WEBCHAT_TOKEN_SECRET: TOKEN_SECRET }) },
    folder,
  };
}
