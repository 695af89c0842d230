/** The two programs that are compared. */
import type { Program } from './process.ts';

export function echoBot(folder: string): Program {
  return { file: new URL('echo-bot.ts', import.meta.url), env: {}, folder };
}

/** The bot as `npm start` runs it, with its data in `folder`. Only its rate limits are out of the way. */
export function ourBot(folder: string): Program {
  return {
    file: new URL('../../bot/main.ts', import.meta.url),
    env: { HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, RATE_PER_MINUTE: '1000000', RATE_CONVERSATIONS_PER_MINUTE: '1000000', TEAMS_APP_RATES: '99999/1', TEAMS_THREAD_RATES: '99999/1' },
    folder,
  };
}
