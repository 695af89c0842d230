/** `npm start`. */
import { runCommand } from './cli/exit.ts';
import { loadEnvironment, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { startService } from './service.ts';

async function serve(): Promise<number> {
  // Before anything else: who stops a start that takes long is heard, too.
  const signalled = nextSignal();
  const config = readConfig(loadEnvironment());
  const log = createLog({ level: config.logLevel });
  const service = await startService({ config, log, onProgress: showTraining });
  process.stdout.write(`The bot is ready. Open ${service.address}\n`);
  const signal = await signalled;
  log.info({ signal }, 'stopping');
  await service.stop();
  return 0;
}

/** The first start trains the classifier; a terminal shows how far it has come. */
function showTraining(done: number, of: number): void {
  if (done === 0) process.stdout.write('Learning to understand questions (only at the first start of a version)...\n');
  if (process.stdout.isTTY) process.stdout.write(done < of ? `\r${Math.round((100 * done) / of)} %` : '\r      \r');
}

function nextSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
}

runCommand(serve);
