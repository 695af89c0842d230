/** The host page's word on who the visitor is: asked for when a conversation has begun, and again before it runs out. */
import type { FromFrame } from '../widget/protocol.ts';
import type { ChatClient } from './line.ts';
import { isFramed } from './loader-link.ts';
import { adopt, directLineUrl, type TokenAnswer } from './session.ts';

/** A host page that does not answer must not keep a question waiting. */
const patienceMs = 4000;
/** Part of an identity's life after which a new one is asked for. */
const renewAfter = 2 / 3;

export interface Vouching {
  /** The client's conversation has begun. `onSettled` once it is known who the visitor is, or that nobody says so. */
  begin(client: ChatClient, onSettled: () => void): void;
  /** Asks the loader, once there is a conversation to use the answer in. */
  want(): void;
  /** The loader's answer. Never rejects. */
  take(jwt: string | null): Promise<void>;
}

export function createVouching(tell: (message: FromFrame) => void): Vouching {
  let client: ChatClient | null = null;
  let settle = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let expiresAt = Infinity;
  const want = (): void => {
    if (client === null) return;
    clearTimeout(timer);
    timer = setTimeout(settle, patienceMs);
    tell({ type: 'identityWanted' });
  };
  const use = async (jwt: string): Promise<void> => {
    if (client === null) return;
    const { refused, secondsLeft } = await identifyWith(jwt, client);
    tell({ type: 'identityResult', refused });
    expiresAt = secondsLeft === null ? Infinity : Date.now() + secondsLeft * 1000;
    if (secondsLeft !== null) timer = setTimeout(want, secondsLeft * 1000 * renewAfter);
  };
  // Timers stand still while a computer sleeps.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() > expiresAt) want();
  });
  return {
    begin: (connection, onSettled) => {
      client = connection;
      settle = onSettled;
      expiresAt = Infinity;
      if (isFramed()) want();
      else settle();
    },
    want,
    take: async (jwt) => {
      clearTimeout(timer);
      // Out of reach: the chat goes on without.
      if (jwt !== null) await use(jwt).catch(() => undefined);
      settle();
    },
  };
}

interface Identified {
  /** The server's code, or null. */
  readonly refused: string | null;
  readonly secondsLeft: number | null;
}

/** Trades the token for one that says who the visitor is. Rejects when the server cannot be reached. */
async function identifyWith(jwt: string, client: ChatClient): Promise<Identified> {
  const response = await fetch(`${directLineUrl}/tokens/refresh`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ identity: jwt }),
  });
  if (!response.ok) {
    const { error } = (await response.json()) as { error: { code: string } };
    return { refused: error.code, secondsLeft: null };
  }
  const fresh = (await response.json()) as TokenAnswer & { readonly identity?: { readonly expires_in: number } };
  if (!adopt(fresh)) return { refused: null, secondsLeft: null };
  client.token = fresh.token;
  return { refused: null, secondsLeft: fresh.identity?.expires_in ?? null };
}
