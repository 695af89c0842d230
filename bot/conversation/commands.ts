/** Words that steer the conversation itself, recognised only when they are the whole message, apart from courtesy round them. */
import { fold, words as wholeWords } from '../../dialogs/fold.ts';
import { english } from './command-words.en.ts';
import { type CommandWords, swedish } from './command-words.sv.ts';

export type Command =
  | 'cancel' | 'cancel-all' | 'call' | 'leave' | 'back' | 'restart' | 'repeat' | 'wait' | 'help' | 'identity' | 'person' | 'erase' | 'status' | 'amend' | 'to-swedish' | 'to-english';

/** A longer message is no command. In characters. */
const LONGEST = 120;
const CLAUSE = /[.!,;:\n]+|(?<=\s)(?:och(?: så)?|men|and|but)(?=\s)/iu;

const anyOf = (words: readonly string[]): string => words.join('|');
const before = anyOf([...swedish.before, ...english.before]);
const after = anyOf([...swedish.after, ...english.after]);
const whole = (words: readonly string[]): RegExp => new RegExp(`^(?:(?:${before}) )*(?:${anyOf(words)})(?: (?:${after}))*$`, 'u');
const both = (list: (words: CommandWords) => readonly string[]): RegExp => whole([...list(swedish), ...list(english)]);

/** The narrower meaning comes first. */
const ORDER: readonly Command[] = ['cancel-all', 'amend', 'cancel', 'call', 'leave', 'back', 'restart', 'repeat', 'wait', 'identity', 'help', 'status', 'erase', 'person', 'to-swedish', 'to-english'];
const COMMANDS = ORDER.map((command) => [command, both(({ commands }) => commands[command])] as const);
const PERSON = both(({ commands }) => commands.person);
const SOMEONE = both(({ someone }) => someone);
const CALL_ME = both(({ callMe }) => callMe);
const CONFUSED = both(({ confused }) => confused);
const HOW_IT_GOES = both(({ howItGoes }) => howItGoes);
const BOTH = wholeWords(anyOf([...swedish.both, ...english.both]));
const SOLVED = both(({ solved }) => solved);

export function commandOf(text: string): Command | null {
  const words = said(text);
  if (words === '' || words.length > LONGEST) return null;
  return COMMANDS.find(([, pattern]) => pattern.test(words))?.[0] ?? (SOMEONE.test(words) ? 'person' : null);
}

/** One of the clauses asks for a person, whatever the others say. */
export function asksForPerson(text: string): boolean {
  return text.split(CLAUSE).map(said).some((clause) => clause !== '' && clause.length <= LONGEST && PERSON.test(clause));
}

/** "Ring mig på ..." */
export function asksToBeCalled(text: string): boolean {
  return text.split(CLAUSE).map(said).some((clause) => CALL_ME.test(clause.slice(0, LONGEST)));
}

/** The message names two things to do, not one of them. */
export function saysBoth(text: string): boolean {
  return BOTH.test(fold(text));
}

/** "Vad menar du?", "jag fattar inte". */
export function isConfused(text: string): boolean {
  return CONFUSED.test(said(text).slice(0, LONGEST));
}

/** "Status", "hur går det?": of a request, where there is one. */
export function asksHowItGoes(text: string): boolean {
  return HOW_IT_GOES.test(said(text).slice(0, LONGEST));
}

/** "Det löste sig." */
export function saysSolved(text: string): boolean {
  return SOLVED.test(said(text).slice(0, LONGEST));
}

/** "är kortet spärrat nu?", "har ni spärrat det" */
const IF_BLOCKED = /(?:^| )(?:är|blev|har ni|har du|is|have you) (?:.{0,25} )?(?:spärrat|spärrad|blockerat|blocked)(?: |$)/u;

export function asksIfBlocked(text: string): boolean {
  return IF_BLOCKED.test(plain(text).slice(0, LONGEST));
}

/** Lower case, NFC, without punctuation at the ends or repeated spaces: the form in which labels are compared. */
export function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[.,!?:;"'”()…]+/gu, ' ').replace(/\s+/gu, ' ').trim();
}

/** Folded, with the hyphens and apostrophes of words and no other punctuation. */
function said(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}'\s-]/gu, ' ').replace(/\s+/gu, ' ').trim();
}
