import { describe, expect, test } from 'vitest';
import { choiceOf, commandOf, plain } from '../../bot/conversation/commands.ts';

describe('a command', () => {
  test.each([
    ['Avbryt!', 'cancel'],
    ['strunta i det', 'cancel'],
    ['never mind', 'cancel'],
    ['  Tillbaka ', 'back'],
    ['hjälp', 'help'],
    ['HELP', 'help'],
    ['människa, tack', 'person'],
    ['jag vill prata med en människa', 'person'],
    ['hur går det med mitt ärende?', 'status'],
    ['vad har hänt med min anmälan', 'status'],
    ['mina ärenden', 'status'],
    ["what's happening with my ticket", 'status'],
    ['Radera mina uppgifter!', 'erase'],
    ['glöm mig', 'erase'],
    ['delete my data', 'erase'],
  ])('is recognised in "%s"', (text, command) => expect(commandOf(text)).toBe(command));

  test.each(['hjälp mig att beställa ett kort', 'hur avbryter jag en beställning', 'en människa har stulit kortet', 'jag kommer inte tillbaka till jobbet', 'status', 'hur går det till att beställa kort', 'radera certifikatet', 'hur raderar jag mina uppgifter i Skånekatalogen', ''])(
    'is not seen in "%s"',
    (text) => expect(commandOf(text)).toBeNull(),
  );
});

describe('a typed choice', () => {
  const yesNo = [
    { id: 'yes', label: 'Ja, skicka' },
    { id: 'no', label: 'Nej' },
  ];

  test.each(['ja', 'Japp!', 'kör på', 'absolut', 'ok', 'Ja, skicka', 'yes please', '👍', '1'])('"%s" means yes where yes is offered', (text) => expect(choiceOf(text, yesNo)?.id).toBe('yes'));
  test.each(['nej', 'Nä', 'nej vänta', 'nej, vänta!', 'inte än', 'no thanks', '2'])('"%s" means no where no is offered', (text) => expect(choiceOf(text, yesNo)?.id).toBe('no'));

  test('is found by its label and by its typed forms', () => {
    const choices = [{ id: 'done', label: 'Klart', typed: ['klar', 'gjort'] }];
    expect(choiceOf('klart.', choices)?.id).toBe('done');
    expect(choiceOf('Gjort', choices)?.id).toBe('done');
  });

  test('is not guessed from a sentence, nor where nothing is offered', () => {
    expect(choiceOf('ja men hur gör jag sen', yesNo)).toBeNull();
    expect(choiceOf('ja', [{ id: 'done', label: 'Klart' }])).toBeNull();
    expect(choiceOf('3', yesNo)).toBeNull();
    expect(choiceOf('', yesNo)).toBeNull();
  });
});

test('plain text keeps å, ä and ö and loses case, punctuation and spaces at the ends', () => expect(plain('  "Åh, NEJ…"  ')).toBe('åh nej'));
