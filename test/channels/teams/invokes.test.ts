/** Buttons and feedback as Teams sends them, over HTTP with signed tokens, and what becomes of the card. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../bot/ports.ts';
import { type Answered, type Bot, type Json, eventually, post, registered, startBot, teamsMessage } from './bot.ts';
import { cardFaults } from './card-check.ts';
import { type Connector, type Posted, startConnector } from './connector.ts';
import { type Issuer, startIssuer } from './issuer.ts';
import { ANSWER, ASK, type Shell, createShell } from './shell.ts';

let issuer: Issuer;
let connector: Connector;
let shell: Shell;
let bot: Bot;
let count = 0;
let chat = '';

beforeAll(async () => {
  issuer = await startIssuer();
  connector = await startConnector();
});
afterAll(async () => {
  await Promise.all([issuer.close(), connector.close()]);
});
beforeEach(async () => {
  chat = `a:${(count += 1)}`;
  shell = createShell();
  bot = await startBot({ shell, auth: registered(issuer, connector.url), look: { buttons: 'execute' } });
  return () => bot.close();
});

async function send(changes: Json): Promise<Answered> {
  const conversation = { id: chat, conversationType: 'personal' };
  return post(bot.url, teamsMessage(connector.url, { conversation, ...changes }), { authorization: `Bearer ${await issuer.sign(connector.url)}` });
}

/** What was sent in this chat, or put in the place of something. */
const posted = (): readonly Posted[] => connector.posted.filter(({ conversation }) => conversation === chat);
const updates = (): readonly Posted[] => posted().filter(({ activity }) => activity.id !== undefined);
const runs = (): readonly Incoming[] => shell.runs.slice(1);

async function ask(text: string): Promise<void> {
  await send({ text });
  await eventually(() => posted()).toHaveLength(1);
}

interface Button {
  readonly data: Json;
  readonly fallback: { readonly data: { readonly msteams: { readonly value: Json } } };
}

function firstButton(): Button {
  const card = posted()[0]?.activity.attachments?.[0]?.content as { body: { actions?: Button[] }[] };
  const button = card.body.flatMap(({ actions = [] }) => actions)[0];
  if (button === undefined) throw new Error('the card has no button');
  return button;
}

/** As Teams sends an Action.Execute (Universal Action Model, "Request format"). */
function execute(data: Json, changes: Json = {}): Promise<Answered> {
  return send({
    type: 'invoke', name: 'adaptiveCard/action', id: `f:${Math.random()}`, replyToId: '1700000000001', text: undefined,
    value: { action: { type: 'Action.Execute', verb: 'choose', data }, trigger: 'manual' }, ...changes,
  });
}

const CHOSE = { id: 'pressed:2:unknown-time', event: { kind: 'chose', choice: 'unknown-time', label: 'Vet inte' } };

describe('an Action.Execute button', () => {
  beforeEach(() => ask(ASK));

  it('is the choice, and is answered with the used card', async () => {
    const { status, text } = await execute(firstButton().data);
    const body = JSON.parse(text) as { statusCode: number; type: string; value: { fallbackText: string } };
    expect([status, body.statusCode, body.type]).toEqual([200, 200, 'application/vnd.microsoft.card.adaptive']);
    expect(cardFaults(body.value)).toEqual([]);
    expect(body.value.fallbackText).toBe('När hände det?\n\nDu valde: Vet inte');
    expect(runs()).toMatchObject([CHOSE]);
    expect(runs()[0]?.person.verified).toBe(true);
  });

  it('has its replies sent after the response', async () => {
    await execute(firstButton().data);
    await eventually(() => connector.textsIn(chat)).toContain('valde unknown-time');
  });

  it('runs once however often it comes, at once or later, and is answered the same each time', async () => {
    const { data } = firstButton();
    const answers = await Promise.all([execute(data), execute(data), execute(data)]);
    answers.push(await execute(data));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(runs()).toHaveLength(1);
  });

  it('is the same turn as its Action.Submit from an older client', async () => {
    await execute(firstButton().data);
    await send({ text: 'Vet inte', value: firstButton().fallback.data.msteams.value, replyToId: '1700000000001' });
    expect(runs()).toHaveLength(1);
  });

  it('has the card changed in the chat for good', async () => {
    await execute(firstButton().data);
    await eventually(updates).toHaveLength(1);
    expect(updates()[0]?.activity).toMatchObject({ id: '1700000000001', type: 'message', attachments: [{ content: { fallbackText: 'När hände det?\n\nDu valde: Vet inte' } }] });
    expect(JSON.stringify(updates())).not.toContain('Action.');
  });

  it('is a choice, and its card is left alone, when the card cannot be found', async () => {
    const { status, text } = await execute({ choice: 'unknown-time', label: 'Vet inte', card: 99 });
    expect([status, JSON.parse(text)]).toEqual([200, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Vet inte' }]);
    expect(runs()).toHaveLength(1);
    expect(updates()).toEqual([]);
  });

  it.each<[string, Json]>([
    ['another verb', { value: { action: { verb: 'delete', data: { choice: 'yes' } } } }],
    ['no choice', { value: { action: { verb: 'choose', data: {} } } }],
    ['no value', { value: undefined }],
  ])('with %s is refused in the protocol’s own way, and runs nothing', async (_name, changes) => {
    const { status, text } = await execute({}, changes);
    expect([status, JSON.parse(text)]).toMatchObject([200, { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest' } }]);
    expect(runs()).toEqual([]);
  });
});

describe('an Action.Submit button', () => {
  beforeEach(() => ask(ASK));

  it('has the card changed in the chat, and is one turn when it is pressed twice', async () => {
    const press = (): Promise<Answered> => send({ text: 'Vet inte', value: firstButton().fallback.data.msteams.value, replyToId: '1700000000002' });
    await Promise.all([press(), press()]);
    expect(runs()).toMatchObject([CHOSE]);
    await eventually(() => updates().map(({ activity }) => activity.id)).toContain('1700000000002');
    await eventually(() => connector.textsIn(chat).filter((text) => text === 'valde unknown-time')).toHaveLength(1);
  });

  it('is answered all the same when the card cannot be changed', async () => {
    connector.plan(chat, { status: 404 }, { status: 404 });
    await send({ text: 'Vet inte', value: firstButton().fallback.data.msteams.value, replyToId: '1700000000003' });
    await eventually(() => bot.log()).toContain('a used card keeps its buttons');
    expect(runs()).toHaveLength(1);
  });
});

/** As Teams sends its feedback form (Teams documentation, "Handle feedback"). */
function rate(reaction: string, feedback: string | undefined, replyToId: string | undefined, id = `f:${Math.random()}`): Promise<Answered> {
  return send({ type: 'invoke', name: 'message/submitAction', id, text: undefined, replyToId, value: { actionName: 'feedback', actionValue: { reaction, feedback } } });
}

describe('Teams’ feedback buttons', () => {
  const sentId = '1';
  beforeEach(async () => {
    await ask(ANSWER);
    await eventually(() => shell.marks(`teams:${chat}`)).toEqual(['delivered']);
  });

  it('stand on an answer', () => {
    expect(posted()[0]?.activity.channelData).toEqual({ feedbackLoop: { type: 'default' } });
  });

  it('are an opinion on the very answer that they stand on, with the person’s words', async () => {
    const [answer] = shell.kept(`teams:${chat}`)['answers'] as { id: string }[];
    const { status, text } = await rate('dislike', '{"feedbackText":"Det hjälpte inte."}', answer?.id);
    expect([status, text]).toEqual([200, '{}']);
    expect(runs()).toMatchObject([{ event: { kind: 'rated', intent: 'card-validity', helped: false, comment: 'Det hjälpte inte.' } }]);
  });

  it.each<[string, string | undefined]>([['no form', undefined], ['an empty form', '{"feedbackText":" "}'], ['a broken form', '{"feedb'], ['another form', '{"a":1}']])('may come with %s', async (_name, form) => {
    await rate('like', form, sentId);
    expect(runs()[0]?.event).toMatchObject({ kind: 'rated', helped: true });
    expect(runs()[0]?.event).not.toHaveProperty('comment');
  });

  it('are an opinion on the newest answer, with bare words, where the client is the Agents Playground', async () => {
    await rate('dislike', 'Det stod inget om datum.', undefined);
    expect(runs()[0]?.event).toEqual({ kind: 'rated', intent: 'card-validity', helped: false, comment: 'Det stod inget om datum.' });
  });

  it('are an opinion on no topic where the answer is not known', async () => {
    await rate('like', undefined, 'some-other-message');
    expect(runs()[0]?.event).toEqual({ kind: 'rated', intent: null, helped: true });
  });

  it('are one opinion when Teams sends it again', async () => {
    await rate('like', undefined, sentId, 'f:same');
    await rate('like', undefined, sentId, 'f:same');
    expect(runs()).toHaveLength(1);
  });

  it('with a reaction that does not exist are not known', async () => {
    expect((await rate('shrug', undefined, sentId)).status).toBe(501);
  });
});
