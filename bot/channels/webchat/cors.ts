/** CORS (Fetch standard, section 3.3) for pages of other origins that the operator has named. */
import type { IncomingMessage } from 'node:http';

// What the official client sends.
const requestHeaders = 'authorization, content-type, x-ms-bot-agent, x-requested-with';

/** The headers that let the calling page read the answer; none unless its origin is on the list. */
export function corsHeaders({ headers }: IncomingMessage, allowedOrigins: readonly string[] = []): Record<string, string> {
  if (allowedOrigins.length === 0) return {};
  const { origin } = headers;
  // A cache must not give one origin's answer to another.
  if (origin === undefined || !allowedOrigins.includes(origin)) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': requestHeaders,
    'Access-Control-Expose-Headers': 'Retry-After',
    'Access-Control-Max-Age': '600',
  };
}
