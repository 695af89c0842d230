/** `npm start` as a process of its own, to be killed and started again over the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../bot/main.ts');

export interface ServiceProcess {
  /** Of the latest start. */
  readonly address: string;
  /** Ends it as a power cut would and starts it again. */
  killAndRestart(): Promise<void>;
  /** Ends it as a power cut would, for good. */
  kill(): Promise<unknown>;
  /** Asks it to end. Returns its exit code, also when it has ended before; null when a signal ended it. */
  stop(): Promise<number | null>;
}

/** The service did not start. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';
}

/** `settings` as in the environment. The process runs in its data folder, so that no .env of a developer counts. */
export async function startServiceProcess(dataDir: string, settings: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const start = async (): Promise<{ child: ChildProcess; address: string }> => {
    const env = { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...settings };
    const child = spawn(process.execPath, [MAIN], { cwd: dataDir, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const address = await addressOf(child);
    // An answer shows that it has come past its start, and so that it heeds signals.
    await fetch(`${address}/healthz`);
    return { child, address };
  };
  let current = await start();
  return {
    get address() {
      return current.address;
    },
    killAndRestart: async () => {
      await end(current.child, 'SIGKILL');
      current = await start();
    },
    kill: () => end(current.child, 'SIGKILL'),
    stop: () => end(current.child, 'SIGTERM'),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let printed = '';
  child.stdout?.on('data', (part) => {
    printed += String(part);
    const address = /Open (http:\S+)/.exec(printed)?.[1];
    if (address !== undefined) resolve(address);
  });
  child.once('exit', () => reject(new NotStarted(printed)));
  return promise;
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exit) as readonly (number | null)[];
  return code ?? null;
}
