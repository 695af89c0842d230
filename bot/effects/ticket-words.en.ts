/** What Servicedesk reads in a ticket in English, around the user's own words. */
import type { TicketWords } from './ticket-words.sv.ts';

export const en: TicketWords = {
  urgent: 'URGENT',
  blockSubject: (holder) => `Block the e-tjänstekort of ${holder}`,
  blockRequested: 'Request to block an e-tjänstekort. The bot has not blocked the card.',
  event: 'What happened',
  events: { lost: 'the card is lost', stolen: 'the card is stolen', unknown: 'unknown' },
  when: 'When',
  holder: 'Card holder',
  reportedBy: 'Reported by another person',
  employed: 'Employed by Region Skåne',
  employment: { yes: 'yes', no: 'no', unknown: 'unknown' },
  contact: 'Contact',
  contactFields: { name: 'Name', phone: 'Phone', email: 'E-mail', hsaId: 'HSA-id', rsid: 'RSID', unit: 'Unit' },
  identity: 'Identity',
  verified: 'confirmed by login',
  unverified: 'not confirmed. Check who it is before you do anything with the card.',
  reference: 'Reference',
  foreignNumber: (number) => `The ticket has number ${number} at Servicedesk.`,
};
