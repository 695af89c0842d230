import { describe, expect, it } from 'vitest';
import { looksLikeQuestion, readContact } from '../../dialogs/contact.ts';
import { mendedName } from '../../dialogs/contact-names.ts';

describe('contact facts in a message', () => {
  it.each([
    ['Anna Testsson, avd 12 Helsingborg, 0701-740605', { name: 'Anna Testsson', unit: 'avd 12 Helsingborg', phone: '0701-740605' }],
    ['jo förresten Bo Ek bo@example.se', { name: 'Bo Ek', email: 'bo@example.se' }],
    ['Anna Testsson avd 12 Helsingborg 0701-740605', { name: 'Anna Testsson', unit: 'avd 12 Helsingborg', phone: '0701-740605' }],
    ['tappade kortet på bussen i morse, jag heter Anna Testsson, avd 12, 0701-740605', { name: 'Anna Testsson', unit: 'avd 12', phone: '0701-740605' }],
    ['jag heter anna testsson och jag jobbar på akuten i Lund', { name: 'Anna Testsson', unit: 'akuten i Lund' }],
    ['Jag är Bo von Provberg, HSA-id se2321000255-ab12', { name: 'Bo von Provberg', hsaId: 'SE2321000255-AB12' }],
    ['my name is Anna Testsson and I work at the lung clinic, call me on +46 701 74 06 05', { name: 'Anna Testsson', unit: 'the lung clinic', phone: '+46 701 74 06 05' }],
    ['avdelning 42, SUS Malmö', { unit: 'avdelning 42, SUS Malmö' }],
    ['mitt rsid är ab1234', { rsid: 'ab1234' }],
    ['RSID: 123456, mejl anna.testsson@example.se', { rsid: '123456', email: 'anna.testsson@example.se' }],
    ['Hon heter Eva Exempelsson, lungmottagningen Lund', { name: 'Eva Exempelsson', unit: 'lungmottagningen Lund' }],
  ])('are all taken from "%s"', (text, found) => {
    expect(readContact(text).found).toEqual(found);
  });

  it.each(['0701-740605', '070 174 06 05', '+46701740605', '+46 (0)70-174 06 05', '0046701740605', '040-12 34 56', '+45 12 34 56 78'])('hold the phone number %s as written', (text) => {
    expect(readContact(text).found).toEqual({ phone: text });
  });

  it('hold a short internal number after a cue, alone, or when a number is asked for', () => {
    expect(readContact('ring mig på 12345').found).toEqual({ phone: '12345' });
    expect(readContact('12345').found).toEqual({ phone: '12345' });
    expect(readContact('12345 dagtid', 'phone').found).toEqual({ phone: '12345' });
    expect(readContact('paketet 12345 kom').found).toEqual({});
  });

  it.each(['2026-11-20', '0701', '3/11', '070174060512345', 'kl 14.30'])('hold no phone number in %s', (text) => {
    expect(readContact(text, 'phone').found).toEqual({});
  });

  it.each([
    ['SE2321000255-AB12', 'SE2321000255-AB12'],
    ['mitt hsa-id är SE162321000255-A12B', 'SE162321000255-A12B'],
    ['se2321000131-p000000054321', 'SE2321000131-P000000054321'],
    ['hsa A12B', 'A12B'],
    ['HSA-id: e3f4', 'E3F4'],
  ])('hold the HSA-id in "%s"', (text, hsaId) => {
    expect(readContact(text, 'identity').found).toEqual({ hsaId });
  });

  it.each([
    ['byt telefon till 31234', { phone: '31234' }],
    ['ankn 1234', { phone: '1234' }],
    ['ni kan nå mig på 070 174 06 05 efter kl 16', { phone: '070 174 06 05' }],
    ['Anna Testsson här, 070 174 06 05, nås efter lunch', { name: 'Anna Testsson', phone: '070 174 06 05' }],
  ])('hold the number in "%s"', (text, found) => {
    expect(readContact(text, 'phone').found).toEqual(found);
  });

  it('leave no words of time where they only tell when somebody can be reached', () => {
    expect(readContact('ni kan nå mig på 070 174 06 05 efter kl 16', 'phone').rest).not.toMatch(/16/);
    expect(readContact('Anna Testsson, avd 3, jobbar till kl 16 idag', 'name').rest).not.toMatch(/16|idag/);
  });

  it.each([
    ['Anna Testsson ssk', { name: 'Anna Testsson' }],
    ['sjuksköterska Anna Testsson', { name: 'Anna Testsson' }],
    ['dr Anna Testsson', { name: 'Anna Testsson' }],
    ['Testsson, Anna', { name: 'Anna Testsson' }],
    ['A. Testsson', { name: 'A. Testsson' }],
    ['Anna heter jag', { name: 'Anna' }],
    ['Mvh Anna Testsson', { name: 'Anna Testsson' }],
    ['Jonas Testsson, rehab Trelleborg', { name: 'Jonas Testsson', unit: 'rehab Trelleborg' }],
    ['Anna Testsson här', { name: 'Anna Testsson' }],
    ['Anna Testsson (tidigare Ek)', { name: 'Anna Testsson' }],
    ['Anna testsson från avd 3', { name: 'Anna Testsson', unit: 'avd 3' }],
    ['Anna Testsson Ortopeden Lund', { name: 'Anna Testsson', unit: 'Ortopeden Lund' }],
    ['Anna Testsson / avd 3 / 0701-740605', { name: 'Anna Testsson', unit: 'avd 3', phone: '0701-740605' }],
    ['namn: Anna Testsson, enhet: avd 3, tel: 0701-740605', { name: 'Anna Testsson', unit: 'avd 3', phone: '0701-740605' }],
    ['Abdi Testsson Hassan. avdelning 14 Kristianstad', { name: 'Abdi Testsson Hassan', unit: 'avdelning 14 Kristianstad' }],
    ['Nguyen Thi Lan, psyk akut Malmö', { name: 'Nguyen Thi Lan', unit: 'psyk akut Malmö' }],
    ['Åsa-Lena von Essen-Öberg, Hjärtmottagningen SUS', { name: 'Åsa-Lena von Essen-Öberg', unit: 'Hjärtmottagningen SUS' }],
  ])('hold the name in "%s" as the answer to its question', (text, found) => {
    expect(readContact(text, 'name').found).toEqual(found);
  });

  it.each(['falskt alarm', 'skynda dig', 'hallå där', 'ring mig', 'kommer snart', 'okej då', 'snälla hjälp', 'jag väntar', 'det brådskar', 'samma som sist'])('hold no name in "%s"', (text) => {
    expect(readContact(text, 'name').found.name).toBeUndefined();
  });

  it.each([
    ['enhet Röntgen Lund, Region Skåne', 'Röntgen Lund'],
    ['akuten i lund sa jag ju', 'akuten i lund'],
    ['nej, det ska vara avd 43', 'avd 43'],
    ['enheten är fel, det ska vara avd 43', 'avd 43'],
    ['avd 4 ska det vara', 'avd 4'],
    ['dialysen', 'dialysen'],
  ])('hold the unit in "%s"', (text, unit) => {
    expect(readContact(text, 'identity').found).toEqual({ unit });
  });

  it.each(['ssk', 'flera', 'jobbar på flera', 'hsa-id', 'jag är läkare', 'Region Skåne'])('hold no unit in "%s"', (text) => {
    expect(readContact(text, 'identity').found).toEqual({});
  });

  it('mend the part of a name that one word resembles', () => {
    expect(mendedName('Anna Berg', 'Bergh')).toBe('Anna Bergh');
    expect(mendedName('Anna Berg', 'Karin')).toBe('Karin');
    expect(mendedName('Anna Berg', 'Eva Exempelsson')).toBe('Eva Exempelsson');
  });

  it('leave the rest of the message', () => {
    expect(readContact('tappade kortet på bussen i morse, jag heter Anna Testsson, avd 12, 0701-740605').rest).toBe('tappade kortet på bussen i morse');
  });

  it('take a bare name or unit only as the answer to its question', () => {
    expect(readContact('anna testsson', 'name').found).toEqual({ name: 'Anna Testsson' });
    expect(readContact('Anna Testsson').found).toEqual({});
    expect(readContact('kirurgen Ystad', 'identity').found).toEqual({ unit: 'kirurgen Ystad' });
    expect(readContact('ab1234', 'identity').found).toEqual({ rsid: 'ab1234' });
  });

  it.each([
    ['hur beställer jag ett nytt?', 'name'],
    ['hur beställer jag ett nytt', 'identity'],
    ['vet inte', 'name'],
    ['vill inte säga', 'name'],
    ['jag vill prata om något annat', 'identity'],
    ['Hej', 'name'],
    ['spärra kortet', 'name'],
    ['SUS Malmö', 'name'],
    ['[borttagen kod]', 'identity'],
  ] as const)('are not read into "%s" when the %s is asked for', (text, asked) => {
    expect(readContact(text, asked).found.name).toBeUndefined();
    if (asked === 'identity') expect(readContact(text, asked).found).toEqual({});
  });

  it('do not take the place of a loss for the unit of a person', () => {
    expect(readContact('tappade kortet på avdelning 12 i morse').found).toEqual({});
    expect(readContact('det stals på akuten').found).toEqual({});
  });
});

describe('a question', () => {
  it.each(['hur beställer jag ett nytt', 'är det säkert?', 'var ligger kortstationen', 'kan ni skicka ett nytt', 'när är det öppet', 'what does it cost'])('is seen in "%s"', (text) => {
    expect(looksLikeQuestion(text)).toBe(true);
  });
  it.each(['när jag bytte om', 'var på jobbet i går', 'Anna Testsson', 'i morse', 'vet inte hur', 'kan inte minnas', 'Hurtig Testsson'])('is not seen in "%s"', (text) => {
    expect(looksLikeQuestion(text)).toBe(false);
  });
});

describe('an address or a number', () => {
  it.each([
    ['Åsa Öberg, åsa.öberg@example.se', { name: 'Åsa Öberg', email: 'åsa.öberg@example.se' }],
    ['Åsa Öberg åsa.öberg@example.se', { name: 'Åsa Öberg', email: 'åsa.öberg@example.se' }],
    ['anna.testsson @ example.se', { email: 'anna.testsson@example.se' }],
    ['anna.testsson(at)example.se', { email: 'anna.testsson@example.se' }],
    ['070.174.06.05', { phone: '070.174.06.05' }],
    ['(070) 174 06 05', { phone: '(070) 174 06 05' }],
    ['ankn. 77 123', { phone: '77 123' }],
  ])('is taken whole from “%s”', (text, found) => expect(readContact(text, 'phone').found).toEqual(found));
});
