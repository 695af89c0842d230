/** A ticket as text, for systems where people read it. */
import type { Contact, Language, TicketDraft } from '../../dialogs/dialog.ts';
import { en } from './ticket-words.en.ts';
import { sv, type TicketWords } from './ticket-words.sv.ts';

export function ticketWords(language: Language): TicketWords {
  return language === 'en' ? en : sv;
}

/** The subject with our reference, so that a ticket is found by it in any system. One line. */
export function ticketSubject({ subject, urgent, language }: TicketDraft, reference: string): string {
  const line = urgent ? `${ticketWords(language).urgent}: ${subject}` : subject;
  return `${reference} ${line}`.replace(/\s+/g, ' ');
}

/** What the user agreed to send, then how to reach them and how sure it is who they are. */
export function ticketText({ description, contact, verified, language }: TicketDraft, reference: string): string {
  const words = ticketWords(language);
  return [
    description,
    '',
    `${words.contact}:`,
    ...contactLines(contact, words),
    `${words.identity}: ${verified ? words.verified : words.unverified}`,
    `${words.reference}: ${reference}`,
  ].join('\n');
}

/** One line for each fact that is known. */
export function contactLines(contact: Contact, { contactFields }: TicketWords): readonly string[] {
  const fields = ['name', 'phone', 'email', 'hsaId', 'rsid', 'unit'] as const;
  return fields.flatMap((field) => {
    const value = contact[field];
    return value === undefined ? [] : [`${contactFields[field]}: ${value}`];
  });
}
