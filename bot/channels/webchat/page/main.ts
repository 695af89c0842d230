/** The page's script: opens or resumes the conversation, shows Web Chat, and lets the visitor begin again. */
import { DirectLine } from 'botframework-directlinejs';
import { createRoot } from 'react-dom/client';
import { chatElement } from './chat.ts';
import { element, hideProblem, showProblem } from './elements.ts';
import { directLineUrl, forgetSession, keepFresh, openSession } from './session.ts';

/** ConnectionStatus values of the official client that it does not leave by itself: ExpiredToken, FailedToConnect, Ended. */
const givenUp = new Set([3, 4, 5]);

/** Shows a conversation; returns what takes it away again. */
async function openChat(): Promise<() => void> {
  const session = await openSession();
  // With a conversation id the client reconnects, and without a watermark it is sent the whole history.
  const directLine = new DirectLine({ ...session, domain: directLineUrl, conversationStartProperties: { locale: 'sv-SE' } });
  const watching = directLine.connectionStatus$.subscribe((status) => {
    if (givenUp.has(status)) showProblem();
  });
  const stopRefreshing = keepFresh();
  const chat = element('chat');
  const container = document.createElement('div');
  chat.replaceChildren(container);
  const root = createRoot(container);
  root.render(chatElement(directLine, chat.dataset['nonce'] ?? ''));
  return () => {
    watching.unsubscribe();
    stopRefreshing();
    root.unmount();
    directLine.end();
  };
}

/** Never rejects: a chat that cannot be opened is told to the visitor. */
async function start(): Promise<() => void> {
  hideProblem();
  try {
    return await openChat();
  } catch {
    showProblem();
    return () => undefined;
  }
}

let closing = start();
const restart = element('restart');
restart.hidden = false;
restart.addEventListener('click', () => {
  closing = closing.then((close) => {
    close();
    forgetSession();
    return start();
  });
});
