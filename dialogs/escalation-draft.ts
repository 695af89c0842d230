/** What a ticket says: shown in full, and sent exactly as shown. */
import type { Contact, Context, TicketDraft } from './dialog.ts';
import { tellsTrouble, wordCount, withoutWish } from './escalation-problem.ts';
import { readUrgency } from './escalation-read.ts';
import { type EscalationState, isReachable, type Letter } from './escalation-state.ts';
import { wordsOf } from './escalation-words.ts';

const SUBJECT_CHARS = 80;
/** Longest description of a problem that is kept, in characters. */
export const PROBLEM_CHARS = 2000;
/** A clause of so few words that tells of urgency tells of nothing else. */
const URGENCY_WORDS = 5;
/** Stands for a code that was taken out. */
const GAP = '…';

/** A few words: the user's own, or the first sentence of the problem that says what is wrong. Never a sentence with a gap. */
export function subjectOf({ subject, problem, category }: Letter, context: Context): string {
  if (subject !== null) return shortened(subject);
  const sentences = withoutWish(problem ?? '').split(/(?<=[.!?])\s+|\n+/u).map((sentence) => withoutUrgency(sentence.replace(/[\s.!?]+$/u, ''))).filter((sentence) => wordCount(sentence) > 0);
  const whole = sentences.filter(isSubject);
  const clauses = sentences.flatMap((sentence) => sentence.split(/,\s|\s(?:och|men|så|fast|and|but|so)\s/u)).map((clause) => clause.trim()).filter((clause) => isSubject(clause) && wordCount(clause) > 1);
  const found = whole.find(tellsTrouble) ?? clauses.find(tellsTrouble) ?? whole[0] ?? clauses[0] ?? sentences.find((sentence) => !sentence.includes(GAP));
  return found === undefined ? wordsOf(context).matters[category] : shortened(found);
}

/** Urgency has a line of its own. */
function withoutUrgency(sentence: string): string {
  return sentence.split(/,\s+/u).filter((clause) => readUrgency(clause) === null || wordCount(clause) > URGENCY_WORDS).join(', ');
}

function isSubject(text: string): boolean {
  return !text.includes(GAP) && text.length <= SUBJECT_CHARS;
}

function shortened(text: string): string {
  if (text.length <= SUBJECT_CHARS) return text;
  const cut = text.slice(0, SUBJECT_CHARS - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : cut.length)}…`;
}

/** The problem with these words added. */
export function addition({ problem, urgent }: EscalationState, text: string): Pick<Letter, 'problem' | 'urgent'> {
  return { problem: `${problem ?? ''}\n${text.trim()}`.trim().slice(0, PROBLEM_CHARS), urgent: readUrgency(text) ?? urgent };
}

export interface Line {
  readonly label: string;
  readonly value: string;
}

/** The body of the ticket, line by line: what the summary shows and what is sent. */
export function bodyLines({ problem, asked, tried, identity, answerTo, contact, contactNote, callsThemselves }: Letter, context: Context): readonly Line[] {
  const { labels, callsThemselves: calls } = wordsOf(context);
  return [
    { label: labels.problem, value: problem ?? '' },
    ...line(labels.asked, asked.join('; ')),
    ...line(labels.tried, tried.join(' ')),
    ...line(labels.writer, identity !== null && answerTo === 'typed' ? identity.name : ''),
    ...line(labels.contactNote, contactNote ?? ''),
    ...line(labels.reply, callsThemselves && !isReachable(contact) ? calls : ''),
  ];
}

function line(label: string, value: string): readonly Line[] {
  return value === '' ? [] : [{ label, value }];
}

export function contactLine(contact: Letter['contact']): string {
  return [contact.name, contact.phone, contact.email, contact.unit, contact.hsaId, contact.rsid].filter((part) => part !== undefined).join(', ');
}

/** The ticket, or null while the problem, the name or a way to answer is missing. */
export function draftOf(state: EscalationState, context: Context): TicketDraft | null {
  const { problem, contact, answerTo, identity, callsThemselves } = state;
  const isVouched = answerTo === 'identity';
  if (problem === null || contact.name === undefined || !(isVouched || callsThemselves || isReachable(contact))) return null;
  const { person, language } = context;
  const named: Contact = { ...contact, name: contact.name };
  return {
    subject: subjectOf(state, context),
    category: state.category,
    urgent: state.urgent,
    description: bodyLines(state, context).map(({ label, value }) => `${label}: ${value}`).join('\n'),
    contact: named,
    personId: person.id,
    verified: person.verified && isVouched && person.id === identity?.id,
    language,
  };
}
