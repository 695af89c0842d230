import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { welcome, welcomeChoices } from './echo-bot.ts';
import { call, getActivities, maxBodyBytes, message, post, startConversation, startWebchat, tokenSecret, type Connection, type Webchat } from './server.ts';

let chat: Webchat;
beforeAll(async () => {
  chat = await startWebchat();
});
afterAll(() => chat.close());

describe('a token', () => {
  it('is bound to a conversation and a user that the server made', async () => {
    const { status, body } = await call<Connection>(chat.origin, '/tokens/generate', { body: { user: { id: 'dl_forged' } } });
    expect(status).toBe(200);
    expect(body.expires_in).toBe(1800);
    const claims = decodeJwt(body.token);
    expect(claims['conv']).toBe(body.conversationId);
    expect(claims['user']).toMatch(/^dl_[\w-]{22}$/);
    expect(body.conversationId).toMatch(/^[\w-]{22}$/);
  });

  it('is renewed for the same conversation and user, and works on after the old one has expired', async () => {
    const connection = await startConversation(chat.origin);
    chat.clock.now = new Date(chat.clock.now.getTime() + 29 * 60_000);
    const { status, body } = await call<Connection>(chat.origin, '/tokens/refresh', { token: connection.token, method: 'POST' });
    expect(status).toBe(200);
    expect(decodeJwt(body.token)['user']).toBe(decodeJwt(connection.token)['user']);
    chat.clock.now = new Date(chat.clock.now.getTime() + 2 * 60_000);
    expect((await getActivities(chat.origin, { ...connection, token: body.token })).status).toBe(200);
    expect((await getActivities(chat.origin, connection)).status).toBe(403);
  });

  it('is refused with TokenExpired once it has expired', async () => {
    const connection = await startConversation(chat.origin);
    chat.clock.now = new Date(chat.clock.now.getTime() + 31 * 60_000);
    const refused = await post(chat.origin, connection, message('hej'));
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
    expect((await call(chat.origin, '/tokens/refresh', { token: connection.token, method: 'POST' })).status).toBe(403);
  });

  it('is needed', async () => {
    const { conversationId } = await startConversation(chat.origin);
    for (const headers of [{}, { authorization: 'Basic abc' }, { authorization: 'Bearer' }, { authorization: 'Bearer two words' }]) {
      const refused = await call(chat.origin, `/conversations/${conversationId}/activities`, { headers });
      expect(refused).toMatchObject({ status: 401, body: { error: { code: 'Unauthorized' } } });
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('opens no other conversation', async () => {
    const [mine, other] = [await startConversation(chat.origin), await startConversation(chat.origin)];
    const crossed = { ...other, token: mine.token };
    expect(await getActivities(chat.origin, crossed)).toMatchObject({ status: 403, body: { error: { code: 'NotAllowed' } } });
    expect((await post(chat.origin, crossed, message('hej'))).status).toBe(403);
    expect((await call(chat.origin, `/conversations/${other.conversationId}`, { token: mine.token })).status).toBe(403);
  });

  it.each([
    ['another secret', (sign: SignJWT) => sign.setAudience('calls').setIssuer('etjanstekort-webchat').setExpirationTime('1h'), 'x'.repeat(40)],
    ['another issuer', (sign: SignJWT) => sign.setAudience('calls').setIssuer('someone').setExpirationTime('1h'), tokenSecret],
    ['another use', (sign: SignJWT) => sign.setAudience('stream').setIssuer('etjanstekort-webchat').setExpirationTime('1h'), tokenSecret],
    ['no expiry', (sign: SignJWT) => sign.setAudience('calls').setIssuer('etjanstekort-webchat'), tokenSecret],
  ])('with %s is refused', async (_what, claims, secret) => {
    const { conversationId } = await startConversation(chat.origin);
    const signing = claims(new SignJWT({ conv: conversationId, user: 'dl_x' }).setProtectedHeader({ alg: 'HS256' }));
    const token = await signing.sign(new TextEncoder().encode(secret));
    expect(await call(chat.origin, `/conversations/${conversationId}/activities`, { token })).toMatchObject({ status: 403, body: { error: { code: 'NotAllowed' } } });
  });

  it('with the algorithm none is refused', async () => {
    const { conversationId, token } = await startConversation(chat.origin);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1] ?? ''}.`;
    expect((await call(chat.origin, `/conversations/${conversationId}/activities`, { token: unsigned })).status).toBe(403);
  });
});

describe('a conversation', () => {
  it('begins with 201 and a welcome in the log, and is 200 without a second welcome when it exists', async () => {
    const { body: generated } = await call<Connection>(chat.origin, '/tokens/generate', { method: 'POST' });
    const first = await call<Connection>(chat.origin, '/conversations', { token: generated.token, body: { locale: 'sv-SE' } });
    expect(first).toMatchObject({ status: 201, body: { conversationId: generated.conversationId } });
    const again = await call<Connection>(chat.origin, '/conversations', { token: generated.token, body: {} });
    expect(again).toMatchObject({ status: 200, body: { conversationId: generated.conversationId } });
    const { body } = await getActivities(chat.origin, again.body);
    expect(body.activities.map(({ text }) => text)).toEqual([welcome]);
    expect(body.watermark).toBe('1');
  });

  it('takes the language of a visitor whose browser is English', async () => {
    const { body } = await call<Connection>(chat.origin, '/tokens/generate', { method: 'POST' });
    await call(chat.origin, '/conversations', { token: body.token, body: { locale: 'en-GB' } });
    expect(chat.bot.turns.at(-1)?.event).toEqual({ kind: 'joined', language: 'en' });
  });

  it('is reconnected with a fresh token and a stream that goes on after the watermark', async () => {
    const connection = await startConversation(chat.origin);
    const { status, body } = await call<Connection>(chat.origin, `/conversations/${connection.conversationId}?watermark=1`, { token: connection.token });
    expect(status).toBe(200);
    expect(new URL(body.streamUrl).searchParams.get('watermark')).toBe('1');
    expect((await getActivities(chat.origin, body)).status).toBe(200);
  });

  it('that was never started is 404 for every call but the start', async () => {
    const { body } = await call<Connection>(chat.origin, '/tokens/generate', { method: 'POST' });
    expect((await getActivities(chat.origin, body)).status).toBe(404);
    expect((await post(chat.origin, body, message('hej'))).status).toBe(404);
    expect(await call(chat.origin, `/conversations/${body.conversationId}`, { token: body.token })).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
  });

  it('has no cacheable answers', async () => {
    const connection = await startConversation(chat.origin);
    expect((await getActivities(chat.origin, connection)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('an activity', () => {
  it('is echoed with its id and the client’s own, from the token’s user whoever it claimed to be', async () => {
    const connection = await startConversation(chat.origin);
    const { status, body } = await post(chat.origin, connection, message('hur länge gäller kortet?', 'client-1'));
    expect(status).toBe(200);
    const frame = (await getActivities(chat.origin, connection, '1')).body;
    expect(frame.activities[0]).toMatchObject({
      id: body.id,
      text: 'hur länge gäller kortet?',
      from: { id: decodeJwt(connection.token)['user'], role: 'user' },
      channelData: { clientActivityID: 'client-1', 'webchat:sequence-id': 2 },
    });
    expect(frame.activities[1]).toMatchObject({ from: { role: 'bot' }, channelData: { 'webchat:sequence-id': 3 } });
    expect(frame.watermark).toBe('3');
  });

  it('that the client repeats runs once and gets the same id', async () => {
    const connection = await startConversation(chat.origin);
    const first = await post(chat.origin, connection, message('hej', 'client-2'));
    const again = await post(chat.origin, connection, message('hej', 'client-2'));
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect((await getActivities(chat.origin, connection)).body.activities).toHaveLength(3);
  });

  it('with the id of another one is 409, so that it is not lost in silence', async () => {
    const connection = await startConversation(chat.origin);
    await post(chat.origin, connection, message('hej', 'client-3'));
    const refused = await post(chat.origin, connection, message('något annat', 'client-3'));
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'Conflict' } } });
    expect((await getActivities(chat.origin, connection)).body.activities).toHaveLength(3);
  });

  it('without an id of the client is a turn of its own each time', async () => {
    const connection = await startConversation(chat.origin);
    await post(chat.origin, connection, message('hej'));
    await post(chat.origin, connection, message('hej'));
    expect((await getActivities(chat.origin, connection)).body.activities).toHaveLength(5);
  });

  it('that answers a button carries the choice’s id and shows its label', async () => {
    const connection = await startConversation(chat.origin);
    const action = (await getActivities(chat.origin, connection)).body.activities[0]?.suggestedActions?.actions[0];
    await post(chat.origin, connection, { type: 'message', text: action?.title, value: action?.value, channelData: { messageBack: { displayText: action?.title } } });
    expect(chat.bot.turns.at(-1)?.event).toEqual({ kind: 'chose', choice: welcomeChoices[0].id, label: welcomeChoices[0].label });
    expect((await getActivities(chat.origin, connection, '1')).body.activities[0]?.text).toBe(welcomeChoices[0].label);
  });

  it.each([
    { type: 'event', name: 'webchat/join', value: { language: 'sv' } },
    { type: 'conversationUpdate' },
    { type: 'typing' },
    { type: 'event', name: 'something-else', value: 1 },
  ])('of type $type that says nothing is accepted and changes nothing', async (activity) => {
    const connection = await startConversation(chat.origin);
    const { status, body } = await post(chat.origin, connection, activity);
    expect(status).toBe(200);
    expect(body.id).toContain(connection.conversationId);
    expect((await getActivities(chat.origin, connection)).body.activities).toHaveLength(1);
  });

  it('may be long: the conversation answers it, not the protocol', async () => {
    const connection = await startConversation(chat.origin);
    expect((await post(chat.origin, connection, message('å'.repeat(100_000)))).status).toBe(200);
  });

  it('that the store cannot take is a 5xx, so that the client says "not sent"', async () => {
    const failing = await startWebchat();
    const connection = await startConversation(failing.origin);
    failing.bot.failing = true;
    expect((await post(failing.origin, connection, message('hej'))).status).toBe(500);
    await failing.close();
  });
});

describe('a watermark', () => {
  it('pages through a long log', async () => {
    const paged = await startWebchat({ limits: { pageOfActivities: 2 } });
    const connection = await startConversation(paged.origin);
    await post(paged.origin, connection, message('hej'));
    const first = (await getActivities(paged.origin, connection)).body;
    const second = (await getActivities(paged.origin, connection, first.watermark)).body;
    expect([...first.activities, ...second.activities].map(({ id }) => id.slice(-7))).toEqual(['0000001', '0000002', '0000003']);
    expect((await getActivities(paged.origin, connection, second.watermark)).body).toEqual({ activities: [], watermark: '3' });
    await paged.close();
  });

  it.each(['-1', 'abc', '1.5', '99999999999999999'])('of %s is refused', async (watermark) => {
    const connection = await startConversation(chat.origin);
    expect(await getActivities(chat.origin, connection, watermark)).toMatchObject({ status: 400, body: { error: { code: 'BadArgument' } } });
  });
});

describe('CORS', () => {
  it('lets a named origin call, and tells a browser of no other', async () => {
    const open = await startWebchat({ allowedOrigins: ['https://intra.example.se'] });
    const preflight = (origin: string) => call(open.origin, '/tokens/generate', { method: 'OPTIONS', headers: { origin } });
    const allowed = await preflight('https://intra.example.se');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://intra.example.se');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('x-ms-bot-agent');
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    const headers = { origin: 'https://intra.example.se' };
    for (const [path, body, status] of [['/tokens/generate', {}, 200], ['/tokens/refresh', {}, 401], ['/tokens/generate', 'x'.repeat(maxBodyBytes + 1), 413], ['/nothing', {}, 404]] as const) {
      const answer = await call(open.origin, path, { body, headers });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://intra.example.se');
    }
    await open.close();
  });
});
