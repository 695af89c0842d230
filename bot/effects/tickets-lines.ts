/** Tickets as lines for a terminal. */
import type { OutboxRow, Ticket } from '../store/store.ts';
import { draftOf } from './block-as-ticket.ts';
import { ticketText } from './ticket-text.ts';

export function ticketLine({ reference, openedAt, state, kind, urgent, subject }: Ticket): string {
  return [reference, minute(openedAt), state.padEnd(8), kind.padEnd(6), urgent ? 'URGENT' : '      ', subject].map(printable).join('  ');
}

export function ticketDetails(ticket: Ticket): readonly string[] {
  return [
    ticketLine(ticket),
    '',
    ...ticketText(draftOf(ticket.body), ticket.reference).split('\n').map(printable),
    ...ticket.comments.flatMap(({ at, from, text }) => ['', `${minute(at)} ${from}:`, ...text.split('\n').map(printable)]),
  ];
}

export function deadLetterLine({ key, kind, attempts, lastError }: OutboxRow): string {
  return `${printable(key)}  ${kind}  after ${attempts} tries: ${printable(lastError ?? 'unknown')}`;
}

function minute(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}

/** What users wrote must not steer the terminal of the person who reads it. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
