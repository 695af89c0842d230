/** A replica as `npm start` runs it, but that Teams' tokens are those of a local issuer: `replica.ts METADATA_URL ISSUER TOKEN`. */
import { once } from 'node:events';
import { runCommand } from '../../bot/cli/exit.ts';
import { loadEnvironment, readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/log.ts';
import { startService } from '../../bot/service.ts';

async function serve(): Promise<number> {
  const signalled = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const [openIdMetadataUrl = '', issuer = '', token = ''] = process.argv.slice(2);
  const config = readConfig(loadEnvironment());
  const authority = { issuer, openIdMetadataUrl, loginUrl: 'https://login.test.invalid/tenant', oauthScope: 'https://api.test.invalid' };
  const service = await startService({ config, log: createLog({ level: config.logLevel }), teamsLogin: { authority, fetchToken: () => Promise.resolve(token) } });
  process.stdout.write(`Open ${service.address}\n`);
  await signalled;
  await service.stop();
  return 0;
}

runCommand(serve);
