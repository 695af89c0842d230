/**
 * Keeps this tab connected to its conversation: opens or resumes it, and opens the next socket when one has gone, at once
 * when the network comes back. The official client alone may take 20 s to look again.
 */
import type { Activity, DirectLine } from 'botframework-directlinejs';
import { BehaviorSubject } from 'rxjs/BehaviorSubject';
import { createPause } from './pause.ts';
import { keepFresh, openSession, resumeSession } from './session.ts';
import { openSocket, type Socket } from './socket.ts';

/** `lost`: there is no connection, and it is tried again. `expired`: the conversation is over. */
export type LineState = 'connecting' | 'online' | 'lost' | 'expired';

export interface ConnectionEvents {
  readonly onState: (state: LineState) => void;
  readonly onActivity: (activity: Activity) => void;
}

export interface Connection {
  /** The official client that can post; null until the conversation has begun. A lost connection keeps the last one. */
  readonly client$: BehaviorSubject<DirectLine | null>;
  readonly isOver: () => boolean;
  /** Opens another socket, which brings whatever the last one did not. */
  readonly refresh: () => void;
  readonly close: () => void;
}

/** Before each attempt. The first is at once: most sockets are cut by a proxy that is still there. */
const waitsMs: readonly number[] = [0, 1000, 2000, 4000, 8000];
/** A socket that lives shorter counts as a failed attempt. */
const steadyMs = 2000;

/** Never rejects: what goes wrong is a state. */
export function keepConnected(locale: string, { onState, onActivity }: ConnectionEvents): Connection {
  const client$ = new BehaviorSubject<DirectLine | null>(null);
  const closed = new AbortController();
  const pause = createPause();
  let state: LineState = 'connecting';
  let socket: Socket | null = null;
  let stopRenewing = (): void => undefined;

  const isOver = (): boolean => state === 'expired' || closed.signal.aborted;
  const tell = (next: LineState): void => {
    if (isOver() || next === state) return;
    state = next;
    onState(next);
  };
  const refresh = (): void => {
    socket?.cut();
    pause.end();
  };
  const expire = (): void => {
    tell('expired');
    refresh();
  };
  const renewTokens = (): void => {
    stopRenewing = keepFresh({ onRenewed: (token) => client$.value && (client$.value.token = token), onExpired: expire });
  };

  /** Opens a socket and stays until it has gone. False where there was none, or only for a moment. */
  const connectOnce = async (): Promise<boolean> => {
    const session = client$.value === null ? await openSession(locale) : await resumeSession(client$.value.watermark);
    if (isOver()) return true;
    if (session === null) {
      expire();
      return true;
    }
    const openedAt = performance.now();
    socket = openSocket(session, client$.value?.watermark ?? '', { onOpen: () => tell('online'), onActivity, onExpired: expire });
    if (client$.value === null) renewTokens();
    client$.next(socket.directLine);
    await socket.gone;
    return performance.now() - openedAt > steadyMs;
  };

  const stayConnected = async (): Promise<void> => {
    for (let failures = 0; !isOver(); ) {
      const wasSteady = await connectOnce().catch(() => false);
      tell('lost');
      failures = wasSteady ? 0 : Math.min(failures + 1, waitsMs.length - 1);
      if (!isOver()) await pause.start(waitsMs[failures] ?? 0);
    }
  };

  // A change of network leaves a socket that nobody closes.
  for (const name of ['online', 'offline']) addEventListener(name, refresh, { signal: closed.signal });
  void stayConnected();
  return {
    client$,
    isOver,
    refresh,
    close: () => {
      closed.abort();
      stopRenewing();
      refresh();
    },
  };
}
