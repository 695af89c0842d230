/** Secrets that nobody has, and sentences in which people give them away. */
import fc from 'fast-check';
import personnummerModule from 'personnummer';

// The library's types put the class one `default` deeper than it is.
const oracle = personnummerModule as unknown as { valid(digits: string): boolean };

export interface Secret {
  /** As it is written in a message. */
  readonly written: string;
  /** What must be found nowhere: the secret, and any part of it that is long enough to tell something. */
  readonly traces: readonly string[];
  /** A sentence around it. */
  readonly sentence: string;
}

/** Parts of a personnummer longer than a date of birth. */
const PART = 9;

function parts(text: string, length: number): readonly string[] {
  return Array.from({ length: Math.max(1, text.length - length + 1) }, (_, start) => text.slice(start, start + length));
}

/** Birth numbers 980-999, where Skatteverket's test range lies; the check digit is worked out by trying. */
const personnummer = fc
  .record({ born: fc.noBias(fc.date({ min: new Date('1930-01-01'), max: new Date('2005-12-31'), noInvalidDate: true })), birthNumber: fc.integer({ min: 980, max: 999 }), dash: fc.constantFrom('', '-', ' ') })
  .map(({ born, birthNumber, dash }) => {
    const start = `${born.toISOString().slice(0, 10).replaceAll('-', '')}${birthNumber}`;
    const digits = Array.from({ length: 10 }, (_, check) => `${start}${check}`).find((whole) => oracle.valid(whole)) ?? start;
    return { digits, written: `${digits.slice(0, 8)}${dash}${digits.slice(8)}` };
  });

const personnummerSaid = fc
  .tuple(personnummer, fc.constantFrom('mitt personnummer är %', 'jag heter Anna, % och sitter i receptionen', '%', 'pnr %, kan ni hjälpa mig?', 'Läsaren blinkar, jag är % på avdelning 4'))
  .map(([{ digits, written }, frame]): Secret => ({ written, traces: [...parts(digits, PART), ...parts(written, PART)], sentence: frame.replace('%', written) }));

const code = fc.constantFrom(6, 8).chain((length) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`)));

const codeSaid = fc
  .tuple(code, fc.constantFrom('min pin är %', 'pinkoden % fungerar inte', 'jag skrev puk %', 'koden % är fel, vad gör jag?', 'min legitimeringskod: % och sen hände inget', 'my pin code is %'))
  .map(([written, frame]): Secret => ({ written, traces: [written], sentence: frame.replace('%', written) }));

const password = fc.stringMatching(/^[A-Z][a-z]{5}[0-9]{4}[!?#]$/);

const passwordSaid = fc
  .tuple(password, fc.constantFrom('mitt lösenord är %', 'lösenord: % funkar inte', 'jag har password = % på datorn'))
  .map(([written, frame]): Secret => ({ written, traces: [written.slice(0, -1)], sentence: frame.replace('%', written) }));

export const secrets: fc.Arbitrary<Secret> = fc.oneof(personnummerSaid, codeSaid, passwordSaid);

/** Only those that are known by themselves, wherever they stand. */
export const personnummerAlone: fc.Arbitrary<Secret> = personnummerSaid;
