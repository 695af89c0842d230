import { describe, expect, test } from 'vitest';
import { choiceOf } from '../../bot/conversation/choices.ts';
import { asksForPerson, asksHowItGoes, commandOf, isConfused, plain, saysSolved, type Command } from '../../bot/conversation/commands.ts';

const HEARD: Readonly<Record<Command, readonly string[]>> = {
  cancel: [
    'Avbryt!', 'strunta i det', 'äh glöm det', 'nej strunt i det', 'skit samma', 'strunt samma', 'lägg av', 'jag vill ångra', 'jag ångrade mig', 'ångrar mig', 'ok avbryt', 'ja avbryt', 'nej avbryt', 'låt bli', 'det behövs inte längre', 'jag vill inte längre',
    'never mind', 'stop', 'avbryt ärendet då', 'nej glöm det tack',
  ],
  'cancel-all': ['avbryt allt', 'strunta i alltihop', 'cancel everything'],
  call: ['jag ringer istället', 'jag ringer själv', 'nej tack jag ringer', "I'll call instead"],
  leave: ['hejdå', 'Hej då!', 'bye', 'vi hörs'],
  back: ['  Tillbaka ', 'tillbaks', 'gå tillbaka ett steg', 'förra steget', 'backa', 'kan jag gå tillbaka?', 'go back'],
  restart: ['börja om', 'start over'],
  repeat: ['upprepa', 'kan du säga det igen', 'ta det igen', 'vad var frågan?'],
  wait: ['vänta', 'vänta lite', 'ett ögonblick', 'ge mig en minut', 'hold on', 'one moment please', 'jag måste kolla'],
  help: ['hjälp', 'HELP', 'hjälp mig', 'vad kan du göra?', 'help me please'],
  identity: ['är du en robot?', 'är det en robot', 'vad heter du', 'är du chatgpt', 'mår du bra?', 'vem är du', 'are you a bot?', 'pratar jag med en riktig människa?'],
  person: [
    'människa, tack', 'jag vill prata med en människa', 'servicedesk', 'support', 'supporten', 'SD', 'SD tack', 'it-support', 'IT support tack', 'service desk', 'skriv ett ärende', 'kan du skriva ett ärende', 'felanmälan', 'felanmäla', 'jag vill göra en felanmälan', 'gör en anmälan', 'ge mig en människa för helvete',
    'jag vill ha en jävla människa', 'jag behöver hjälp av någon', 'ring servicedesk', 'kontakta servicedesk åt mig', 'koppla mig', 'livechatt', 'lägg ett ärende om trasig kortläsare', 'can a real person help me', 'agent', 'talk to a human please', 'open a ticket', 'får jag prata med någon?', 'hej, jag vill prata med någon på servicedesk',
  ],
  erase: ['Radera mina uppgifter!', 'glöm mig', 'delete my data', 'kan ni radera mina uppgifter', 'jag vill att ni raderar mina uppgifter', 'ta bort allt om mig', 'radera chatten'],
  status: [
    'hur går det med mitt ärende?', 'hur gar det med mitt arende', 'hur går de me mitt ärende', 'har nån tittat på mitt ärende', 'finns det något svar på mitt ärende', 'kom mitt ärende fram', 'visa mina ärenden', 'jag vill se mitt ärende', 'vad hände med mitt ärende?', 'vad har hänt med min anmälan', 'mina ärenden',
    'jag undrar hur det går med ärende ET-000003', 'ET-000001', 'status ET-000001', 'status på mitt ärende', "what's happening with my ticket", 'är mitt ärende klart?', 'är det skickat nu?',
  ],
  amend: ['ta bort ärendet', 'stäng mitt ärende', 'ändra mitt ärende', 'radera mitt ärende', 'close my ticket'],
  'to-swedish': ['svenska tack', 'kan vi prata svenska'],
  'to-english': ['english please', 'can we speak english please', 'in English', 'på engelska tack'],
};

describe('a command', () => {
  const cases = Object.entries(HEARD).flatMap(([command, texts]) => texts.map((text) => [text, command] as const));
  test.each(cases)('"%s" means %s', (text, command) => expect(commandOf(text)).toBe(command));

  test.each([
    'hjälp mig att beställa ett kort', 'hur avbryter jag en beställning', 'en människa har stulit kortet', 'jag kommer inte tillbaka till jobbet', 'status', 'hur går det till att beställa kort', 'radera certifikatet', 'hur raderar jag mina uppgifter i Skånekatalogen', '', 'jag vill sluta',
    'jag har ringt servicedesk', 'vad är numret till support', 'ring mig inte', 'jag har glömt det', 'kan jag avbryta spärren', 'ta bort ett certifikat', 'vänta på kortet', 'lämna tillbaka kortet', 'hur lång tid tar ett ärende', 'support för net id saknas', 'ja', 'nej tack',
  ])('is not seen in "%s"', (text) => expect(commandOf(text)).toBeNull());

  test.each(['nu är jag så jävla trött på skiten, inget funkar, ge mig en människa för helvete', 'mitt kort är stulet, jag vill prata med en människa NU', 'Jag vill ha kontakt med servicedesk och så behöver jag spärra mitt kort'])('may be one sentence of several: "%s"', (text) => expect(asksForPerson(text)).toBe(true));
  test.each(['jag har pratat med en människa, hon visste inte', 'jag har ringt servicedesk och support', 'kortet är låst'])('and is not seen in "%s"', (text) => expect(asksForPerson(text)).toBe(false));
});

test.each(['det löste sig', 'jag löste det', 'det funkar nu', 'nu funkar det', 'it works now'])('"%s" says that it is settled', (text) => expect(saysSolved(text)).toBe(true));
test.each(['det funkar inte', 'nu funkar inget', 'det löste sig inte'])('"%s" does not', (text) => expect(saysSolved(text)).toBe(false));
test.each(['jag fattar inte', 'vad menar du?', 'jag förstår inte frågan', "I don't understand"])('"%s" asks for an explanation', (text) => expect(isConfused(text)).toBe(true));

describe('a typed choice', () => {
  const yesNo = [
    { id: 'yes', label: 'Ja, skicka' },
    { id: 'no', label: 'Nej' },
  ];

  test.each(['ja', 'Japp!', 'kör på', 'absolut', 'ok', 'Ja, skicka', 'skicka in', 'yes please', '👍', '1'])('"%s" means yes where yes is offered', (text) => expect(choiceOf(text, yesNo)?.id).toBe('yes'));
  test.each(['nej', 'Nä', 'nej vänta', 'nej, vänta!', 'inte än', 'skicka inte', 'no thanks', '2'])('"%s" means no where no is offered', (text) => expect(choiceOf(text, yesNo)?.id).toBe('no'));

  test('is found by its label and by its typed forms', () => {
    const choices = [{ id: 'done', label: 'Klart', typed: ['klar', 'gjort'] }];
    expect(choiceOf('klart.', choices)?.id).toBe('done');
    expect(choiceOf('Gjort', choices)?.id).toBe('done');
  });

  test('is not guessed from a sentence, nor from a yes with a question mark, nor where nothing is offered', () => {
    expect(choiceOf('ja men hur gör jag sen', yesNo)).toBeNull();
    expect(choiceOf('ja?', yesNo)).toBeNull();
    expect(choiceOf('ja', [{ id: 'done', label: 'Klart' }])).toBeNull();
    expect(choiceOf('3', yesNo)).toBeNull();
    expect(choiceOf('', yesNo)).toBeNull();
  });

  test('is none for a number that stands at a way out', () => expect(choiceOf('2', [{ id: 'done', label: 'Klart' }, { id: 'cancel', label: 'Avbryt' }])).toBeNull());

  test('may be a yes or no by another name', () => {
    const employed = [{ id: 'employed-yes', label: 'Ja' }, { id: 'employed-no', label: 'Nej' }];
    expect(choiceOf('jajamen', employed)?.id).toBe('employed-yes');
    expect(choiceOf('nej inte alls', employed)?.id).toBe('employed-no');
    expect(choiceOf('nej vänta', employed)).toBeNull();
  });

  test('leaves "stämmer inte" to a question that can be corrected', () => {
    expect(choiceOf('stämmer inte', yesNo)?.id).toBe('no');
    expect(choiceOf('stämmer inte', [...yesNo, { id: 'correct-when', label: 'Ändra tiden' }])).toBeNull();
  });
});

test('plain text keeps å, ä and ö and loses case, punctuation and spaces at the ends', () => expect(plain('  "Åh, NEJ…"  ')).toBe('åh nej'));

describe('how a request goes', () => {
  test.each(['status', 'Hur går det?', 'vad händer nu', 'är det klart', 'något nytt?', 'any news'])('is asked by "%s"', (text) => expect(asksHowItGoes(text)).toBe(true));
  test.each(['hur går det till att beställa kort', 'vad händer om jag tappar kortet', 'när är kortet klart'])('is not asked by "%s"', (text) => expect(asksHowItGoes(text)).toBe(false));
});
