/**
 * Sends again what did not get through: the official client reports "retry" when the network is down or the server
 * answers with 5xx, and leaves it at that. Repeating is harmless, because the server takes an activity with the same
 * clientActivityID for the same turn.
 */
import type { Activity, DirectLine } from 'botframework-directlinejs';
import { Observable } from 'rxjs/Observable';
import { of } from 'rxjs/observable/of';
import { timer } from 'rxjs/observable/timer';
import { mergeMap } from 'rxjs/operators/mergeMap';

/** Milliseconds before each repetition; together less than the 20 s after which Web Chat offers to send again. */
const waits: readonly number[] = [1000, 2000, 4000, 8000];

type Post = DirectLine['postActivity'];

/** `isOver` says that repeating is in vain, because the conversation has ended. */
export function resending(post: Post, isOver: () => boolean): Post {
  const send = (activity: Activity, [wait, ...later]: readonly number[]): Observable<string> =>
    post(activity).pipe(
      mergeMap((id) => {
        if (id !== 'retry') return of(id);
        if (wait === undefined || isOver()) throw new Error('The message could not be sent.');
        return timer(wait).pipe(mergeMap(() => send(activity, later)));
      }),
    );
  return (activity) => send(activity, waits);
}
