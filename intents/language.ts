/**
 * Swedish or English, for messages of a few words: how much more usual each word is in one language than in the other
 * (naive Bayes; unknown words by their runs of three letters), learned from the corpus.
 */
import type { Example } from './examples.ts';
import type { Language, Prior } from './reading.ts';

/** Logarithm of how many times more usual a piece is in English than in Swedish. */
export interface LanguageModel {
  readonly words: ReadonlyMap<string, number>;
  readonly runs: ReadonlyMap<string, number>;
}

/** The first words tell the language of a long message. */
const MOST_WORDS = 40;
const SMOOTHING = 0.5;
const STRONGEST_WORD = 3;
/** An unknown word tells less than a known one. */
const STRONGEST_GUESS = 1;
const SWEDISH_LETTER = /[åäö]/;
/** Below this a word is used in both languages ("PUK", "support"). */
const TELLING = 0.7;

interface Proof {
  readonly evidence: number;
  /** Words that tell, and how many of them for each one that tells the other language. */
  readonly words: number;
  readonly majority: number;
}

/** English is proved by more than Swedish, in a Swedish house where the card's Swedish names stand in English sentences. */
const ENGLISH: Proof = { evidence: 2, words: 1, majority: 1 };
const SWEDISH: Proof = { evidence: 1, words: 1, majority: 1 };
/** What it takes to leave the language of the conversation: not one word, not a sentence mixed of both. */
const CHANGE: Proof = { evidence: 3, words: 2, majority: 2 };

export function trainLanguage(examples: readonly Example[]): LanguageModel {
  return { words: compare(examples, (word) => [word]), runs: compare(examples, runsOfThree) };
}

/** The language of a message. Where it does not tell: the language of the conversation, else Swedish. */
export function detectLanguage(text: string, model: LanguageModel, prior?: Prior): Language {
  let evidence = 0;
  const telling = { sv: 0, en: 0 };
  for (const word of wordsAsWritten(text).slice(0, MOST_WORDS)) {
    const weight = weigh(word, model);
    evidence += weight;
    if (Math.abs(weight) >= TELLING) telling[weight > 0 ? 'en' : 'sv'] += 1;
  }
  const [language, other] = evidence > 0 ? (['en', 'sv'] as const) : (['sv', 'en'] as const);
  const spoken = prior?.language ?? 'sv';
  const needed = prior !== undefined && prior.language !== language ? CHANGE : language === 'en' ? ENGLISH : SWEDISH;
  const proved = Math.abs(evidence) >= needed.evidence && telling[language] >= Math.max(needed.words, needed.majority * telling[other]);
  return proved ? language : spoken;
}

function weigh(word: string, { words, runs }: LanguageModel): number {
  const known = words.get(word);
  const weight = known === undefined ? clamp(mean(runsOfThree(word).map((run) => runs.get(run) ?? 0)), STRONGEST_GUESS) : clamp(known, STRONGEST_WORD);
  // A Swedish name in an English sentence ("my etjänstekort") is not English, however often it stands there.
  return SWEDISH_LETTER.test(word) ? Math.min(weight, 0) : weight;
}

function compare(examples: readonly Example[], pieces: (word: string) => string[]): Map<string, number> {
  const counts = { sv: new Map<string, number>(), en: new Map<string, number>() };
  const totals = { sv: 0, en: 0 };
  for (const { text, language } of examples) {
    for (const piece of wordsAsWritten(text).flatMap(pieces)) {
      counts[language].set(piece, (counts[language].get(piece) ?? 0) + 1);
      totals[language] += 1;
    }
  }
  const share = (piece: string, language: Language): number => ((counts[language].get(piece) ?? 0) + SMOOTHING) / (totals[language] + 1);
  const known = new Set([...counts.sv.keys(), ...counts.en.keys()]);
  return new Map([...known].map((piece) => [piece, Math.log(share(piece, 'en') / share(piece, 'sv'))]));
}

/** Unfolded: å, ä and ö tell the language. */
const wordsAsWritten = (text: string): string[] => text.normalize('NFC').toLowerCase().match(/\p{L}+/gu) ?? [];

function runsOfThree(word: string): string[] {
  const bounded = ` ${word} `;
  return Array.from({ length: word.length }, (_, start) => bounded.slice(start, start + 3));
}

const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
