import { describe, expect, it } from 'vitest';
import { parseActivity } from '../../../bot/channels/teams/activity.ts';
import { incomingOf } from '../../../bot/channels/teams/incoming.ts';
import type { Incoming } from '../../../bot/ports.ts';
import { type Json, teamsMessage } from './bot.ts';

function read(changes: Json, authenticated = true): Incoming | null {
  const parsed = parseActivity(teamsMessage('https://smba.test.invalid/', { id: '17', conversation: { id: 'a:1' }, ...changes }));
  if (!parsed.ok) throw new Error(parsed.message);
  return incomingOf(parsed.activity, authenticated);
}

describe('a Teams activity', () => {
  it('becomes what the person said, in the conversation’s own key', () => {
    expect(read({ text: ' hej\r\ndär ' })).toMatchObject({ id: 'message:17', conversation: 'teams:a:1', event: { kind: 'said', text: 'hej\ndär' }, origin: { activityId: '17' } });
  });

  it.each<[string, unknown]>([
    ['an object', { choice: 'yes', label: 'Ja' }],
    ['JSON text', '{"choice":"yes","label":"Ja"}'],
    ['the whole data of a submit', { choice: 'yes', label: 'Ja', msteams: { type: 'messageBack' } }],
  ])('becomes a choice when its value is %s', (_name, value) => {
    expect(read({ text: 'Ja', value })?.event).toEqual({ kind: 'chose', choice: 'yes', label: 'Ja' });
  });

  it('is a choice without a label when the client sends none', () => {
    expect(read({ value: { choice: 'yes', label: 7 } })?.event).toEqual({ kind: 'chose', choice: 'yes' });
  });

  it.each([[{ other: 1 }], ['no json {'], [{ choice: '' }], [{ choice: 3 }], [null], [['choice']]])('is read as text when its value %j is no choice', (value) => {
    expect(read({ text: 'hej', value })?.event).toEqual({ kind: 'said', text: 'hej' });
  });

  it('tells two edits of a message apart, but not a redelivery of one', () => {
    const edit = (timestamp: string) => read({ type: 'messageUpdate', text: 'nytt', timestamp });
    expect(edit('2026-11-24T08:00:01Z')?.event).toEqual({ kind: 'edited', text: 'nytt' });
    expect(edit('2026-11-24T08:00:01Z')?.id).toBe(edit('2026-11-24T08:00:01Z')?.id);
    expect(edit('2026-11-24T08:00:01Z')?.id).not.toBe(edit('2026-11-24T08:00:02Z')?.id);
  });

  it('says nothing new when a deleted message is taken back', () => {
    expect(read({ type: 'messageUpdate', text: 'nytt', channelData: { eventType: 'undeleteMessage' } })).toBeNull();
  });

  it.each<[string, unknown[], boolean]>([
    ['nothing', [], false],
    ['the text again as HTML', [{ contentType: 'text/html', content: '<p>hej</p>' }], false],
    ['an emoji in the HTML', [{ contentType: 'text/html', content: '<p><img itemtype="http://schema.skype.com/Emoji" alt="🙂"></p>' }], false],
    ['the card of a pressed button', [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }], false],
    ['a pasted picture', [{ contentType: 'text/html', content: '<p><img src="https://x.test/1"></p>' }], true],
    ['a picture', [{ contentType: 'image/*', contentUrl: 'https://x.test/1' }], true],
    ['a file', [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'fel.docx', content: {} }], true],
  ])('with %s beside its text has files: %s', (_name, attachments, hasFiles) => {
    expect(read({ attachments })?.circumstances?.hasFiles ?? false).toBe(hasFiles);
  });

  it.each<[Json, 'sv' | 'en' | undefined]>([
    [{ locale: 'en-US' }, 'en'],
    [{ locale: null, entities: [{ type: 'clientInfo', locale: 'sv-SE', country: 'SE', platform: 'Web' }] }, 'sv'],
    [{ locale: 'fi-FI' }, undefined],
  ])('tells the language of the client of %j', (changes, language) => {
    expect(read(changes)?.circumstances?.language).toBe(language);
  });

  it.each<[Json, boolean]>([
    [{ conversationType: 'personal' }, false],
    [{ conversationType: 'groupChat' }, true],
    [{ conversationType: 'channel' }, true],
    [{ conversationType: 'something new' }, true],
    [{ isGroup: true }, true],
    [{}, false],
  ])('in %j is shared: %s', (conversation, isShared) => {
    expect(read({ conversation: { id: 'a:1', ...conversation } })?.circumstances?.isShared ?? false).toBe(isShared);
  });

  it('never shares its turn with the message that it deletes', () => {
    expect(read({ type: 'messageDelete' })).toMatchObject({ id: 'deleted:17', event: { kind: 'deleted' } });
  });

  it.each<[string, Json]>([
    ['the bot is added', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }],
    ['a person is added', { type: 'conversationUpdate', membersAdded: [{ id: '29:x' }] }],
    ['the app is installed', { type: 'installationUpdate', action: 'add' }],
    ['the app is upgraded', { type: 'installationUpdate', action: 'add-upgrade' }],
  ])('joins once when %s', (_name, changes) => {
    expect(read(changes)).toMatchObject({ id: 'joined', event: { kind: 'joined', language: 'sv' } });
  });

  it.each<[string | null, Json]>([['en-GB', { language: 'en' }], ['sv', { language: 'sv' }], ['fi-FI', {}], [null, {}]])('joins with the language of the locale %s', (locale, expected) => {
    expect(read({ type: 'installationUpdate', action: 'add', locale })?.event).toEqual({ kind: 'joined', ...expected });
  });

  it.each<[string, Json]>([
    ['members leave', { type: 'conversationUpdate', membersRemoved: [{ id: '29:x' }], membersAdded: [] }],
    ['the app is removed', { type: 'installationUpdate', action: 'remove' }],
    ['somebody types', { type: 'typing' }],
  ])('means nothing when %s', (_name, changes) => {
    expect(read(changes)).toBeNull();
  });
});

describe('the person of a Teams activity', () => {
  it('is verified by the token and known by the object id', () => {
    expect(read({})?.person).toMatchObject({ id: '00000000-0000-4000-8000-00000000a11a', verified: true });
  });

  it.each<[string, Json, boolean]>([
    ['without authentication', {}, false],
    ['from another channel', { channelId: 'webchat' }, true],
    ['without an object id', { from: { id: '29:anna' } }, true],
  ])('is not verified %s', (_name, changes, authenticated) => {
    expect(read(changes, authenticated)?.person.verified).toBe(false);
  });
});
