/** The conversation of this tab: kept in sessionStorage, so that a reload goes on where it was and a closed tab leaves nothing. */

export interface Session {
  readonly token: string;
  /** Absent for a conversation that is yet to be started. */
  readonly conversationId?: string;
}

interface TokenAnswer {
  readonly token: string;
  readonly conversationId: string;
}

export const directLineUrl = new URL('/v3/directline', location.href).href;

const storageKey = 'etjanstekort-conversation';
// A third of a token's life, so that one missed call does not lose the conversation.
const refreshMs = 10 * 60 * 1000;

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

/** Keeps the stored token young: the client renews its own copy and does not show it. Returns what stops it. */
export function keepFresh(): () => void {
  const timer = setInterval(() => {
    const kept = read();
    if (kept === null) return;
    callDirectLine('/tokens/refresh', kept.token, 'POST').then(
      (fresh) => fresh && write(fresh),
      // Offline: the next round tries again.
      () => undefined,
    );
  }, refreshMs);
  return () => clearInterval(timer);
}

export function forgetSession(): void {
  sessionStorage.removeItem(storageKey);
}

/** Null when the server refuses. */
async function callDirectLine(path: string, token: string | null, method: 'GET' | 'POST' = 'GET'): Promise<TokenAnswer | null> {
  const response = await fetch(directLineUrl + path, { method, headers: token === null ? {} : { authorization: `Bearer ${token}` } });
  if (response.status >= 500) throw new Error(`The server answers with ${response.status}.`);
  return response.ok ? ((await response.json()) as TokenAnswer) : null;
}

function read(): TokenAnswer | null {
  const text = sessionStorage.getItem(storageKey);
  return text === null ? null : (JSON.parse(text) as TokenAnswer);
}

function write({ token, conversationId }: TokenAnswer): void {
  sessionStorage.setItem(storageKey, JSON.stringify({ token, conversationId }));
}
