import fc from 'fast-check';
import personnummerModule from 'personnummer';
import { describe, expect, it } from 'vitest';
import { redact } from '../bot/redact.ts';
import { MARKS } from '../bot/redact/marks.sv.ts';

// The library's types put the class one `default` deeper than it is.
const oracle = personnummerModule as unknown as { valid(digits: string): boolean };

/** Births and birth numbers 980-999, where Skatteverket's test range lies; the check digit is worked out by trying. */
const personnummer = fc
  .record({
    born: fc.date({ min: new Date('1925-01-01'), max: new Date('2015-12-31'), noInvalidDate: true }),
    birthNumber: fc.integer({ min: 980, max: 999 }),
    coordination: fc.boolean(),
  })
  .map(({ born, birthNumber, coordination }) => {
    const [year = '', month = '', day = ''] = born.toISOString().slice(0, 10).split('-');
    const date = `${year}${month}${coordination ? String(Number(day) + 60) : day}`;
    const whole = Array.from({ length: 10 }, (_, check) => `${date}${birthNumber}${check}`).find((digits) => oracle.valid(digits));
    if (whole === undefined) throw new Error(`no check digit for ${date}`);
    return whole;
  });

const rows = ['0', '０', '٠', '०', '𝟎', '๐'].map((zero) => zero.codePointAt(0) ?? 0);

function inRow(digits: string, row: number): string {
  return digits.replace(/\d/g, (digit) => String.fromCodePoint(row + Number(digit)));
}

const spelled = fc.record({ whole: personnummer, short: fc.boolean(), dash: fc.constantFrom('', '-', '+', ' ', '–', '−', ' - ', '\u00A0', '\u200B', '.'), row: fc.constantFrom(...rows) });
const separator = fc.constantFrom('', ' ', '-', '.', '\u200B', '\u2009', '–', '\u00AD');
const surroundings = fc.tuple(fc.constantFrom('', 'hej ', 'mitt personnummer är ', 'id', '(', 'åäö: ', 'ring 30000, '), fc.constantFrom('', ' tack', ', ring 30000', 'x', ')', '!'));

/** Ten digits in one run that begin 07 are a mobile number unless words say otherwise. */
const isMobile = ({ whole, short, dash }: { whole: string; short: boolean; dash: string }): boolean => short && whole.slice(2).startsWith('07') && (dash === '' || dash === '\u200B');

function spellings(): fc.Arbitrary<{ secret: string; written: string }> {
  return spelled.filter((one) => !isMobile(one)).map(({ whole, short, dash, row }) => {
    const digits = short ? whole.slice(2) : whole;
    return { secret: digits, written: inRow(digits.slice(0, -4) + dash + digits.slice(-4), row) };
  });
}

/** Every digit of a text, of whatever script, as 0-9. */
function digitsOf(text: string): string {
  return Array.from(text.normalize('NFKC').matchAll(/\p{Nd}/gu), ([digit]) => {
    const row = rows.find((zero) => (digit.codePointAt(0) ?? 0) - zero >= 0 && (digit.codePointAt(0) ?? 0) - zero < 10);
    return row === undefined ? digit : String((digit.codePointAt(0) ?? 0) - row);
  }).join('');
}

/** As it is typed where there is no å, ä and ö. */
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const words = fc.constantFrom(
  ...'jag har glömt min pin puk kod koden legitimering lösenord är : = , . fel och ring tel 30000 123456 12345678 1234 1984 12 7 2026-01-15 14.30 0776-730000 ET-123456 ett två tre fyra fem sex 121212-1212 1212121213 personnummer rum felkod siffror provade brevet sedan 20260119 jag ringer till är väl 23/11 + - "hej hopp" abc1 [borttagen kod] [borttaget personnummer] kod: pin123456 \u200B 😀'.split(' '),
);
const messages = fc.array(words, { maxLength: 25 }).chain((list) => fc.constantFrom(' ', '', ', ', '-', '\n').map((glue) => list.join(glue)));

describe('redaction, whatever the spelling,', () => {
  it('leaves no digit of a valid personnummer or samordningsnummer', () => {
    fc.assert(
      fc.property(spellings(), surroundings, ({ written }, [before, after]) => {
        const { text, removed } = redact(before + written + after);
        expect(removed).toEqual(['personnummer']);
        expect(digitsOf(text)).toBe(digitsOf(before + after));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no digit of a personnummer with separators anywhere', () => {
    fc.assert(
      fc.property(personnummer, fc.array(separator, { minLength: 12, maxLength: 12 }), (whole, separators) => {
        const written = whole.split('').map((digit, at) => digit + (separators[at] ?? '')).join('');
        expect(digitsOf(redact(`hej ${written} tack`).text)).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a mobile number that happens to be a valid personnummer, unless words or its writing say that it is one', () => {
    const born2007 = personnummer.filter((whole) => whole.startsWith('2007') || whole.startsWith('1907'));
    const asMobile = fc.constantFrom<(digits: string) => string>(
      (digits) => digits,
      (digits) => `${digits.slice(0, 3)}-${digits.slice(3)}`,
      (digits) => `${digits.slice(0, 4)}-${digits.slice(4)}`,
      (digits) => `${digits.slice(0, 3)}-${digits.slice(3, 6)} ${digits.slice(6, 8)} ${digits.slice(8)}`,
      (digits) => `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6, 8)} ${digits.slice(8)}`,
      (digits) => `+46${digits.slice(1)}`,
      (digits) => `+46 (0)${digits.slice(1, 3)}-${digits.slice(3, 6)} ${digits.slice(6)}`,
      (digits) => `0046 ${digits.slice(1, 3)} ${digits.slice(3)}`,
    );
    const aboutPhones = fc.constantFrom('', 'mitt nummer är ', 'ring mig på ', 'Anna Berg, avd 12, ', 'min pin är borta, mobil ', 'call me on ');
    fc.assert(
      fc.property(born2007, asMobile, aboutPhones, (whole, writing, before) => {
        const text = before + writing(whole.slice(2));
        expect(redact(text)).toEqual({ text, removed: [], rest: text });
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(born2007, fc.constantFrom('personnummer ', 'mitt personnr är ', 'samordningsnummer: ', 'född ', 'I was born '), (whole, before) => {
        expect(redact(before + whole.slice(2)).text).toBe(before + MARKS.personnummer);
        expect(redact(`${whole.slice(2, 8)}-${whole.slice(8)}`).text).toBe(MARKS.personnummer);
      }),
    );
  });

  it('leaves no password, whatever stands between its word and the sign', () => {
    const words = fc.tuple(
      fc.constantFrom('lösenordet', 'mitt lösenord', 'Lösenordet', 'windowslösenordet', 'lösen', 'my windows password', 'password'),
      fc.constantFrom('', ' till windows', ' till datorn på jobbet', ' för Melior', ' som jag använder', ' jag fick', ' som jag alltid har haft', ' for the laptop', ' that I use at work', ' i Skåne'),
      fc.constantFrom(' = ', ': ', '=', ' är ', ' är väl ', ' var nog ', ' är nu ', ' is ', ' was '),
    );
    const passwords = fc.stringMatching(/^[A-Z][a-z]{3,8}[0-9]{1,4}[!#%]?[a-z]?$/);
    fc.assert(
      fc.property(words, passwords, fc.constantFrom('', ' funkar inte', ', hjälp', ' och kortet är stulet'), fc.boolean(), (parts, password, after, isPlain) => {
        const [before, rest] = [parts.join(''), after].map((part) => (isPlain ? withoutMarks(part) : part));
        expect(redact(`${before ?? ''}${password}${rest ?? ''}`).text).toBe(`${before ?? ''}${MARKS.password}${rest ?? ''}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no digit of a PIN or PUK beside its word', () => {
    const codes = fc.constantFrom(6, 8).chain((length) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }));
    const before = fc.constantFrom('pin ', 'min pinkod är ', 'PIN: ', 'puk=', 'koden ', 'koden, den är ', 'lösen ', 'säkerhetskod: ', 'my code is ', 'legitimering ');
    const glue = fc.constantFrom('', ' ', '-', '\u200B', '\u00A0', '–');
    fc.assert(
      fc.property(codes, before, glue, fc.constantFrom(...rows), (digits, announcement, separatorUsed, row) => {
        const written = digits.map((digit) => inRow(String(digit), row)).join(separatorUsed);
        expect(digitsOf(redact(`${announcement}${written} tack`).text)).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  const digitsOfCode = (...lengths: number[]): fc.Arbitrary<string> => fc.constantFrom(...lengths).chain((length) => fc.stringMatching(new RegExp(`^[3-9]\\d{${length - 1}}$`)));

  it('leaves no digit of a code in the words that people put round it, and keeps the number beside it', () => {
    const announced = fc.tuple(
      fc.constantFrom(
        'min pinkod', 'pinkoden', 'pukbrevet', 'mitt pukkuvert', 'pinkuvertet', 'i kodkuvertet', 'kodbrevet', 'min legitimeringskod', 'underskriftskoden', 'pin på rum 3114', 'pinkoden jag använder när jag ringer', 'koden som jag fick i går', 'my pin', 'the PUK code for my card',
      ),
      fc.constantFrom('är', 'är väl', 'är ju', 'var nog', 'är typ', 'är nu', 'blir', 'is', 'was'),
    );
    const typed = fc.tuple(fc.constantFrom('jag skrev', 'jag provade', 'jag har valt', 'slog', 'jag knappade in', 'jag försökte med', 'jag använder', 'i brevet står', 'på brevet står', 'I typed', 'I tried', 'I have chosen', 'klart,', 'done,'), fc.constant(''));
    const beside = fc.constantFrom('', ' och ringer ni på 0701234567', ', ring 0776-730000', ' tel 046-17 10 00', ', jag sitter i rum 3114', '. Ärende 123456');
    const glue = fc.constantFrom('', ' ', '-');
    fc.assert(
      fc.property(fc.oneof(announced, typed), digitsOfCode(6, 8), beside, glue, fc.boolean(), ([words, copula], code, after, separatorUsed, isPlain) => {
        const [head, tail] = [`${words}${copula === '' ? '' : ` ${copula}`}`, after].map((part) => (isPlain ? withoutMarks(part) : part));
        // "klart, 482913 och ringer ni på ..." says more than that it is done: what the number is, only the conversation can tell.
        fc.pre(after === '' || !/^(?:klart|done),/.test(words));
        expect(redact(`${head ?? ''} ${code.split('').join(separatorUsed)}${tail ?? ''}`).text).toBe(`${head ?? ''} ${MARKS.code}${tail ?? ''}`);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no free-standing group of 4, 6 or 8 digits while codes are talked about', () => {
    const frames = fc.constantFrom('jag tog X', 'är X bra?', 'kan man ha X', 'den nya blev X', 'X funkar inte', 'klart, X', 'jag har X', 'den säger fel på X', 'mitt nr är 0701234567 och X funkar inte', 'X ring mig', 'X', 'is X ok?', 'X does not work', 'ja X tack');
    fc.assert(
      fc.property(frames, digitsOfCode(4, 6, 8), fc.boolean(), (frame, code, isPlain) => {
        const written = isPlain ? withoutMarks(frame) : frame;
        expect(redact(written.replace('X', code), { meant: 'code' }).text).toBe(written.replace('X', MARKS.code));
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(messages, fc.string({ unit: 'binary' })), (message) => {
        return ([null, 'code', 'contact', 'time'] as const).every((meant) => {
          const once = redact(message, { meant, at: new Date('2026-01-20T09:00:00Z') }).text;
          return redact(once, { meant, at: new Date('2026-01-20T09:00:00Z') }).text === once;
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps a text without digits and without passwords', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('min', 'pin', 'är', 'borta', 'kod', 'puk', 'ett', 'kort', 'glömt', 'koden', '😀', 'å\u030A', '\u200B')), (list) => {
        const text = list.join(' ');
        expect(redact(text)).toEqual({ text, removed: [], rest: text });
      }),
    );
  });

  it('keeps identifiers of 64 hexadecimal characters and GUIDs', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uuid(), fc.stringMatching(/^[0-9a-f]{64}$/)), (id) => {
        expect(redact(`pin ${id}`).text).toBe(`pin ${id}`);
      }),
      { numRuns: 500 },
    );
  });
});
