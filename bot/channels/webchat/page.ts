/** The page at / and the files that it loads. */
import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { WebchatDeps } from './deps.ts';
import { loadPageFiles, type PageFile } from './page-files.ts';
import { pageHtml } from './page-html.ts';
import { socketOrigin } from './origin.ts';

/** Where the page's files stand. */
const FILES_PATH = '/webchat';
const emptyStyle = `sha256-${createHash('sha256').digest('base64')}`;

/** Throws when the folder holds no finished build. */
export function mountPage(server: Server, folder: string, deps: WebchatDeps): void {
  const { script, style, icon, files } = loadPageFiles(folder);
  const urls = { script: `${FILES_PATH}/${script}`, style: `${FILES_PATH}/${style}`, icon: `${FILES_PATH}/${icon}` };
  getOrHead(server, '/', async (request, response) => {
    // A fresh nonce for each answer, so nothing may keep one.
    const nonce = randomBytes(16).toString('base64');
    const language = new URLSearchParams(request.getQuery()).get('lang') === 'en' ? 'en' : 'sv';
    const html = pageHtml({ ...urls, language, nonce, servicedesk: deps.servicedesk, idleMinutes: deps.idleMinutes });
    await sendBytes(response, Buffer.from(html), {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(nonce, socketOrigin(request, deps.publicUrl)),
    });
  });
  getOrHead(server, `${FILES_PATH}/:file`, async (request, response) => {
    const file = files.get((request.params as { file: string }).file);
    if (file === undefined) response.send(404, { error: { code: 'NotFound', message: 'There is no such file.' } });
    else await sendFile(request, response, file);
  });
}

/** RFC 9110 section 9.3.2: HEAD is answered as GET is; Node leaves the body out. */
function getOrHead(server: Server, path: string, handler: (request: Request, response: Response) => Promise<void>): void {
  server.get(path, handler);
  server.head(path, handler);
}

/**
 * Content Security Policy Level 3. Scripts are files of this origin and nothing else. Web Chat makes its style sheets at
 * run time, with the nonce; the scrolling that it uses makes an empty one without, hence the hash of nothing. Pictures
 * that it draws itself are data: and blob:. `socket` is named because not every browser counts ws: as 'self'.
 */
function contentSecurityPolicy(nonce: string, socket: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' '${emptyStyle}'`,
    `connect-src 'self' ${socket}`,
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** The names hold a hash of the contents, so a browser may keep them for ever. */
async function sendFile(request: Request, response: Response, { type, encodings }: PageFile): Promise<void> {
  const accepted = request.headers['accept-encoding']?.toString() ?? '';
  const encoding = (['br', 'gzip'] as const).find((name) => encodings[name] !== undefined && accepts(accepted, name)) ?? 'identity';
  const headers = { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable', Vary: 'Accept-Encoding' };
  await sendBytes(response, encodings[encoding] ?? encodings.identity, { ...headers, ...(encoding !== 'identity' && { 'Content-Encoding': encoding }) });
}

/** Whether an Accept-Encoding header (RFC 9110 section 12.5.3) lists a coding with a weight above 0. */
function accepts(header: string, coding: string): boolean {
  return header.split(',').some((item) => {
    const [name = '', weight = ''] = item.split(';').map((part) => part.trim().toLowerCase());
    return name === coding && !/^q=0(\.0*)?$/.test(weight);
  });
}

function sendBytes(response: Response, bytes: Buffer, headers: Readonly<Record<string, string>>): Promise<void> {
  response.writeHead(200, { ...headers, 'Content-Length': bytes.length });
  return new Promise((resolve) => response.end(bytes, () => resolve()));
}
