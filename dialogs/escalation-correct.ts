/** Corrections of a ticket in free words: "fel nummer, det ska vara 0701-740605", "det är bråttom", "lägg till att …". */
import { readContact } from './contact.ts';
import { addition, PROBLEM_CHARS } from './escalation-draft.ts';
import { readUrgency } from './escalation-read.ts';
import { type EscalationState, isReachable, type Letter, type StepName } from './escalation-state.ts';
import { fold, words } from './fold.ts';
import { looksLikeQuestion } from './question.ts';

/** What changes in the ticket, or the question that asks for the right value (`which`: it is not said what is wrong). */
export type Correction = { readonly change: Partial<Letter> } | { readonly ask: Extract<StepName, 'problem' | 'contact' | 'subject' | 'which'> };

const CHANGES = words(String.raw`andrar?|ratta|korrigera|byta?|uppdatera|fel|galler inte|egentligen|ska (?:det )?(?:sta|vara|va)|det ska|change|correct|wrong|fix|edit|should (?:be|say)`, 'u');
const REMOVES = words('ta bort|tag bort|stryk|radera|remove|delete|skip', 'u');
const ADDS = words(String.raw`(?:lagga?|skriva?|fyll|ta) (?:till|med|in|ocksa|dit|aven)(?: (?:ocksa|aven|in))?(?: att)?|add(?: that)?|also (?:say|write)(?: that)?`, 'u');
const PROBLEM = words('problemet|beskrivningen|texten|problem|description', 'u');
const SUBJECT = words('amnet|amne|rubriken|rubrik|subject|title', 'u');
const PHONE = words(String.raw`(?:telefon|mobil)?(?:nummer|numret)|telefon\p{L}*|mobil\p{L}*|nr|phone|number`, 'u');
const EMAIL = words(String.raw`e-?post\p{L}*|mejl\p{L}*|mail\p{L}*|e-?mail|adress\p{L}*`, 'u');
const NAME = words(String.raw`namn(?:et)?|heter|name`, 'u');
const CONTACT = words(String.raw`kontakt\p{L}*|uppgift\p{L}*|contact`, 'u');
const URGENCY = words(String.raw`bradskande|brattom|akut|prio\p{L}*|urgency|urgent`, 'u');
/** What stands between "ändra ämnet" and the new words. */
const TO = String.raw`(?: ar| ska| vara| sta| egentligen| till| att| is| to| that| should| be|:)*`;

/** Null where the text corrects nothing that can be told. */
export function readCorrection(state: EscalationState, text: string): Correction | null {
  const folded = fold(text);
  if (looksLikeQuestion(text)) return null;
  const urgency = readUrgency(text);
  const removal = REMOVES.test(folded) ? withoutFact(state, folded) : null;
  if (removal !== null) return { change: removal };
  const put = newWords(state, text, folded);
  if (put !== null) return { change: put };
  const contact = newContact(state, text);
  if (contact !== null) return { change: { ...contact, ...(urgency === null ? {} : { urgent: urgency }) } };
  if (urgency !== null) return { change: { urgent: urgency } };
  return CHANGES.test(folded) ? asked(state, folded) : null;
}

/** The words after "ämnet ska vara", "problemet är egentligen att" and "lägg till att". */
function newWords(state: EscalationState, text: string, folded: string): Partial<Letter> | null {
  const subject = after(SUBJECT, text, folded);
  if (subject !== null) return { subject };
  const problem = after(PROBLEM, text, folded);
  if (problem !== null) return { problem: problem.slice(0, PROBLEM_CHARS) };
  const match = ADDS.exec(folded);
  const added = match === null ? '' : text.normalize('NFC').slice(match.index + match[0].length).replace(/^[\s:,]+/u, '');
  if (added === '') return null;
  const urgency = readUrgency(added);
  const contact = newContact(state, added);
  const isOnlyUrgency = urgency !== null && added.split(/\s+/u).length <= 4;
  if (contact !== null || isOnlyUrgency) return { ...contact, ...(urgency === null ? {} : { urgent: urgency }) };
  return addition(state, added);
}

function after(item: RegExp, text: string, folded: string): string | null {
  const whole = new RegExp(`${item.source}${TO}[\\s:]+(.+)$`, 'du').exec(folded);
  const start = whole?.indices?.[1]?.[0];
  if (start === undefined || !(CHANGES.test(folded) || words('ar|is').test(folded))) return null;
  const value = text.normalize('NFC').slice(start).replace(/^(?:att|till|är|:)\s+/iu, '').trim();
  return fold(value) === 'fel' || fold(value) === 'forst' ? null : value;
}

function newContact(state: EscalationState, text: string): Partial<Letter> | null {
  const { contact } = state;
  // The old value is often named beside the new one: "inte 0701-740605 utan 0701-740606".
  const old = [contact.phone, contact.email].filter((value) => value !== undefined);
  const fresh = old.reduce((so, value) => so.replace(value, ' '), text.normalize('NFC'));
  const value = fresh.replace(NAMED, '$1').replace(/\s+heter (?:jag|det)$/iu, '').replace(COLLEAGUE, '');
  const { found } = readContact(value, value === fresh ? undefined : 'name');
  if (found.name !== undefined && (CHANGES.test(fold(found.name)) || NAME.test(fold(found.name)))) return null;
  return Object.keys(found).length === 0 ? null : withContact(state, found);
}

/** "Ring min kollega Lisa Ek": what stands before the name. */
export const COLLEAGUE = /^.*(?<!\p{L})(?:kollega|chef|medarbetare|colleague|manager)n?\s+(?:som heter\s+)?(?=\p{Lu})/iu;
/** "Namnet är fel, det ska vara …", "nej jag menar …": what stands before the right value. */
const NAMED = /^(?:nej,?\s+|ja,?\s+men\s+)?(?:(?:fel namn|ändra (?:mitt )?namn(?:et)?|namnet är fel|byt namn(?:et)?|(?:mitt )?namn(?:et)? ska (?:vara|va)|jag menar?|change (?:my|the) name|i mean)(?:\s+till|,|\s+det ska (?:vara|va|stå))?)\s+(?:till\s+)?(.+)$/iu;

/** A new person with a number of their own replaces the contact; anything else replaces only itself. */
export function withContact(state: EscalationState, found: Letter['contact']): Partial<Letter> {
  const { contact, identity, answerTo } = state;
  const isOther = found.name !== undefined && found.name !== (contact.name ?? found.name);
  const hasReach = (found.phone ?? found.email) !== undefined;
  const known = isOther && hasReach ? found : { ...contact, ...found };
  const settled = identity !== null && isOther && found.name !== identity.name ? 'typed' : answerTo;
  return { contact: known, answerTo: settled, callsThemselves: hasReach ? false : state.callsThemselves };
}

/** "Ta bort mitt nummer": whoever has no number left contacts Servicedesk themselves. */
function withoutFact({ contact }: EscalationState, folded: string): Partial<Letter> | null {
  const drops = [...(PHONE.test(folded) ? ['phone'] : []), ...(EMAIL.test(folded) ? ['email'] : [])];
  if (drops.length === 0) return null;
  const left = without(contact, drops);
  return { contact: left, contactNote: null, callsThemselves: !isReachable(left) };
}

export function withoutReach({ contact }: EscalationState): Pick<Letter, 'contact' | 'contactNote'> {
  return { contact: without(contact, ['phone', 'email']), contactNote: null };
}

function without(contact: Letter['contact'], drops: readonly string[]): Letter['contact'] {
  return Object.fromEntries(Object.entries(contact).filter(([key]) => !drops.includes(key)));
}

function asked({ urgent }: EscalationState, folded: string): Correction {
  if (PROBLEM.test(folded)) return { ask: 'problem' };
  if (SUBJECT.test(folded)) return { ask: 'subject' };
  if (URGENCY.test(folded)) return { change: { urgent: !urgent } };
  if (PHONE.test(folded) || EMAIL.test(folded) || NAME.test(folded) || CONTACT.test(folded)) return { ask: 'contact' };
  return { ask: 'which' };
}
