import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Marks } from '../../../bot/ports.ts';
import { memoryMarks } from './memory-marks.ts';
import { call, getActivities, message, post, startConversation, startWebchat, type Connection, type Overrides, type Webchat } from './server.ts';

let chat: Webchat;
beforeAll(async () => {
  chat = await startWebchat({ limits: { tokenSeconds: 60 } });
});
afterAll(() => chat.close());

const over = { status: 403, body: { error: { code: 'TokenExpired' } } };
const end = (origin: string, connection: Connection) => post(origin, connection, { type: 'endOfConversation' });
const later = (seconds: number): void => void (chat.clock.now = new Date(chat.clock.now.getTime() + seconds * 1000));

/** Another process with the same conversations and marks. */
async function replica(overrides: Overrides = {}): Promise<Webchat> {
  const other = await startWebchat({ bot: chat.bot, ...overrides });
  other.clock.now = chat.clock.now;
  onTestFinished(() => other.close());
  return other;
}

async function openStream(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url);
  onTestFinished(() => socket.terminate());
  await once(socket, 'message');
  return socket;
}

describe('a conversation that its visitor has ended', () => {
  it('opens to its token no more, and others go on', async () => {
    const [ended, other] = [await startConversation(chat.origin), await startConversation(chat.origin)];
    expect((await end(chat.origin, ended)).status).toBe(200);
    expect(await getActivities(chat.origin, ended)).toMatchObject(over);
    expect(await call(chat.origin, '/tokens/refresh', { token: ended.token, method: 'POST' })).toMatchObject(over);
    expect(await post(chat.origin, ended, message('hej'))).toMatchObject(over);
    await expect(once(new WebSocket(ended.streamUrl), 'open')).rejects.toThrow('403');
    expect((await post(chat.origin, other, message('hej'))).status).toBe(200);
  });

  it('is remembered for longer than its tokens live, also than one from a clock that is ahead', async () => {
    const [ended, living, ahead] = [await startConversation(chat.origin), await startConversation(chat.origin), await replica()];
    ahead.clock.now = new Date(chat.clock.now.getTime() + 30_000);
    const renewed = async ({ token }: Connection): Promise<Connection> => (await call<Connection>(ahead.origin, '/tokens/refresh', { token, method: 'POST' })).body;
    const [ofEnded, ofLiving] = [await renewed(ended), await renewed(living)];
    await end(chat.origin, ended);
    later(75);
    for (const { origin } of [chat, await replica()]) {
      expect(await getActivities(origin, ofEnded)).toMatchObject(over);
      expect((await getActivities(origin, ofLiving)).status).toBe(200);
    }
  });

  it('is refused by another process, which asks for it once', async () => {
    const { marks } = chat.bot;
    let reads = 0;
    const counted: Marks = { ...marks, read: (...given) => ((reads += 1), marks.read(...given)) };
    const [ended, other] = [await startConversation(chat.origin), await replica({ marks: counted })];
    expect((await getActivities(other.origin, ended)).status).toBe(200);
    await end(chat.origin, ended);
    const before = reads;
    for (let count = 0; count < 3; count += 1) expect(await getActivities(other.origin, ended)).toMatchObject(over);
    expect(reads - before).toBe(1);
  });

  it('closes its streams on another process at what is said next, and shows them nothing of it', async () => {
    const [ended, other] = [await startConversation(chat.origin), await replica()];
    const socket = await openStream(ended.streamUrl.replace(chat.origin.slice(4), other.origin.slice(4)));
    await end(chat.origin, ended);
    const shown: unknown[] = [];
    socket.on('message', (frame) => shown.push(frame));
    chat.bot.say(ended.conversationId, { text: 'Kortet är spärrat.' });
    expect((await once(socket, 'close'))[0]).toBe(1000);
    expect(shown).toEqual([]);
  });

  it('closes its streams on another process at the next ping', async () => {
    const [ended, other] = [await startConversation(chat.origin), await replica({ limits: { pingMs: 40 } })];
    const socket = await openStream(ended.streamUrl.replace(chat.origin.slice(4), other.origin.slice(4)));
    await end(chat.origin, ended);
    expect((await once(socket, 'close'))[0]).toBe(1000);
  });
});

describe('while no mark can be read or set', () => {
  const unavailable = { status: 503, body: { error: { code: 'ServiceUnavailable' } } };

  /** A process whose marks are lost from the moment that `fail` is called. */
  async function failing(): Promise<Webchat & { readonly fail: () => void }> {
    let isDown = false;
    const marks = memoryMarks(() => chat.clock.now);
    const orFail = <T>(work: () => Promise<T>): Promise<T> => (isDown ? Promise.reject(Object.assign(new Error('The database does not answer.'), { name: 'StoreUnavailable' })) : work());
    const process = await replica({ marks: { set: (...given) => orFail(() => marks.set(...given)), read: (...given) => orFail(() => marks.read(...given)) } });
    return { ...process, fail: () => (isDown = true) };
  }

  it('no token is taken: whether the conversation has ended is not known', async () => {
    const process = await failing();
    const connection = await startConversation(process.origin);
    const socket = await openStream(connection.streamUrl);
    process.fail();
    expect(await getActivities(process.origin, connection)).toMatchObject(unavailable);
    expect(await post(process.origin, connection, message('hej'))).toMatchObject(unavailable);
    await expect(once(new WebSocket(connection.streamUrl), 'open')).rejects.toThrow('503');
    chat.bot.say(connection.conversationId, { text: 'Kortet är spärrat.' });
    expect((await once(socket, 'close'))[0]).toBe(1011);
  });

  it('an end is not acknowledged, and one that is known here stays one', async () => {
    const process = await failing();
    const [living, ended] = [await startConversation(process.origin), await startConversation(process.origin)];
    await end(process.origin, ended);
    process.fail();
    expect(await end(process.origin, living)).toMatchObject(unavailable);
    expect(await getActivities(process.origin, ended)).toMatchObject(over);
  });
});
