import type { Activity } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import { parseActivity } from '../../../bot/channels/teams/activity.ts';
import { incomingOf } from '../../../bot/channels/teams/incoming.ts';
import { activityOf } from '../../../bot/channels/teams/outgoing.ts';
import { teamsMessage } from './bot.ts';

interface Action {
  readonly type: string;
  readonly title: string;
  readonly data: { choice: string; msteams: { type: string; displayText: string; value: unknown } };
}
interface CardContent {
  readonly version: string;
  readonly fallbackText: string;
  readonly body: readonly { type: string; text?: string; facts?: unknown; actions?: readonly Action[] }[];
}

const cardOf = (activity: Partial<Activity>): CardContent => activity.attachments?.[0]?.content as CardContent;
const choices = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `c${index}`, label: `Val ${index}` }));

describe('a reply in Teams', () => {
  it('without choices and card is a Markdown message with no attachment', () => {
    const activity = activityOf({ text: '**Spärra** kortet.' });
    expect(activity).toEqual({ type: 'message', text: '**Spärra** kortet.', textFormat: 'markdown', summary: 'Spärra kortet.' });
  });

  it('shows its choices as buttons that appear in the chat as the person’s own words', () => {
    const [row] = cardOf(activityOf({ text: 'Är det så?', choices: [{ id: 'yes', label: 'Ja' }] })).body;
    expect(row?.actions).toMatchObject([{ type: 'Action.Submit', title: 'Ja', data: { choice: 'yes', msteams: { type: 'messageBack', displayText: 'Ja' } } }]);
  });

  it.each<[string, (action: Action | undefined) => unknown]>([
    ['Teams', (action) => action?.data.msteams.value],
    ['the Emulator', (action) => action?.data],
  ])('has buttons that come back from %s as the choice', (_client, valueSent) => {
    const [row] = cardOf(activityOf({ text: 'Är det så?', choices: [{ id: 'intent:card-lost', label: 'Borttappat kort' }] })).body;
    const parsed = parseActivity(teamsMessage('https://smba.test.invalid/', { text: '', value: valueSent(row?.actions?.[0]) }));
    if (!parsed.ok) throw new Error(parsed.message);
    expect(incomingOf(parsed.activity, true)?.event).toEqual({ kind: 'chose', choice: 'intent:card-lost', label: 'Borttappat kort' });
  });

  it('has no row of more than six buttons, and loses none', () => {
    const rows = cardOf(activityOf({ text: 'Välj', choices: choices(14) })).body.map((row) => row.actions ?? []);
    expect(rows.map((row) => row.length)).toEqual([6, 6, 2]);
    expect(rows.flat().map((action) => action.data.choice)).toEqual(choices(14).map((choice) => choice.id));
  });

  it('shows a card as facts above the buttons, and as lines where cards cannot be shown', () => {
    const card = { title: 'Ditt ärende', facts: [{ label: 'Namn', value: 'Anna Test' }, { label: 'Telefon', value: '040-1' }] };
    const content = cardOf(activityOf({ text: 'Stämmer det?', card, choices: choices(1) }));
    expect(content.version).toBe('1.4');
    expect(content.body.map((element) => element.type)).toEqual(['TextBlock', 'FactSet', 'ActionSet']);
    expect(content.body[1]?.facts).toEqual([{ title: 'Namn', value: 'Anna Test' }, { title: 'Telefon', value: '040-1' }]);
    expect(content.fallbackText).toBe('Stämmer det?\n\nDitt ärende\n\nNamn: Anna Test\n\nTelefon: 040-1');
  });

  it('is announced by its first words, without Markdown', () => {
    const { summary } = activityOf({ text: `Se [Kortstationer](https://x.test/a).\n\n${'ord '.repeat(100)}` });
    expect(summary).toMatch(/^Se Kortstationer\. ord .*…$/);
    expect(summary?.length).toBeLessThanOrEqual(150);
  });
});
