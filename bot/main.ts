/** `npm start`. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { runCommand } from './cli/exit.ts';
import { loadEnvironment, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { createTrainingProgress } from './training-progress.ts';

/**
 * Where Node keeps the compiled code of the modules that are read from here on, which are most. Beside the packages and
 * not beside the data: who may write there may change what runs in any case. Where nobody may, nothing is kept.
 */
const COMPILE_CACHE = join(import.meta.dirname, '../node_modules/.cache/etjanstekort-bot');

async function serve(): Promise<number> {
  // Before anything else: who stops a start that takes long is heard, too.
  const signalled = nextSignal();
  const config = readConfig(loadEnvironment());
  const log = createLog({ level: config.logLevel });
  enableCompileCache(COMPILE_CACHE);
  const { startService } = await import('./service.ts');
  const service = await startService({ config, log, onProgress: createTrainingProgress(process.stdout) });
  process.stdout.write(`The bot is ready. Open ${service.address}\n`);
  flushCompileCache();
  const signal = await signalled;
  log.info({ signal }, 'stopping');
  await service.stop();
  return 0;
}

function nextSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

runCommand(serve);
