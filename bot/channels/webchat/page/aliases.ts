/**
 * A message that is sent again keeps its first clientActivityID, by which the server knows it for the same turn: otherwise
 * one whose every answer was lost would be taken twice. Web Chat gives each attempt an id of its own and waits for it to
 * come back, so the ids are exchanged on the way.
 */
import type { Activity } from 'botframework-directlinejs';

/** Where a second attempt names the first; never sent. */
export const FIRST_ID = 'etjanstekort:first-id';

export interface Aliases {
  /** What goes to the server. */
  outgoing(activity: Activity): Activity;
  /** What Web Chat is shown. */
  incoming(activity: Activity): Activity;
}

export function createAliases(): Aliases {
  const latest = new Map<unknown, unknown>();
  const withId = (activity: Activity, clientActivityID: unknown): Activity => {
    const channelData = Object.entries(activity.channelData ?? {}).filter(([name]) => name !== FIRST_ID);
    return { ...activity, channelData: { ...Object.fromEntries(channelData), clientActivityID } };
  };
  return {
    outgoing: (activity) => {
      const first = activity.channelData?.[FIRST_ID];
      if (first === undefined) return activity;
      latest.set(first, activity.channelData?.['clientActivityID']);
      return withId(activity, first);
    },
    incoming: (activity) => {
      const alias = latest.get(activity.channelData?.['clientActivityID']);
      return alias === undefined ? activity : withId(activity, alias);
    },
  };
}
