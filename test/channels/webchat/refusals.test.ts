import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, getActivities, maxBodyBytes, message, post, startConversation, startWebchat, type Connection, type Webchat } from './server.ts';

let chat: Webchat;
let connection: Connection;
const unlimited = { postsPerMinute: 1e6, callsPerMinute: 1e6, tokensPerMinutePerAddress: 1e6, callsPerMinutePerAddress: 1e6 };
beforeAll(async () => {
  chat = await startWebchat({ limits: unlimited });
  connection = await startConversation(chat.origin);
});
afterAll(() => chat.close());

describe('an activity that is none', () => {
  it.each([
    ['another type', { type: 'invoke', name: 'x' }],
    ['no type', { text: 'hej' }],
    ['a list', []],
    ['a number', 7],
    ['null', null],
    ['a text that is no string', { type: 'message', text: { html: 'hej' } }],
    ['no text and no choice', { type: 'message', attachments: [{ contentType: 'image/png' }] }],
    ['a choice that is no string', { type: 'message', value: { choice: 3 } }],
    ['a client id that is no string', { type: 'message', text: 'hej', channelData: { clientActivityID: {} } }],
    ['a client id of 10 kB', { type: 'message', text: 'hej', channelData: { clientActivityID: 'x'.repeat(10_000) } }],
  ])('for %s is 400', async (_what, body) => {
    const refused = await post(chat.origin, connection, body);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ error: { code: expect.any(String) as string, message: expect.any(String) as string } });
  });

  it('for a body that is not JSON is 400, and for none too', async () => {
    expect((await post(chat.origin, connection, '{"type":')).status).toBe(400);
    expect((await post(chat.origin, connection, '')).status).toBe(400);
  });

  it('for a body over the byte limit is 413', async () => {
    const refused = await post(chat.origin, connection, message('x'.repeat(maxBodyBytes)));
    expect(refused).toMatchObject({ status: 413, body: { error: { code: expect.any(String) as string } } });
  });

  it('is never a 5xx, whatever is posted', async () => {
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.record({ type: fc.constantFrom('message', 'event', 'typing', 'conversationUpdate', 'x'), text: fc.jsonValue(), value: fc.jsonValue(), name: fc.jsonValue(), channelData: fc.jsonValue(), locale: fc.jsonValue() }, { requiredKeys: [] }),
    );
    await fc.assert(
      fc.asyncProperty(junk, async (body) => {
        const { status } = await post(chat.origin, connection, JSON.stringify(body));
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 150 },
    );
  });

  it('is never a 5xx, whatever path, token and watermark it comes with', async () => {
    const word = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }).map(encodeURIComponent), fc.constantFrom('..', '%', '%00', '__proto__', connection.conversationId));
    await fc.assert(
      fc.asyncProperty(word, word, fc.base64String(), async (id, watermark, token) => {
        const { status } = await call(chat.origin, `/conversations/${id}/activities?watermark=${watermark}`, { token }).catch(() => ({ status: 400 }));
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 75 },
    );
  });
});

describe('a file', () => {
  it('is refused with 415', async () => {
    const form = new FormData();
    form.append('activity', new Blob(['{"type":"message"}'], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob(['picture'], { type: 'image/png' }), 'kort.png');
    const response = await fetch(`${chat.origin}/v3/directline/conversations/${connection.conversationId}/upload?userId=x`, {
      method: 'POST',
      headers: { authorization: `Bearer ${connection.token}` },
      body: form,
    });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ error: { code: 'NotSupported' } });
  });
});

describe('too many', () => {
  const refused = { status: 429, body: { error: { code: 'TooManyRequests' } } };

  it('messages of one conversation are refused, and no other conversation notices', async () => {
    const strict = await startWebchat({ limits: { postsPerMinute: 2 } });
    const [one, other] = [await startConversation(strict.origin), await startConversation(strict.origin)];
    await post(strict.origin, one, message('1'));
    await post(strict.origin, one, message('2'));
    const third = await post(strict.origin, one, message('3'));
    expect(third).toMatchObject(refused);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await getActivities(strict.origin, one)).status).toBe(200);
    expect((await post(strict.origin, other, message('1'))).status).toBe(200);
    await strict.close();
  });

  it('tokens for one address are refused', async () => {
    const strict = await startWebchat({ limits: { tokensPerMinutePerAddress: 1 } });
    await call(strict.origin, '/tokens/generate', { method: 'POST' });
    expect(await call(strict.origin, '/tokens/generate', { method: 'POST' })).toMatchObject(refused);
    await strict.close();
  });

  it('calls from one address are refused, and the address that our own proxy appended is the one that counts', async () => {
    const strict = await startWebchat({ limits: { callsPerMinutePerAddress: 1 }, trustForwardedFor: true });
    const from = (address: string) => call(strict.origin, '/conversations/x', { headers: { 'x-forwarded-for': address } });
    expect((await from('192.0.2.1')).status).toBe(401);
    expect(await from('198.51.100.9, 192.0.2.1')).toMatchObject(refused);
    expect((await from('192.0.2.2')).status).toBe(401);
    await strict.close();
  });

  it('calls of one conversation are refused', async () => {
    const strict = await startWebchat({ limits: { callsPerMinute: 2 } });
    const polling = await startConversation(strict.origin);
    await getActivities(strict.origin, polling);
    expect(await getActivities(strict.origin, polling)).toMatchObject(refused);
    await strict.close();
  });
});
