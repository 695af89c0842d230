/** The page's script: shows the conversation of this tab, and lets the visitor save it, begin again or end it. */
import { createRoot } from 'react-dom/client';
import { chatElement } from './chat.ts';
import { restAfterPress } from './double-press.ts';
import { element } from './elements.ts';
import { type EndedBy, showEnded } from './ended.ts';
import { followNewest } from './follow.ts';
import { joinHost } from './host.ts';
import { forgetUse, wasLeft, watchIdle } from './idle.ts';
import { pageLanguage, tongues } from './language.ts';
import { alwaysOnline, openLine, type ChatClient } from './line.ts';
import { createNotices } from './notices.ts';
import { hasOtherWelcome, noteWelcome, noteWords } from './only-welcome.ts';
import { quietChoices } from './quiet-choices.ts';
import { endSession, hasSession } from './session.ts';
import { keepTranscript } from './transcript.ts';
import { createWarning } from './warning.ts';

const language = pageLanguage();
const { words, timeLocale } = tongues[language];
const chat = element('chat');
const idleMs = Number(chat.dataset['idleMinutes']) * 60_000;
const host = joinHost();

interface Conversation {
  readonly post: ChatClient['postActivity'];
  readonly save: () => void;
  /** Takes it away from the screen; it can be resumed. */
  readonly close: () => void;
}

function openConversation(onLate: ChatClient['postActivity']): Conversation {
  const isNew = !hasSession();
  if (isNew) noteWelcome(language);
  const notices = createNotices(words);
  const line = openLine(language, { onState: notices.show, onLate });
  host.attach(line.client, isNew);
  noteWords(line.client.activity$);
  const transcript = keepTranscript(line.client.activity$, words, timeLocale);
  const container = document.createElement('div');
  chat.replaceChildren(container);
  const root = createRoot(container);
  root.render(chatElement(alwaysOnline(line.client), chat.dataset['nonce'] ?? '', language));
  const stopFollowing = followNewest(chat);
  return {
    post: line.client.postActivity,
    save: transcript.save,
    close: () => {
      stopFollowing();
      root.unmount();
      chat.replaceChildren();
      transcript.end();
      line.close();
      notices.end();
    },
  };
}

function begin(): Conversation {
  let next: Conversation | null = null;
  const beginNext = (): Conversation => (next ??= begin());
  const conversation = openConversation((activity) => beginNext().post(activity));
  const warning = createWarning(words, () => idle.used());
  const idle = watchIdle({ idleMs, onWarning: warning.show, onUsed: warning.hide, onIdle: () => end('idle') });
  const stop = (): void => {
    idle.stop();
    warning.hide();
    conversation.close();
    endSession();
    forgetUse();
    document.body.classList.remove('running');
  };
  const end = (by: EndedBy): void => {
    stop();
    showEnded(words, by, beginNext);
  };
  document.body.classList.add('running');
  element('ended').replaceChildren();
  element('save').onclick = conversation.save;
  element('end').onclick = () => end('visitor');
  element('restart').onclick = () => {
    stop();
    beginNext();
  };
  return conversation;
}

restAfterPress(chat);
quietChoices(chat);
// Left open, and found again by whoever comes next.
if (wasLeft(idleMs) || hasOtherWelcome(language)) endSession();
element('tools').hidden = false;
begin();
