/**
 * The line to the bot, as Web Chat sees it: a Direct Line client that is always there. Web Chat throws away what is typed
 * or chosen before its client has connected, and while it connects again; here such a message waits, and is seen to wait.
 */
import type { Activity } from 'botframework-directlinejs';
import { BehaviorSubject } from 'rxjs/BehaviorSubject';
import type { Observable } from 'rxjs/Observable';
import { Subject } from 'rxjs/Subject';
import { defer } from 'rxjs/observable/defer';
import { merge } from 'rxjs/observable/merge';
import { filter } from 'rxjs/operators/filter';
import { map } from 'rxjs/operators/map';
import { mergeMap } from 'rxjs/operators/mergeMap';
import { take } from 'rxjs/operators/take';
import { tap } from 'rxjs/operators/tap';
import { createAliases } from './aliases.ts';
import { keepConnected, type Connection, type LineState } from './connection.ts';
import { resending } from './resend.ts';

/** What users of a Direct Line client need of it. */
export interface ChatClient {
  activity$: Observable<Activity>;
  readonly connectionStatus$: Observable<number>;
  /** Gives the id of the activity. */
  readonly postActivity: (activity: Activity) => Observable<string>;
  /** Empty until the conversation has begun. */
  token: string;
}

export interface Line {
  readonly client: ChatClient;
  readonly close: () => void;
}

/** ConnectionStatus of the official client. */
const statusOf: Readonly<Record<LineState, number>> = { connecting: 1, online: 2, lost: 1, expired: 3 };
/** The server hands a message to the stream before it answers the post: one that is not seen by then has a dead stream. */
const echoMs = 4000;

export interface LineEvents {
  readonly onState: (state: LineState) => void;
  /** Something is sent on a line that has been closed: by the host page, which does not know. Sends it elsewhere. */
  readonly onLate: (activity: Activity) => Observable<string>;
}

export function openLine(locale: string, { onState, onLate }: LineEvents): Line {
  const activity$ = new Subject<Activity>();
  const connectionStatus$ = new BehaviorSubject(statusOf.connecting);
  const aliases = createAliases();
  const seen = new Set<unknown>();
  let isClosed = false;
  const connection = keepConnected(locale, {
    onState: (state) => {
      connectionStatus$.next(statusOf[state]);
      onState(state);
    },
    onActivity: (activity) => {
      const shown = aliases.incoming(forAnybody(activity));
      seen.add(clientId(shown));
      activity$.next(shown);
    },
  });
  const send = resending((activity) => postWhenBegun(connection, activity), connection.isOver);
  const lookForEcho = (id: unknown): unknown => setTimeout(() => seen.has(id) || connection.refresh(), echoMs);
  const postActivity = (activity: Activity): Observable<string> =>
    defer(() => {
      if (isClosed) return onLate(activity);
      const id = clientId(activity);
      // Seen in the conversation: it got through, whatever became of the answer.
      const echo = activity$.pipe(filter((one) => clientId(one) === id), map((one) => one.id ?? ''));
      return merge(send(aliases.outgoing(activity)).pipe(tap(() => lookForEcho(id))), echo).pipe(take(1));
    });
  const close = (): void => {
    isClosed = true;
    connection.close();
  };
  return { client: withToken({ activity$, connectionStatus$, postActivity }, connection), close };
}

/** What Web Chat is given, once whoever else follows the client has been attached to it. */
export function alwaysOnline({ activity$, postActivity }: ChatClient): object {
  return { activity$, postActivity, connectionStatus$: new BehaviorSubject(statusOf.online), end: () => undefined };
}

function postWhenBegun({ client$ }: Connection, activity: Activity): Observable<string> {
  return client$.pipe(
    filter((client) => client !== null),
    take(1),
    mergeMap((client) => client.postActivity(activity)),
  );
}

function withToken(client: Omit<ChatClient, 'token'>, { client$ }: Connection): ChatClient {
  return {
    ...client,
    get token() {
      return client$.value?.token ?? '';
    },
    set token(token) {
      if (client$.value !== null) client$.value.token = token;
    },
  };
}

function clientId({ channelData }: Activity): unknown {
  return channelData?.['clientActivityID'];
}

/** Choices name the user of the token, whom Web Chat does not know yet when it is shown. */
function forAnybody(activity: Activity): Activity {
  const { suggestedActions } = activity;
  return suggestedActions === undefined ? activity : { ...activity, suggestedActions: { ...suggestedActions, to: [] } };
}
