/** A process under test: started, asked for what it has used, stopped. Its processor time and memory are its own. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** What to run. It prints "Open <address>" once it listens. */
export interface Program {
  readonly file: URL;
  readonly env: Readonly<Record<string, string>>;
  /** Where it runs. A folder of its own, so that no developer's .env is read. */
  readonly folder: string;
}

const usageSchema = z.object({
  /** User and system time of all threads since the start, in milliseconds. */
  cpuMs: z.number(),
  rssMib: z.number(),
  peakRssMib: z.number(),
});

export type Usage = z.infer<typeof usageSchema>;

export interface Running {
  readonly address: string;
  /** From the start of the process to its listening, in milliseconds. */
  readonly listeningMs: number;
  /** What it printed until then. */
  readonly greeting: string;
  readonly usage: () => Promise<Usage>;
  readonly stop: () => Promise<void>;
}

/** Training on a slow machine is the longest of what may happen before a process listens. */
const START_TIMEOUT_MS = 180_000;
const PROBE = new URL('probe.ts', import.meta.url).href;

/** Resolves when the program listens. @throws when it ends before that, with what it wrote to its error output */
export async function run({ file, env, folder }: Program): Promise<Running> {
  const began = performance.now();
  const child = fork(fileURLToPath(file), [], { cwd: folder, env, execArgv: ['--import', PROBE], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  try {
    const { address, greeting } = await listening(child);
    return { address, greeting, listeningMs: performance.now() - began, usage: () => usageOf(child), stop: () => stop(child) };
  } catch (error) {
    child.kill();
    throw error;
  }
}

async function listening(child: ChildProcess): Promise<Pick<Running, 'address' | 'greeting'>> {
  const output = collect(child.stdout);
  const complaints = collect(child.stderr);
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    const address = /\bOpen (http:\/\/\S+)/.exec(output.text)?.[1];
    if (address !== undefined) return { address, greeting: output.text };
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}: ${complaints.text || output.text}`);
    await Promise.race([output.next(), once(child, 'exit')]);
  }
  throw new Error(`${child.spawnargs.join(' ')} does not listen after ${START_TIMEOUT_MS / 1000} s.`);
}

/** Keeps reading after the address has come: a full pipe would stop the process. */
function collect(stream: Readable | null): { readonly text: string; next(): Promise<unknown> } {
  if (stream === null) throw new TypeError('The process has no output.');
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    if (text.length < 10_000) text += chunk;
  });
  return {
    get text() {
      return text;
    },
    next: () => once(stream, 'data'),
  };
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  const answer = once(child, 'message');
  child.send('usage');
  return usageSchema.parse((await answer)[0]);
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
