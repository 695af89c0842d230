/** Reads typed words as answers of the PIN reset. What people type is wording, so it stands in pin-reset-words.*.ts. */
import type { Language } from './dialog.ts';
import { canonicalWords } from './pin-reset-canonical.ts';
import type { CanonicalWords } from './pin-reset-canonical.ts';
import { phrasedAnswers, typedAnswers } from './pin-reset-choices.ts';
import type { ChoiceId } from './pin-reset-choices.ts';
import type { Code, PinResetState, Place } from './pin-reset-state.ts';
import { looksLikeQuestion } from './question.ts';

/** An answer that starts with a short form ("ja det har jag") is at most this long; in longer texts "ja" means little. Words. */
const SHORT = 6;

/** Never read from a text that also negates: "klart, men det fungerar inte" is no success. */
const POSITIVE: ReadonlySet<ChoiceId> = new Set(['done', 'worked', 'puk-yes', 'employed-yes', 'legitimering', 'underskrift']);

/** May be read from a question too: "hittar inte ikonen, var är den?" is still the answer that the icon is missing. */
const READ_FROM_QUESTIONS: ReadonlySet<ChoiceId> = new Set([
  'what-is-puk', 'what-is-the-difference', 'all-steps', 'failed', 'still-failing', 'card-not-read', 'no-icon', 'wrong-puk', 'card-lost',
]);

export interface OpeningFacts {
  readonly cause: PinResetState['cause'];
  /** The words fit several cases ("koden strular", "spärrat"), so the user must be asked. */
  readonly unclear: boolean;
  readonly hasPuk: boolean | null;
  readonly employed: boolean | null;
  readonly code: Code | null;
  readonly allSteps: boolean;
}

/** The answer that a typed text gives to the question of `place`, or null when it does not look like one. */
export function readAnswer(text: string, place: Place, language: Language): ChoiceId | null {
  const words = canonicalWords(language);
  const plain = words.canonical(text);
  const exact = typedAnswers(place).find((id) => words.typed(id).includes(plain));
  if (exact !== undefined) return exact;
  const question = looksLikeQuestion(text);
  const negated = plain.split(' ').some((word) => words.negations.includes(word));
  const possible = (id: ChoiceId) => !(question && !READ_FROM_QUESTIONS.has(id)) && !(negated && POSITIVE.has(id));
  const phrased = longestPhrase(plain, phrasedAnswers(place).filter(possible), words);
  return phrased ?? (question ? null : leadingForm(plain, typedAnswers(place).filter(possible), words));
}

/** What the opening message already tells, so that nobody is asked for it again. */
export function readOpening(text: string, language: Language): OpeningFacts {
  const words = canonicalWords(language);
  const plain = words.canonical(text);
  const one = (ids: readonly ChoiceId[]) => longestPhrase(plain, ids, words);
  const cause = one(['puk-lost']) ?? one(['forgot']) ?? one(['locked']) ?? one(['change']);
  const puk = one(['puk-yes', 'puk-lost']);
  const employed = one(['employed-yes', 'employed-no']);
  const code = one(['legitimering', 'underskrift']);
  return {
    cause: causeOf(cause),
    unclear: cause === null && words.unclear.some((phrase) => contains(plain, phrase, words)),
    hasPuk: puk === null ? null : puk === 'puk-yes',
    employed: employed === null ? null : employed === 'employed-yes',
    code: code === 'legitimering' || code === 'underskrift' ? code : null,
    allSteps: one(['all-steps']) !== null,
  };
}

function causeOf(id: ChoiceId | null): PinResetState['cause'] {
  if (id === 'forgot') return 'forgotten';
  return id === 'locked' || id === 'change' || id === 'puk-lost' ? id : null;
}

function longestPhrase(plain: string, ids: readonly ChoiceId[], words: CanonicalWords): ChoiceId | null {
  const found = ids.flatMap((id) => words.phrases(id).filter((phrase) => contains(plain, phrase, words)).map(({ length }) => ({ id, length })));
  return found.sort((a, b) => b.length - a.length)[0]?.id ?? null;
}

function leadingForm(plain: string, ids: readonly ChoiceId[], words: CanonicalWords): ChoiceId | null {
  if (plain.split(' ').length > SHORT) return null;
  return ids.find((id) => words.typed(id).some((form) => plain.startsWith(`${form} `))) ?? null;
}

/** Whole words only, and not right after a negation: "inte glömt" is not "glömt". */
function contains(plain: string, phrase: string, words: CanonicalWords): boolean {
  const at = ` ${plain} `.indexOf(` ${phrase} `);
  if (at < 0) return false;
  const before = plain.slice(0, at).trim().split(' ').at(-1) ?? '';
  return !words.negations.includes(before);
}
