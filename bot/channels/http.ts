/**
 * The HTTP server that every channel mounts its routes on. It owns what must be the same everywhere: limits, headers,
 * the shape of errors ({ error: { code, message } }, as Direct Line and the Bot Framework have it), request lines in
 * the log and their metric.
 *
 * Mount handlers as `async (request, response)`: restify hands their rejections to `answerTo`, while a throw in a
 * callback-style handler would end the process.
 */
import type { AddressInfo } from 'node:net';
import restify, { type Next, type Request, type Response, type Route, type Server, type ServerOptions } from 'restify';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

export interface HttpOptions {
  /** Of any request body, whatever its type. */
  readonly maxBodyBytes: number;
  /** For the whole request to arrive. It is cut at most half of that later. */
  readonly requestTimeoutMs: number;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'requestServed'>;
}

/** Longer than the 60 s for which proxies keep a connection: who closes first must not be us, or a request on its way gets lost. */
const KEEP_ALIVE_MS = 65_000;

/** What an answer that is no page may do when a browser opens it: nothing. The page has a policy of its own. */
const NO_CONTENT_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Makes a server without routes; nothing listens yet. A JSON body is in `request.body`, parsed; a multipart or binary body is left in the stream. */
export function createHttpServer({ maxBodyBytes, requestTimeoutMs, log, metrics }: HttpOptions): Server {
  const server = restify.createServer({
    // An empty name keeps the Server header away.
    name: '',
    // restify 12 logs with pino; its types still name bunyan, which has the same methods where restify calls them.
    log: log as unknown as NonNullable<ServerOptions['log']>,
    onceNext: true,
  });
  server.server.requestTimeout = requestTimeoutMs;
  server.server.headersTimeout = requestTimeoutMs;
  server.server.keepAliveTimeout = KEEP_ALIVE_MS;
  // How often Node looks for slow requests, an option of the constructor that restify calls without any; read at the start of listening.
  Object.assign(server.server, { connectionsCheckingInterval: Math.ceil(requestTimeoutMs / 2) });
  server.pre(setHeaders, (request, response, next) => refuseUnreadable(maxBodyBytes, request, response, next));
  // The types lack maxBodySize, which the parser passes on to its reader.
  const parsing = { mapParams: false, maxBodySize: maxBodyBytes };
  server.use(restify.plugins.jsonBodyParser(parsing));
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    noteFailure(log, request, error);
    // Only a broken connection tells the client that an answer is not whole; `done` would let restify answer again.
    if (response.headersSent) response.destroy();
    else {
      sendError(response, ...answerTo(error));
      done();
    }
  });
  server.on('after', (request: Request, response: Response, route: Route | undefined) => noteRequest({ log, metrics }, request, response, route));
  return server;
}

/** Answers with an error in the common shape. `message` is for developers: no exception text, nothing that the caller sent. */
export function sendError(response: Response, status: number, code: string, message: string): void {
  response.send(status, { error: { code, message } });
}

/** Starts listening. Port 0 takes a free one; the address that was taken is returned. Rejects when it cannot be had. */
export async function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on a pipe. Give a host and a port.');
  return address;
}

/**
 * Takes no new requests, lets the running ones end, and cuts what is left after `graceMs`. Always resolves. Sockets
 * that were upgraded belong to the channel that upgraded them: it closes them first.
 */
export async function closeGracefully(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.server.close(() => resolve());
  });
  // A kept-alive connection that falls idle from now on would hold the server open until its own time-out.
  server.on('after', () => closeIdleConnections(server));
  const cut = new AbortController();
  await Promise.race([closed, graceEnds(graceMs, cut.signal)]);
  cut.abort();
  if ('closeAllConnections' in server.server) server.server.closeAllConnections();
}

function closeIdleConnections(server: Server): void {
  if ('closeIdleConnections' in server.server) server.server.closeIdleConnections();
}

function graceEnds(graceMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, graceMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

function setHeaders(request: Request, response: Response, next: Next): void {
  response.setHeader('X-Request-Id', request.id());
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Content-Security-Policy', NO_CONTENT_POLICY);
  next();
}

/** Refuses before restify's own parsing what that parsing would let through or fall over. */
function refuseUnreadable(maxBodyBytes: number, request: Request, response: Response, next: Next): void {
  if (!hasReadableUrl(request)) {
    sendError(response, 400, 'BadArgument', 'The address or the Host header cannot be read.');
    next(false);
    return;
  }
  // restify unpacks gzip without a limit on what comes out, and a damaged stream is an uncaught error.
  if (!isUnpacked(request)) {
    sendError(response, 415, 'UnsupportedMediaType', 'Send the body without a content encoding.');
    next(false);
    return;
  }
  // It says what its absence says, and restify's parsing fails on it.
  delete request.headers['content-encoding'];
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) {
    sendError(response, 413, 'PayloadTooLarge', `A body may have ${maxBodyBytes} bytes.`);
    next(false);
    return;
  }
  next();
}

/** RFC 9110 section 8.4.1: names of codings do not depend on case; `identity` is none. */
function isUnpacked({ headers }: Request): boolean {
  return (headers['content-encoding'] ?? 'identity').toLowerCase() === 'identity';
}

// restify builds a URL of the Host header while it routes; an invalid one throws there, outside every handler.
function hasReadableUrl(request: Request): boolean {
  try {
    request.getUrl();
    return true;
  } catch {
    return false;
  }
}

/** Refusals that restify itself makes, by its names. Every other error is ours, so its text and status stay here. */
const REFUSALS: Readonly<Record<string, readonly [status: number, code: string, message: string]>> = {
  InvalidContentError: [400, 'BadArgument', 'The body is not valid JSON.'],
  BadDigestError: [400, 'BadArgument', 'The body does not match its Content-MD5.'],
  ResourceNotFoundError: [404, 'NotFound', 'There is nothing at this address.'],
  MethodNotAllowedError: [405, 'MethodNotAllowed', 'This address does not take this method.'],
  PayloadTooLargeError: [413, 'PayloadTooLarge', 'The body is too large.'],
};

function refusalOf(error: unknown): (typeof REFUSALS)[string] | undefined {
  return error instanceof Error ? REFUSALS[error.name] : undefined;
}

/** The store cannot serve now; nothing is known to be lost, and the same request may be sent again. Known by its name: no channel knows the store. */
const UNAVAILABLE: (typeof REFUSALS)[string] = [503, 'ServiceUnavailable', 'The bot cannot serve this now. Send it again later.'];

function answerTo(error: unknown): (typeof REFUSALS)[string] {
  if (error instanceof Error && error.name === 'StoreUnavailable') return UNAVAILABLE;
  return refusalOf(error) ?? [500, 'ServiceError', 'The request failed.'];
}

function noteFailure(log: Log, request: Request, error: unknown): void {
  if (refusalOf(error) === undefined) log.error({ err: error, requestId: request.id(), method: request.method }, 'a request failed');
}

function noteRequest({ log, metrics }: Pick<HttpOptions, 'log' | 'metrics'>, request: Request, response: Response, route: Route | undefined): void {
  // The template and never the address: an address holds conversation ids, and its query holds tokens.
  const template = typeof route?.spec.path === 'string' ? route.spec.path : 'unmatched';
  const status = response.statusCode;
  metrics.requestServed(template, status);
  const line = { requestId: request.id(), method: request.method, route: template, status, ms: Date.now() - request.time() };
  if (status >= 400) log.info(line, 'request refused');
  else log.debug(line, 'request served');
}
