import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { call, getActivities, message, post, startConversation, startWebchat, type Webchat } from './server.ts';

let chat: Webchat;
beforeAll(async () => {
  chat = await startWebchat({ limits: { tokenSeconds: 60 } });
});
afterAll(() => chat.close());

describe('a conversation that its visitor has ended', () => {
  const over = { status: 403, body: { error: { code: 'TokenExpired' } } };

  it('opens to its token no more, and others go on', async () => {
    const [ended, other] = [await startConversation(chat.origin), await startConversation(chat.origin)];
    expect((await post(chat.origin, ended, { type: 'endOfConversation' })).status).toBe(200);
    expect(await getActivities(chat.origin, ended)).toMatchObject(over);
    expect(await call(chat.origin, '/tokens/refresh', { token: ended.token, method: 'POST' })).toMatchObject(over);
    expect(await post(chat.origin, ended, message('hej'))).toMatchObject(over);
    await expect(once(new WebSocket(ended.streamUrl), 'open')).rejects.toThrow('403');
    expect((await post(chat.origin, other, message('hej'))).status).toBe(200);
  });

  it('is remembered as long as a token of it may live', async () => {
    const ended = await startConversation(chat.origin);
    await post(chat.origin, ended, { type: 'endOfConversation' });
    chat.clock.now = new Date(chat.clock.now.getTime() + 59_000);
    await post(chat.origin, await startConversation(chat.origin), { type: 'endOfConversation' });
    expect(await getActivities(chat.origin, ended)).toMatchObject(over);
  });
});
