import { describe, expect, it } from 'vitest';
import { parseActivity } from '../../../bot/channels/teams/activity.ts';
import type { ActionSet, ButtonData } from '../../../bot/channels/teams/cards/adaptive-card.ts';
import { incomingOf } from '../../../bot/channels/teams/incoming.ts';
import { activitiesOf, usedActivityOf } from '../../../bot/channels/teams/outgoing.ts';
import type { Reply } from '../../../bot/conversation/types.ts';
import { teamsMessage } from './bot.ts';
import { cardFaults } from './card-check.ts';
import { cardIn, drawn, ELSEWHERE, IN_TEAMS, shownText } from './drawn.ts';

const choices = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `c${index}`, label: `Val ${index}` }));
const CANCEL = { id: 'cancel', label: 'Avbryt' };
const question: Reply = { text: 'När hände det?', choices: [{ id: 'unknown-time', label: 'Vet inte' }, CANCEL] };
const summary: Reply = {
  text: 'Kortet är inte spärrat än.\n\nStämmer det?',
  card: { title: 'Ditt ärende', facts: [{ label: 'Namn', value: 'Anna *Test*' }] },
  choices: [{ id: 'yes', label: 'Ja' }],
};
const page = 'https://vardgivare.skane.se/it/e-tjanstekort/fragor-och-svar/';
const answer: Reply = {
  text: `Fem år.\n\nKälla: [Frågor och svar](${page})\n\nFick du hjälp?`,
  choices: [{ id: 'yes', label: 'Ja' }, { id: 'no', label: 'Nej' }, { id: 'intent:order-card', label: 'Beställa kort' }],
  answer: { intent: 'card-validity', source: { title: 'Frågor och svar', url: page, owner: 'RAfunktionen@skane.se', reviewed: null }, helped: 'Fick du hjälp?' },
};

function buttonsIn(reply: Reply, place = IN_TEAMS): ActionSet['actions'] {
  return (cardIn(drawn(reply, place))?.body ?? []).flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));
}

describe('a reply in Teams', () => {
  it('without choices and card is a Markdown message with no attachment', () => {
    expect(drawn({ text: '**Spärra** kortet.' })).toEqual({ type: 'message', text: '**Spärra** kortet.', textFormat: 'markdown', summary: 'Spärra kortet.', locale: 'sv-SE' });
  });

  it('in English says so', () => {
    expect(drawn({ text: 'Hello', language: 'en' }).locale).toBe('en-GB');
    expect(usedActivityOf({ ...question, language: 'en' }, 'cancel', IN_TEAMS)?.card).toMatchObject({ lang: 'en', fallbackText: expect.stringContaining('You chose: Avbryt') as string });
  });

  it('has its few choices above the compose box in a personal chat, each as words that the person says', () => {
    const activity = drawn({ text: 'Vilket?', choices: choices(3) });
    expect(activity.attachments).toBeUndefined();
    expect(activity.suggestedActions?.actions).toEqual(choices(3).map(({ label }) => ({ type: 'imBack', title: label, value: label })));
  });

  it.each<[string, Reply, boolean]>([
    ['a question of a dialog', question, true],
    ['a summary', summary, true],
    ['many choices', { text: 'Vad gäller det?', choices: choices(4) }, true],
    ['choices where others read along', { text: 'Vilket?', choices: choices(1) }, false],
  ])('with %s is a card that holds the words too, and nothing beside it', (_name, reply, isPersonal) => {
    const activity = drawn(reply, { ...IN_TEAMS, isPersonal });
    expect(activity.text).toBeUndefined();
    expect(activity.summary).not.toBe('');
    expect(cardFaults(cardIn(activity))).toEqual([]);
    for (const paragraph of reply.text.split('\n\n')) expect(shownText(activity)).toContain(paragraph);
  });

  it('shows a summary between its text and its question, with what people wrote as they wrote it', () => {
    expect(shownText(drawn(summary)).split('\n')).toEqual(['Kortet är inte spärrat än.', 'Ditt ärende', 'Namn: Anna \\*Test\\*', 'Stämmer det?', '[Ja]']);
    expect(cardIn(drawn(summary))?.fallbackText).toBe(`${summary.text}\n\nDitt ärende\n\nNamn: Anna *Test*`);
  });

  it('has the ways out in a row of their own, no row of more than six, and loses no choice', () => {
    const rows = cardIn(drawn({ text: 'Välj', choices: [...choices(8), CANCEL] }))?.body.filter((element) => element.type === 'ActionSet') ?? [];
    expect(rows.map((row) => row.actions.length)).toEqual([6, 2, 1]);
  });

  it('gives each step of a list a paragraph of its own', () => {
    expect(drawn({ text: 'Gör så här:\n\n1. Sätt kortet i läsaren.\n2. Vänta.\n\nKlart.' }).text).toBe('Gör så här:\n\n1. Sätt kortet i läsaren.\n\n2. Vänta.\n\nKlart.');
  });

  it('is announced by its first words, without Markdown', () => {
    const { summary: announced } = drawn({ text: `Se [Kortstationer](https://x.test/a).\n\n${'ord '.repeat(100)}` });
    expect(announced).toMatch(/^Se Kortstationer\. ord .*…$/);
    expect(announced?.length).toBeLessThanOrEqual(150);
  });
});

describe('a button of a card', () => {
  const press = (value: ButtonData | undefined) => {
    const parsed = parseActivity(teamsMessage('https://smba.test.invalid/', { text: '', value }));
    if (!parsed.ok) throw new Error(parsed.message);
    return incomingOf(parsed.activity, true);
  };

  it.each<[string, (data: ButtonData | undefined) => ButtonData | undefined]>([
    ['Teams', (data) => (data?.['msteams'] as { value: ButtonData } | undefined)?.value],
    ['the Emulator', (data) => data],
  ])('comes back from %s as the choice, with an id that a second press repeats', (_client, sent) => {
    const [button] = buttonsIn(question);
    expect(press(sent(button?.data))).toMatchObject({ id: 'pressed:7:unknown-time', event: { kind: 'chose', choice: 'unknown-time', label: 'Vet inte' } });
  });

  it('appears in the chat as the person’s own words', () => {
    expect(buttonsIn(question)[0]).toMatchObject({ type: 'Action.Submit', title: 'Vet inte', data: { msteams: { type: 'messageBack', displayText: 'Vet inte' } } });
  });

  it('can be an Action.Execute, and is a submit for clients that know none', () => {
    const [button] = buttonsIn(question, { ...IN_TEAMS, buttons: 'execute' });
    expect(button).toMatchObject({ type: 'Action.Execute', verb: 'choose', data: { choice: 'unknown-time', card: 7 }, fallback: { type: 'Action.Submit', data: { choice: 'unknown-time', card: 7 } } });
  });
});

describe('a card that was used', () => {
  it('says what was chosen, without buttons, in place of the message', () => {
    const used = usedActivityOf(summary, 'yes', IN_TEAMS);
    expect(shownText(used?.activity ?? {}).split('\n').slice(-2)).toEqual(['Stämmer det?', 'Du valde: Ja']);
    expect(used?.activity.summary).toBe(drawn(summary).summary);
  });

  it.each<[string, Reply, string]>([['a choice that it never offered', question, 'yes'], ['a message that is no card', { text: 'Hej', choices: choices(1) }, 'c0']])('is not made of %s', (_name, reply, choice) => {
    expect(usedActivityOf(reply, choice, IN_TEAMS)).toBeNull();
  });
});

describe('an answer in Teams', () => {
  it('has Teams’ own feedback buttons instead of the question', () => {
    const activity = drawn(answer);
    expect(activity.channelData).toEqual({ feedbackLoop: { type: 'default' } });
    expect(shownText(activity)).not.toContain('Fick du hjälp?');
    expect(activity.suggestedActions?.actions.map(({ title }) => title)).toEqual(['Beställa kort']);
  });

  it('cites its source by a number in the text, and claims nothing about AI', () => {
    const { text, entities } = drawn(answer);
    expect(text).toBe(`Fem år.\n\nKälla: [Frågor och svar](${page}) [1]`);
    expect(entities).toMatchObject([{ type: 'https://schema.org/Message', '@type': 'Message', citation: [{ '@type': 'Claim', position: 1, appearance: { name: 'Frågor och svar', url: page } }] }]);
    expect(JSON.stringify(entities)).toContain('Ansvarig: RAfunktionen@skane.se');
    expect(JSON.stringify(entities)).not.toContain('additionalType');
  });

  it('cites a page without an address by its name', () => {
    const source = { title: 'Frågor och svar', url: null, owner: 'x@example.se', reviewed: '2026-10-01' };
    const { text, entities } = drawn({ text: 'Fem år.\n\nKälla: Frågor och svar', answer: { intent: 'card-validity', source } });
    expect(text).toMatch(/Källa: Frågor och svar \[1\]$/);
    expect(JSON.stringify(entities)).toContain('Senast granskat 2026-10-01');
    expect(JSON.stringify(entities)).not.toContain('"url"');
  });

  it('that does not name its source cites nothing', () => {
    expect(drawn({ ...answer, text: 'Fem år.' }).entities).toBeUndefined();
  });
});

describe('a very long reply in Teams', () => {
  const paragraphs = Array.from({ length: 30 }, (_, index) => `Stycke ${index} ${'ord '.repeat(20).trim()}`);
  const place = { ...IN_TEAMS, messageChars: 500 };

  it('is several messages, cut between paragraphs, and loses no word', () => {
    const texts = activitiesOf({ text: paragraphs.join('\n\n') }, 7, place).map(({ text }) => text ?? '');
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.join('\n\n')).toBe(paragraphs.join('\n\n'));
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(500);
  });

  it('has its buttons on the last message only', () => {
    const activities = activitiesOf({ ...question, text: paragraphs.join('\n\n') }, 7, place);
    expect(activities.map((activity) => cardIn(activity) !== undefined)).toEqual([...activities.slice(1).map(() => false), true]);
  });

  it('is cut anywhere but inside a character when it has no gaps', () => {
    const texts = activitiesOf({ text: '👍'.repeat(700) }, 7, { ...place, messageChars: 501 }).map(({ text }) => text ?? '');
    expect(texts.join('')).toBe('👍'.repeat(700));
    expect(texts.every((text) => text.isWellFormed())).toBe(true);
  });
});

describe('a reply for a client that is not Teams', () => {
  it('has its words in the text and its buttons below', () => {
    const activity = drawn(answer, ELSEWHERE);
    expect(activity.text).toBe(answer.text);
    expect(shownText(activity)).toContain('[Nej]');
    expect(activity.channelData).toBeUndefined();
    expect(cardFaults(cardIn(activity))).toEqual([]);
  });
});
