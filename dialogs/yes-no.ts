/**
 * A yes or a no in everyday words, Swedish and English together, for dialogs and for the conversation around them: a word
 * that leads, and words after it that change nothing ("ja tack gärna", "nej tack, det behövs inte"). Anything else in the
 * message makes it more than a yes or a no.
 */
import { fold } from './fold.ts';
import { english } from './yes-no-words.en.ts';
import { swedish, type YesNoWords } from './yes-no-words.sv.ts';

export type Answer = 'yes' | 'no';

/** Skin tones, and the mark that makes a sign an emoji. */
const EMOJI_VARIANTS = /[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu;
/** Enough for "ja tack, gärna så fort som möjligt"; a longer message says more. */
const MOST_WORDS = 10;

/** All forms, for a dialog that reads longer answers in a spelling of its own. */
export const YES_FORMS: readonly string[] = [...swedish.yes, ...english.yes];
export const NO_FORMS: readonly string[] = [...swedish.no, ...english.no, ...swedish.wrong, ...english.wrong];
/** Forms that may begin a longer answer ("ja det har jag"): interjections, as "rätt" and "bra" are a yes only on their own. */
const INTERJECTION = /^(?:ja|je|jo|ju|ye|ok|visst|absolut|sure|n[aäeio])/u;

const together = (list: keyof YesNoWords): ReadonlySet<string> => new Set([...swedish[list], ...english[list]].map(spelled));
const YES = together('yes');
const AFTER_YES = together('afterYes');
const NO = together('no');
const AFTER_NO = together('afterNo');
const WRONG = together('wrong');
const ACTS = together('acts');
const ACTED_ON = together('actedOn');
const NEGATIONS = together('negations');
const BUT: ReadonlySet<string> = new Set(['men', 'but'].map(spelled));

/** `acts`: the question offers to do something now, so that "skicka" is a yes to it, and "skicka inte" a no. A yes with a question mark is none. */
export function yesOrNo(text: string, acts = false): Answer | null {
  if (text.includes('?')) return null;
  if (saysWrong(text)) return 'no';
  const said = spelled(text).split(' ');
  if (said.length > MOST_WORDS || said[0] === '') return null;
  if (leads(said, NO, AFTER_NO)) return 'no';
  if (leads(said, YES, AFTER_YES) || (acts && leads(said, YES, new Set([...AFTER_YES, ...ACTS, ...ACTED_ON])))) return 'yes';
  return acts ? act(said) : null;
}

/** The yes or no that a longer text begins with. `spelt` makes a form look as the text does. */
export function leadingYesOrNo(text: string, spelt: (form: string) => string): Answer | null {
  const leadsIt = (forms: readonly string[]) => forms.some((form) => INTERJECTION.test(form) && text.startsWith(`${spelt(form)} `));
  if (leadsIt(YES_FORMS)) return 'yes';
  return leadsIt(NO_FORMS) ? 'no' : null;
}

/** "Stämmer inte", "nej, vänta": a no to what the bot shows, which may only need to be corrected, or time. */
export function saysWrong(text: string): boolean {
  return WRONG.has(spelled(text));
}

/** A yes or no, if it were not for the question mark. */
export function isDoubtful(text: string): boolean {
  return text.includes('?') && yesOrNo(text.replaceAll('?', ' '), true) !== null;
}

/** Whether the message begins with one of the forms, the longest that fits, and goes on with words that change nothing. */
function leads(said: readonly string[], forms: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  const lengths = said.map((_, index) => said.length - index).filter((length) => forms.has(said.slice(0, length).join(' ')));
  return lengths.some((length) => said.slice(length).every((word) => after.has(word)) && !isLeftOpen(said.slice(length)));
}

/** "Ja men ..." is about to say something else. */
function isLeftOpen(rest: readonly string[]): boolean {
  return BUT.has(rest.at(-1) ?? '');
}

function act(said: readonly string[]): Answer | null {
  const rest = said.filter((word) => !ACTS.has(word));
  if (rest.length === said.length) return null;
  const meant = rest.filter((word) => !NEGATIONS.has(word));
  if (!meant.every((word) => ACTED_ON.has(word))) return null;
  return meant.length === rest.length ? 'yes' : 'no';
}

/** Folded, without punctuation and repeated letters: "Jaaa!" and "ja" are one. */
function spelled(text: string): string {
  return fold(text.replace(EMOJI_VARIANTS, '')).replace(/[^\p{L}\p{N}\p{Extended_Pictographic}'\s]/gu, ' ').replace(/(\p{L})\1+/gu, '$1').replace(/\s+/gu, ' ').trim();
}
