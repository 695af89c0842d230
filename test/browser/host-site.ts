/** A site of somebody else, on an origin of its own, whose pages hold the widget. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostSite {
  readonly origin: string;
  /** What the pages' Content-Security-Policy is from now on. */
  policy: string;
  /** What is in the page from now on, e.g. the script tag. */
  content: string;
  /** What /identity answers; null: nobody is logged in. */
  identity: () => Promise<string | null>;
  close(): Promise<void>;
}

/** `host` is a name of this computer: 127.0.0.1 and localhost are different sites to a browser. */
export async function startHostSite(host = '127.0.0.1'): Promise<HostSite> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/identity') {
      const jwt = await site.identity();
      response.writeHead(jwt === null ? 401 : 200, { 'content-type': 'text/plain' });
      response.end(jwt ?? '');
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': site.policy });
    response.end(`<!doctype html><html lang="sv"><head><title>Intranätet</title></head><body><h1>Intranätet</h1><p><a id="next" href="/next">Nästa sida</a> <button id="own">Egen knapp</button></p>${site.content}</body></html>`);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const site = {
    origin: `http://${host}:${port}`,
    policy: '',
    content: '',
    identity: (): Promise<string | null> => Promise.resolve(null),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return site;
}
