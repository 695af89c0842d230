/** The page at /, the files that it loads, and the widget's loader at /widget.js. */
import { createHash, randomBytes } from 'node:crypto';
import type { Request, Server } from 'restify';
import * as z from 'zod';
import type { WebchatDeps } from './deps.ts';
import { getOrHead, sendBytes, sendFile } from './http-files.ts';
import { loadPageFiles } from './page-files.ts';
import { pageHtml, type PageView } from './page-html.ts';
import { socketOrigin } from './origin.ts';

/** Where the page's files stand. */
const FILES_PATH = '/webchat';
const emptyStyle = `sha256-${createHash('sha256').digest('base64')}`;

/** Throws when the folder holds no finished build. */
export function mountPage(server: Server, folder: string, deps: WebchatDeps): void {
  const { script, style, icon, widget, files } = loadPageFiles(folder);
  const urls = { script: `${FILES_PATH}/${script}`, style: `${FILES_PATH}/${style}`, icon: `${FILES_PATH}/${icon}` };
  const hosts = deps.embedOrigins ?? [];
  getOrHead(server, '/', async (request, response) => {
    // A fresh nonce for each answer, so nothing may keep one.
    const nonce = randomBytes(16).toString('base64');
    const html = pageHtml({ ...urls, ...viewOf(request, deps), nonce, hosts, servicedesk: deps.servicedesk, idleMinutes: deps.idleMinutes });
    await sendBytes(response, Buffer.from(html), {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(nonce, socketOrigin(request, deps.publicUrl), hosts),
    });
  });
  // The names hold a hash of the contents, so a browser may keep them for ever.
  const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };
  getOrHead(server, `${FILES_PATH}/:file`, async (request, response) => {
    const file = files.get((request.params as { file: string }).file);
    if (file === undefined) response.send(404, { error: { code: 'NotFound', message: 'There is no such file.' } });
    else await sendFile(request, response, file, forEver);
  });
  // One name for ever, so it is kept shortly. Any site may load it: it is public, and only named ones may show the chat.
  const shortly = { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
  getOrHead(server, '/widget.js', async (request, response) => {
    await sendFile(request, response, widget, shortly);
  });
}

const queryShape = z.object({ lang: z.enum(['sv', 'en']).catch('sv'), topic: z.string().max(100).catch(''), embedded: z.string().optional() });

/** What the address asks for: ?lang=en&topic=pin-forgotten&embedded. The question in ?q= is the script's. */
function viewOf(request: Request, { topicQuestion }: WebchatDeps): PageView {
  const { lang, topic, embedded } = queryShape.parse(Object.fromEntries(new URLSearchParams(request.getQuery())));
  const label = topicQuestion?.(topic, lang) ?? null;
  return { language: lang, topic: label === null ? null : { id: topic, label }, isEmbedded: embedded !== undefined };
}

/**
 * Content Security Policy Level 3. Scripts are files of this origin and nothing else. Web Chat makes its style sheets at
 * run time, with the nonce; the scrolling that it uses makes an empty one without, hence the hash of nothing. Pictures
 * that it draws itself are data: and blob:. `socket` is named because not every browser counts ws: as 'self'. `hosts` are
 * the sites that may hold the page in a frame.
 */
function contentSecurityPolicy(nonce: string, socket: string, hosts: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' '${emptyStyle}'`,
    `connect-src 'self' ${socket}`,
    "img-src 'self' data: blob:",
    "base-uri 'none'",
    "form-action 'self'",
    ['frame-ancestors', "'self'", ...hosts].join(' '),
  ].join('; ');
}
