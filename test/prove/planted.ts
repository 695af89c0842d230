/** Secrets that people give away in their messages, and how they are found again in a heap of bytes, each byte read once. */
import fc from 'fast-check';
import { secrets, type Secret } from '../service/secrets.ts';

export interface Planted {
  /** A sentence with a secret in it that nobody else has. */
  readonly draw: () => string;
  /** Where secrets stand in these bytes: what was found, and what stands around it. */
  readonly find: (bytes: Buffer) => readonly string[];
  readonly count: () => number;
}

const BATCH = 200;
const BATCHES = 1_000;
/** Digits that belong together, as they are written. */
const DIGITS = /(?<![\w.:-])\d[\d -]{4,}\d(?!\w)|\d{8,}/g;
const PASSWORD = /[A-Z][a-z]{5}\d{4}/g;
/** A JSON Web Token: two parts that are JSON in base64url. */
const TOKEN = /eyJ[\w-]{8,}\.eyJ[\w-]{8,}/g;
/** The shortest part of a personnummer that tells something. */
const PART = 9;
const CODE_DIGITS: readonly number[] = [6, 8];

/** `others`: secrets of the service itself, which must stand nowhere either. */
export function plantSecrets(seed: number, others: readonly string[]): Planted {
  const digits = new Set<string>();
  const passwords = new Set<string>();
  let waiting: Secret[] = [];
  let drawn = 0;
  let batch = 0;
  const plant = ({ written, traces }: Secret): void => {
    const bare = written.replaceAll(/[ -]/g, '');
    if (!/^\d+$/.test(bare)) passwords.add(traces[0] ?? written);
    else if (CODE_DIGITS.includes(bare.length)) digits.add(bare);
    else for (const part of windows(bare)) digits.add(part);
  };
  const isPlanted = (run: string): boolean => {
    const bare = run.replaceAll(/[ -]/g, '');
    return digits.has(bare) || windows(bare).some((part) => digits.has(part));
  };
  return {
    draw: () => {
      if (waiting.length === 0) waiting = fc.sample(secrets, { seed: (seed * BATCHES + (batch += 1)) | 0, numRuns: BATCH });
      const secret = waiting.pop();
      if (secret === undefined) throw new RangeError('There are no secrets.');
      drawn += 1;
      plant(secret);
      return secret.sentence;
    },
    find: (bytes) => {
      // Each byte as one character: what is looked for is ASCII.
      const text = bytes.toString('latin1');
      const found = (pattern: RegExp, isOne: (match: string) => boolean): readonly string[] =>
        [...text.matchAll(pattern)].filter(([match]) => isOne(match)).map(({ index, 0: match }) => around(text, index, match));
      return [
        ...found(DIGITS, isPlanted),
        ...found(PASSWORD, (match) => passwords.has(match)),
        ...found(TOKEN, () => true),
        ...others.filter((other) => text.includes(other)).map((other) => around(text, text.indexOf(other), other)),
      ];
    },
    count: () => drawn,
  };
}

function windows(bare: string): readonly string[] {
  return Array.from({ length: Math.max(0, bare.length - PART + 1) }, (_, start) => bare.slice(start, start + PART));
}

function around(text: string, index: number, match: string): string {
  return text.slice(Math.max(0, index - 40), index + match.length + 40).replaceAll(/[^\x20-\x7e]/g, '.');
}
