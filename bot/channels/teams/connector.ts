/**
 * The HTTP client below the SDK's connector. The SDK's own waits for ever, follows redirects and sends a message up
 * to four times on a 500; none of that can be switched off, but a client can be given. It stands on node:http, whose kept
 * connections cost half of what fetch does.
 */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { SendFailure, resultOfStatus } from './send-result.ts';

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;
type HttpRequest = Parameters<HttpClient['sendRequest']>[0];
type HttpHeaders = HttpRequest['headers'];

/** Faults after which certainly nothing has been sent: no name, no route, no connection. */
const NEVER_LEFT: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
/** Above any answer of the connector; what is longer is not from one. */
const MAX_ANSWER_BYTES = 1_048_576;
/** Shorter than a load balancer keeps an idle connection: a request on one that the other side is closing may or may not have arrived. */
const KEPT_IDLE_MS = 30_000;

export interface ConnectorTransport extends HttpClient {
  /** Ends the kept connections. */
  close(): void;
}

/**
 * Sends each request once. Resolves for a success only; everything else is a `SendFailure`, which the SDK does not repeat.
 * `onUnauthorized`: the connector did not take the bot's token.
 */
export function connectorTransport(timeoutMs: number, onUnauthorized: () => void): ConnectorTransport {
  const agents = { 'http:': new http.Agent({ keepAlive: true, timeout: KEPT_IDLE_MS }), 'https:': new https.Agent({ keepAlive: true, timeout: KEPT_IDLE_MS }) };
  return {
    sendRequest: async (request) => {
      const { status, headers, body } = await send(request, timeoutMs, agents);
      if (status === 401) onUnauthorized();
      if (status < 200 || status > 299) throw new SendFailure(resultOfStatus(status, headers['retry-after'] ?? null, new Date(), isRepeatable(request)));
      return { request, status, headers: replaceHeaders(request.headers.clone(), headers), bodyAsText: body };
    },
    close: () => {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

/**
 * True when a second time changes nothing: reading, updating, and opening a personal chat, which Teams does once for a
 * person and the bot (Bot Connector, "Create Conversation"). The bot creates no other conversations.
 */
function isRepeatable({ method, url }: HttpRequest): boolean {
  return method !== 'POST' || /\/v3\/conversations\/?$/.test(new URL(url).pathname);
}

interface Received {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function send(request: HttpRequest, timeoutMs: number, agents: Readonly<Record<'http:' | 'https:', http.Agent>>): Promise<Received> {
  try {
    const url = new URL(request.url);
    const options = { method: request.method, headers: request.headers.rawHeaders(), signal: AbortSignal.timeout(timeoutMs) };
    return await exchange(url.protocol === 'http:' ? http.request(url, { ...options, agent: agents['http:'] }) : https.request(url, { ...options, agent: agents['https:'] }), request);
  } catch (cause) {
    const harmless = neverLeft(cause) || isRepeatable(request);
    throw new SendFailure(harmless ? { kind: 'again', reason: neverLeft(cause) ? 'not reached' : 'no answer', afterMs: null } : { kind: 'unknown', reason: 'no answer' }, cause);
  }
}

/** Node follows no redirects. */
function exchange(outgoing: http.ClientRequest, { body }: HttpRequest): Promise<Received> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      readText(response).then((text) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }), reject);
    });
    outgoing.end(typeof body === 'string' ? body : undefined);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new RangeError(`The connector's answer is longer than ${MAX_ANSWER_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function neverLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && NEVER_LEFT.includes(error.code);
}

// The SDK wants its own class of headers and does not export it; a clone of the request's is one.
function replaceHeaders(target: HttpHeaders, source: IncomingMessage['headers']): HttpHeaders {
  for (const name of target.headerNames()) target.remove(name);
  for (const [name, value] of Object.entries(source)) if (value !== undefined) target.set(name, String(value));
  return target;
}
