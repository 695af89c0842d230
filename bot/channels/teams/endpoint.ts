/** POST /api/messages: the gates in front of the SDK, and the protocol's shape of every answer. */
import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import type { Request, Response } from 'restify';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { sendError } from '../http.ts';
import { type InboundActivity, parseActivity } from './activity.ts';
import { isLocalCall } from './addresses.ts';
import { RefusedError, type StrictAuthentication } from './authentication.ts';
import type { Answer } from './turn.ts';

export interface EndpointOptions {
  readonly adapter: CloudAdapter;
  readonly authentication: StrictAuthentication;
  /** Without an app id: serve programs on this machine and nobody else. */
  readonly localOnly: boolean;
  readonly runTurn: (context: TurnContext, activity: InboundActivity) => Promise<Answer>;
  /** Called after the response: the replies of this conversation may go out. */
  readonly deliver: (conversation: string) => void;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'authRefused'>;
}

const STATUS_CODES = { 401: 'Unauthorized', 403: 'Forbidden', 503: 'ServiceUnavailable' } as const;

/** Makes the handler. Every answer is a success, or `{ error: { code, message } }` without text from exceptions or from the caller. */
export function createEndpoint(options: EndpointOptions): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      if (options.localOnly && !isLocalCall(request)) {
        throw new RefusedError(403, 'peer', 'Without MICROSOFT_APP_ID this address serves programs on the same machine only.');
      }
      const parsed = parseActivity(request.body);
      if (!parsed.ok) {
        sendError(response, 400, 'BadArgument', parsed.message);
        return;
      }
      const answer = await processActivity(options, request.headers.authorization ?? '', parsed.activity);
      sendAnswer(response, answer);
      if ((answer?.kind === 'taken' || answer?.kind === 'invoked') && answer.waiting !== null) options.deliver(answer.waiting);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      refuse(options, response, error);
    }
  };
}

/** Null when the turn failed. */
async function processActivity({ adapter, authentication, runTurn }: EndpointOptions, authorization: string, activity: InboundActivity): Promise<Answer | null> {
  // The SDK's type asks for fields that no channel sends; parseActivity has checked the ones that are used.
  const sdkActivity = activity as unknown as Activity;
  const authenticated = await authentication.authenticateRequest(sdkActivity, authorization);
  const turn: { answer: Answer | null } = { answer: null };
  // Not adapter.process: that one sends exception text to the caller, and knows no 403.
  await adapter.processActivityDirect(authenticated, sdkActivity, async (context) => {
    turn.answer = await runTurn(context, activity);
  });
  return turn.answer;
}

function sendAnswer(response: Response, answer: Answer | null): void {
  switch (answer?.kind) {
    case 'taken':
      response.send(200);
      break;
    case 'replies':
      response.send(200, { activities: answer.activities });
      break;
    case 'invoked':
      response.send(200, answer.body);
      break;
    case 'unknown-invoke':
      sendError(response, 501, 'NotImplemented', 'The bot does not know this invoke activity.');
      break;
    // onTurnError has logged why. Nothing is committed, so the channel's next try runs the turn.
    case undefined:
      sendError(response, 500, 'ServiceError', 'The activity could not be handled. Send it again.');
  }
}

function refuse({ log, metrics }: EndpointOptions, response: Response, { status, reason, message, cause }: RefusedError): void {
  metrics.authRefused('teams', reason);
  if (status === 503) log.error({ err: cause, channel: 'teams', reason }, 'tokens cannot be checked');
  sendError(response, status, STATUS_CODES[status], message);
}
