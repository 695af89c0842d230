/** Bytes on a connection, as no HTTP client would send them. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Everything that came back, and whether the other side ended the connection. */
export interface Exchange {
  /** Of every response, in order. */
  readonly statuses: readonly number[];
  readonly text: string;
}

/** A connection that keeps its own side open when the other side ends. Errors end it: a reset is an answer, too. */
export async function open(address: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  await once(socket, 'connect');
  socket.on('error', () => socket.destroy());
  return socket;
}

/**
 * Sends bytes and waits until the service ends the connection: it does so after `Connection: close`, and after a request
 * that it cannot read.
 */
export function exchange(address: string, bytes: string | Uint8Array): Promise<Exchange> {
  return talk(address, bytes, false);
}

/** Sends bytes and then says that nothing more comes, wherever that is. A request under way may get no answer. */
export function breakOff(address: string, bytes: string | Uint8Array): Promise<Exchange> {
  return talk(address, bytes, true);
}

async function talk(address: string, bytes: string | Uint8Array, isEnded: boolean): Promise<Exchange> {
  const socket = await open(address);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  if (isEnded) socket.end();
  await ended;
  socket.destroy();
  const text = Buffer.concat(chunks).toString('latin1');
  return { statuses: statusesIn(text), text };
}

function statusesIn(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

/** A request as text. `Connection: close` is the caller's to add. */
export function request(line: string, headers: readonly string[] = [], body = ''): string {
  return [`${line} HTTP/1.1`, 'Host: bot.example.test', ...headers, '', body].join('\r\n');
}
