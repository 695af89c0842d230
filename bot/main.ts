/** `npm start`. */
import { runCommand } from './cli/exit.ts';
import { loadEnvironment, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { startService } from './service.ts';
import { createTrainingProgress } from './training-progress.ts';

async function serve(): Promise<number> {
  // Before anything else: who stops a start that takes long is heard, too.
  const signalled = nextSignal();
  const config = readConfig(loadEnvironment());
  const log = createLog({ level: config.logLevel });
  const service = await startService({ config, log, onProgress: createTrainingProgress(process.stdout) });
  process.stdout.write(`The bot is ready. Open ${service.address}\n`);
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
