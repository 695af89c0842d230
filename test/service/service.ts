/** The whole service in this process, on a free port and a folder of its own, with its log kept for the test. */
import { readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/log.ts';
import { startService } from '../../bot/service.ts';
import { makeDataFolder } from './data-folder.ts';

export interface TestService {
  readonly address: string;
  readonly dataDir: string;
  /** All that was logged so far, at every level. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

/** `settings` as in the environment. The limits on the number of calls are out of the way unless given. */
export async function startTestService(settings: Readonly<Record<string, string>> = {}): Promise<TestService> {
  const folder = makeDataFolder();
  const lines: string[] = [];
  const log = createLog({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } });
  const config = readConfig({ PORT: '0', DATA_DIR: folder.path, RATE_PER_MINUTE: '1000000', RATE_CONVERSATIONS_PER_MINUTE: '1000000', SHUTDOWN_GRACE_MS: '100', ...settings });
  const service = await startService({ config, log });
  return {
    address: service.address,
    dataDir: folder.path,
    log: () => lines.join(''),
    close: async () => {
      await service.stop();
      folder.remove();
    },
  };
}
