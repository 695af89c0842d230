/**
 * The HTTP client below the SDK's connector. The SDK's own waits for ever, follows redirects and sends a message up
 * to four times on a 500; none of that can be switched off, but a client can be given.
 */
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { SendFailure, resultOfStatus } from './send-result.ts';

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;
type HttpRequest = Parameters<HttpClient['sendRequest']>[0];
type HttpHeaders = HttpRequest['headers'];

/** Faults after which certainly nothing has been sent: no name, no route, no connection. */
const NEVER_LEFT: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** Sends each request once. Resolves for a success only; everything else is a `SendFailure`, which the SDK does not repeat. */
export function connectorTransport(timeoutMs: number): HttpClient {
  return {
    sendRequest: async (request) => {
      const response = await send(request, timeoutMs);
      if (!response.ok) throw new SendFailure(resultOfStatus(response.status, response.headers.get('retry-after'), new Date()));
      return { request, status: response.status, headers: replaceHeaders(request.headers.clone(), response.headers), bodyAsText: response.body };
    },
  };
}

interface Received {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

async function send({ url, method, headers, body }: HttpRequest, timeoutMs: number): Promise<Received> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method, headers: headers.rawHeaders(), body: typeof body === 'string' ? body : null, redirect: 'manual', signal });
    return { ok: response.ok, status: response.status, headers: response.headers, body: await response.text() };
  } catch (cause) {
    throw new SendFailure(neverLeft(cause) ? { kind: 'again', reason: 'not reached', afterMs: null } : { kind: 'unknown', reason: 'no answer' }, cause);
  }
}

// The cause of fetch's TypeError says what happened below it.
function neverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && NEVER_LEFT.includes(cause.code);
}

// The SDK wants its own class of headers and does not export it; a clone of the request's is one.
function replaceHeaders(target: HttpHeaders, source: Headers): HttpHeaders {
  for (const name of target.headerNames()) target.remove(name);
  source.forEach((value, name) => target.set(name, value));
  return target;
}
