import { describe, expect, it } from 'vitest';
import { redact, redactDeep } from '../bot/redact.ts';
import { MARKS } from '../bot/redact/marks.sv.ts';

const CODE = MARKS.code;
const PERSONNUMMER = MARKS.personnummer;
const PASSWORD = MARKS.password;

// Personnummer of Skatteverket's test range.
describe('redaction of personnummer', () => {
  it.each([
    ['mitt personnummer är 19121212-1212', `mitt personnummer är ${PERSONNUMMER}`],
    ['121212-1212', PERSONNUMMER],
    ['121212+1212', PERSONNUMMER],
    ['1212121212', PERSONNUMMER],
    ['191212121212', PERSONNUMMER],
    ['19121212 1212 är jag', `${PERSONNUMMER} är jag`],
    ['12 12 12 - 12 12', PERSONNUMMER],
    ['12.12.12.1212', PERSONNUMMER],
    ['1 9 1 2 1 2 1 2 1 2 1 2', PERSONNUMMER],
    ['pnr:121212-1212, tack', `pnr:${PERSONNUMMER}, tack`],
    ['id121212-1212x', `id${PERSONNUMMER}x`],
    ['１２１２１２－１２１２', PERSONNUMMER],
    ['١٢١٢١٢-١٢١٢', PERSONNUMMER],
    ['१२१२१२-१२१२', PERSONNUMMER],
    ['121212–1212', PERSONNUMMER],
    ['121212−1212', PERSONNUMMER],
    ['12\u200B12\u200B12-12\u00AD12', PERSONNUMMER],
    ['121212\n1212', PERSONNUMMER],
    ['samordningsnummer 701063-2391', `samordningsnummer ${PERSONNUMMER}`],
    ['reservnummer 121212-T121', `reservnummer ${PERSONNUMMER}`],
    ['mejla 121212-1212@example.se', `mejla ${PERSONNUMMER}@example.se`],
    ['https://example.se/?id=191212121212', `https://example.se/?id=${PERSONNUMMER}`],
    ['personnummer 121212-1213 (fel kontrollsiffra)', `personnummer ${PERSONNUMMER} (fel kontrollsiffra)`],
    ['pers.nr: 19121212-1213', `pers.nr: ${PERSONNUMMER}`],
    ['jag är född 19121212 1213', `jag är född ${PERSONNUMMER}`],
    ['my ssn is 1212121213', `my ssn is ${PERSONNUMMER}`],
    ['121212-1212 och 191212121212', `${PERSONNUMMER} och ${PERSONNUMMER}`],
  ])('takes out %j', (text, masked) => {
    expect(redact(text)).toMatchObject({ text: masked, removed: ['personnummer'] });
  });
});

describe('redaction of codes', () => {
  it.each([
    ['min pin är 123456', `min pin är ${CODE}`, 'pin'],
    ['pinkoden 1 2 3 4 5 6 funkar inte', `pinkoden ${CODE} funkar inte`, 'pin'],
    ['pinn 123 456', `pinn ${CODE}`, 'pin'],
    ['pin kod 12 34 56', `pin kod ${CODE}`, 'pin'],
    ['PIN-koden: 123-456', `PIN-koden: ${CODE}`, 'pin'],
    ['pin123456', `pin${CODE}`, 'pin'],
    ['pin=1-2-3-4-5-6', `pin=${CODE}`, 'pin'],
    ['pin 1,2,3,4,5,6', `pin ${CODE}`, 'pin'],
    ['pinkod 1234 56', `pinkod ${CODE}`, 'pin'],
    ['jag slog 123456 som pin', `jag slog ${CODE} som pin`, 'pin'],
    ['min pin är 1984', `min pin är ${CODE}`, 'pin'],
    ['pin １２３４５６', `pin ${CODE}`, 'pin'],
    ['pin 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣', `pin ${CODE}`, 'pin'],
    ['pin ①②③④⑤⑥', `pin ${CODE}`, 'pin'],
    ['puk 12345678', `puk ${CODE}`, 'puk'],
    ['pucken är 12345678', `pucken är ${CODE}`, 'puk'],
    ['PUK-kod 1234 5678', `PUK-kod ${CODE}`, 'puk'],
    ['puk 01234567', `puk ${CODE}`, 'puk'],
    ['koden är 123456', `koden är ${CODE}`, 'code'],
    ['koden är: 123456.', `koden är: ${CODE}.`, 'code'],
    ['kod 123456', `kod ${CODE}`, 'code'],
    ['min legitimering 123456', `min legitimering ${CODE}`, 'code'],
    ['underskrift: 654321', `underskrift: ${CODE}`, 'code'],
    ['säkerhetskoden 123456', `säkerhetskoden ${CODE}`, 'code'],
    ['sakerhetskod 123456', `sakerhetskod ${CODE}`, 'code'],
    ['lösen 123456', `lösen ${CODE}`, 'code'],
    ['legitimeringskod 123456', `legitimeringskod ${CODE}`, 'code'],
    ['upplåsningskoden 12345678', `upplåsningskoden ${CODE}`, 'code'],
    ['i kodbrevet står 123456', `i kodbrevet står ${CODE}`, 'code'],
    ['i kuvertet stod det 123456', `i kuvertet stod det ${CODE}`, 'code'],
    ['jag slog fel kod 123456 tre gånger', `jag slog fel kod ${CODE} tre gånger`, 'code'],
    ['123456 är min kod', `${CODE} är min kod`, 'code'],
    ['ring mig, 123456 är koden', `ring mig, ${CODE} är koden`, 'code'],
    ['koden som jag fick hem i brevet förra veckan är 123456', `koden som jag fick hem i brevet förra veckan är ${CODE}`, 'code'],
    ['Jag vill byta min pin. Den gamla är 123456', `Jag vill byta min pin. Den gamla är ${CODE}`, 'pin'],
    ['the code is 123456', `the code is ${CODE}`, 'code'],
    ['my PIN code is 123456', `my PIN code is ${CODE}`, 'pin'],
    ['passcode 123456', `passcode ${CODE}`, 'code'],
    ['koden är ett två tre fyra fem sex', `koden är ${CODE}`, 'code'],
    ['pin: ett-två-tre-fyra-fem-sex', `pin: ${CODE}`, 'pin'],
    ['pin ett 2 tre 4 fem 6', `pin ${CODE}`, 'pin'],
    ['my pin is one two three four five six', `my pin is ${CODE}`, 'pin'],
    ['123456', CODE, 'code'],
    [' 123 456! ', ` ${CODE}! `, 'code'],
    ['12345678', CODE, 'code'],
    ['1234', CODE, 'code'],
    ['det är 123456', `det är ${CODE}`, 'code'],
    ['klart, 445566', `klart, ${CODE}`, 'code'],
    ['pukbrevet säger 84920173', `pukbrevet säger ${CODE}`, 'puk'],
    ['pukkuvert 84920173', `pukkuvert ${CODE}`, 'puk'],
    ['pinkuvertet: 482913', `pinkuvertet: ${CODE}`, 'pin'],
    ['i kodkuvertet står 482913', `i kodkuvertet står ${CODE}`, 'code'],
    ['på brevet står 84920173', `på brevet står ${CODE}`, 'code'],
    ['står det 8 4 9 2 0 1 7 3 på pukbrevet', `står det ${CODE} på pukbrevet`, 'puk'],
    ['min pin är väl 482913 ring mig', `min pin är väl ${CODE} ring mig`, 'pin'],
    ['pin på rum 3114 är 482913', `pin på rum 3114 är ${CODE}`, 'pin'],
    ['pinkoden jag använder när jag ringer är 482913', `pinkoden jag använder när jag ringer är ${CODE}`, 'pin'],
    ['koden till min telefon är 4829', `koden till min telefon är ${CODE}`, 'code'],
    ['fyrtioåtta tjugonio tretton är min pin', `${CODE} är min pin`, 'pin'],
    ['pin fyrtioåtta 29 tretton', `pin ${CODE}`, 'pin'],
    ['avd 12 482913 pin', `avd 12 ${CODE} pin`, 'pin'],
    ['underskriftspin 482913', `underskriftspin ${CODE}`, 'pin'],
    ['my pin is forty-eight twenty-nine thirteen', `my pin is ${CODE}`, 'pin'],
    ['slog 482913 fel', `slog ${CODE} fel`, 'code'],
    ['jag har valt 112233', `jag har valt ${CODE}`, 'code'],
    ['jag valde 1984', `jag valde ${CODE}`, 'code'],
    ['jag slog 20261124', `jag slog ${CODE}`, 'code'],
    ['jag provade 1234, 4321 och 123456', `jag provade ${CODE} och ${CODE}`, 'code'],
    ['I typed 445566', `I typed ${CODE}`, 'code'],
    ['ja 123456', `ja ${CODE}`, 'code'],
    ['ett två tre fyra fem sex', CODE, 'code'],
  ] as const)('takes out %j', (text, masked, kind) => {
    expect(redact(text)).toMatchObject({ text: masked, removed: [kind] });
  });

  it('takes out a code beside a number that has a word of its own', () => {
    expect(redact('min pinkod är väl 482913 och ringer ni på 0701234567 så svarar jag').text).toBe(`min pinkod är väl ${CODE} och ringer ni på 0701234567 så svarar jag`);
    expect(redact('jag skrev in 55667788 och sen 739154 i rum 3114').text).toBe(`jag skrev in ${CODE} och sen ${CODE} i rum 3114`);
  });

  it('takes out several codes and keeps the phone number beside them', () => {
    expect(redact('legitimering 123456, underskrift 654321, puk 12345678, ring 0776-730000')).toMatchObject({
      text: `legitimering ${CODE}, underskrift ${CODE}, puk ${CODE}, ring 0776-730000`,
      removed: ['code', 'puk'],
    });
  });

  it('takes out codes that stand in a row', () => {
    expect(redact('pin 123456 654321').text).toBe(`pin ${CODE} ${CODE}`);
    expect(redact('koder 1 2 3 4 5 6 6 5 4 3 2 1').text).toBe(`koder ${CODE}`);
  });
});

describe('redaction where the conversation tells what a number is', () => {
  const at = new Date('2026-11-25T09:00:00Z');

  it.each(['jag tog 445566', 'är 445566 bra?', 'kan man ha 4455', 'den nya blev 55667788', '5566 7788 godtas inte', '4 4 5 5 6 6 funkar inte', '445566 ring mig', 'jag kan inte ringa, 445566 funkar inte', 'mitt nr är 0701234567 och 445566 funkar inte'])(
    'takes a free-standing number for a code while codes are talked about: %j',
    (text) => {
      expect(redact(text, { at, meant: 'code' })).toMatchObject({ text: expect.stringContaining(CODE) as string, removed: ['code'] });
      expect(redact(text, { at }).removed).toEqual([]);
    },
  );

  it.each(['ring mig på 070-123 45 67', 'ankn 1234', 'jag sitter i rum 3114', 'ärende 123456', 'kl 1630', 'det slutade fungera 20261124', 'kortet är från 2019', 'felkod 481205', 'jag har provat 3 gånger', '30123', 'steg 4', '232100-0131'])(
    'keeps a number that its own word explains: %j',
    (text) => {
      expect(redact(text, { at, meant: 'code' })).toEqual({ text, removed: [], rest: text });
    },
  );

  it.each([
    ['time', '1630'], ['time', 'kl 1630'], ['time', '16-18'], ['time', '261124'], ['time', 'det var 20261123'],
    ['contact', '1234'], ['contact', '171234'], ['contact', '070-123'], ['contact', '70 123 45 67'], ['contact', 'ja, 331122'],
  ] as const)('keeps what a question of %s asks for: %j', (meant, text) => {
    expect(redact(text, { at, meant })).toEqual({ text, removed: [], rest: text });
    expect(redact(text, { at, meant: 'code' }).removed.length).toBe(text === 'kl 1630' ? 0 : 1);
  });

  it.each([['time', '482913'], ['time', '2561'], ['contact', '84920173'], ['contact', 'min pin är 482913'], ['time', 'pin 1630']] as const)('takes out what a question of %s does not ask for: %j', (meant, text) => {
    expect(redact(text, { at, meant }).removed).toHaveLength(1);
  });

  it('keeps a date near today beside the word of a code, where the sentence is about when', () => {
    expect(redact('pin slutade fungera 20261124', { at }).removed).toEqual([]);
    expect(redact('pin låst sedan 261124', { at }).removed).toEqual([]);
    expect(redact('pin slutade fungera 20201124', { at }).removed).toEqual(['pin']);
    expect(redact('min pin är 261124', { at }).removed).toEqual(['pin']);
    expect(redact('pin 261124', { at }).removed).toEqual(['pin']);
  });
});

describe('redaction of passwords', () => {
  it.each([
    ['lösenord: hemligt', `lösenord: ${PASSWORD}`],
    ['mitt lösenord är Sommar2026!', `mitt lösenord är ${PASSWORD}`],
    ['lösenordet är sommar', `lösenordet är ${PASSWORD}`],
    ['Lösenord = abc', `Lösenord = ${PASSWORD}`],
    ['lösenordet är "hej hopp" tror jag', `lösenordet är ${PASSWORD} tror jag`],
    ['lösenordet är ”hej hopp” tror jag', `lösenordet är ${PASSWORD} tror jag`],
    ['losenord Sommar2026', `losenord ${PASSWORD}`],
    ['password is hunter2, thanks', `password is ${PASSWORD}, thanks`],
    ['pwd:hunter2', `pwd:${PASSWORD}`],
    ['datorlösenordet: X', `datorlösenordet: ${PASSWORD}`],
    ['lösenordet till windows = Vint3r#regn funkar inte', `lösenordet till windows = ${PASSWORD} funkar inte`],
    ['lösenordet till datorn är sommar', `lösenordet till datorn är ${PASSWORD}`],
    ['lösenordet jag fick var Abc123xyz', `lösenordet jag fick var ${PASSWORD}`],
    ['lösenordet som inte funkar är Sommar2024', `lösenordet som inte funkar är ${PASSWORD}`],
    ['my windows password for the laptop is hunter2', `my windows password for the laptop is ${PASSWORD}`],
    ['my password for windows at work is Sommar2024!', `my password for windows at work is ${PASSWORD}`],
    ['lösenordet är fortfarande sommar', `lösenordet är fortfarande ${PASSWORD}`],
    ['lösen Kalle99 till datorn', `lösen ${PASSWORD} till datorn`],
  ])('takes out %j', (text, masked) => {
    expect(redact(text)).toMatchObject({ text: masked, removed: ['password'] });
  });
});

describe('redaction', () => {
  const at = new Date('2026-11-25T09:00:00Z');

  it.each([
    '30000',
    '112',
    '1177',
    '30123',
    '0776-730000',
    '0776730000',
    '0776 73 00 00',
    '+46 776 73 00 00',
    '+46 (0)776-730000',
    'ring 30000 om pin',
    'Har glömt pin, ring mig på 30123',
    'glömt koden, mitt nummer är 046-17 10 00',
    'glömt koden, mitt mobilnummer 123456',
    'puk saknas, tel 070-174 06 58',
    'koden funkar inte 0046776730000',
    'koden slutade fungera 2026-01-15',
    'koden slutade fungera 15/1 2026 kl 14:30',
    'koden slutade fungera 26-01-15 14.30',
    'pin fungerade inte 2026-01-15 14.30',
    'jag fick min pin 2019',
    '2026-01-15',
    'ärende ET-123456 om min kod',
    'INC0012345 handlar om puk',
    'pin strular, ärende 123456',
    'koden för rum 12345 saknas inte här men rum 4711 gör',
    'felkod 0x80090016 när jag skriver pin',
    'felkod 80090016',
    'fel 403 och kod saknas',
    'en PIN har 6 siffror',
    'en PIN har 6-8 siffror',
    'ska pin ha 1234 tecken?',
    'kortet gäller i fem år',
    'tjänstekort 5 år',
    'ett kort, två koder och tre försök',
    'jag skrev fel pin tre gånger',
    'pin och puk: steg 1 2 3 4 klara',
    'SE2321000131-1A2B',
    'mitt HSA-id är SE2321000131-1234 och koden är borta',
    'RSID 123456, glömt pin',
    'Region Skåne 232100-0131',
    'organisationsnummer 2321000131',
    'Net iD version 6.8.3.21 och pin',
    '35 000 anställda har en kod',
    'se https://example.se/kod/123456',
    'mejla kod123456@example.se',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'pin e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'lösenordet är fel',
    'jag har glömt lösenordet',
    'lösenord fungerar inte',
    'mitt lösenord är glömt och borta',
    'the password is wrong',
    'lösenordet till datorn är glömt',
    'lösenordet till datorn är utgånget',
    'lösenordet till datorn är fel',
    'lösenordet till datorn är för kort',
    'losenordet till datorn ar for kort',
    'lösenordet till datorn funkar inte: hjälp',
    'lösenordet på datorn funkar inte och kortet är trasigt',
    'lösenordet som jag använder är inte godkänt',
    'lösenordet är 12 tecken långt',
    'lösenordet till windows måste vara 12 tecken',
    'the password for the laptop is expired',
    'lösenord: jag har glömt det',
    'ring mig på 0411-123456',
    'mitt telefonnummer är 0411081127',
    'är pin samma som lösenord?',
    'Windows 10 och 11',
    '23/11',
    '23/11 kl 14',
    'kortet försvann 23/11 och koderna med',
    'pin på rum 3114 strular',
    '3114 är rummet där jag bytte pin',
    'kostnadsställe 482913 och pin',
    'pin: min avdelning är 4829',
    'jag skrev till rum 3114',
    'jag provade kl 0730',
    'jag använder kortet sedan 2019',
    'jag skrev 2000 tecken',
    'jag testade i går',
    'jag valde den kortstation som ligger på plan 4',
    'brevet kom till rum 3114',
    'jag skrev ett mejl 20261120 om detta',
    'fick ett brev 20261101',
    'internt 171234, pin låst',
    'jag använder 2024 års modell',
    'orgnr 556036-0793, pin funkar inte',
    'slog numret 0776730000',
    'tjugo kort och tretton läsare med pin',
    '',
    '😀 hej åäö é',
  ])('keeps %j', (text) => {
    expect(redact(text, { at })).toEqual({ text, removed: [], rest: text });
  });

  it.each([
    ['min pinkod är 4711 och kortet är stulet', 'kortet är stulet'],
    ['tappat kortet nyss, min pin är 482913 och puk 12345678', 'tappat kortet nyss,'],
    ['jag skrev in 55667788 och sen 739154 men det blir fel', 'det blir fel'],
    ['mitt personnummer är 19121212-1212, hur beställer jag kort?', 'hur beställer jag kort?'],
    ['my password is hunter2 and my card is gone', 'my card is gone'],
    ['min pin är 482913', ''],
    ['ja, puk 55667788', 'ja,'],
    ['ja 55667788', 'ja'],
    ['har glömt pin 482913', 'har glömt pin'],
    ['Anna Berg 121212-1212 avd 3', 'Anna Berg avd 3'],
  ])('tells what is said besides the secret in %j', (text, rest) => {
    expect(redact(text).rest).toBe(rest);
  });

  it('names each kind once, in the order of appearance', () => {
    expect(redact('puk 12345678, 121212-1212, puk 87654321, lösenord: a1').removed).toEqual(['puk', 'personnummer', 'password']);
  });

  it('masks the strings within a value and keeps keys, numbers and ids', () => {
    const value = { clientActivityID: '123456', count: 123456, note: ['pin 123456', { deep: '121212-1212' }], none: null };
    expect(redactDeep(value)).toEqual({ clientActivityID: '123456', count: 123456, note: [`pin ${CODE}`, { deep: PERSONNUMMER }], none: null });
  });
});
