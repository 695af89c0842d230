/** `npm run tickets`: Servicedesk's side of the tickets that are kept here. Works beside a running bot. */
import { randomUUID } from 'node:crypto';
import { brainOptions, loadBrain } from '../brain.ts';
import { loadEnvironment, readConfig } from '../config.ts';
import { runTickets } from '../effects/tickets-cli.ts';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { openStore } from '../open-store.ts';
import { createShell } from '../shell.ts';
import { runCommand } from './exit.ts';

async function tickets(): Promise<number> {
  const config = readConfig(loadEnvironment());
  const brain = await loadBrain(brainOptions(config));
  const store = await openStore(config);
  const now = (): Date => new Date();
  try {
    // The shell is not started: effects are the running bot's, only answers go through here.
    const shell = createShell({ config, store, brain: () => brain, log: createLog({ level: 'error' }), metrics: createMetrics(), now });
    return await runTickets(process.argv.slice(2), { store, apply: shell.applyAnswer, now, newId: randomUUID, print: (line) => process.stdout.write(`${line}\n`) });
  } finally {
    await store.close();
  }
}

runCommand(tickets);
