import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Activity, ConnectionStatus, DirectLine, DirectLineOptions, Services } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { welcome } from './echo-bot.ts';
import { fetchAjax } from './fetch-ajax.ts';
import { call, startWebchat, type Connection, type Webchat } from './server.ts';

const official = createRequire(import.meta.url)('botframework-directlinejs') as { DirectLine: new (options: DirectLineOptions & Partial<Services>) => DirectLine };

let chat: Webchat;
const clients: DirectLine[] = [];
beforeAll(async () => {
  chat = await startWebchat();
});
afterEach(() => clients.splice(0).forEach((client) => client.end()));
afterAll(() => chat.close());

interface Talk {
  readonly client: DirectLine;
  readonly received: Activity[];
  readonly statuses: ConnectionStatus[];
}

function talk(options: DirectLineOptions): Talk {
  const services = { ajax: fetchAjax, WebSocket, random: () => 0 } as unknown as Partial<Services>;
  const client = new official.DirectLine({ domain: `${chat.origin}/v3/directline`, ...services, ...options });
  clients.push(client);
  const conversation: Talk = { client, received: [], statuses: [] };
  client.connectionStatus$.subscribe((status) => conversation.statuses.push(status));
  client.activity$.subscribe((activity) => conversation.received.push(activity), () => undefined);
  return conversation;
}

function send({ client }: Talk, text: string, clientActivityID: string): Promise<string> {
  const activity = { type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } } as Activity;
  return new Promise((resolve, reject) => client.postActivity(activity).subscribe(resolve, reject));
}

async function generate(): Promise<Connection> {
  return (await call<Connection>(chat.origin, '/tokens/generate', { method: 'POST' })).body;
}

function texts({ received }: Talk): readonly (string | undefined)[] {
  return received.map((activity) => (activity.type === 'message' ? activity.text : undefined));
}

const online = 2;
const expiredToken = 3;
const failedToConnect = 4;

describe.each([
  ['a socket', { webSocket: true }],
  ['polling', { webSocket: false, pollingInterval: 200 }],
])('the official client by %s', (_way, way) => {
  it('is welcomed, is answered, and recognises its own message', async () => {
    const { token } = await generate();
    const talking = talk({ token, ...way });
    await expect.poll(() => texts(talking)).toEqual([welcome]);
    expect(talking.statuses).toContain(online);
    const id = await send(talking, 'hej', 'mine-1');
    await expect.poll(() => texts(talking)).toEqual([welcome, 'hej', 'Du skrev: **hej**']);
    expect(talking.received[1]).toMatchObject({ id, from: { role: 'user' }, channelData: { clientActivityID: 'mine-1' } });
  });

  it('comes back to a conversation and gets its history', async () => {
    const { token, conversationId } = await generate();
    const before = talk({ token, ...way });
    await expect.poll(() => texts(before)).toEqual([welcome]);
    await send(before, 'hej', 'mine-1');
    before.client.end();
    const after = talk({ token, conversationId, ...way });
    await expect.poll(() => texts(after)).toEqual([welcome, 'hej', 'Du skrev: **hej**']);
  });

  it('learns that its conversation was ended from elsewhere', async () => {
    const { token, conversationId } = await generate();
    const talking = talk({ token, ...way });
    await expect.poll(() => texts(talking)).toEqual([welcome]);
    await call(chat.origin, `/conversations/${conversationId}/activities`, { token, body: { type: 'endOfConversation' } });
    chat.bot.say(conversationId, { text: 'Kortet är spärrat.' });
    // By a socket, the client waits 3 s or more before it asks for another one.
    await expect.poll(() => talking.statuses, { timeout: 15_000 }).toContain(expiredToken);
    expect(texts(talking)).toEqual([welcome]);
  });

  it('gives up on a token that is not ours', async () => {
    const talking = talk({ token: 'eyJhbGciOiJIUzI1NiJ9.e30.bm8', ...way });
    await expect.poll(() => talking.statuses).toContain(failedToConnect);
  });
});

describe('the official client whose socket is cut', () => {
  it('reconnects by itself, and nothing is lost or shown twice', async () => {
    const sockets: WebSocket[] = [];
    class WatchedSocket extends WebSocket {
      constructor(address: string) {
        super(address);
        sockets.push(this);
      }
    }
    const { token, conversationId } = await generate();
    const talking = talk({ token, WebSocket: WatchedSocket } as unknown as DirectLineOptions);
    await expect.poll(() => texts(talking)).toEqual([welcome]);
    sockets[0]?.terminate();
    chat.bot.say(conversationId, { text: 'Under tiden' });
    // The client waits 3 s or more.
    await expect.poll(() => texts(talking), { timeout: 15_000 }).toEqual([welcome, 'Under tiden']);
    expect(sockets).toHaveLength(2);
  });
});
