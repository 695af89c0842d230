/** Reads a typed text of the PIN reset: every fact in it, not only the first. What people type is wording, so it stands in pin-reset-words.*.ts. */
import type { Context } from './dialog.ts';
import { words as compiled } from './fold.ts';
import { canonical } from './pin-reset-canonical.ts';
import { typedAnswers } from './pin-reset-choices.ts';
import type { ChoiceId } from './pin-reset-choices.ts';
import { employedIn } from './pin-reset-employer.ts';
import type { Employed } from './pin-reset-employer.ts';
import { signsOf } from './pin-reset-signs.ts';
import type { Sign } from './pin-reset-signs.ts';
import type { Code, PinResetState } from './pin-reset-state.ts';
import { words as en } from './pin-reset-words.en.ts';
import { words as sv } from './pin-reset-words.sv.ts';
import { looksLikeQuestion } from './question.ts';
import { leadingYesOrNo, NO_FORMS, YES_FORMS } from './yes-no.ts';

/** All that a text tells. */
export interface Told {
  /** True when it holds any of these signs. */
  readonly says: (...signs: readonly Sign[]) => boolean;
  /** The yes, the no or the "done" that it is or begins with. */
  readonly answer: 'yes' | 'no' | 'done' | null;
  /** Nothing but that answer stands in it. */
  readonly isBare: boolean;
  readonly isQuestion: boolean;
  readonly employed: Employed;
  readonly code: Code | null;
  /** The number of a step: "hoppa till steg 4", "4", "fastnar på 3". */
  readonly step: number | null;
}

/** A text with all that is known when it comes. */
export interface Heard {
  readonly told: Told;
  readonly text: string;
  /** With the facts of the text already taken. */
  readonly state: PinResetState;
  readonly context: Context;
}

/** Signs that something went wrong, whatever else is said: "klart, men det blev rött". */
export const TROUBLE: readonly Sign[] = ['failed', 'card-not-read', 'no-icon', 'puk-refused', 'old-pin-refused'];

const LANGUAGES = [sv, en];
const DONE = LANGUAGES.flatMap(({ done }) => done.map(canonical));
const FILLER_WORDS = LANGUAGES.flatMap(({ fillers }) => fillers.map(canonical));
const FILLERS = FILLER_WORDS.join('|');
const FORMS = [['yes', YES_FORMS.map(canonical)], ['no', NO_FORMS.map(canonical)]] as const;
const AROUND = new RegExp(`^(?:(?:${FILLERS}) )+|(?: (?:${FILLERS}))+$`, 'gu');
const NUMBERS = ['\\d', ...LANGUAGES.flatMap(({ numbers }) => numbers.map(canonical))].join('|');
const AT_STEP = compiled(`(?:${LANGUAGES.flatMap(({ atStep }) => atStep).join('|')}) (?<number>${NUMBERS})`);
const ONLY_NUMBER = new RegExp(`^(?<number>\\d)(?: (?:av|of) \\d)?$`, 'u');

export function read(text: string): Told {
  const plain = canonical(text);
  const signs = signsOf(plain);
  const says = (...any: readonly Sign[]) => any.some((sign) => signs.has(sign));
  const { answer, isBare } = answerIn(plain);
  // "Klart?" asks nothing that can be answered, and "gjort, sen då?" wants the next step.
  const isQuestion = looksLikeQuestion(text) && !isBare && !says('next');
  return { says, answer, isBare, isQuestion, employed: employedIn(plain), code: codeIn(says), step: stepIn(plain) };
}

/** The short answer that a text is, in answer to the question of a state; null for every longer text. */
export function shortAnswer(text: string, state: PinResetState): ChoiceId | null {
  const plain = canonical(text);
  const means = (id: ChoiceId) => LANGUAGES.some(({ typed }) => typed[id]?.some((form) => canonical(form) === plain) ?? false);
  return typedAnswers(state).find(means) ?? null;
}

function answerIn(plain: string): Pick<Told, 'answer' | 'isBare'> {
  for (const words of [plain, plain.replace(AROUND, '')]) {
    if (DONE.includes(words)) return { answer: 'done', isBare: true };
    const whole = FORMS.find(([, forms]) => forms.includes(words));
    if (whole !== undefined) return { answer: whole[0], isBare: true };
    const leading = leadingYesOrNo(words, canonical);
    if (leading !== null) return { answer: leading, isBare: false };
  }
  // "Sådär ja", "så, nu": nothing but such words.
  const isDone = plain !== '' && plain.split(' ').every((word) => DONE.includes(word) || FILLER_WORDS.includes(word) || FORMS[0][1].includes(word)) && plain.split(' ').some((word) => DONE.includes(word));
  return isDone ? { answer: 'done', isBare: true } : { answer: null, isBare: false };
}

function codeIn(says: Told['says']): Code | null {
  if (says('ask-codes')) return null;
  if (says('both-codes') && says('change')) return 'both';
  const one = says('legitimering') ? 'legitimering' : says('underskrift') ? 'underskrift' : null;
  return one !== null && (says('both-codes') || (says('legitimering') && says('underskrift'))) ? 'both' : one;
}

function stepIn(plain: string): number | null {
  const number = (ONLY_NUMBER.exec(plain) ?? AT_STEP.exec(plain))?.groups?.number;
  if (number === undefined) return null;
  return /\d/u.test(number) ? Number(number) : Math.max(...LANGUAGES.map(({ numbers }) => numbers.map(canonical).indexOf(number))) + 1;
}
