import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answered, type Bot, type Json, TENANT, eventually, post, registered, startBot, teamsMessage } from './bot.ts';
import { CREATE, type Connector, startConnector } from './connector.ts';
import { type Issuer, startIssuer } from './issuer.ts';
import { PRIVATE, type Shell, createShell } from './shell.ts';

const ANNA = '00000000-0000-4000-8000-00000000a11a';
const CHAT = 'a:chat-of-29:anna';

let issuer: Issuer;
let connector: Connector;
let shell: Shell;
let bot: Bot;

beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());
beforeEach(async () => {
  connector = await startConnector();
  shell = createShell();
  bot = await startBot({ shell, auth: registered(issuer, connector.url) });
  return async () => {
    await bot.close();
    await connector.close();
  };
});

async function send(changes: Json): Promise<Answered> {
  return post(bot.url, teamsMessage(connector.url, changes), { authorization: `Bearer ${await issuer.sign(connector.url)}` });
}

const inGroup = (changes: Json): Json => ({ conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: TENANT }, ...changes });
const inChannel = (changes: Json): Json => ({ conversation: { id: '19:team@thread.tacv2;messageid=17', conversationType: 'channel', isGroup: true, tenantId: TENANT }, ...changes });
const inPersonal = (changes: Json): Json => ({ conversation: { id: 'a:own', conversationType: 'personal', tenantId: TENANT }, ...changes });

describe('a message where others read along', () => {
  it.each([['a group chat', inGroup], ['a channel', inChannel]])('is known as shared in %s, and as personal in a chat of one’s own', async (_name, place) => {
    await send(place({ text: 'hej' }));
    await send(inPersonal({ text: 'hej' }));
    expect(shell.runs.map(({ circumstances }) => circumstances?.isShared ?? false)).toEqual([true, false]);
  });

  it('is answered in the thread of the channel that it stands in', async () => {
    await send(inChannel({ text: 'hej' }));
    await eventually(() => connector.textsIn('19:team@thread.tacv2;messageid=17')).toEqual(['svar på hej']);
  });

  it('moves to a chat of the person’s own when it is private, and says so where it was asked', async () => {
    await send(inGroup({ text: PRIVATE }));
    await eventually(() => connector.textsIn('19:group@thread.v2')).toEqual(['jag skriver till dig']);
    expect(connector.created).toEqual(['29:anna']);
    await eventually(() => connector.textsIn(CHAT)).toEqual(['valde intent:card-lost']);
    expect(shell.runs.at(-1)).toMatchObject({ conversation: `teams:${CHAT}`, person: { id: ANNA, verified: true }, event: { kind: 'chose', label: PRIVATE } });
  });

  it('moves to the chat that the person has already', async () => {
    connector.chats.set('29:anna', 'a:own');
    await send(inPersonal({ text: 'hej' }));
    const kept = shell.kept('teams:a:own');
    await send(inGroup({ text: PRIVATE }));
    await eventually(() => connector.textsIn('a:own')).toEqual(['svar på hej', 'valde intent:card-lost']);
    expect(shell.kept('teams:a:own')).toEqual(kept);
  });

  it('is told how to go on when Teams opens no chat with the person', async () => {
    connector.plan(CREATE, { status: 403 });
    await send(inGroup({ text: PRIVATE }));
    await eventually(() => connector.textsIn('19:group@thread.v2')).toEqual(['skriv till mig']);
    expect(shell.runs).toHaveLength(1);
  });

  it('is told how to go on in the body of a response that expects the replies there', async () => {
    const { json } = await send(inGroup({ text: PRIVATE, deliveryMode: 'expectReplies' }));
    expect(json.activities).toMatchObject([{ text: 'skriv till mig' }]);
    expect(connector.created).toEqual([]);
  });

  it('is told how to go on when the person has removed the bot from their own chats', async () => {
    connector.chats.set('29:anna', 'a:own');
    await send(inPersonal({ text: 'hej' }));
    await send(inPersonal({ type: 'installationUpdate', action: 'remove', text: undefined }));
    await send(inGroup({ text: PRIVATE }));
    await eventually(() => connector.textsIn('19:group@thread.v2')).toEqual(['skriv till mig']);
  });

  it.each<[string, 'hang' | { status: number }]>([['429', { status: 429 }], ['502', { status: 502 }], ['no answer', 'hang']])('waits for its private chat through %s, and begins it once', async (_name, behaviour) => {
    const patient = await startBot({ shell, auth: registered(issuer, connector.url), limits: { sendTimeoutMs: 500 } });
    connector.plan(CREATE, behaviour);
    await post(patient.url, teamsMessage(connector.url, inGroup({ text: PRIVATE })), { authorization: `Bearer ${await issuer.sign(connector.url)}` });
    await eventually(() => connector.textsIn('19:group@thread.v2')).toEqual(['jag skriver till dig']);
    await eventually(() => connector.textsIn(CHAT)).toEqual(['valde intent:card-lost']);
    expect(connector.created).toHaveLength(2);
    await patient.close();
  });

  it('begins its private chat once, though the sentence in the group has to be tried again', async () => {
    connector.plan('19:group@thread.v2', { status: 429 }, { status: 429 });
    await send(inGroup({ text: PRIVATE }));
    await eventually(() => shell.marks('teams:19:group@thread.v2')).toEqual(['delivered']);
    await eventually(() => shell.marks(`teams:${CHAT}`)).toEqual(['delivered']);
    expect(connector.textsIn(CHAT)).toHaveLength(1);
    expect(shell.runs).toHaveLength(2);
  });
});
