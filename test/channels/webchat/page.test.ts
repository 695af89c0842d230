import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageNotBuiltError } from '../../../bot/channels/webchat/page-files.ts';
import { startWebchat, type Webchat } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'webchat-page-'));
let chat: Webchat;
beforeAll(async () => {
  writeFileSync(join(folder, 'chat-ABC.js'), 'let chat;');
  writeFileSync(join(folder, 'chat-ABC.js.br'), brotliCompressSync('let chat;'));
  writeFileSync(join(folder, 'page-ABC.css'), 'body{}');
  writeFileSync(join(folder, 'icon-ABC.svg'), '<svg/>');
  writeFileSync(join(folder, 'widget.js'), 'let widget;');
  writeFileSync(join(folder, 'secret.txt'), 'not in the manifest');
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ inputs: 'x', script: 'chat-ABC.js', style: 'page-ABC.css', icon: 'icon-ABC.svg', widget: 'widget.js', files: ['chat-ABC.js', 'page-ABC.css', 'icon-ABC.svg'] }));
  chat = await startWebchat({ pageFolder: folder, servicedesk: { internal: '30000', external: '0776-730000' }, embedOrigins: ['https://intra.example.se'], topicQuestion: (topic) => (topic === 'pin-forgotten' ? 'Jag har glömt min "PIN"' : null) });
});
afterAll(async () => {
  await chat.close();
  rmSync(folder, { recursive: true });
});

describe('the page', () => {
  it('says in Swedish, without any script, whom to call and what to do first when the card is lost', async () => {
    const html = await (await fetch(chat.origin)).text();
    const withoutScript = /<noscript>(.*)<\/noscript>/s.exec(html)?.[1] ?? '';
    expect(html).toContain('<html lang="sv">');
    expect(withoutScript).toMatch(/Spärra.*30000.*0776-730000/s);
  });

  it('allows scripts of its own origin only, and styles with a nonce that no other answer has', async () => {
    const policies = await Promise.all([fetch(chat.origin), fetch(chat.origin)].map(async (answer) => (await answer).headers.get('content-security-policy') ?? ''));
    const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).toContain(`connect-src 'self' ${chat.origin.replace('http:', 'ws:')};`);
      expect(policy).toMatch(/frame-ancestors 'self' https:\/\/intra\.example\.se$/);
      expect(policy).not.toMatch(/unsafe/);
    }
  });

  it('has an icon of its own', async () => {
    const html = await (await fetch(chat.origin)).text();
    const icon = await fetch(new URL(/rel="icon"[^>]* href="([^"]+)"/.exec(html)?.[1] ?? 'none', chat.origin));
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    expect(await icon.text()).toBe('<svg/>');
  });

  it.each(['/', '/webchat/chat-ABC.js'])('answers HEAD as it answers GET, without the body: %s', async (path) => {
    const [head, get] = await Promise.all([fetch(chat.origin + path, { method: 'HEAD' }), fetch(chat.origin + path)]);
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['content-type', 'content-length', 'cache-control']) expect(head.headers.get(name)).toBe(get.headers.get(name));
  });

  it('is kept by no cache', async () => {
    expect((await fetch(chat.origin)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('a file of the page', () => {
  it('is compressed where the browser takes it, and kept for ever', async () => {
    const compressed = await fetch(`${chat.origin}/webchat/chat-ABC.js`, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(compressed.headers.get('cache-control')).toContain('immutable');
    expect(await compressed.text()).toBe('let chat;');
    const plain = await fetch(`${chat.origin}/webchat/chat-ABC.js`, { headers: { 'accept-encoding': 'br;q=0' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe('let chat;');
  });

  it.each(['secret.txt', 'manifest.json', '..%2f..%2fpackage.json', 'chat-ABC.js.br', '__proto__'])('that is not in the manifest is 404: %s', async (name) => {
    expect((await fetch(`${chat.origin}/webchat/${name}`)).status).toBe(404);
  });
});

describe('the widget', () => {
  it('is loaded by any site, kept for minutes, and not sent again while it is the same', async () => {
    const answer = await fetch(`${chat.origin}/widget.js`);
    expect(await answer.text()).toBe('let widget;');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const again = await fetch(`${chat.origin}/widget.js`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });
});

describe('the address of the page', () => {
  const html = async (query: string): Promise<string> => (await fetch(`${chat.origin}/?${query}`)).text();

  it('chooses the language, and Swedish where it is none of ours', async () => {
    expect(await html('lang=en')).toMatch(/<html lang="en">.*a bot, not/s);
    expect(await html('lang=fi')).toContain('<html lang="sv">');
  });

  it('names a topic that a conversation begins with, where there is one', async () => {
    expect(await html('topic=pin-forgotten')).toContain('data-topic="pin-forgotten" data-topic-label="Jag har glömt min &quot;PIN&quot;"');
    expect(await html('topic=%22%3E%3Cscript%3E')).not.toMatch(/data-topic|<script>/);
  });
});

describe('a page that has not been built', () => {
  it('stops the start and says what to run', async () => {
    const missing = startWebchat({ pageFolder: join(folder, 'nowhere') });
    await expect(missing).rejects.toThrow(PageNotBuiltError);
    await expect(missing).rejects.toThrow(/npm run build/);
  });
});
