import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activity } from '../service/bot-framework.ts';
import { openDirectLine, send, type Answer, type DirectLine } from '../service/direct-line.ts';
import type { TestService } from '../service/service.ts';
import { expectUnharmed, INBOUND_SECRET, startExposedService } from './service.ts';

let service: TestService;
let chat: DirectLine;
beforeAll(async () => {
  service = await startExposedService();
  chat = await openDirectLine(() => service.address);
}, 180_000);
afterAll(async () => {
  await expectUnharmed(service);
  await service.close();
});

let count = 0;

/** With a signature that holds, so that it is the body that is judged. */
function postSigned(body: string): Promise<Answer> {
  const id = `msg_${(count += 1)}`;
  const at = new Date();
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)), 'webhook-signature': new Webhook(INBOUND_SECRET).sign(id, at, body) };
  return send('POST', `${service.address}/hooks/tickets`, headers, body);
}

/** Every way in that takes a body, past its gate. */
const WAYS_IN: Readonly<Record<string, (body: string) => Promise<Answer>>> = {
  'the web chat': (body) => chat.post(body),
  'a new token': (body) => send('POST', `${service.address}/v3/directline/tokens/generate`, {}, body),
  'the Bot Framework endpoint': (body) => send('POST', `${service.address}/api/messages`, {}, body),
  'the webhook for answers': postSigned,
};

/** Calm: served, or refused without a word of the caller's and without a stack. */
function expectCalm({ status, text }: Answer, planted?: string): void {
  expect(status, text).toBeLessThan(500);
  expect(text).not.toMatch(/\n\s+at |node_modules|SQLITE|ZodError/);
  if (planted !== undefined && status >= 400) expect(text).not.toContain(planted);
}

const nested = (depth: number, before: string, after: string): string => `${before.repeat(depth)}1${after.repeat(depth)}`;
const message = (field: string, json: string): string => `${JSON.stringify(activity({ text: 'hej' })).slice(0, -1)},"${field}":${json}}`;

const BODIES: Readonly<Record<string, string>> = {
  'half of a body': '{"type":"message","text":"planted',
  'a byte order mark': '\ufeff{"type":"message","text":"hej"}',
  'comments': '{"type":"message" /* planted */}',
  'single quotes': "{'type':'planted'}",
  'NaN': '{"type":"message","text":NaN}',
  'two bodies': '{"type":"message"}{"type":"message"}',
  'a key twice': '{"type":"typing","type":"message","text":"hej","text":""}',
  'arrays in arrays': nested(60_000, '[', ']'),
  'objects in objects': nested(30_000, '{"a":', '}'),
  'arrays in a value': message('value', nested(60_000, '[', ']')),
  'objects in channelData': message('channelData', nested(30_000, '{"a":', '}')),
  'objects in an entity': message('entities', `[${nested(30_000, '{"type":', '}')}]`),
  'many keys': `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  'many entities': message('entities', `[${Array.from({ length: 5_000 }, () => '{"type":"mention","text":"<at>x</at>","mentioned":{"id":"bot"}}').join(',')}]`),
  'many members': message('membersAdded', `[${Array.from({ length: 5_000 }, (_, index) => `{"id":"${index}"}`).join(',')}]`),
  'a prototype': '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"type":"message","text":"hej"}',
  'a prototype in a value': message('value', '{"__proto__":{"choice":"yes","polluted":true}}'),
  'numbers without end': '{"type":"message","text":1e400,"reference":123456789012345678901234567890}',
  'null for everything': '{"type":null,"text":null,"from":null,"conversation":null,"reference":null,"event":null,"at":null}',
  'an empty key': '{"":"","type":"message","text":"hej"}',
  'null bytes': '{"type":"message\\u0000","text":"\\u0000","reference":"\\u0000","event":"closed"}',
  'lone surrogates': '{"type":"message","text":"\\ud800","reference":"\\udfff","event":"closed"}',
  'an impossible time': '{"reference":"ET-1","event":"blocked","at":"2026-13-45T25:61:61Z"}',
  'a time far away': '{"reference":"ET-1","event":"blocked","at":"9999-12-31T23:59:59Z"}',
  'SQL in a reference': `{"reference":"' OR 1=1; DROP TABLE tickets; --","event":"closed"}`,
  'a long reference': `{"reference":"${'x'.repeat(100_000)}","event":"closed"}`,
};

describe.each(Object.entries(WAYS_IN))('%s', (_name, post) => {
  it.each(Object.entries(BODIES))('takes %s calmly', async (_what, body) => {
    expectCalm(await post(body), 'planted');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('takes any JSON calmly', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), async (body) => expectCalm(await post(body))),
      { numRuns: 30 },
    );
  });

  it('takes an almost good body calmly', { timeout: 60_000 }, async () => {
    const good: Readonly<Record<string, unknown>> = { ...activity({ text: 'hej' }), value: { choice: 'yes' }, channelData: { clientActivityID: 'a', tenant: { id: 'b' } }, entities: [{ type: 'mention' }], locale: 'sv-SE', reference: 'ET-1', event: 'commented', at: '2026-11-24T09:00:00Z' };
    const odd = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('', 0, -1, 1e308, [], {}, [[]], 'javascript:alert(1)', 'file:///etc/passwd', 'http://169.254.169.254/'));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...Object.keys(good)), odd, { minKeys: 1, maxKeys: 4 }), async (change) => {
        expectCalm(await post(JSON.stringify({ ...good, ...change })));
      }),
      { numRuns: 30 },
    );
  });

  it.each(['text/plain', 'application/xml', 'application/octet-stream', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/vnd.api+json', 'application/json; charset=utf-7', 'APPLICATION/JSON', 'a/b'])('takes a body that is said to be %s calmly', async (type) => {
    for (const path of ['/api/messages', '/hooks/tickets', '/v3/directline/tokens/generate', `/v3/directline/conversations/${chat.conversation}/activities`]) {
      expectCalm(await send('POST', service.address + path, { 'content-type': type }, '{"type":"message","text":"<x/>"}'));
    }
  });
});

describe('bytes that are no UTF-8', () => {
  it('are read as signs of replacement, and leave the conversation readable', async () => {
    const body = Buffer.concat([Buffer.from('{"type":"message","text":"hej '), Buffer.from([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]), Buffer.from('"}')]);
    expectCalm(await chat.post(body.toString('latin1')));
    const answer = await fetch(`${service.address}/api/messages`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expectCalm({ status: answer.status, text: await answer.text() });
    expect((await chat.activities()).length).toBeGreaterThan(0);
  });
});
