/** The whole bot with its built page, in this process, on a port that stays the same when it is started again. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/log.ts';
import { startService } from '../../bot/service.ts';
import { makeDataFolder } from '../service/data-folder.ts';

export interface BrowserService {
  readonly address: string;
  stop(): Promise<void>;
  /** With the same data, at the same address. */
  startAgain(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** Bundles the page where that has not been done. Returns where it is. */
export function buildPage(): string {
  const root = join(import.meta.dirname, '../..');
  execFileSync(process.execPath, [join(root, 'bot/channels/webchat/bundle.ts')]);
  return join(root, 'dist/webchat');
}

/** `settings` as in the environment. */
export async function startBrowserService(settings: Readonly<Record<string, string>> = {}): Promise<BrowserService> {
  buildPage();
  const folder = makeDataFolder();
  const log = createLog({ level: 'silent' });
  const start = (port: string) => startService({ config: readConfig({ ...settings, PORT: port, DATA_DIR: folder.path, SHUTDOWN_GRACE_MS: '100' }), log });
  let service = await start('0');
  const { address } = service;
  return {
    address,
    stop: () => service.stop(),
    startAgain: async () => {
      service = await start(new URL(address).port);
    },
    remove: async () => {
      await service.stop();
      folder.remove();
    },
  };
}
