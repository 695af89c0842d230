/** What a ticket says: prefilled from the conversation, shown in full, and sent exactly as shown. */
import type { Contact, Context, Exchange, Opening, TicketDraft } from './dialog.ts';
import type { EscalationState, Letter } from './escalation-state.ts';
import { wordsOf } from './escalation-words.ts';
import { fold, words } from './fold.ts';

/** Questions of the conversation that a ticket repeats. */
const ASKED = 4;
const SUBJECT_CHARS = 80;
/** A shorter wish for a person ("prata med någon") says nothing about the problem. */
const TELLING_CHARS = 45;
/** Longest description of a problem that is kept, in characters. */
export const PROBLEM_CHARS = 2000;

const SMALL_TALK: readonly (string | null)[] = ['greeting', 'thanks', 'goodbye', 'help', 'talk-to-servicedesk', 'feedback'];
const CATEGORIES: Readonly<Record<string, Letter['category']>> = {
  'card-lost': 'card-lost',
  'pin-forgotten': 'pin-reset',
  'pin-change': 'pin-reset',
  'puk-forgotten': 'pin-reset',
  'pin-rules': 'pin-reset',
  'certificate-missing': 'login',
  'certificate-expiry': 'login',
  'remove-certificate': 'login',
  'test-card': 'login',
  'remote-access': 'login',
  'supported-systems': 'login',
  'order-card': 'order',
  'card-ready': 'order',
  'card-stations': 'order',
  'choose-card-station': 'order',
  'name-change': 'order',
  'card-holder-lost': 'order',
};
const URGENT = words('akut|bradskande|brattom|urgent|emergency|patient(?:en)? vantar|patients? (?:is |are )?waiting', 'u');

/** The letter as the conversation so far gives it. */
export function prefill(context: Context, opening: Opening): Omit<Letter, 'step'> {
  const { person, facts } = context;
  const relevant = facts.history.filter(({ intent }) => !SMALL_TALK.includes(intent));
  const problem = problemIn(opening, relevant);
  const identity = person.verified && person.name !== undefined ? { id: person.id, name: person.name, ...reachOf(person) } : null;
  return {
    problem,
    asked: relevant.slice(-ASKED).flatMap(({ asked, answered }) => (asked === problem && answered === '' ? [] : [answered === '' ? asked : `${asked} → ${answered}`])),
    tried: [...(opening.tried ?? [])],
    category: categoryOf(relevant, opening),
    urgent: isUrgent(problem),
    identity,
    isConfirmed: false,
    contact: {},
  };
}

export function isUrgent(problem: string | null): boolean {
  return problem !== null && URGENT.test(fold(problem));
}

function problemIn({ text, tried = [] }: Opening, relevant: readonly Exchange[]): string | null {
  const own = text.trim();
  if (own.length >= TELLING_CHARS) return own.slice(0, PROBLEM_CHARS);
  return relevant.at(-1)?.asked ?? tried.at(0) ?? null;
}

function categoryOf(relevant: readonly Exchange[], { tried = [] }: Opening): Letter['category'] {
  const known = relevant.flatMap(({ intent }) => (intent === null ? [] : (CATEGORIES[intent] ?? []))).at(-1);
  return known ?? (tried.length > 0 ? 'pin-reset' : 'other');
}

export function reachOf({ phone, email }: { readonly phone?: string; readonly email?: string }): { phone?: string; email?: string } {
  return { ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) };
}

export function subjectOf(problem: string): string {
  const first = problem.split(/[\n.!?]/u, 1)[0]?.trim() ?? '';
  const subject = first === '' ? problem : first;
  return subject.length <= SUBJECT_CHARS ? subject : `${subject.slice(0, SUBJECT_CHARS - 1).trimEnd()}…`;
}

export interface Line {
  readonly label: string;
  readonly value: string;
}

/** The body of the ticket, line by line: what the summary shows and what is sent. */
export function bodyLines({ problem, asked, tried }: Letter, context: Context): readonly Line[] {
  const { labels } = wordsOf(context);
  return [
    { label: labels.problem, value: problem ?? '' },
    ...(asked.length === 0 ? [] : [{ label: labels.asked, value: asked.join('; ') }]),
    ...(tried.length === 0 ? [] : [{ label: labels.tried, value: tried.join(' ') }]),
  ];
}

export function contactLine(contact: Letter['contact']): string {
  return [contact.name, contact.phone, contact.email, contact.unit, contact.hsaId, contact.rsid].filter((part) => part !== undefined).join(', ');
}

/** The ticket, or null while the problem, the name or a way to answer is missing. */
export function draftOf(state: EscalationState, context: Context): TicketDraft | null {
  const { problem, contact } = state;
  if (problem === null || contact.name === undefined || (contact.phone ?? contact.email) === undefined) return null;
  const { person, language } = context;
  const named: Contact = { ...contact, name: contact.name };
  return {
    subject: subjectOf(problem),
    category: state.category,
    urgent: state.urgent,
    description: bodyLines(state, context).map(({ label, value }) => `${label}: ${value}`).join('\n'),
    contact: named,
    personId: person.id,
    verified: person.verified && state.isConfirmed && person.id === state.identity?.id,
    language,
  };
}
