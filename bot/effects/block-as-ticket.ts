import type { BlockRequest, TicketDraft } from '../../dialogs/dialog.ts';
import type { Ticket } from '../store/store.ts';
import { contactLines, ticketWords } from './ticket-text.ts';

/** The ticket that a ticket system is to open: a block request becomes an urgent one. */
export function draftOf(body: Ticket['body']): TicketDraft {
  return body.kind === 'ticket' ? body.ticket : blockAsTicket(body.request);
}

/** An urgent ticket that asks Servicedesk to block. It says for whom, who reports it, and whether that person is verified. */
export function blockAsTicket(request: BlockRequest): TicketDraft {
  const { holder, reportedBy, personId, verified, language } = request;
  return {
    subject: ticketWords(language).blockSubject(holder.name),
    category: 'card-lost',
    urgent: true,
    description: describe(request),
    contact: reportedBy ?? holder,
    personId,
    verified,
    language,
  };
}

function describe({ holder, event, when, employed, reportedBy, language }: BlockRequest): string {
  const words = ticketWords(language);
  const employment = employed === null ? 'unknown' : employed ? 'yes' : 'no';
  return [
    words.blockRequested,
    '',
    `${words.event}: ${words.events[event]}`,
    `${words.when}: ${when.words}${when.at === undefined ? '' : ` (${when.at})`}`,
    `${words.employed}: ${words.employment[employment]}`,
    '',
    `${words.holder}:`,
    ...contactLines(holder, words),
    ...(reportedBy === undefined ? [] : ['', `${words.reportedBy}:`, ...contactLines(reportedBy, words)]),
  ].join('\n');
}
