/** Sends pages and built files: HEAD as GET, compressed where the browser takes it, not again what it has. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { PageFile } from './page-files.ts';

type Handler = (request: Request, response: Response) => Promise<void>;

/** RFC 9110 section 9.3.2: HEAD is answered as GET is; Node leaves the body out. */
export function getOrHead(server: Server, path: string, handler: Handler): void {
  server.get(path, handler);
  server.head(path, handler);
}

/** `headers` say how long it may be kept. A browser that names the ETag of what it has is told to keep it (RFC 9110 section 13.1.2). */
export async function sendFile(request: Request, response: Response, { type, etag, encodings }: PageFile, headers: Readonly<Record<string, string>>): Promise<void> {
  const common = { ...headers, ETag: etag, Vary: 'Accept-Encoding' };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, common);
    await ended(response);
    return;
  }
  const encoding = (['br', 'gzip'] as const).find((name) => encodings[name] !== undefined && accepts(request.headers, name)) ?? 'identity';
  await sendBytes(response, encodings[encoding] ?? encodings.identity, { 'Content-Type': type, ...common, ...(encoding !== 'identity' && { 'Content-Encoding': encoding }) });
}

export function sendBytes(response: Response, bytes: Buffer, headers: Readonly<Record<string, string>>): Promise<void> {
  response.writeHead(200, { ...headers, 'Content-Length': bytes.length });
  return ended(response, bytes);
}

function ended(response: Response, bytes?: Buffer): Promise<void> {
  return new Promise((resolve) => response.end(bytes, () => resolve()));
}

/** Whether an Accept-Encoding header (RFC 9110 section 12.5.3) lists a coding with a weight above 0. */
function accepts(headers: IncomingHttpHeaders, coding: string): boolean {
  return (headers['accept-encoding'] ?? '').split(',').some((item) => {
    const [name = '', weight = ''] = item.split(';').map((part) => part.trim().toLowerCase());
    return name === coding && !/^q=0(\.0*)?$/.test(weight);
  });
}
