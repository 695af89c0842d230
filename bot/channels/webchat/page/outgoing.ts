/**
 * A message that the visitor sends again takes the place of the one that failed: Web Chat alone keeps both, the failed
 * one still with its link. And what is on its way looks as it will when it has arrived, not as Markdown.
 */
import type { ChatActivity, Middleware } from 'botframework-webchat-core';

/** Before the server's. Web Chat can only delete what has an id, and gives none to what it sends. */
const ownIdPrefix = 'unsent-';

/** Store middleware for one conversation. */
export function markOutgoing(): Middleware {
  return ({ dispatch }) =>
    (next) =>
    (action) => {
      const activity = action.payload?.activity;
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY_PENDING' && activity !== undefined) {
        return next({ ...action, payload: { ...action.payload, activity: { ...activity, id: ownId(activity), textFormat: 'plain' } } });
      }
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY' && activity?.id?.startsWith(ownIdPrefix) === true) {
        dispatch({ type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: activity.id } });
      }
      return next(action);
    };
}

function ownId({ channelData }: ChatActivity): string {
  return `${ownIdPrefix}${String(channelData['clientActivityID'])}`;
}
