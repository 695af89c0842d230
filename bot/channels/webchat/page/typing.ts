/** Shows that the bot is writing, when an answer takes long enough to wonder. The server sends no such activity: it usually answers within milliseconds. */
import type { Action, ChatActivity, Middleware } from 'botframework-webchat-core';

const wonderMs = 500;

/** Store middleware for one conversation. */
export function showTypingWhileWaiting(): Middleware {
  return ({ dispatch }) => {
    let lastOfBot: ChatActivity | undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const show = (): unknown => navigator.onLine && lastOfBot && dispatch({ type: 'DIRECT_LINE/INCOMING_ACTIVITY', payload: { activity: typingAfter(lastOfBot) } });
    return (next) => (action) => {
      if (isSending(action)) {
        clearTimeout(waiting);
        waiting = setTimeout(show, wonderMs);
      } else if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') {
        clearTimeout(waiting);
      } else if (isAnswer(action)) {
        clearTimeout(waiting);
        lastOfBot = action.payload.activity;
      }
      return next(action);
    };
  };
}

/** Web Chat takes the sign away at the next message of the same sender, in the order of the sequence. */
function typingAfter({ from, channelData }: ChatActivity): ChatActivity {
  const sequence = (channelData['webchat:sequence-id'] as number) + 0.5;
  return { type: 'typing', id: 'waiting', from, timestamp: new Date().toISOString(), channelData: { 'webchat:sequence-id': sequence } };
}

function isSending({ type, payload }: Action): boolean {
  return type === 'DIRECT_LINE/POST_ACTIVITY_PENDING' && payload?.activity?.type === 'message';
}

function isAnswer(action: Action): action is Action & { payload: { activity: ChatActivity } } {
  const activity = action.payload?.activity;
  return action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && activity?.type === 'message' && activity.from.role === 'bot';
}
