/** The conversation of this tab: kept in session storage, so that a reload goes on where it was and a closed tab leaves nothing. */
import { forget, keep, recall } from './storage.ts';

/** A conversation that has begun, and the stream that goes on after the watermark. */
export interface Session {
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
}

/** What the server says of a token, and what is kept. */
export interface TokenAnswer {
  readonly token: string;
  readonly conversationId: string;
  /** Life of the token, in seconds. */
  readonly expires_in: number;
}

type ConversationAnswer = TokenAnswer & Session;

export const directLineUrl = new URL('/v3/directline', location.href).href;

const storageKey = 'etjanstekort-conversation';

/** Resumes the tab's conversation, or starts a new one in that language. Rejects when the server cannot be reached or asks to be left alone. */
export async function openSession(locale: string): Promise<Session> {
  const kept = read();
  const resumed = kept && (await callDirectLine<ConversationAnswer>(`/conversations/${kept.conversationId}`, kept.token));
  if (resumed) return remember(resumed);
  const made = await callDirectLine<TokenAnswer>('/tokens/generate', null, {});
  const started = made && (await callDirectLine<ConversationAnswer>('/conversations', made.token, { locale }));
  if (!started) throw new Error('The server gives no conversation.');
  return remember(started);
}

/** The same conversation, from the watermark on; null when it is over. Rejects as `openSession` does. */
export async function resumeSession(watermark: string): Promise<Session | null> {
  const kept = read();
  if (kept === null) return null;
  const resumed = await callDirectLine<ConversationAnswer>(`/conversations/${kept.conversationId}?watermark=${watermark}`, kept.token);
  return resumed && remember(resumed);
}

export interface Renewal {
  readonly onRenewed: (token: string) => void;
  /** The token has run out, e.g. because the computer slept: nothing can be sent any more. */
  readonly onExpired: () => void;
}

/**
 * Renews the token long before it runs out, and looks after it when the visitor comes back to the tab: timers stand
 * still while a computer sleeps. Returns what stops it.
 */
export function keepFresh({ onRenewed, onExpired }: Renewal): () => void {
  const renew = async (): Promise<void> => {
    const kept = read();
    if (kept === null) return;
    const fresh = await callDirectLine<TokenAnswer>('/tokens/refresh', kept.token, {});
    // Forgotten meanwhile: an ended conversation must not come back.
    if (read()?.conversationId !== kept.conversationId) return;
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

export function hasSession(): boolean {
  return read() !== null;
}

export function forgetSession(): void {
  forget(storageKey);
}

/**
 * Tells the server that the visitor has ended the conversation (an endOfConversation activity, as the Bot Framework's
 * activity schema has it), so that its token opens nothing any more. Does not wait: the page may be on its way out.
 */
export function endSession(): void {
  const kept = read();
  forgetSession();
  if (kept === null) return;
  const headers = { authorization: `Bearer ${kept.token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ type: 'endOfConversation' });
  fetch(`${directLineUrl}/conversations/${kept.conversationId}/activities`, { method: 'POST', headers, body, keepalive: true }).catch(() => undefined);
}

/** A POST where there is a body. Null when the server refuses. */
async function callDirectLine<T>(path: string, token: string | null, body?: object): Promise<T | null> {
  const response = await fetch(directLineUrl + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  // Neither is a word about the token: try later.
  if (response.status >= 500 || response.status === 429) throw new Error(`The server answers with ${response.status}.`);
  return response.ok ? ((await response.json()) as T) : null;
}

function remember({ token, conversationId, expires_in, streamUrl }: ConversationAnswer): Session {
  write({ token, conversationId, expires_in });
  return { token, conversationId, streamUrl };
}

function read(): TokenAnswer | null {
  const text = recall(storageKey);
  return text === null ? null : (JSON.parse(text) as TokenAnswer);
}

/** Keeps a token that came another way than by renewal. False, and nothing kept, when its conversation has been forgotten meanwhile: it must not come back. */
export function adopt(answer: TokenAnswer): boolean {
  if (read()?.conversationId !== answer.conversationId) return false;
  write(answer);
  return true;
}

function write({ token, conversationId, expires_in }: TokenAnswer): void {
  keep(storageKey, JSON.stringify({ token, conversationId, expires_in }));
}
