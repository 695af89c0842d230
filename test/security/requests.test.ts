import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestService } from '../service/service.ts';
import { ENDPOINTS, expectUnharmed, POST_PATHS, startExposedService } from './service.ts';
import { breakOff, exchange, request } from './wire.ts';

let service: TestService;
beforeAll(async () => {
  service = await startExposedService();
}, 180_000);
afterAll(async () => {
  await expectUnharmed(service);
  await service.close();
});

const CLOSE = 'Connection: close';
const JSON_TYPE = 'Content-Type: application/json';

/** Node refuses what is not HTTP before any route sees it: 400, 417, 431, or no answer at all. */
async function expectRefused(bytes: string): Promise<void> {
  const { statuses, text } = await exchange(service.address, bytes);
  expect(statuses.length, text).toBeLessThanOrEqual(1);
  for (const status of statuses) {
    expect(status, text).toBeGreaterThanOrEqual(400);
    expect(status, text).toBeLessThan(500);
  }
}

describe('a request that is framed in two ways', () => {
  const hidden = request('GET /metrics', [CLOSE]);
  const smuggled: Readonly<Record<string, readonly string[]>> = {
    'Content-Length and Transfer-Encoding': ['Content-Length: 6', 'Transfer-Encoding: chunked'],
    'Transfer-Encoding and Content-Length': ['Transfer-Encoding: chunked', `Content-Length: ${hidden.length + 5}`],
    'two lengths': ['Content-Length: 0', `Content-Length: ${hidden.length}`],
    'a list of lengths': [`Content-Length: 0, ${hidden.length}`],
    'a negative length': ['Content-Length: -1'],
    'a length with a sign': ['Content-Length: +5'],
    'a length in hexadecimal': ['Content-Length: 0x5'],
    'a length beyond any number': [`Content-Length: ${'9'.repeat(40)}`],
    'chunked that is not last': ['Transfer-Encoding: chunked, identity'],
    'chunked twice': ['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'],
    'an unknown coding': ['Transfer-Encoding: xchunked'],
    'a coding behind a tab': ['Transfer-Encoding:\tchunked\x0b'],
    'a blank before the colon': ['Content-Length : 5'],
    'a folded header': ['Transfer-Encoding:', ' chunked', 'Content-Length: 5'],
    'a bare line feed': ['X: y\nTransfer-Encoding: chunked', 'Content-Length: 5'],
    'a null byte in a header': ['Content-Length: 5\0', 'X: y'],
  };

  it.each(Object.entries(smuggled))('(%s) gets one refusal, and what it hides is not served', async (_shape, headers) => {
    for (const path of POST_PATHS) await expectRefused(request(`POST ${path}`, headers, `0\r\n\r\n${hidden}`));
  });
});

describe('a body in chunks that break off', () => {
  const broken: Readonly<Record<string, string>> = {
    'no size': '\r\n{}\r\n0\r\n\r\n',
    'a size that is no number': 'zz\r\n{}\r\n0\r\n\r\n',
    'a size beyond any number': 'fffffffffffffffff\r\n{}\r\n0\r\n\r\n',
    'a negative size': '-2\r\n{}\r\n0\r\n\r\n',
    'more than its size': '1\r\n{}\r\n0\r\n\r\n',
    'a bare line feed': '2\n{}\n0\n\n',
    'an endless extension': `2;${'a'.repeat(200_000)}\r\n{}\r\n0\r\n\r\n`,
  };

  it.each(Object.entries(broken))('(%s) is refused', async (_shape, chunks) => {
    for (const path of POST_PATHS) {
      const { statuses } = await breakOff(service.address, request(`POST ${path}`, [JSON_TYPE, 'Transfer-Encoding: chunked'], chunks));
      // A route may have answered already without its body; then the connection ends.
      for (const status of statuses) expect(status).toBeLessThan(500);
    }
  });

  it('or end with the connection do no harm', async () => {
    for (const path of POST_PATHS) {
      await breakOff(service.address, request(`POST ${path}`, [JSON_TYPE, 'Content-Length: 100'], '{"type":'));
      await breakOff(service.address, request(`POST ${path}`, [JSON_TYPE, 'Transfer-Encoding: chunked'], '8\r\n{"type":'));
    }
  });
});

describe('headers', () => {
  it.each([
    ['one of 64 kB', [`X-Long: ${'a'.repeat(65_536)}`], 431],
    ['a token of 64 kB', [`Authorization: Bearer ${'a'.repeat(65_536)}`], 431],
    ['a thousand', Array.from({ length: 1_000 }, (_, index) => `X-${index}: a`), 431],
    ['an expectation that nobody meets', ['Expect: the-unexpected'], 417],
    ['a packed body', ['Content-Encoding: gzip'], 415],
    ['a body packed twice', ['Content-Encoding: identity, br'], 415],
  ] as const)('(%s) are refused everywhere', async (_what, headers, status) => {
    for (const [method, path] of ENDPOINTS) {
      const { statuses } = await exchange(service.address, request(`${method} ${path}`, [...headers, CLOSE]));
      expect(statuses, path).toEqual([status]);
    }
  });

  it.each([
    ['no coding, by name', 'Content-Encoding: identity'],
    ['a coding in capitals', 'Content-Encoding: IDENTITY'],
    ['an unknown type', 'Content-Type: application/x-www-form-urlencoded'],
    ['a type that is none', 'Content-Type: ;;;'],
    ['a type twice', 'Content-Type: application/json\r\nContent-Type: multipart/form-data'],
    ['multipart without a boundary', 'Content-Type: multipart/form-data'],
    ['bytes', 'Content-Type: application/octet-stream'],
    ['another character set', 'Content-Type: application/json; charset=utf-16'],
    ['a digest that is none', 'Content-MD5: x\r\nContent-Type: application/json'],
    ['two origins', 'Origin: https://a.example, https://b.example'],
    ['addresses that are none', 'X-Forwarded-For: ,,,\r\nForwarded: for='],
    ['an odd Accept', 'Accept: */*;q=x, ,;;\r\nAccept-Encoding: ;q=0,,br;q=nan\r\nAccept-Version: ~99'],
    ['a header named like a prototype', '__proto__: x\r\nconstructor: y'],
    ['another method in a header', 'X-HTTP-Method-Override: DELETE\r\nX-HTTP-Method: TRACE'],
    ['an older protocol to go on with', 'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA'],
  ])('(%s) get the same calm answer everywhere', async (_what, headers) => {
    for (const [method, path] of ENDPOINTS) {
      const body = method === 'POST' ? '{}' : '';
      const type = headers.includes('Content-Type') ? [] : [JSON_TYPE];
      const { statuses } = await exchange(service.address, request(`${method} ${path}`, [headers, ...type, `Content-Length: ${body.length}`, CLOSE], body));
      expect(statuses.length, path).toBe(1);
      expect(statuses[0], path).toBeLessThan(500);
    }
  });

  it('that ask for another protocol do not keep a request from being served', async () => {
    const { statuses } = await exchange(service.address, request('GET /healthz', ['Upgrade: h2c', 'Connection: Upgrade, close']));
    expect(statuses).toEqual([200]);
  });
});

describe('every answer', () => {
  it.each(ENDPOINTS)('of %s %s tells browsers to guess, leak, run and frame nothing', async (method, path) => {
    const { headers } = await fetch(service.address + path, { method });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*base-uri 'none'.*frame-ancestors '(?:none|self)'/);
    expect([...headers.keys()].filter((name) => /^(?:server|x-powered-by|set-cookie)$/.test(name))).toEqual([]);
    // The widget's loader is for every site, and nothing else is.
    expect(headers.has('access-control-allow-origin')).toBe(path === '/widget.js');
  });
});

describe('a method', () => {
  const METHODS = ['HEAD', 'OPTIONS', 'TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'M-SEARCH', 'QUERY', 'LINK', 'SOURCE', 'PURGE'];

  it.each(METHODS)('%s is served where it means something, and refused calmly elsewhere', async (method) => {
    for (const [, path] of ENDPOINTS) {
      const { statuses, text } = await exchange(service.address, request(`${method} ${path}`, [CLOSE, 'X-Secret: planted-in-the-request']));
      expect(statuses.length, path).toBe(1);
      expect([200, 204, 400, 401, 404, 405], path).toContain(statuses[0]);
      expect(text).not.toContain('planted-in-the-request');
    }
  });

  it.each(['CONNECT bot.example.test:443', 'GET', 'get /', 'FROB /', 'G\0T /', 'POST', '\x16\x03\x01\x02\x00\x01', 'PRI *'])('(%j) that cannot be is refused', async (line) => {
    await expectRefused(request(line));
  });
});

describe('an address', () => {
  const ODD = [
    '/../../etc/passwd', '/webchat/../../package.json', '/webchat/..%2f..%2fpackage.json', '/webchat/%2e%2e/%2e%2e/package.json', '/webchat/..\\..\\package.json',
    '/webchat/manifest.json', '/webchat/%00', '/webchat/chat.js%00.txt', '/webchat/__proto__', '/webchat/constructor', '/.env', '/.git/config', '/data/bot.sqlite', '/data/webchat-token-secret',
    '/v3/directline/conversations/__proto__', '/v3/directline/conversations/%2e%2e', '/v3/directline/conversations/a%2fb/activities', '/v3/directline/conversations//activities', '/v3/directline/conversations/%e0%a4%a',
    '//', '//evil.example/', '/%', '/%zz', '/%c0%ae%c0%ae/', '/?', '/?%', '/#', '/;/', '/\x7f', '/\xff\xfe', 'http://evil.example/', 'http://[::1', 'ftp://x/', '*', `/${'a'.repeat(8_000)}`, `/${'../'.repeat(2_000)}`, `/?${'a=1&'.repeat(2_000)}`, '/?watermark[]=1&watermark[x]=2&__proto__[x]=1',
  ];

  it.each(ODD)('(%#: %j) leads to nothing that it should not', async (path) => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const { statuses, text } = await exchange(service.address, request(`${method} ${path}`, [CLOSE]));
      expect(statuses.length).toBeLessThanOrEqual(1);
      for (const status of statuses) expect([200, 204, 400, 401, 403, 404, 405]).toContain(status);
      expect(text).not.toMatch(/root:|"dependencies"|SQLite format|"inputs"|\n\s+at /);
    }
  });

  it('made of anything gets a calm answer', { timeout: 60_000 }, async () => {
    const piece = fc.oneof(fc.constantFrom('/', '..', '%2e', '%00', '%', '?', '&', '=', ';', '#', '[', '\\', 'webchat', 'v3', 'directline', 'conversations', 'activities', 'api', 'messages', '__proto__'), fc.string({ maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS'), fc.array(piece, { maxLength: 12 }), async (method, pieces) => {
        const path = `/${pieces.join('')}`.replace(/[\s\u0100-\uffff]/g, '');
        for (const status of (await breakOff(service.address, request(`${method} ${path}`, [CLOSE]))).statuses) expect(status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});

describe('bytes', () => {
  it('of any kind in the place of a request do no harm', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        for (const status of (await breakOff(service.address, bytes)).statuses) expect(status).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });

  it('that fall into a good request do no harm', { timeout: 60_000 }, async () => {
    const body = JSON.stringify({ type: 'message', text: 'hej', from: { id: 'a' } });
    const damage = fc.record({ at: fc.nat(), remove: fc.nat(6), insert: fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom('\r\n', '\n', '\0', ':', ' ', '\t').map((text) => Buffer.from(text))) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ENDPOINTS), fc.array(damage, { minLength: 1, maxLength: 4 }), async ([method, path], damages) => {
        let bytes = Buffer.from(request(`${method} ${path}`, [JSON_TYPE, `Content-Length: ${body.length}`, 'Authorization: Bearer a.b.c'], body));
        for (const { at, remove, insert } of damages) bytes = Buffer.concat([bytes.subarray(0, at % bytes.length), insert, bytes.subarray((at % bytes.length) + remove)]);
        for (const status of (await breakOff(service.address, bytes)).statuses) expect(status).toBeLessThan(500);
      }),
      { numRuns: 120 },
    );
  });
});

describe('many requests on one connection', () => {
  it('are answered one after the other', async () => {
    const { statuses } = await exchange(service.address, `${request('GET /healthz').repeat(500)}${request('GET /healthz', [CLOSE])}`);
    expect(statuses).toEqual(Array.from({ length: 501 }, () => 200));
  });
});
