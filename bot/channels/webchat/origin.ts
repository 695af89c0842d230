/** Where sockets are reached. */
import type { IncomingMessage } from 'node:http';

/** ws(s)://host: of the public address, or else of the Host that the client called. */
export function socketOrigin({ headers }: IncomingMessage, publicUrl: string | null): string {
  const { protocol, host } = new URL(publicUrl ?? `http://${headers.host ?? 'localhost'}`);
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}`;
}
