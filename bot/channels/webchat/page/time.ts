/** The time below a message, with 24 hours: Web Chat's own says "8:00 fm". */
import { createElement } from 'react';

interface StatusArguments {
  readonly activity: { readonly timestamp?: string };
  readonly hideTimestamp?: boolean;
  readonly sendState: 'sending' | 'send failed' | 'sent';
}

/** Web Chat's activity status middleware. Leaves "sending" and "could not send" to Web Chat. A message whose time stands below the next one has none, not even to be read aloud. */
export function showTime(locale: string) {
  const timeOnly = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const dayAndTime = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  return () => (next: (args: StatusArguments) => unknown) => (args: StatusArguments) => {
    const { activity, hideTimestamp, sendState } = args;
    if (sendState !== 'sent' || activity.timestamp === undefined) return next(args);
    if (hideTimestamp) return null;
    const at = new Date(activity.timestamp);
    const isToday = at.toDateString() === new Date().toDateString();
    return createElement('time', { className: 'time', dateTime: activity.timestamp }, (isToday ? timeOnly : dayAndTime).format(at));
  };
}
