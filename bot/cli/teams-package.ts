/** `npm run teams:package [-- --version 1.2.0]`: makes the app package for Teams out of the settings, below DATA_DIR. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { appPackage } from '../channels/teams/package/package.ts';
import { loadEnvironment } from '../config.ts';
import { ConfigError } from '../config/faults.ts';
import { settings } from '../config/settings.ts';
import { runCommand, UsageError } from './exit.ts';

/** No secret is needed to describe the app, so the computer that makes the package need not have any. */
const packageSettings = settings.pick({ DATA_DIR: true, TEAMS_APP_NAME: true, TEAMS_APP_DEVELOPER: true }).extend({
  MICROSOFT_APP_ID: z.guid('must be the application (client) ID of the bot registration, e.g. 11111111-2222-3333-4444-555555555555'),
  PUBLIC_URL: z.url({ protocol: /^https$/, error: 'must be the https address of the bot; Teams links to its pages' }),
});
const version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/);

async function makePackage(): Promise<number> {
  const { values } = parseArgs({ options: { version: { type: 'string' } } });
  const wanted = version.safeParse(values.version ?? ownVersion());
  if (!wanted.success) throw new UsageError('The version must have three numbers, e.g. --version 1.2.0.');
  const { DATA_DIR, TEAMS_APP_NAME, TEAMS_APP_DEVELOPER, MICROSOFT_APP_ID, PUBLIC_URL } = readSettings();
  const zip = await appPackage({ appId: MICROSOFT_APP_ID, publicUrl: PUBLIC_URL, name: TEAMS_APP_NAME, developer: TEAMS_APP_DEVELOPER, version: wanted.data });
  const file = join(DATA_DIR, 'teams', `teams-app-${MICROSOFT_APP_ID.slice(0, 8)}-${wanted.data}.zip`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, zip);
  process.stdout.write(`${file}\nUpload it in the Teams admin center: Teams apps > Manage apps > Upload new app. See docs/teams.md.\n`);
  return 0;
}

function readSettings(): z.infer<typeof packageSettings> {
  const parsed = packageSettings.safeParse(loadEnvironment());
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map(({ path, message }) => ({ setting: String(path[0]), problem: `it ${message}.`, remedy: 'Set it in .env (see .env.example).' })));
}

function ownVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

runCommand(makePackage);
