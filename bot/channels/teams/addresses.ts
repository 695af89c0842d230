/** Which peers may call an unauthenticated endpoint, and which services the bot may post to. */
import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

/** True for an address of this machine itself, IPv4 in IPv6 included; false for the undefined address of a pipe. */
export function isLoopback(address: string | undefined): boolean {
  const family = isIP(address ?? '');
  return address !== undefined && family !== 0 && LOOPBACK.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** What of a request tells where it comes from. */
interface Call {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: Readonly<Record<string, unknown>>;
}

/**
 * True when the caller is a program on this machine. Behind a proxy every peer is loopback, so a proxied request is not
 * local. Nor is one under a foreign name: a web page can have its own name point here (DNS rebinding), and its browser
 * then takes this endpoint for a part of the page.
 */
export function isLocalCall({ socket, headers }: Call): boolean {
  return isLoopback(socket.remoteAddress) && !PROXY_HEADERS.some((header) => header in headers) && isLocalHost(headers['host']);
}

// Only hand-made requests come without a Host; a browser's never does.
function isLocalHost(host: unknown): boolean {
  return host === undefined || (typeof host === 'string' && mayPostTo('loopback', `http://${host}`));
}

/** How far the bot may be sent: `loopback` without authentication, `https` with it, or only to the origins of a list. */
export type ServiceUrlRule = 'loopback' | 'https' | readonly string[];

/**
 * True when activities may be posted to this address. It comes out of a request, so without a rule any caller could
 * make the bot post to hosts that only the bot can reach.
 */
export function mayPostTo(rule: ServiceUrlRule, serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, origin } = new URL(serviceUrl);
  if (rule === 'https') return protocol === 'https:';
  if (rule === 'loopback') return (protocol === 'http:' || protocol === 'https:') && (hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, '')));
  return rule.some((allowed) => new URL(allowed).origin === origin);
}
