/**
 * The page that holds the chat in a frame: does what its loader says, and tells it what it needs to know. It also asks what
 * the page's own address asks: /?q=question, /?topic=pin-forgotten. Without a frame only that is left.
 */
import type { Activity } from 'botframework-directlinejs';
import { tap } from 'rxjs/operators/tap';
import type { ToFrame } from '../widget/protocol.ts';
import { element } from './elements.ts';
import type { ChatClient } from './line.ts';
import { linkToLoader } from './loader-link.ts';
import { greetingTopic, question, questionsOfAddress } from './questions.ts';
import { createVouching } from './vouching.ts';

export interface Host {
  /** Follows a connection from its beginning. `isNew`: its conversation is yet to be started. */
  attach(client: ChatClient, isNew: boolean): void;
}

/** ConnectionStatus.Online of the official client. */
const online = 2;

export function joinHost(): Host {
  const questions = questionsOfAddress();
  const unread = countUnread((count) => link.tell({ type: 'unread', count }));
  let asking: ChatClient | null = null;
  const askAll = (): void => {
    if (asking === null) return;
    for (const activity of questions.splice(0)) asking.postActivity(activity).subscribe(() => undefined, () => undefined);
  };
  const take = (message: ToFrame): void => {
    switch (message.type) {
      case 'hello':
        vouching.want();
        return;
      case 'open':
        unread.opened();
        focusSendBox();
        return;
      case 'closed':
        unread.closed();
        return;
      case 'ask':
        questions.push(question(message.text));
        askAll();
        return;
      case 'identity':
        void vouching.take(message.jwt);
        return;
      case 'setLanguage':
        switchLanguage(message.language);
    }
  };
  const link = linkToLoader(take);
  const vouching = createVouching(link.tell);
  return {
    attach: (client, isNew) => {
      asking = null;
      const topic = isNew ? greetingTopic() : null;
      if (topic !== null) questions.unshift(topic);
      // Seen in passing: a subscription of its own could start the stream before Web Chat listens.
      client.activity$ = client.activity$.pipe(tap(unread.seen));
      // Not before it is online: the answer to the start would put the anonymous token back.
      whenOnline(client, () =>
        vouching.begin(client, () => {
          asking = client;
          askAll();
        }),
      );
    },
  };
}

function whenOnline({ connectionStatus$ }: ChatClient, begin: () => void): void {
  let hasBegun = false;
  connectionStatus$.subscribe((status) => {
    if (status !== online || hasBegun) return;
    hasBegun = true;
    begin();
  });
}

interface Unread {
  readonly seen: (activity: Activity) => void;
  readonly opened: () => void;
  readonly closed: () => void;
}

/** Counts the bot's messages that come while the chat is closed. The loader opens it first, so it begins open. */
function countUnread(onCount: (count: number) => void): Unread {
  // A message may come again, when a connection has been lost.
  const known = new Set<unknown>();
  let isOpen = true;
  let count = 0;
  const show = (next: number): void => {
    count = next;
    onCount(count);
  };
  return {
    seen: (activity) => {
      const isNews = activity.type === 'message' && activity.from?.role === 'bot' && !known.has(activity.id);
      known.add(activity.id);
      if (isNews && !isOpen) show(count + 1);
    },
    opened: () => {
      isOpen = true;
      show(0);
    },
    closed: () => {
      isOpen = false;
    },
  };
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
  if (document.documentElement.lang === language) return;
  const address = new URL(location.href);
  address.searchParams.set('lang', language);
  location.replace(address);
}
