/** Every question that a dialog can ask, and every card that was used, drawn for Teams and read by the official library. */
import { describe, expect, it } from 'vitest';
import { usedActivityOf } from '../../../bot/channels/teams/outgoing.ts';
import type { Reply } from '../../../bot/conversation/types.ts';
import { subjects } from '../../dialogs/subjects.ts';
import { cardFaults } from './card-check.ts';
import { cardIn, drawn, IN_TEAMS, shownText } from './drawn.ts';

const CANCEL = { id: 'cancel', label: 'Avbryt' };
const WAYS_OUT = [{ id: 'back', label: 'Tillbaka' }, CANCEL, { id: 'person', label: 'Prata med Servicedesk' }];

/** As the conversation asks it: with the ways out. */
function asked(question: Reply): Reply {
  return { ...question, choices: [...(question.choices ?? []), ...WAYS_OUT] };
}

describe.each(subjects)('each question of the dialog $name, in Teams', ({ walk }) => {
  const questions = [...walk().nodes.values()].flatMap(({ question }) => (question === null ? [] : [asked(question)]));

  it.each(['submit', 'execute'] as const)('is one card without faults, with %s buttons', (buttons) => {
    expect(questions.length).toBeGreaterThan(10);
    const faults = questions.flatMap((question) => cardFaults(cardIn(drawn(question, { ...IN_TEAMS, buttons }))));
    expect([...new Set(faults)]).toEqual([]);
  });

  it('shows all its words and every choice', () => {
    for (const question of questions) {
      const activity = drawn(question);
      for (const paragraph of question.text.split(/\n{2,}/)) expect(shownText(activity)).toContain(paragraph);
      for (const { label } of question.choices ?? []) expect(shownText(activity)).toContain(label);
    }
  });

  it('is a card without faults, and without buttons, once a choice was made', () => {
    for (const question of questions) {
      const [choice = CANCEL] = question.choices ?? [];
      const used = usedActivityOf(question, choice.id, IN_TEAMS);
      expect(cardFaults(used?.card)).toEqual([]);
      expect(JSON.stringify(used?.card)).not.toContain('Action.');
      expect(used?.card.fallbackText).toContain(choice.label);
    }
  });
});

describe('the check of cards', () => {
  const card = (element: object) => ({ type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.4', lang: 'sv', fallbackText: 'x', body: [element] });

  it.each<[string, object]>([
    ['an unknown element', { type: 'Carousel9' }],
    ['a misspelt property', { type: 'TextBlock', text: 'a', wrap: true, wieght: 'bolder' }],
    ['an input without a label', { type: 'Input.Text', id: 'name' }],
    ['a button without data', { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Ja' }] }],
    ['seven buttons in a row', { type: 'ActionSet', actions: Array.from({ length: 7 }, (_, index) => ({ type: 'Action.Submit', title: `${index}`, data: {} })) }],
    ['text that does not wrap', { type: 'TextBlock', text: 'a' }],
  ])('notices %s', (_name, element) => {
    expect(cardFaults(card(element))).not.toEqual([]);
  });

  it('takes a good card', () => {
    expect(cardFaults(card({ type: 'TextBlock', text: 'a', wrap: true }))).toEqual([]);
  });
});
