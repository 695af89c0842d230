/** What the dialog with Servicedesk says in Swedish. A ticket that is only kept here is "sparat", never "hos Servicedesk". */
import type { Facts, OpenRequest } from './dialog.ts';

interface Numbers {
  readonly internal: string;
  readonly external: string;
}
type Backend = Facts['ticketBackend'];

const call = ({ internal, external }: Numbers): string => `${internal} (internt) eller ${external} (externt)`;
const states: Readonly<Record<OpenRequest['state'], string>> = {
  sending: 'skickas',
  open: 'öppet',
  answered: 'besvarat',
  closed: 'avslutat',
  blocked: 'kortet är spärrat',
  failed: 'kunde inte skickas',
};
const route: Readonly<Record<Backend, string>> = {
  local: 'Ärendet sparas här och skickas inte vidare av sig självt, så ring Servicedesk om det är bråttom.',
  mail: 'Ärendet mejlas till Servicedesk. Svaret kommer med e-post eller telefon, inte här.',
  servicenow: 'Ärendet registreras hos Servicedesk. Svaret kommer hit i chatten när de har svarat.',
  webhook: 'Ärendet registreras hos Servicedesk. Svaret kommer hit i chatten när de har svarat.',
};
const registered: Readonly<Record<Backend, (reference: string) => string>> = {
  local: (reference) => `Ärendet är sparat här med referens ${reference}. Det är inte skickat till Servicedesk.`,
  mail: (reference) => `Ärendet är mejlat till Servicedesk med referens ${reference}. Svaret kommer med e-post eller telefon, inte här.`,
  servicenow: (reference) => `Ärendet är registrerat hos Servicedesk med referens ${reference}.`,
  webhook: (reference) => `Ärendet är registrerat hos Servicedesk med referens ${reference}.`,
};

export const sv = {
  start: (n: Numbers) => `Snabbast når du Servicedesk på telefon: ${call(n)}.`,
  already: ({ reference, subject, state }: OpenRequest) => `Du har redan ärende ${reference}, ”${subject}” (${states[state]}).`,
  offer: 'Vill du att jag skriver ett ärende åt dig? Du får se det innan något skickas.',
  problem: 'Beskriv problemet med egna ord. Utelämna koder och personnummer.',
  confirm: (name: string, reach: string) => `Du är inloggad som ${name}${reach === '' ? '' : ` (${reach})`}. Ska Servicedesk svara dig?`,
  name: 'Vad heter du? Skriv för- och efternamn, gärna även telefonnummer eller e-post.',
  reach: 'Hur vill du bli kontaktad? Skriv ett telefonnummer eller en e-postadress, det räcker med ett av dem.',
  add: 'Vad vill du lägga till? Utelämna koder och personnummer.',
  summary: (backend: Backend) => `Så här blir ärendet. ${route[backend]} Ska jag ${backend === 'local' ? 'spara' : 'skicka'} det?`,
  title: 'Ärende till Servicedesk',
  labels: { subject: 'Ämne', problem: 'Problem', asked: 'Frågor i chatten', tried: 'Redan provat', contact: 'Kontakt', urgent: 'Brådskande' },
  urgent: { yes: 'Ja', no: 'Nej' },
  badReach: 'Det ser inte ut som ett helt telefonnummer eller en e-postadress.',
  added: 'Det har jag lagt till i ärendet.',
  noReach: (n: Numbers) => `Det går bra. Utan namn eller kontaktväg kan Servicedesk inte svara, så jag skickar inget ärende. Ring när det passar dig: ${call(n)}.`,
  notSent: (n: Numbers) => `Okej, jag har inte skickat något. Ring Servicedesk på ${call(n)} om du vill ha hjälp.`,
  noLongerVerified: 'Jag kan inte längre bekräfta vem du är, så jag behöver dina kontaktuppgifter. Inget är skickat än.',
  sending: (backend: Backend): string => (backend === 'local' ? 'Jag sparar ärendet nu.' : 'Jag skickar ärendet nu. Jag säger till här när det är registrerat.'),
  waiting: 'Ärendet är på väg. Jag har inte fått besked än.',
  registered: (backend: Backend, reference: string, n: Numbers) =>
    `${registered[backend](reference)} Skriv ”hur går det med mitt ärende” om du vill veta var det står.\n\nÄr det bråttom, ring ${call(n)}${backend === 'local' ? '.' : ' och uppge referensen.'}`,
  failed: (n: Numbers) => `Det gick inte att skicka ärendet, så Servicedesk har inte fått det. Ring i stället: ${call(n)}.`,
  late: (n: Numbers) => `Jag har inte fått någon bekräftelse på ärendet än, så räkna inte med att Servicedesk har det. Ring om det är bråttom: ${call(n)}. Jag säger till här när besked kommer.`,

  choices: {
    write: { label: 'Skriv ett ärende', typed: ['ja', 'ja tack', 'gärna', 'skriv', 'skriv ärende', 'ja skriv', 'ok', 'okej', 'gör det', 'absolut', 'japp'] },
    call: { label: 'Nej, jag ringer', typed: ['nej', 'nej tack', 'nä', 'jag ringer', 'ringer', 'ring'] },
    'contact-me': { label: 'Ja, svara mig', typed: ['ja', 'japp', 'ja tack', 'det stämmer', 'ok', 'okej'] },
    'other-contact': { label: 'Ändra kontakt', typed: ['nej', 'nä', 'ändra', 'någon annan', 'annan kontakt', 'fel'] },
    'no-contact': { label: 'Vill inte uppge det', typed: ['vill inte', 'vill inte säga', 'inget', 'inte', 'nej', 'hoppa över', 'skippa', 'anonym'] },
    yes: { label: 'Ja, skicka', typed: ['ja skicka', 'skicka', 'skicka den', 'skicka det'] },
    no: { label: 'Nej, skicka inte', typed: ['skicka inte', 'nej skicka inte'] },
    'yes-save': { label: 'Ja, spara', typed: ['ja spara', 'spara', 'spara det', 'skicka', 'ja skicka'] },
    'no-save': { label: 'Nej, spara inte', typed: ['spara inte', 'nej spara inte', 'skicka inte'] },
    'edit-problem': { label: 'Ändra problemet', typed: ['ändra problem', 'ändra beskrivningen', 'ändra texten', 'ändra ärendet'] },
    'edit-contact': { label: 'Ändra kontakten', typed: ['ändra kontakt', 'ändra namn', 'ändra nummer', 'ändra numret', 'fel nummer', 'fel namn'] },
    add: { label: 'Lägg till något', typed: ['lägg till', 'lägga till', 'mer', 'jag vill lägga till'] },
  },
};
