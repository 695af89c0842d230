/** Where sockets are reached, and from which pages. */
import type { IncomingMessage } from 'node:http';
import type { WebchatDeps } from './deps.ts';

/** ws(s)://host: of the public address, or else of the Host that the client called. */
export function socketOrigin({ headers }: IncomingMessage, publicUrl: string | null): string {
  const { protocol, host } = new URL(publicUrl ?? `http://${headers.host ?? 'localhost'}`);
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}`;
}

/**
 * Whether the page that opens a socket is ours or on the operator's list (RFC 6455 section 10.2). A browser always says
 * in Origin which page it is; a client that says nothing is no browser, and no page can use it for its own ends.
 */
export function isAllowedPage({ headers }: IncomingMessage, { publicUrl, allowedOrigins = [] }: Pick<WebchatDeps, 'publicUrl' | 'allowedOrigins'>): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowedOrigins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  // Behind a proxy that ends TLS the scheme of our own address is not known, so the host decides.
  return page.host !== '' && (page.host === host || (publicUrl !== null && page.origin === new URL(publicUrl).origin));
}
