import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../bot/ports.ts';
import { type Answered, type Bot, type Json, eventually, post, registered, startBot } from './bot.ts';
import { type Connector, startConnector } from './connector.ts';
import { type Issuer, startIssuer } from './issuer.ts';
import { type Shell, createShell } from './shell.ts';

const FOLDER = join(import.meta.dirname, 'payloads');
const ANNA = { id: '00000000-0000-4000-8000-00000000a11a', name: 'Anna Testsson', verified: true };

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

function read(name: string): Json {
  return { ...(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Json), serviceUrl: connector.url };
}

async function replay(name: string): Promise<Answered> {
  return post(bot.url, read(name), { authorization: `Bearer ${await issuer.sign(connector.url)}` });
}


/** What each activity means, and how it came. */
const TURNS: Readonly<Record<string, Partial<Incoming>>> = {
  'message-personal': { event: { kind: 'said', text: 'Hur länge gäller kortet?' }, circumstances: { language: 'sv' }, person: ANNA },
  'message-personal-english': { event: { kind: 'said', text: 'How long is the card valid?' }, circumstances: { language: 'en' } },
  'message-group-mention': { event: { kind: 'said', text: 'hur länge gäller kortet?' }, circumstances: { isShared: true, language: 'sv' } },
  'message-channel-mention': { event: { kind: 'said', text: 'hur länge gäller kortet?' }, circumstances: { isShared: true, language: 'sv' } },
  'message-quoted-reply': { event: { kind: 'said', text: 'ja det är jag' }, circumstances: { language: 'sv' } },
  'message-quoted-reply-older': { event: { kind: 'said', text: 'ja det är jag' }, circumstances: { language: 'sv' } },
  'message-html-emoji': { event: { kind: 'said', text: 'Kan inte logga in 😢\nnågon som vet?' }, circumstances: { language: 'sv' } },
  'message-pasted-image': { event: { kind: 'said', text: 'vad betyder det här?' }, circumstances: { language: 'sv', hasFiles: true } },
  'message-file-only': { event: { kind: 'said', text: '' }, circumstances: { language: 'sv', hasFiles: true } },
  'button-message-back': { event: { kind: 'chose', choice: 'intent:pin-forgotten', label: 'Jag har glömt min PIN-kod' } },
  'button-submit': { event: { kind: 'chose', choice: 'yes', label: 'Ja' } },
  edited: { event: { kind: 'edited', text: 'Hur länge gäller mitt kort?' } },
  deleted: { event: { kind: 'deleted' } },
  'install-personal': { id: 'joined', event: { kind: 'joined', language: 'sv' } },
  'install-upgrade': { id: 'joined', event: { kind: 'joined', language: 'sv' } },
  'install-team': { id: 'joined', event: { kind: 'joined', language: 'sv' }, circumstances: { isShared: true, language: 'sv' } },
  'members-added-personal': { id: 'joined', event: { kind: 'joined', language: 'sv' } },
  'members-added-team': { id: 'joined', event: { kind: 'joined', language: 'sv' } },
};

/** Told to the bot, and nothing that it answers or remembers as a turn. */
const IGNORED = [
  'undeleted', 'uninstall-personal', 'members-removed-team', 'channel-created', 'team-renamed', 'reaction-added', 'reaction-removed', 'typing', 'end-of-conversation',
  'event-meeting-start',
];
const NOT_IMPLEMENTED = ['invoke-message-extension', 'invoke-sign-in', 'invoke-file-consent'];

describe('the payloads', () => {
  it('are all told of here', () => {
    const names = readdirSync(FOLDER).filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', ''));
    expect(names.toSorted()).toEqual([...Object.keys(TURNS), ...IGNORED, ...NOT_IMPLEMENTED].toSorted());
  });
});

describe('the activity', () => {
  it.each(Object.entries(TURNS))('%s is one turn, however often and at the same time it comes', async (name, expected) => {
    const answers = [...(await Promise.all([replay(name), replay(name)])), await replay(name)];
    expect(answers.map(({ status, text }) => [status, text])).toEqual([[200, ''], [200, ''], [200, '']]);
    expect(shell.runs).toHaveLength(1);
    expect(shell.runs[0]).toMatchObject(expected);
    const conversation = shell.runs[0]?.conversation ?? '';
    await eventually(() => shell.marks(conversation).includes(null)).toBe(false);
    expect(connector.posted).toHaveLength(shell.marks(conversation).length);
  });

  it.each(IGNORED)('%s is taken and ignored', async (name) => {
    const { status, text } = await replay(name);
    expect([status, text]).toEqual([200, '']);
    expect(shell.runs).toEqual([]);
  });

  it.each(NOT_IMPLEMENTED)('%s is answered with 501', async (name) => {
    const { status, json } = await replay(name);
    expect([status, json.error?.code]).toEqual([501, 'NotImplemented']);
    expect(shell.runs).toEqual([]);
  });
});

describe('an installation', () => {
  it.each([
    ['a person', ['install-personal', 'members-added-personal', 'install-upgrade', 'uninstall-personal', 'install-personal', 'members-added-personal']],
    ['a team', ['install-team', 'members-added-team', 'install-team']],
  ])('for %s is welcomed once, after a removal too', async (_name, activities) => {
    for (const name of activities) expect((await replay(name)).status).toBe(200);
    await eventually(() => connector.posted.map(({ activity }) => activity.text)).toEqual(['välkommen']);
    expect(shell.runs).toHaveLength(1);
  });
});
