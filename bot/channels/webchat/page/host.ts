/**
 * The page that holds the chat in a frame: takes what its loader says (widget/protocol.ts) and tells it what it needs to
 * know. It also asks what the page's own address asks: /?q=question, /?topic=pin-forgotten. Without a frame only that is left.
 */
import type { Activity } from 'botframework-directlinejs';
import { tap } from 'rxjs/operators/tap';
import { type FromFrame, readToFrame, sealed, type ToFrame } from '../widget/protocol.ts';
import { element } from './elements.ts';
import type { ChatClient } from './line.ts';
import { type TokenAnswer, directLineUrl, write as keepToken } from './session.ts';

export interface Host {
  /** Follows a connection from its beginning. `isNew`: its conversation is yet to be started. */
  attach(directLine: ChatClient, isNew: boolean): void;
}

/** ConnectionStatus.Online of the official client. */
const online = 2;
/** A host page that does not answer must not keep a question waiting. */
const identityPatienceMs = 4000;
/** Part of an identity's life after which a new one is asked for. */
const renewAfter = 2 / 3;

interface Loader {
  readonly window: Window;
  readonly origin: string;
}

export function joinHost(): Host {
  const questions = questionsOfAddress();
  let loader: Loader | null = null;
  let directLine: ChatClient | null = null;
  let isOpen = true;
  let isReady = false;
  let unread = 0;
  let renewal: ReturnType<typeof setTimeout> | undefined;

  const tell = (message: FromFrame): void => loader?.window.postMessage(sealed(message), loader.origin);
  const count = (messages: number): void => {
    unread = messages;
    tell({ type: 'unread', count: unread });
  };
  const askAll = (): void => {
    if (directLine === null || !isReady) return;
    for (const activity of questions.splice(0)) directLine.postActivity(activity).subscribe(() => undefined, () => undefined);
  };
  const wantIdentity = (): void => {
    clearTimeout(renewal);
    if (loader === null) ready();
    else {
      renewal = setTimeout(ready, identityPatienceMs);
      tell({ type: 'identityWanted' });
    }
  };
  const ready = (): void => {
    isReady = true;
    askAll();
  };
  const identify = async (jwt: string): Promise<void> => {
    if (directLine === null) return;
    const { refused, secondsLeft } = await identifyWith(jwt, directLine);
    tell({ type: 'identityResult', refused });
    clearTimeout(renewal);
    if (secondsLeft !== null) renewal = setTimeout(wantIdentity, secondsLeft * 1000 * renewAfter);
  };
  const take = (message: ToFrame): void => {
    switch (message.type) {
      case 'hello':
        tell({ type: 'ready' });
        if (isReady) wantIdentity();
        return;
      case 'open':
        isOpen = true;
        count(0);
        focusSendBox();
        return;
      case 'closed':
        isOpen = false;
        return;
      case 'ask':
        questions.push(question(message.text));
        askAll();
        return;
      case 'identity':
        clearTimeout(renewal);
        if (message.jwt === null) ready();
        else void identify(message.jwt).catch(() => undefined).finally(ready);
        return;
      case 'setLanguage':
        switchLanguage(message.language);
    }
  };

  if (window.parent !== window) {
    const trusted = trustedOrigins();
    window.addEventListener('message', ({ source, origin, data }) => {
      if (source !== window.parent || !trusted.includes(origin)) return;
      const message = readToFrame(data);
      if (message === null) return;
      loader = { window: window.parent, origin };
      take(message);
    });
    // Bubbling, so that Web Chat's own use of Esc comes first.
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) tell({ type: 'closeRequest' });
    });
  }
  return {
    attach: (connection, isNew) => {
      directLine = connection;
      isReady = false;
      const topic = isNew ? greetingTopic() : null;
      if (topic !== null) questions.unshift(topic);
      // Seen in passing: a subscription of its own could start the stream before Web Chat listens.
      const seen = new Set<unknown>();
      connection.activity$ = connection.activity$.pipe(
        tap((activity: Activity) => {
          const isNews = isOfBot(activity) && !seen.has(activity.id);
          seen.add(activity.id);
          if (isNews && !isOpen) count(unread + 1);
        }),
      );
      // Not before it is online: the answer to the start would put the anonymous token back.
      const watching = connection.connectionStatus$.subscribe((status) => {
        if (status !== online || directLine !== connection || isReady) return;
        queueMicrotask(() => watching.unsubscribe());
        wantIdentity();
      });
    },
  };
}

interface Identified {
  /** The server's code, or null. */
  readonly refused: string | null;
  readonly secondsLeft: number | null;
}

/** Trades the token for one that says who the visitor is. Rejects when the server cannot be reached. */
async function identifyWith(jwt: string, directLine: ChatClient): Promise<Identified> {
  const response = await fetch(`${directLineUrl}/tokens/refresh`, {
    method: 'POST',
    headers: { authorization: `Bearer ${directLine.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ identity: jwt }),
  });
  if (!response.ok) {
    const { error } = (await response.json()) as { error: { code: string } };
    return { refused: error.code, secondsLeft: null };
  }
  const fresh = (await response.json()) as TokenAnswer & { readonly identity?: { readonly expires_in: number } };
  keepToken(fresh);
  directLine.token = fresh.token;
  return { refused: null, secondsLeft: fresh.identity?.expires_in ?? null };
}

function question(text: string): Activity {
  return { type: 'message', text, channelData: { clientActivityID: randomId() } };
}

/** What the address asks, once: a reload must not ask it again. */
function questionsOfAddress(): Activity[] {
  const address = new URL(location.href);
  const text = address.searchParams.get('q')?.trim() ?? '';
  if (text === '') return [];
  address.searchParams.delete('q');
  history.replaceState(history.state, '', address);
  return [question(text)];
}

/** The topic of the address, as the server knows it: as if its button had been pressed. */
function greetingTopic(): Activity | null {
  const { topic, topicLabel = '' } = element('chat').dataset;
  if (topic === undefined) return null;
  const channelData = { clientActivityID: randomId(), messageBack: { displayText: topicLabel } };
  return { type: 'message', text: topicLabel, value: { choice: `intent:${topic}` }, channelData };
}

// Not crypto.randomUUID, which a page over plain http lacks.
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The origins that the server lets embed the page; its Content-Security-Policy says the same. */
function trustedOrigins(): readonly string[] {
  return [location.origin, ...(element('chat').dataset['hosts'] ?? '').split(' ')];
}

function isOfBot(activity: Activity): boolean {
  return activity.type === 'message' && activity.from?.role === 'bot';
}

/** A finger would be met by a keyboard over half the screen. */
function focusSendBox(): void {
  if (!matchMedia('(pointer: fine)').matches) return;
  const focus = (): boolean => {
    const box = document.querySelector<HTMLElement>('#chat textarea, #chat input[type=text]');
    box?.focus();
    return box !== null;
  };
  if (focus()) return;
  const appearing = new MutationObserver(() => focus() && appearing.disconnect());
  appearing.observe(element('chat'), { childList: true, subtree: true });
}

/** The server renders the page in the language of the address; the conversation goes on. */
function switchLanguage(language: string): void {
  const address = new URL(location.href);
  if (document.documentElement.lang === language) return;
  address.searchParams.set('lang', language);
  location.replace(address);
}
