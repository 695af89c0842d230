/** `npm run conversations`: plays every script anew and writes down what the bot says now. Read the diff. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brainForScripts, play, scriptNames, SCRIPTS } from './play.ts';

const brain = await brainForScripts();
const only = process.argv.slice(2);
for (const name of scriptNames().filter((one) => only.length === 0 || only.some((word) => one.includes(word)))) {
  writeFileSync(join(SCRIPTS, name), (await play(name, brain)).written);
}
