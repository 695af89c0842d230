/** Replicas as processes, to be killed, paused and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, 'replica.ts');

export interface ReplicaOptions {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

export interface Replica {
  /** Of the latest start; 0 before the first. */
  readonly port: number;
  /** All that it has printed, over all starts. */
  readonly output: () => string;
  /** Resolves when it listens. Rejects when it ends before. */
  start(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in order, and gives its exit code; null when it had been killed. */
  stop(): Promise<number | null>;
  pause(): void;
  resume(): void;
}

/** The replica ended before it listened. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';
}

export function createReplica({ folder, env, args }: ReplicaOptions): Replica {
  const printed: string[] = [];
  let child: ChildProcess | null = null;
  let port = 0;
  return {
    get port() {
      return port;
    },
    output: () => printed.join(''),
    start: async () => {
      child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
      port = await portOf(child, printed);
    },
    kill: async () => {
      await end(child, 'SIGKILL');
    },
    stop: () => end(child, 'SIGTERM'),
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
  };
}

/** Keeps reading after the address has come: a full pipe would stop the process. */
function portOf(child: ChildProcess, printed: string[]): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let own = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      printed.push(part);
      if (own.length < 10_000) own += part;
      const port = /Open http:\/\/[\d.]+:(\d+)/.exec(own)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  }
  child.once('exit', () => reject(new NotStarted(own)));
  return promise;
}

async function end(child: ChildProcess | null, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
  const exit = once(child, 'exit');
  child.kill(signal);
  // A paused process hears nothing but SIGKILL.
  child.kill('SIGCONT');
  const [code] = (await exit) as readonly (number | null)[];
  return code ?? null;
}
