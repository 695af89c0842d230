import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { welcome } from './echo-bot.ts';
import { call, message, post, startConversation, startWebchat, type Connection, type ReceivedActivity, type ReceivedFrame, type Webchat } from './server.ts';

let chat: Webchat;
const opened: WebSocket[] = [];
beforeAll(async () => {
  chat = await startWebchat();
});
afterEach(() => opened.splice(0).forEach((socket) => socket.terminate()));
afterAll(() => chat.close());

interface Reader {
  readonly socket: WebSocket;
  readonly received: ReceivedActivity[];
  watermark: string;
  /** Resolves once so many activities have come. */
  until(count: number): Promise<readonly ReceivedActivity[]>;
}

function read(url: string): Reader {
  const socket = new WebSocket(url);
  opened.push(socket);
  const reader: Reader = {
    socket,
    received: [],
    watermark: '',
    until: async (count) => {
      while (reader.received.length < count) await once(socket, 'message');
      return reader.received;
    },
  };
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as ReceivedFrame;
    reader.received.push(...frame.activities);
    reader.watermark = frame.watermark;
  });
  return reader;
}

/** The answer to an upgrade that is refused. */
async function refusalOf(url: string): Promise<{ status: number | undefined; code: string }> {
  const socket = new WebSocket(url);
  socket.on('error', () => undefined);
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, NodeJS.ReadableStream & { statusCode?: number }];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  return { status: response.statusCode, code: (JSON.parse(Buffer.concat(chunks).toString()) as { error: { code: string } }).error.code };
}

function change(url: string, parameters: Record<string, string>): string {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(parameters)) changed.searchParams.set(name, value);
  return changed.href;
}

describe('a stream', () => {
  it('begins with the welcome that was said before it opened, and goes on live', async () => {
    const connection = await startConversation(chat.origin);
    const reader = read(connection.streamUrl);
    expect((await reader.until(1))[0]?.text).toBe(welcome);
    await post(chat.origin, connection, message('hej', 'client-1'));
    const activities = await reader.until(3);
    expect(activities[1]).toMatchObject({ text: 'hej', channelData: { clientActivityID: 'client-1' } });
    expect(reader.watermark).toBe('3');
  });

  it('carries what the bot says unasked', async () => {
    const connection = await startConversation(chat.origin);
    const reader = read(connection.streamUrl);
    await reader.until(1);
    chat.bot.say(connection.conversationId, { text: 'Kortet är spärrat.' });
    expect((await reader.until(2))[1]?.text).toBe('Kortet är spärrat.');
  });

  it('shows every tab and device of a conversation the same, in the same order, whoever wrote it', async () => {
    const connection = await startConversation(chat.origin);
    const { body: second } = await call<Connection>(chat.origin, `/conversations/${connection.conversationId}`, { token: connection.token });
    const tabs = [read(connection.streamUrl), read(second.streamUrl)];
    await Promise.all([post(chat.origin, connection, message('från datorn', 'tab-1')), post(chat.origin, second, message('från telefonen', 'tab-2'))]);
    const [here, there] = await Promise.all(tabs.map((tab) => tab.until(5)));
    expect(here?.map(({ id }) => id)).toEqual(there?.map(({ id }) => id));
    expect(here?.filter(({ from }) => from.role === 'user').map(({ text }) => text).sort()).toEqual(['från datorn', 'från telefonen']);
  });

  it('loses and repeats nothing over a reconnection', async () => {
    const connection = await startConversation(chat.origin);
    const first = read(connection.streamUrl);
    await first.until(1);
    first.socket.terminate();
    await post(chat.origin, connection, message('medan ingen lyssnade'));
    const { body } = await call<Connection>(chat.origin, `/conversations/${connection.conversationId}?watermark=${first.watermark}`, { token: connection.token });
    const second = read(body.streamUrl);
    expect((await second.until(2)).map(({ text }) => text)).toEqual(['medan ingen lyssnade', 'Du skrev: **medan ingen lyssnade**']);
  });

  it('sends a long backlog in order, in several frames', async () => {
    const paged = await startWebchat({ limits: { pageOfActivities: 3 } });
    const connection = await startConversation(paged.origin);
    for (let count = 0; count < 10; count += 1) await post(paged.origin, connection, message(String(count)));
    const activities = await read(connection.streamUrl).until(21);
    expect(activities.map(({ channelData }) => channelData['webchat:sequence-id'])).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    await paged.close();
  });

  it('ignores the empty frames of the official client, and closes on a large one', async () => {
    const connection = await startConversation(chat.origin);
    const reader = read(connection.streamUrl);
    await reader.until(1);
    reader.socket.send('');
    await post(chat.origin, connection, message('hej'));
    await reader.until(3);
    reader.socket.send('x'.repeat(2000));
    expect((await once(reader.socket, 'close'))[0]).toBe(1009);
  });

  it('of a client that no longer reads is cut', async () => {
    const quick = await startWebchat({ limits: { pingMs: 40 } });
    const connection = await startConversation(quick.origin);
    const reader = read(connection.streamUrl);
    await reader.until(1);
    reader.socket.pause();
    // Longer than several pings; a reader that lives has answered them.
    await new Promise((resolve) => setTimeout(resolve, 400));
    reader.socket.resume();
    expect((await once(reader.socket, 'close'))[0]).toBe(1006);
    await quick.close();
  });

  it('ends with "going away" when the server closes', async () => {
    const closing = await startWebchat();
    const connection = await startConversation(closing.origin);
    const reader = read(connection.streamUrl);
    await reader.until(1);
    const closed = once(reader.socket, 'close');
    await closing.close();
    expect((await closed)[0]).toBe(1001);
  });

  it('address names the public host where there is one', async () => {
    const published = await startWebchat({ publicUrl: 'https://kort.example.se' });
    const connection = await startConversation(published.origin);
    expect(connection.streamUrl).toMatch(/^wss:\/\/kort\.example\.se\/v3\/directline\/conversations\//);
    await published.close();
  });
});

describe('a stream is refused', () => {
  it('without a ticket, with a token of the calls, with another conversation’s and with an expired one', async () => {
    const [mine, other] = [await startConversation(chat.origin), await startConversation(chat.origin)];
    const ticket = new URL(mine.streamUrl).searchParams.get('t') ?? '';
    expect(await refusalOf(mine.streamUrl.replace(/[?].*/, ''))).toEqual({ status: 401, code: 'Unauthorized' });
    expect(await refusalOf(change(mine.streamUrl, { t: mine.token }))).toEqual({ status: 403, code: 'NotAllowed' });
    expect(await refusalOf(change(other.streamUrl, { t: ticket }))).toEqual({ status: 403, code: 'NotAllowed' });
    chat.clock.now = new Date(chat.clock.now.getTime() + 61_000);
    expect(await refusalOf(mine.streamUrl)).toEqual({ status: 403, code: 'TokenExpired' });
  });

  it('with a ticket used as a token', async () => {
    const { conversationId, streamUrl } = await startConversation(chat.origin);
    const token = new URL(streamUrl).searchParams.get('t') ?? '';
    expect((await call(chat.origin, `/conversations/${conversationId}`, { token })).status).toBe(403);
  });

  it('with a watermark that is none, and at another address', async () => {
    const { streamUrl } = await startConversation(chat.origin);
    expect(await refusalOf(change(streamUrl, { watermark: 'x' }))).toEqual({ status: 400, code: 'BadArgument' });
    expect(await refusalOf(streamUrl.replace('/stream', '/other'))).toEqual({ status: 404, code: 'NotFound' });
  });

  it('beyond the number of sockets of a conversation, until one closes', async () => {
    const strict = await startWebchat({ limits: { socketsPerConversation: 1 } });
    const connection = await startConversation(strict.origin);
    const first = read(connection.streamUrl);
    await first.until(1);
    expect(await refusalOf(connection.streamUrl)).toEqual({ status: 503, code: 'TooManySockets' });
    const other = await startConversation(strict.origin);
    await read(other.streamUrl).until(1);
    first.socket.close();
    await once(first.socket, 'close');
    await expect.poll(() => read(connection.streamUrl).until(1).then(() => true, () => false)).toBe(true);
    await strict.close();
  });
});
