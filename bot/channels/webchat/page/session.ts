/** The conversation of this tab: kept in sessionStorage, so that a reload goes on where it was and a closed tab leaves nothing. */

export interface Session {
  readonly token: string;
  /** Absent for a conversation that is yet to be started. */
  readonly conversationId?: string;
}

/** What the server says of a token, and what is kept. */
export interface TokenAnswer {
  readonly token: string;
  readonly conversationId: string;
  /** Life of the token, in seconds. */
  readonly expires_in: number;
}

export const directLineUrl = new URL('/v3/directline', location.href).href;

const storageKey = 'etjanstekort-conversation';

/** Resumes the tab's conversation, or gets a token for a new one. Rejects when the server cannot be reached. */
export async function openSession(): Promise<Session> {
  const kept = read();
  const resumed = kept && (await callDirectLine(`/conversations/${kept.conversationId}`, kept.token));
  if (resumed) {
    write(resumed);
    return { token: resumed.token, conversationId: resumed.conversationId };
  }
  const made = await callDirectLine('/tokens/generate', null, 'POST');
  if (made === null) throw new Error('The server gives no token.');
  write(made);
  return { token: made.token };
}

export interface Renewal {
  readonly onRenewed: (token: string) => void;
  /** The token has run out, e.g. because the computer slept: nothing can be sent any more. */
  readonly onExpired: () => void;
}

/**
 * Renews the token long before it runs out, and looks after it when the visitor comes back to the tab: timers stand
 * still while a computer sleeps. The client's own renewal comes every 15 minutes, whatever the life of a token is.
 * Returns what stops it.
 */
export function keepFresh({ onRenewed, onExpired }: Renewal): () => void {
  const renew = async (): Promise<void> => {
    const kept = read();
    if (kept === null) return;
    const fresh = await callDirectLine('/tokens/refresh', kept.token, 'POST');
    if (fresh === null) {
      onExpired();
      return;
    }
    write(fresh);
    onRenewed(fresh.token);
  };
  // Offline: the next round tries again.
  const tryToRenew = (): void => void renew().catch(() => undefined);
  const onReturn = (): void => {
    if (document.visibilityState === 'visible') tryToRenew();
  };
  // A third of its life, so that one missed call does not lose the conversation.
  const timer = setInterval(tryToRenew, ((read()?.expires_in ?? 0) * 1000) / 3);
  document.addEventListener('visibilitychange', onReturn);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onReturn);
  };
}

export function forgetSession(): void {
  sessionStorage.removeItem(storageKey);
}

/** Null when the server refuses. */
async function callDirectLine(path: string, token: string | null, method: 'GET' | 'POST' = 'GET'): Promise<TokenAnswer | null> {
  const response = await fetch(directLineUrl + path, { method, headers: token === null ? {} : { authorization: `Bearer ${token}` } });
  // Neither is a word about the token: try later.
  if (response.status >= 500 || response.status === 429) throw new Error(`The server answers with ${response.status}.`);
  return response.ok ? ((await response.json()) as TokenAnswer) : null;
}

function read(): TokenAnswer | null {
  const text = sessionStorage.getItem(storageKey);
  return text === null ? null : (JSON.parse(text) as TokenAnswer);
}

/** Keeps what a call for a token answered. */
export function write({ token, conversationId, expires_in }: TokenAnswer): void {
  sessionStorage.setItem(storageKey, JSON.stringify({ token, conversationId, expires_in }));
}
