import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answered, type Bot, type Json, TENANT, UNREGISTERED, eventually, post, registered, startBot, teamsMessage } from './bot.ts';
import { type Connector, startConnector } from './connector.ts';
import { type Issuer, startIssuer } from './issuer.ts';
import { CRASH, OUTAGE, type Shell, createShell } from './shell.ts';

let issuer: Issuer;
let connector: Connector;
let shell: Shell;
let bot: Bot;

beforeAll(async () => {
  issuer = await startIssuer();
  connector = await startConnector();
});
afterAll(async () => {
  await Promise.all([issuer.close(), connector.close()]);
});
beforeEach(async () => {
  shell = createShell();
  bot = await startBot({ shell, auth: registered(issuer, connector.url) });
  return () => bot.close();
});

async function send(changes: Json = {}): Promise<Answered> {
  return post(bot.url, teamsMessage(connector.url, changes), { authorization: `Bearer ${await issuer.sign(connector.url)}` });
}

describe('the Bot Framework endpoint', () => {
  it('answers an expectReplies message in the response body and sends nothing', async () => {
    const { status, json } = await send({ id: 'm1', deliveryMode: 'expectReplies', conversation: { id: 'a:body' } });
    expect(status).toBe(200);
    expect(json.activities).toMatchObject([{ text: 'svar på hej', replyToId: 'm1', recipient: { id: '29:anna' } }]);
    expect(shell.marks('teams:a:body')).toEqual(['delivered']);
    expect(connector.textsIn('a:body')).toEqual([]);
  });

  it('answers other messages with an empty 200 and sends the replies through the connector with the bot’s own token', async () => {
    const { status, text } = await send({ conversation: { id: 'a:push' } });
    expect([status, text]).toEqual([200, '']);
    await eventually(() => shell.marks('teams:a:push')).toEqual(['delivered']);
    const [posted] = connector.posted.filter((one) => one.conversation === 'a:push');
    expect(posted).toMatchObject({ authorization: 'Bearer token-of-the-bot', activity: { text: 'svar på hej', recipient: { id: '29:anna' } } });
  });

  it('answers before the connector has taken anything', async () => {
    connector.plan('a:slow', 'hang');
    const { status } = await send({ conversation: { id: 'a:slow' } });
    expect(status).toBe(200);
    expect(shell.marks('teams:a:slow')).toEqual([null]);
    await eventually(() => connector.textsIn('a:slow')).toHaveLength(1);
    connector.release();
    await eventually(() => shell.marks('teams:a:slow')).toEqual(['delivered']);
  });

  it('hands the person on as verified', async () => {
    await send();
    expect(shell.runs[0]?.person).toEqual({ id: '00000000-0000-4000-8000-00000000a11a', name: 'Anna Test', verified: true });
  });

  it('knows the person by the name and the address that Teams’ roster has, and asks for it once in all chats', async () => {
    connector.members.set('29:berit', { id: '29:berit', name: 'Berit Prov', email: 'berit.prov@example.test' });
    const from = { id: '29:berit', name: 'B', aadObjectId: '00000000-0000-4000-8000-00000000be17' };
    await send({ from });
    await send({ from, conversation: { id: '19:team@thread.tacv2;messageid=17', conversationType: 'channel', tenantId: TENANT } });
    const berit = { id: from.aadObjectId, name: 'Berit Prov', email: 'berit.prov@example.test', verified: true };
    expect(shell.runs.map(({ person }) => person)).toEqual([berit, berit]);
    expect(connector.lookedUp.filter((line) => line.endsWith('29:berit'))).toHaveLength(1);
  });

  it('runs a redelivered message once and gives the recorded replies again', async () => {
    const message = { id: 'twice', deliveryMode: 'expectReplies', conversation: { id: 'a:twice' } };
    const first = await send(message);
    const second = await send(message);
    expect(second.json).toEqual(first.json);
    expect(first.json.activities).toHaveLength(1);
    expect(shell.runs).toHaveLength(1);
  });

  it('runs a message once when its redeliveries overlap, and sends its reply once', async () => {
    const message = { id: 'thrice', conversation: { id: 'a:thrice' } };
    const answers = await Promise.all([send(message), send(message), send(message)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    await eventually(() => shell.marks('teams:a:thrice')).toEqual(['delivered']);
    expect(shell.runs).toHaveLength(1);
    expect(connector.textsIn('a:thrice')).toEqual(['svar på hej']);
  });

  it('welcomes once, however many activities an installation gives', async () => {
    const conversation = { id: 'a:new' };
    await send({ type: 'installationUpdate', action: 'add', conversation });
    await send({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], conversation });
    await send({ type: 'conversationUpdate', membersAdded: [{ id: '29:anna' }], conversation });
    await eventually(() => shell.marks('teams:a:new')).toEqual(['delivered']);
    expect(connector.textsIn('a:new')).toEqual(['välkommen']);
  });

  it.each(['typing', 'messageReaction', 'event', 'endOfConversation', 'somethingNew'])('ignores %s with a 200', async (type) => {
    const { status, text } = await send({ type });
    expect([status, text]).toEqual([200, '']);
    expect(shell.runs).toEqual([]);
  });

  it('answers an ignored activity that expects replies with no replies', async () => {
    expect((await send({ type: 'typing', deliveryMode: 'expectReplies' })).json).toEqual({ activities: [] });
  });

  it('answers an unknown invoke with 501', async () => {
    const { status, json } = await send({ type: 'invoke', name: 'composeExtension/query' });
    expect([status, json.error?.code]).toEqual([501, 'NotImplemented']);
  });

  it('answers a failed turn with a bare 500, and runs it when it is sent again', async () => {
    const { status, text } = await send({ id: 'crash', text: CRASH });
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'ServiceError' } });
    expect(text).not.toContain(CRASH);
    expect(bot.log()).toContain('a turn failed');
    expect((await send({ id: 'crash', text: 'hej' })).status).toBe(200);
  });

  it('tells once whom to call while nothing can be stored, and runs the turn when it is sent again', async () => {
    const conversation = { id: 'a:outage', conversationType: 'personal', tenantId: TENANT };
    for (const text of [OUTAGE, OUTAGE]) expect((await send({ id: 'out', text, conversation })).status).toBe(500);
    await eventually(() => connector.textsIn('a:outage')).toEqual([expect.stringMatching(/kan jag inte ta emot ditt meddelande.*30000 \(internt\) eller 0776-730000/)]);
    expect((await send({ id: 'out', text: 'hej', conversation })).status).toBe(200);
  });
});

describe('the Bot Framework endpoint without an app id', () => {
  let local: Bot;
  beforeEach(async () => {
    local = await startBot({ shell, auth: UNREGISTERED });
    return () => local.close();
  });

  it('serves a program on this machine, and vouches for nobody', async () => {
    const { status, json } = await post(local.url, teamsMessage(connector.url, { deliveryMode: 'expectReplies' }));
    expect([status, json.activities?.length]).toEqual([200, 1]);
    expect(shell.runs[0]?.person.verified).toBe(false);
  });

  it('sends to a connector on this machine without a token', async () => {
    await post(local.url, teamsMessage(connector.url, { channelId: 'emulator', conversation: { id: 'emulated' } }));
    await eventually(() => shell.marks('teams:emulated')).toEqual(['delivered']);
    expect(connector.posted.find((one) => one.conversation === 'emulated')?.authorization).toBeUndefined();
  });

  it('refuses a serviceUrl that is not on this machine', async () => {
    const { status } = await post(local.url, teamsMessage('http://169.254.169.254/'));
    expect(status).toBe(403);
    expect(shell.runs).toEqual([]);
  });

  it('refuses a caller behind a proxy', async () => {
    const { status, json } = await post(local.url, teamsMessage(connector.url), { 'x-forwarded-for': '192.0.2.7' });
    expect([status, json.error?.code]).toEqual([403, 'Forbidden']);
    expect(shell.runs).toEqual([]);
  });
});
