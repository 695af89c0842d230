/** Puts the Direct Line calls on the server: from HTTP to a DirectLineRequest, and from an Answer to HTTP. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Next, Request, Response, Server } from 'restify';
import type { Call, CallName } from './calls.ts';
import { corsHeaders } from './cors.ts';
import type { WebchatDeps } from './deps.ts';
import { socketOrigin } from './origin.ts';
import { DIRECT_LINE_PATH } from './paths.ts';

const routes = [
  ['post', '/tokens/generate', 'generateToken'],
  ['post', '/tokens/refresh', 'refreshToken'],
  ['post', '/conversations', 'startConversation'],
  ['get', '/conversations/:id', 'reconnect'],
  ['post', '/conversations/:id/activities', 'postActivity'],
  ['post', '/conversations/:id/upload', 'upload'],
  ['get', '/conversations/:id/activities', 'getActivities'],
] as const satisfies readonly (readonly ['get' | 'post', string, CallName])[];

/** Handlers that restify 12 runs before everything else, which its types lack. */
type WithFirst = Server & { first(handler: (request: IncomingMessage, response: ServerResponse) => boolean): void };

export function mountCalls(server: Server, calls: Readonly<Record<CallName, Call>>, deps: WebchatDeps): void {
  // Also on refusals that the server makes before any route, e.g. 413: without them a page reads "network error".
  (server as WithFirst).first((request, response) => {
    if (request.url?.startsWith(DIRECT_LINE_PATH) === true) {
      for (const [name, value] of Object.entries(corsHeaders(request, deps.allowedOrigins))) response.setHeader(name, value);
    }
    return true;
  });
  for (const [method, path, name] of routes) server[method](DIRECT_LINE_PATH + path, serve(calls[name], deps));
  for (const path of new Set(routes.map(([, path]) => path))) server.opts(DIRECT_LINE_PATH + path, preflight);
}

function serve(call: Call, deps: WebchatDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { id } = request.params as { id?: string };
    const { status, body, headers } = await call({
      conversation: id ?? null,
      query: new URLSearchParams(request.getQuery()),
      body: request.body as unknown,
      authorization: request.headers.authorization,
      address: clientAddress(request, deps.trustForwardedFor ?? false),
      socketOrigin: socketOrigin(request, deps.publicUrl),
    });
    // An answer holds a token or what somebody wrote.
    response.send(status, body, { 'Cache-Control': 'no-store', ...headers });
  };
}

function preflight(_request: Request, response: Response, next: Next): void {
  response.send(204);
  next();
}

/** The caller's address. Of X-Forwarded-For only the last entry counts: our own proxy appended it, the others are the caller's claim. */
function clientAddress(request: IncomingMessage, trustForwardedFor: boolean): string {
  const forwarded = trustForwardedFor ? request.headers['x-forwarded-for'] : undefined;
  const last = forwarded?.toString().split(',').at(-1)?.trim();
  return last || (request.socket.remoteAddress ?? 'unknown');
}
