/** Hears of the commits of other replicas: https://www.postgresql.org/docs/current/sql-listen.html */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { ClientConfig } from 'pg';
import type { Store } from './store.ts';

/** The channel that the trigger of migrations/0003-announce.ts writes to: `<application name>/<conversation>`. */
export const CHANNEL = 'conversation_changed';

/** How often a silent connection is asked whether it still lives. */
const HEARTBEAT_MS = 10_000;
const GOODBYE_MS = 500;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

type OnChange = Parameters<Store['watch']>[0];

export interface Listener {
  readonly watch: Store['watch'];
  close(): Promise<void>;
}

/**
 * One connection, made at the first watch, that listens for all watchers and is made again whenever it is lost. What
 * was said while nobody listened is lost, so after each (re)connection every watcher is told that anything may have changed.
 */
export function createListener(config: ClientConfig): Listener {
  const watchers = new Set<OnChange>();
  const closing = new AbortController();
  let running: Promise<void> | null = null;
  const tell: OnChange = (conversation) => {
    for (const watcher of [...watchers]) watcher(conversation);
  };
  return {
    watch: (onChange) => {
      watchers.add(onChange);
      running ??= listenUntil(closing.signal, config, tell);
      return () => watchers.delete(onChange);
    },
    close: async () => {
      closing.abort();
      await running;
    },
  };
}

async function listenUntil(signal: AbortSignal, config: ClientConfig, tell: OnChange): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  const onListening = (): void => {
    pauseMs = FIRST_PAUSE_MS;
    tell(null);
  };
  while (!signal.aborted) {
    // The next call of the store reports why the server cannot be reached; here nobody would be told.
    await listenOnce(signal, config, tell, onListening).catch(() => undefined);
    await pause(pauseMs * (0.5 + Math.random()), signal);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  }
}

/** Resolves or rejects when the connection has ended. */
async function listenOnce(signal: AbortSignal, config: ClientConfig, tell: OnChange, onListening: () => void): Promise<void> {
  const client = new Client(config);
  const ended = new AbortController();
  const end = (): void => ended.abort();
  client.on('error', end);
  client.on('end', end);
  client.on('notification', ({ payload = '' }) => hear(payload, config.application_name ?? '', tell));
  signal.addEventListener('abort', end);
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    onListening();
    await beatUntil(ended.signal, client);
  } finally {
    signal.removeEventListener('abort', end);
    // A connection that is dead without having said so never says goodbye.
    await Promise.race([client.end().catch(() => undefined), pause(GOODBYE_MS, new AbortController().signal)]);
  }
}

async function beatUntil(signal: AbortSignal, client: Client): Promise<void> {
  while (!signal.aborted) {
    await client.query('select 1');
    await pause(HEARTBEAT_MS, signal);
  }
}

function hear(payload: string, ownName: string, tell: OnChange): void {
  const [name, ...rest] = payload.split('/');
  if (name === ownName) return;
  const conversation = rest.join('/');
  tell(conversation === '' ? null : conversation);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
