import { describe, expect, it } from 'vitest';
import { toActivity } from '../../../bot/channels/webchat/activities.ts';
import type { Message } from '../../../bot/ports.ts';
import type { Reply } from '../../../bot/conversation/types.ts';

const participants = { user: 'dl_someone', botName: 'Kortboten' };
const row = { conversation: 'c1', seq: 12, turn: 't', at: new Date('2026-03-02T08:00:00Z') };

function reply(content: Reply): Message {
  return { ...row, from: 'bot', content: { kind: 'reply', reply: content } };
}

describe('a reply as an activity', () => {
  it('is Markdown from the bot, with the row’s number in its id and its order', () => {
    expect(toActivity(reply({ text: '**Fem** år.' }), participants)).toEqual({
      type: 'message',
      id: 'c1|0000012',
      timestamp: '2026-03-02T08:00:00.000Z',
      channelId: 'directline',
      conversation: { id: 'c1' },
      from: { id: 'etjanstekort-bot', name: 'Kortboten', role: 'bot' },
      text: '**Fem** år.',
      textFormat: 'markdown',
      inputHint: 'acceptingInput',
      channelData: { 'webchat:sequence-id': 12 },
    });
  });

  it('has a button for each choice, which shows the label and sends the id, to this user only', () => {
    const { suggestedActions, inputHint } = toActivity(reply({ text: 'Är kortet stulet?', choices: [{ id: 'yes', label: 'Ja' }] }), participants);
    expect(suggestedActions).toEqual({
      actions: [{ type: 'messageBack', title: 'Ja', displayText: 'Ja', text: 'Ja', value: { choice: 'yes' } }],
      to: ['dl_someone'],
    });
    expect(inputHint).toBe('expectingInput');
  });

  it('asks with thumbs whether it helped', () => {
    const source = { title: 'Frågor och svar', url: null, owner: 'RAfunktionen@skane.se', reviewed: null };
    const answer = { intent: 'card-validity', source, helped: 'Fick du hjälp?' };
    const choices = [{ id: 'yes', label: 'Ja' }, { id: 'no', label: 'Nej' }, { id: 'intent:order-card', label: 'Beställa kort' }];
    const actions = toActivity(reply({ text: 'Fem år.\n\nFick du hjälp?', choices, answer }), participants).suggestedActions?.actions;
    expect(actions?.map(({ title, displayText }) => [title, displayText])).toEqual([['👍 Ja', 'Ja'], ['👎 Nej', 'Nej'], ['Beställa kort', 'Beställa kort']]);
  });

  it('has a card as facts, and the same as text for clients without cards', () => {
    const card = { title: 'Din anmälan', facts: [{ label: 'Namn', value: 'Test Testsson' }, { label: 'Kort', value: 'Tappat' }] };
    const { attachments, summary } = toActivity(reply({ text: 'Stämmer det?', card }), participants);
    expect(summary).toBe('Din anmälan\nNamn: Test Testsson\nKort: Tappat');
    expect(attachments?.[0]?.content.body[1]).toEqual({ type: 'FactSet', facts: [{ title: 'Namn', value: 'Test Testsson' }, { title: 'Kort', value: 'Tappat' }] });
    expect(attachments?.[0]?.content.fallbackText).toBe(summary);
  });
});

describe('a user’s message as an activity', () => {
  const own = (origin: Record<string, unknown>): Message => ({ ...row, from: 'user', content: { kind: 'user', text: '*min* text', choice: null, origin } });

  it('is plain text, so that nothing that was typed is formatted', () => {
    expect(toActivity(own({}), participants)).toMatchObject({ from: { id: 'dl_someone', role: 'user' }, text: '*min* text', textFormat: 'plain' });
  });

  it('gives back the client’s id and nothing else of what was kept', () => {
    expect(toActivity(own({ clientActivityID: 'abc', secret: 1 }), participants).channelData).toEqual({ clientActivityID: 'abc', 'webchat:sequence-id': 12 });
    expect(toActivity(own({ clientActivityID: 7 }), participants).channelData).toEqual({ 'webchat:sequence-id': 12 });
  });
});
