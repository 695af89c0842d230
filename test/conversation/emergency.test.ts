import { describe, expect, test } from 'vitest';
import { besidesDanger, saysDanger, saysWork } from '../../bot/conversation/emergency.ts';

describe('danger or illness', () => {
  test.each([
    'min kollega har fått hjärtstopp i fikarummet', 'jag har tagit för många tabletter', 'hon har slutat andas', 'han andas inte', 'han blöder kraftigt ur huvudet', 'jag vill dö', 'jag vill inte leva längre',
    'jag orkar inte leva', 'jag vill ta livet av mig', 'hjärtinfarkt', 'överdos', 'krampar', 'halsen svullnar', 'det brinner', 'en patient svimmade precis', 'medvetslös', 'jag har bröstsmärtor', 'jag har ont i bröstet',
    'patienten är akut sjuk', 'jag har ont i halsen och feber', 'min son har magsjuka, när ska man söka vård', 'hostar som en galning, är det covid', 'ska patienten fasta före operationen i morgon', 'en patient mår dåligt',
    'det är patienten som är dålig', 'MIN KOLLEGA HAR SVIMMAT', 'han har fått en stroke', 'kvinnan faller ihop', 'kortet är låst och patienten blöder', 'he is not breathing', 'I want to die', 'my colleague fainted', 'I have chest pain', 'I took too many pills',
  ])('is heard in "%s"', (text) => expect(saysDanger(text)).toBe(true));

  test.each([
    'jag dör av den här dosan', 'kortet är dött', 'datorn hostar', 'datorn hostar och går långsamt', 'patienten väntar medan kortet inte funkar', 'akuten i Lund', 'jag är läkare på akuten', 'Patient väntar.', 'jag får hjärtinfarkt av det här systemet',
    'jag mår dåligt av den här kortläsaren', 'kortet mår dåligt', 'jag jobbar på stroke i Lund', 'hjärtintensiven', 'psykakuten i Malmö', 'smärtkliniken', 'covidavdelningen', 'covid-avdelningen på SUS', 'ont om tid, kortet är låst', 'vårdcentral',
    'det brinner i knutarna', 'jag är sjuksköterska och har glömt koden', 'net id har kraschat', 'läsaren är död', 'det är bråttom, akut', 'my card reader is dead', 'I am dying to know', 'kortet ligger i bröstfickan', 'hur dödar man processen', 'jag vill doppa kortet',
  ])('is not heard in "%s"', (text) => expect(saysDanger(text)).toBe(false));

  test.each([
    ['En patient på avdelningen svimmade precis! Och jag kommer inte in i journalen för jag har glömt pinkoden', 'jag kommer inte in i journalen för jag har glömt pinkoden'],
    ['Jag har ont i halsen och feber, och har dessutom tappat bort min puk', 'har dessutom tappat bort min puk'],
    ['jag har tappat kortet och en patient mår dåligt', 'jag har tappat kortet'],
    ['han ramlade, slog huvudet och blöder', ''],
    ['jag vill dö', ''],
  ])('leaves what else is told: "%s"', (text, rest) => expect(besidesDanger(text)).toBe(rest));
});

test.each(['jag är läkare', 'akuten i lund sa jag ju', 'vårdcentral', 'patienten väntar', 'patienter väntar'])('"%s" tells of work', (text) => expect(saysWork(text)).toBe(true));
test.each(['jag vill boka tid hos läkare', 'jag vill läsa min journal', 'jag är sjuk, vart vänder jag mig'])('"%s" does not', (text) => expect(saysWork(text)).toBe(false));
