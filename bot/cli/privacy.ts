/** `npm run privacy`: export and erasure of what is kept of a person. Works beside a running bot. */
import { loadEnvironment, readConfig } from '../config.ts';
import { openStore } from '../open-store.ts';
import { runPrivacy } from '../privacy.ts';
import { runCommand } from './exit.ts';

async function privacy(): Promise<number> {
  const config = readConfig(loadEnvironment());
  const store = await openStore(config);
  try {
    return await runPrivacy(process.argv.slice(2), { store, retention: config.retention, print: (line) => process.stdout.write(`${line}\n`) });
  } finally {
    await store.close();
  }
}

runCommand(privacy);
