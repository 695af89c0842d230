/** What tells a problem, and what does not: wishes for a person, greetings, "vet inte". Folded letters (see fold.ts). */
import { readAssent } from './assent.ts';
import { readContact } from './contact.ts';
import { fold, words } from './fold.ts';
import { looksLikeQuestion } from './question.ts';

const TROUBLE = words(
  String.raw`inte|ej|ente|aldrig|fel\p{L}*|trasig\p{L}*|krangl\p{L}*|strul\p{L}*|klydd\p{L}*|svart|last|lasta?|laser sig|blinkar|saknas|borta|forsvunn\p{L}*|hanger|langsam\p{L}*|problem\p{L}*|startar om|slocknar|stannar|not|doesn't|can't|cannot|won't|broken|fails?|error|missing|stuck|locked|wrong`,
  'u',
);
const WISH = words(
  String.raw`(?:prata|tala|snacka|chatta|talk|speak|chat) (?:med|to|with)|manniskan?|(?:riktig|real|en|a) person|handlaggare|koppla (?:mig|upp|in|vidare)|ring(?:a|er)? (?:mig|upp)|kontakta (?:mig|servicedesk)|call me|(?:skriva?|skapar?|lagga?|gora?|vill ha|oppna|write|create|open) (?:ett |en |upp |in |a )*(?:arende|anmalan|ticket)|hjalp av (?:en|nagon|nan|servicedesk|support)|(?:a )?human`,
  'u',
);
const SAYS_NOTHING = words(
  String.raw`(?:se|las|som|enligt) ovan|(?:det|vad|som) (?:du|jag|ja) (?:nyss|redan|precis|just|skrev|sa)|har jag (?:redan )?(?:skrivit|sagt)|svart att forklara|vill (?:jag )?(?:inte|ej|ente) (?:beskriva|saga|skriva|forklara)|ingen aning|(?:ingen|inte) spelar roll|see above|hard to explain`,
  'u',
);
const DOES_NOT_KNOW = words(String.raw`^\W*(?:jag |i )?(?:vet|minns) (?:inte|ej|ente)(?: (?:riktigt|vad|hur)(?: det ar| man .*)?)?\W*$|^\W*(?:i )?(?:don'?t|do not) know\W*$`, 'u');
const SOLVED = words(String.raw`(?:problemet ar|det ar|det har|jag har|har) (?:lost|loste) ?(?:sig|det)?|(?:det|problemet) loste sig|(?:jag|vi) loste det|(?:nu )?(?:funkar|fungerar) det(?: nu)?|det (?:funkar|fungerar) (?:nu|igen)|it works now|solved`, 'u');
const GREETING = words('^(?:hej(?:san)?|hejhej|halla|tjena|god (?:morgon|dag|kvall)|hello|hi)', 'u');
const SMALL_TALK: readonly (string | null | undefined)[] = ['greeting', 'thanks', 'goodbye', 'help', 'feedback', 'talk-to-servicedesk'];
const GREETING_WORDS = 3;
/** Fewer words tell no problem. */
const PROBLEM_WORDS = 2;
/** More words than this are no mere remark. */
const REMARK_WORDS = 5;

/** Whether a text can stand as the description of a problem. */
export function isProblem(text: string): boolean {
  const folded = fold(text);
  if (readAssent(text) !== null || SAYS_NOTHING.test(folded) || DOES_NOT_KNOW.test(folded)) return false;
  return wordCount(withoutWish(text)) >= PROBLEM_WORDS;
}

/** A question that the conversation answers; a problem is often put as a question too ("varför läses inte kortet?"). */
export function isOtherQuestion(text: string, topic: string | null | undefined): boolean {
  return SMALL_TALK.includes(topic ?? undefined) ? topic !== 'talk-to-servicedesk' && !tellsTrouble(text) : looksLikeQuestion(text) && typeof topic === 'string' && !tellsTrouble(text);
}

export function tellsTrouble(text: string): boolean {
  return TROUBLE.test(fold(text));
}

/** "Det löste sig": no ticket is needed any more. */
export function saysSolved(text: string): boolean {
  return SOLVED.test(fold(text)) && wordCount(text) <= REMARK_WORDS && !words('inte|ej|ente|not').test(fold(text));
}

/** "Hm", "vet inte": too little to add to a ticket. */
export function saysNothing(text: string): boolean {
  return wordCount(text) < PROBLEM_WORDS || SAYS_NOTHING.test(fold(text)) || /^(?:jag )?vet (?:inte|ej)/u.test(fold(text));
}

export const wishesPerson = (text: string): boolean => WISH.test(fold(text));

/** The text without its wish for a person or a ticket, greetings and contact facts, clause by clause. */
export function withoutWish(text: string): string {
  return text.split('\n').map(lineWithoutWish).filter((line) => line !== '').join('\n');
}

function lineWithoutWish(line: string): string {
  return line.split(/(?<=[.!?])\s+/u).flatMap((sentence) => {
    const clauses = sentence.split(/,\s+/u);
    const telling = clauses.filter((clause) => !saysOnlyWish(clause));
    // A sentence that introduces the writer and tells of no trouble is about nothing else.
    return telling.length === 0 || (telling.length < clauses.length && !tellsTrouble(telling.join(' ')) && wordCount(telling.join(' ')) <= REMARK_WORDS) ? [] : [telling.join(', ')];
  }).join(' ');
}

function saysOnlyWish(clause: string): boolean {
  const folded = fold(clause).replace(/kan (?:ni|du|jag|man) inte/u, '');
  if (WISH.test(folded) && !TROUBLE.test(folded.replace(WISH, ''))) return true;
  if (GREETING.test(folded) && wordCount(clause) <= GREETING_WORDS) return true;
  const { found, rest } = readContact(clause);
  return Object.keys(found).length > 0 && wordCount(rest) < GREETING_WORDS && !tellsTrouble(rest);
}

export function wordCount(text: string): number {
  return [...text.matchAll(/\p{L}{2,}/gu)].length;
}
