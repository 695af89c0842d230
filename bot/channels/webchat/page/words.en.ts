/** What the page's script says in English. */
import type { Words } from './words.sv.ts';

export const en: Words = {
  typing: 'The bot is writing',
  offline: 'You have no network connection. The chat goes on when the network is back.',
  lost: 'The connection was lost. The chat is trying to connect again.',
  back: 'The connection is back.',
  idle: (seconds) => `Are you still there? The chat will be cleared in ${seconds} seconds, so that nobody else sees it.`,
  goOn: 'Continue',
  ended: {
    visitor: 'The conversation has ended and is gone from the screen.',
    idle: 'Nobody has used the chat for a while. The conversation has therefore ended and is gone from the screen.',
  },
  stillValid: 'A ticket or a request that you have sent still stands.',
  begin: 'Start a new chat',
  transcript: {
    title: (name) => `Conversation with ${name}`,
    saved: (when) => `Saved ${when}`,
    you: 'You',
    bot: 'The bot',
    fileName: 'korthjälpen',
  },
};
