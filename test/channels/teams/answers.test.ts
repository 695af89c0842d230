import { describe, expect, it } from 'vitest';
import { parseActivity } from '../../../bot/channels/teams/activity.ts';
import { createContacts } from '../../../bot/channels/teams/contacts.ts';
import { teamsMessage } from './bot.ts';
import { createShell } from './shell.ts';

const CHAT = 'teams:a:1';

function activity(changes: Readonly<Record<string, unknown>> = {}) {
  const parsed = parseActivity(teamsMessage('https://smba.test.invalid/', { conversation: { id: 'a:1', conversationType: 'personal' }, ...changes }));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.activity;
}

async function met() {
  const contacts = createContacts(createShell().references);
  await contacts.meet(activity());
  return contacts;
}

describe('the answers of a conversation in Teams', () => {
  it('are known by the ids of their messages', async () => {
    const contacts = await met();
    await contacts.answered(CHAT, '17', 'card-validity');
    await contacts.answered(CHAT, '18', 'order-card');
    expect((await contacts.load(CHAT)).answers).toEqual([{ id: '17', intent: 'card-validity' }, { id: '18', intent: 'order-card' }]);
  });

  it('are the newest twenty', async () => {
    const contacts = await met();
    for (let count = 1; count <= 25; count += 1) await contacts.answered(CHAT, `${count}`, 'card-validity');
    const { answers } = await contacts.load(CHAT);
    expect([answers.length, answers[0]?.id, answers.at(-1)?.id]).toEqual([20, '6', '25']);
  });

  it('are still known when the way to the person has changed, or a reply is in doubt', async () => {
    const contacts = await met();
    await contacts.answered(CHAT, '17', 'card-validity');
    await contacts.doubt(CHAT, true);
    await contacts.meet(activity({ serviceUrl: 'https://smba.test.invalid/emea/' }));
    const { answers, isUnsure, reference } = await contacts.load(CHAT);
    expect([answers.length, isUnsure, reference?.serviceUrl]).toEqual([1, true, 'https://smba.test.invalid/emea/']);
  });

  it('of a chat that nobody has met are not kept', async () => {
    const contacts = createContacts(createShell().references);
    await contacts.answered(CHAT, '17', 'card-validity');
    expect((await contacts.load(CHAT)).answers).toEqual([]);
  });
});
