/** What Servicedesk reads in a ticket in Swedish, around the user's own words. */

export const sv = {
  urgent: 'AKUT',
  blockSubject: (holder: string) => `Spärra e-tjänstekort för ${holder}`,
  blockRequested: 'Begäran om att spärra ett e-tjänstekort. Boten har inte spärrat kortet.',
  event: 'Vad som har hänt',
  events: { lost: 'kortet är tappat', stolen: 'kortet är stulet', unknown: 'okänt' },
  when: 'När',
  holder: 'Kortinnehavare',
  reportedBy: 'Anmält av en annan person',
  employed: 'Anställd av Region Skåne',
  employment: { yes: 'ja', no: 'nej', unknown: 'okänt' },
  contact: 'Kontakt',
  contactFields: { name: 'Namn', phone: 'Telefon', email: 'E-post', hsaId: 'HSA-id', rsid: 'RSID', unit: 'Enhet' },
  identity: 'Identitet',
  verified: 'bekräftad genom inloggning',
  unverified: 'inte bekräftad. Kontrollera vem det är innan du gör något med kortet.',
  reference: 'Referens',
  foreignNumber: (number: string) => `Ärendet har nummer ${number} hos Servicedesk.`,
};

/** The same shape in every language. */
export type TicketWords = typeof sv;
