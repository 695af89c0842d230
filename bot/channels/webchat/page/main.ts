/** The page's script: opens or resumes the conversation, shows Web Chat, and lets the visitor begin again. */
import { DirectLine } from 'botframework-directlinejs';
import { createRoot } from 'react-dom/client';
import { chatElement } from './chat.ts';
import { restAfterPress } from './double-press.ts';
import { element, hideProblem, showProblem, type Problem } from './elements.ts';
import { followNewest } from './follow.ts';
import { joinHost } from './host.ts';
import { resending } from './resend.ts';
import { directLineUrl, forgetSession, keepFresh, openSession, type Session } from './session.ts';

/** ConnectionStatus values of the official client that it does not leave by itself: ExpiredToken, FailedToConnect, Ended. */
const problems: Readonly<Record<number, Problem>> = { 3: 'expired', 4: 'broken', 5: 'broken' };

interface Connection {
  readonly directLine: DirectLine;
  readonly close: () => void;
}

/** With a conversation id the client reconnects, and without a watermark it is sent the whole history. */
function connect(session: Session): Connection {
  const directLine = new DirectLine({ ...session, domain: directLineUrl, conversationStartProperties: { locale: 'sv-SE' } });
  let problem: Problem | undefined;
  const watching = directLine.connectionStatus$.subscribe((status) => {
    // The first one counts: an expired token makes the client fail to connect, too.
    if (problem !== undefined) return;
    problem = problems[status];
    if (problem !== undefined) showProblem(problem);
  });
  directLine.postActivity = resending(directLine.postActivity.bind(directLine), () => problem !== undefined);
  host.attach(directLine, session.conversationId === undefined);
  const stopRenewing = keepFresh({
    onRenewed: (token) => (directLine.token = token),
    onExpired: () => showProblem('expired'),
  });
  return {
    directLine,
    close: () => {
      watching.unsubscribe();
      stopRenewing();
      directLine.end();
    },
  };
}

/** Shows a conversation; returns what takes it away again. */
async function openChat(): Promise<() => void> {
  const { directLine, close } = connect(await openSession());
  const chat = element('chat');
  const container = document.createElement('div');
  chat.replaceChildren(container);
  const root = createRoot(container);
  root.render(chatElement(directLine, chat.dataset['nonce'] ?? ''));
  const stopFollowing = followNewest(chat);
  return () => {
    stopFollowing();
    root.unmount();
    close();
  };
}

/** Never rejects: a chat that cannot be opened is told to the visitor. */
async function start(): Promise<() => void> {
  hideProblem();
  try {
    return await openChat();
  } catch {
    showProblem('broken');
    return () => undefined;
  }
}

const host = joinHost();
restAfterPress(element('chat'));
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
