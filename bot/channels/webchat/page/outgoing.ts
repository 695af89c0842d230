/**
 * A message that the visitor sends again takes the place of the one that failed: Web Chat alone keeps both, the failed
 * one still with its link. And what is on its way looks as it will when it has arrived, not as Markdown.
 */
import type { Action, ChatActivity, Middleware } from 'botframework-webchat-core';
import { FIRST_ID } from './aliases.ts';

/** Before the server's. Web Chat can only delete what has an id, and gives none to what it sends. */
const ownIdPrefix = 'unsent-';

/** Store middleware for one conversation. */
export function markOutgoing(): Middleware {
  return ({ dispatch }) => {
    const failed = new Set<unknown>();
    const remove = (activityID: string): unknown => dispatch({ type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID } });
    return (next) => (action) => {
      const activity = action.payload?.activity;
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED') failed.add(action.meta?.clientActivityID);
      if (activity === undefined) return next(action);
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY_PENDING') return next(withActivity(action, { ...activity, id: ownId(activity), textFormat: 'plain' }));
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY' && activity.id?.startsWith(ownIdPrefix) === true) {
        remove(activity.id);
        return next(withActivity(action, asRepetition(activity)));
      }
      // It got through after all: Web Chat would go on to say that it did not.
      if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && failed.delete(activity.channelData['clientActivityID'])) remove(ownId(activity));
      return next(action);
    };
  };
}

function withActivity(action: Action, activity: ChatActivity): Action {
  return { ...action, payload: { ...action.payload, activity } };
}

/** Names the first attempt (see aliases.ts). */
function asRepetition(activity: ChatActivity): ChatActivity {
  const { clientActivityID, [FIRST_ID]: first = clientActivityID } = activity.channelData;
  return { ...activity, channelData: { ...activity.channelData, [FIRST_ID]: first } };
}

function ownId({ channelData }: ChatActivity): string {
  return `${ownIdPrefix}${String(channelData['clientActivityID'])}`;
}
