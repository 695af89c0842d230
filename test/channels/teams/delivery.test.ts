import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TeamsAuth } from '../../../bot/channels/teams/settings.ts';
import { type Bot, type BotOptions, UNREGISTERED, eventually, post, startBot, teamsMessage } from './bot.ts';
import { type Connector, startConnector } from './connector.ts';
import { type Shell, createShell } from './shell.ts';

let connector: Connector;
let shell: Shell;
const running = new Set<Bot>();

beforeAll(async () => {
  connector = await startConnector();
  return () => connector.close();
});
beforeEach(() => {
  shell = createShell();
  connector.allow({ count: Infinity, perMs: 0 });
});
afterAll(async () => {
  await Promise.all([...running].map((bot) => bot.close()));
});

async function start(options: Partial<BotOptions> = {}): Promise<Bot> {
  const bot = await startBot({ shell, auth: UNREGISTERED, ...options });
  running.add(bot);
  return bot;
}

async function stop(bot: Bot): Promise<void> {
  running.delete(bot);
  await bot.close();
}

const say = async (bot: Bot, conversation: string, text: string) => post(bot.url, teamsMessage(connector.url, { text, conversation: { id: conversation } }));

/** Makes the conversation known, so that the bot can speak in it on its own. */
async function meet(bot: Bot, conversation: string): Promise<void> {
  await post(bot.url, teamsMessage(connector.url, { type: 'messageDelete', conversation: { id: conversation } }));
}

describe('delivery to Teams', () => {
  it('keeps the order of a conversation', async () => {
    const bot = await start();
    for (const text of ['ett', 'två', 'tre']) await say(bot, 'a:order', text);
    await eventually(() => shell.marks('teams:a:order')).toEqual(['delivered', 'delivered', 'delivered']);
    expect(connector.textsIn('a:order')).toEqual(['svar på ett', 'svar på två', 'svar på tre']);
  });

  it.each([429, 412, 503])('tries again after a %d, before anything later of the conversation', async (status) => {
    const bot = await start();
    const conversation = `a:again-${status}`;
    connector.plan(conversation, { status }, { status });
    await say(bot, conversation, 'ett');
    await say(bot, conversation, 'två');
    await eventually(() => shell.marks(`teams:${conversation}`)).toEqual(['delivered', 'delivered']);
    expect(connector.textsIn(conversation)).toEqual(['svar på ett', 'svar på ett', 'svar på ett', 'svar på två']);
    expect(bot.counted).toEqual(['deliveryTried retried', 'deliveryTried retried', 'deliveryTried delivered', 'deliveryTried delivered']);
  });

  it.each([500, 502, 504, 408])('does not risk a double after a %d: the reply is marked unknown and the next one goes out', async (status) => {
    const bot = await start();
    const conversation = `a:unknown-${status}`;
    connector.plan(conversation, { status });
    await say(bot, conversation, 'ett');
    await say(bot, conversation, 'två');
    await eventually(() => shell.marks(`teams:${conversation}`)).toEqual(['unknown', 'delivered']);
    expect(connector.textsIn(conversation)).toEqual(['svar på ett', 'svar på två']);
    expect(bot.counted).toContain('deliveryTried unknown');
  });

  it.each<[string, 'hang' | 'cut']>([['never answers', 'hang'], ['cuts the connection', 'cut']])('marks a reply unknown when the connector %s', async (_name, behaviour) => {
    const bot = await start({ limits: { sendTimeoutMs: 500 } });
    const conversation = `a:${behaviour}`;
    connector.plan(conversation, behaviour);
    await say(bot, conversation, 'ett');
    await eventually(() => shell.marks(`teams:${conversation}`)).toEqual(['unknown']);
    expect(connector.textsIn(conversation)).toHaveLength(1);
  });

  it.each([400, 403, 404, 413])('gives a reply up after a %d', async (status) => {
    const bot = await start();
    const conversation = `a:refused-${status}`;
    connector.plan(conversation, { status });
    await say(bot, conversation, 'ett');
    await eventually(() => shell.marks(`teams:${conversation}`)).toEqual(['refused']);
    expect(connector.textsIn(conversation)).toHaveLength(1);
  });

  it('does not follow a redirect', async () => {
    const bot = await start();
    connector.plan('a:redirect', { status: 307, location: `${connector.url}v3/conversations/a:elsewhere/activities` });
    await say(bot, 'a:redirect', 'ett');
    await eventually(() => shell.marks('teams:a:redirect')).toEqual(['refused']);
    expect(connector.textsIn('a:elsewhere')).toEqual([]);
  });

  it('is not held up by a conversation whose connector hangs', async () => {
    const bot = await start({ limits: { sendTimeoutMs: 60_000 } });
    connector.plan('a:stuck', 'hang');
    await say(bot, 'a:stuck', 'ett');
    await say(bot, 'a:free', 'ett');
    await eventually(() => shell.marks('teams:a:free')).toEqual(['delivered']);
    expect(shell.marks('teams:a:stuck')).toEqual([null]);
    expect((await say(bot, 'a:stuck', 'två')).status).toBe(200);
    await eventually(() => connector.textsIn('a:stuck')).toHaveLength(1);
    connector.release();
    await eventually(() => shell.marks('teams:a:stuck')).toEqual(['delivered', 'delivered']);
    expect(connector.textsIn('a:stuck')).toEqual(['svar på ett', 'svar på två']);
  });

  it('tries again when the connector cannot be reached, and delivers once it is back', async () => {
    const down = await startConnector();
    await down.close();
    const bot = await start({ limits: { retryMaxMs: 10 } });
    await post(bot.url, teamsMessage(down.url, { conversation: { id: 'a:down' } }));
    await eventually(() => bot.counted.filter((line) => line === 'deliveryTried retried').length).toBeGreaterThan(1);
    expect(shell.marks('teams:a:down')).toEqual([null]);
    // Teams names its present address in the next activity.
    await meet(bot, 'a:down');
    await eventually(() => shell.marks('teams:a:down')).toEqual(['delivered']);
  });

  it('does not write to someone who has blocked the bot until they write themselves', async () => {
    const bot = await start();
    connector.plan('a:blocked', { status: 403 });
    await say(bot, 'a:blocked', 'ett');
    await eventually(() => shell.marks('teams:a:blocked')).toEqual(['refused']);
    expect(shell.kept('teams:a:blocked')).toHaveProperty('unreachableSince');
    shell.say('teams:a:blocked', 'kortet är spärrat');
    bot.channel.deliver('teams:a:blocked');
    await eventually(() => shell.marks('teams:a:blocked')).toEqual(['refused', 'refused']);
    expect(connector.textsIn('a:blocked')).toHaveLength(1);
    await say(bot, 'a:blocked', 'tre');
    await eventually(() => shell.marks('teams:a:blocked')).toEqual(['refused', 'refused', 'delivered']);
  });

  it('does not write to someone who has removed the bot, and does again once it is installed', async () => {
    const bot = await start();
    const conversation = { id: 'a:removed', conversationType: 'personal' };
    const install = async (action: string) => post(bot.url, teamsMessage(connector.url, { type: 'installationUpdate', action, conversation }));
    await install('add');
    await eventually(() => shell.marks('teams:a:removed')).toEqual(['delivered']);
    await install('remove');
    shell.say('teams:a:removed', 'ingen läser');
    bot.channel.deliver('teams:a:removed');
    await eventually(() => shell.marks('teams:a:removed')).toEqual(['delivered', 'refused']);
    await install('add');
    shell.say('teams:a:removed', 'läst');
    bot.channel.deliver('teams:a:removed');
    await eventually(() => connector.textsIn('a:removed')).toEqual(['välkommen', 'läst']);
  });

  it('tries again after the time for which it leaves someone alone', async () => {
    const bot = await start({ limits: { unreachableMs: 0 } });
    connector.plan('a:back', { status: 403 });
    await say(bot, 'a:back', 'ett');
    await eventually(() => shell.kept('teams:a:back')).toHaveProperty('unreachableSince');
    shell.say('teams:a:back', 'två');
    bot.channel.deliver('teams:a:back');
    await eventually(() => shell.marks('teams:a:back')).toEqual(['refused', 'delivered']);
  });

  it('lets the next turn know, once and after a restart too, that a reply may be lost', async () => {
    const first = await start();
    connector.plan('a:doubt', { status: 500 });
    await say(first, 'a:doubt', 'ett');
    await eventually(() => shell.kept('teams:a:doubt')).toHaveProperty('unsure', true);
    await stop(first);
    const second = await start();
    await say(second, 'a:doubt', 'två');
    await say(second, 'a:doubt', 'tre');
    expect(shell.runs.map(({ circumstances }) => circumstances?.isUnsure ?? false)).toEqual([false, true, false]);
  });

  it.each(['threadRates', 'appRates'] as const)('keeps the pace of %s, in order', async (name) => {
    const bot = await start({ limits: { threadRates: [], appRates: [], [name]: [{ count: 3, perMs: 300 }] } });
    const conversation = `a:${name}`;
    await meet(bot, conversation);
    const texts = Array.from({ length: 8 }, (_, index) => `nummer ${index}`);
    for (const text of texts) shell.say(`teams:${conversation}`, text);
    const began = performance.now();
    bot.channel.deliver(`teams:${conversation}`);
    await eventually(() => shell.marks(`teams:${conversation}`)).toEqual(texts.map(() => 'delivered'));
    // Three at once, three after the first 300 ms, two after the second; a slow machine takes longer.
    expect(performance.now() - began).toBeGreaterThanOrEqual(600);
    expect(connector.textsIn(conversation)).toEqual(texts);
  });

  it('loses nothing and keeps the order when it is throttled all the same', async () => {
    const bot = await start();
    connector.allow({ count: 2, perMs: 200 });
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `a:throttled-${name}`);
    for (const text of ['ett', 'två', 'tre']) await Promise.all(names.map((name) => say(bot, name, text)));
    await eventually(() => names.flatMap((name) => shell.marks(`teams:${name}`))).toEqual(names.flatMap(() => ['delivered', 'delivered', 'delivered']));
    for (const name of names) expect([...new Set(connector.textsIn(name))]).toEqual(['svar på ett', 'svar på två', 'svar på tre']);
  });

  it('is not held up by as many hanging conversations as the pace lets begin', async () => {
    const bot = await start({ limits: { sendTimeoutMs: 60_000, appRates: [] } });
    const stuck = Array.from({ length: 100 }, (_, index) => `a:stuck-${index}`);
    for (const name of stuck) connector.plan(name, 'hang');
    await Promise.all(stuck.map((name) => say(bot, name, 'ett')));
    await say(bot, 'a:still-free', 'ett');
    await eventually(() => shell.marks('teams:a:still-free')).toEqual(['delivered']);
    await eventually(() => stuck.flatMap((name) => connector.textsIn(name))).toHaveLength(100);
    connector.release();
    await eventually(() => stuck.flatMap((name) => shell.marks(`teams:${name}`))).toEqual(stuck.map(() => 'delivered'));
  });

  it('gives a reply up that nobody could take for a day', async () => {
    const bot = await start();
    await meet(bot, 'a:old');
    connector.plan('a:old', { status: 429 });
    shell.say('teams:a:old', 'gammalt', new Date(Date.now() - 25 * 3_600_000));
    bot.channel.deliver('teams:a:old');
    await eventually(() => shell.marks('teams:a:old')).toEqual(['refused']);
  });

  it('sends what was said outside a turn when it is told to look', async () => {
    const bot = await start();
    await meet(bot, 'a:proactive');
    shell.say('teams:a:proactive', 'kortet är spärrat');
    bot.channel.deliver('teams:a:proactive');
    await eventually(() => connector.textsIn('a:proactive')).toEqual(['kortet är spärrat']);
    expect(connector.posted.find((one) => one.conversation === 'a:proactive')?.activity.replyToId).toBeUndefined();
  });

  it('refuses a reply to a conversation that it cannot reach', async () => {
    const bot = await start();
    shell.say('teams:a:stranger', 'hej');
    bot.channel.deliver('teams:a:stranger');
    await eventually(() => shell.marks('teams:a:stranger')).toEqual(['refused']);
  });

  it('refuses to post to an address that the settings no longer allow', async () => {
    await shell.references.save('teams:a:moved', { channelId: 'msteams', serviceUrl: 'http://192.0.2.1/', bot: { id: 'b' }, user: { id: 'u' }, conversation: { id: 'a:moved' } });
    const bot = await start();
    shell.say('teams:a:moved', 'hej');
    bot.channel.deliver('teams:a:moved');
    await eventually(() => shell.marks('teams:a:moved')).toEqual(['refused']);
  });

  it('marks again, and does not send again, when the mark could not be written', async () => {
    const bot = await start();
    await meet(bot, 'a:mark');
    shell.breakMark(2);
    shell.say('teams:a:mark', 'en gång');
    bot.channel.deliver('teams:a:mark');
    await eventually(() => shell.marks('teams:a:mark')).toEqual(['delivered']);
    expect(connector.textsIn('a:mark')).toEqual(['en gång']);
  });

  it('leaves the replies of an expectReplies response alone, even when it is told to look before the response is made', async () => {
    const bot = await start({
      shell: {
        ...shell,
        handle: async (incoming) => {
          const handled = await shell.handle(incoming);
          if (incoming.conversation !== 'teams:a:held') return handled;
          // By the time that the other conversation has its reply, this one would have had its own.
          bot.channel.deliver('teams:a:held');
          await say(bot, 'a:other', 'ett');
          await eventually(() => shell.marks('teams:a:other')).toEqual(['delivered']);
          return handled;
        },
      },
    });
    const { json } = await post(bot.url, teamsMessage(connector.url, { deliveryMode: 'expectReplies', conversation: { id: 'a:held' } }));
    expect(json.activities).toHaveLength(1);
    expect(shell.marks('teams:a:held')).toEqual(['delivered']);
    expect(connector.textsIn('a:held')).toEqual([]);
  });
});

describe('delivery to Teams after a restart', () => {
  it('goes on with everything that was still in the queue', async () => {
    const first = await start();
    const conversations = Array.from({ length: 7 }, (_, index) => `a:restart-${index}`);
    for (const conversation of conversations) await meet(first, conversation);
    await stop(first);
    for (const conversation of conversations) shell.say(`teams:${conversation}`, 'kvar');

    const second = await start({ limits: { resumePage: 2, concurrency: 2 } });
    await second.channel.start();
    await eventually(() => conversations.flatMap((conversation) => shell.marks(`teams:${conversation}`))).toEqual(conversations.map(() => 'delivered'));
    expect(conversations.flatMap((conversation) => connector.textsIn(conversation))).toEqual(conversations.map(() => 'kvar'));
  });

  it('sends a reply that waited for another try when the bot was stopped', async () => {
    const first = await start({ limits: { retryBaseMs: 60_000, retryMaxMs: 60_000 } });
    connector.plan('a:interrupted', { status: 429, retryAfter: '60' });
    await say(first, 'a:interrupted', 'ett');
    await eventually(() => first.counted).toEqual(['deliveryTried retried']);
    await stop(first);
    expect(shell.marks('teams:a:interrupted')).toEqual([null]);

    const second = await start();
    await second.channel.start();
    await eventually(() => shell.marks('teams:a:interrupted')).toEqual(['delivered']);
  });
});

describe('delivery to Teams with an app id', () => {
  it.each<[string, () => Promise<string>]>([
    ['fails', () => Promise.reject(new Error('login is down'))],
    ['never answers', () => new Promise(() => undefined)],
  ])('keeps a reply while the login service %s, and sends it once with a token', async (name, failing) => {
    let isUp = false;
    let asked = 0;
    const auth: TeamsAuth = {
      appId: 'the-bot', appPassword: null, tenantId: 'the-tenant', allowedServiceUrls: [connector.url],
      fetchToken: () => {
        asked += 1;
        return isUp ? Promise.resolve('fresh') : failing();
      },
    };
    const conversation = `a:login-${name}`;
    await shell.references.save(`teams:${conversation}`, { channelId: 'msteams', serviceUrl: connector.url, bot: { id: 'b' }, user: { id: 'u' }, conversation: { id: conversation } });
    const bot = await start({ auth, limits: { sendTimeoutMs: 1_000 } });
    shell.say(`teams:${conversation}`, 'hej');
    bot.channel.deliver(`teams:${conversation}`);
    await eventually(() => asked).toBeGreaterThan(1);
    isUp = true;
    await eventually(() => shell.marks(`teams:${conversation}`)).toEqual(['delivered']);
    expect(connector.posted.filter((one) => one.conversation === conversation)).toMatchObject([{ authorization: 'Bearer fresh' }]);
  });
});
