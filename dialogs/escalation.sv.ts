/** What the dialog with Servicedesk says in Swedish. A ticket that is only kept here is "sparat", never "hos Servicedesk". */
import type { Facts, OpenRequest } from './dialog.ts';

interface Numbers {
  readonly internal: string;
  readonly external: string;
}
type Backend = Facts['ticketBackend'];

const call = ({ internal, external }: Numbers): string => `${internal} (internt) eller ${external} (externt)`;
const verb: Readonly<Record<Backend, { readonly infinitive: string; readonly stem: string; readonly done: string }>> = {
  local: { infinitive: 'spara', stem: 'sparar', done: 'sparat' },
  mail: { infinitive: 'skicka', stem: 'skickar', done: 'skickat' },
  servicenow: { infinitive: 'skicka', stem: 'skickar', done: 'skickat' },
  webhook: { infinitive: 'skicka', stem: 'skickar', done: 'skickat' },
};
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
  already: ({ reference, subject, state }: OpenRequest) => (reference === '' ? `Du har redan ett ärende om ”${subject}” (${states[state]}).` : `Du har redan ärende ${reference}, ”${subject}” (${states[state]}).`),
  offer: 'Vill du att jag skriver ett ärende åt dig? Du får se det först.',
  problem: 'Beskriv problemet med egna ord. Utelämna koder och personnummer.',
  problemHelp: 'Det räcker med några ord: vad ville du göra, och vad hände?',
  confirm: (name: string, reach: string) => `Du är inloggad som ${name}${reach === '' ? '' : ` (${reach})`}. Är det du som ska få svaret?`,
  name: 'Vad heter du? Skriv för- och efternamn, gärna även telefonnummer eller e-post.',
  reach: 'Hur vill du bli kontaktad? Skriv ett telefonnummer eller en e-postadress, det räcker med ett av dem.',
  contact: 'Vad ska ändras? Skriv det rätta namnet, telefonnumret eller e-postadressen.',
  subject: 'Vad ska stå som ämne? Skriv några få ord.',
  add: 'Vad vill du lägga till? Utelämna koder och personnummer.',
  which: 'Vad vill du ändra?',
  whichUnheard: (text: string) => `Jag förstod inte hur ”${text}” hör ihop med ärendet. Vad vill du göra?`,
  whichFirst: (backend: Backend) => `Jag ${verb[backend].stem} inget förrän jag vet hur du vill ha det.`,
  summary: (backend: Backend) => `Så här blir ärendet. ${route[backend]} Ska jag ${verb[backend].infinitive} det?`,
  summaryUnsure: (backend: Backend) => `Svara ja om jag ska ${verb[backend].infinitive} ärendet som det står, eller skriv vad som ska ändras.`,
  shown: 'Så här ser ärendet ut.',
  title: 'Ärende till Servicedesk',
  labels: { subject: 'Ämne', problem: 'Problem', asked: 'I chatten', tried: 'Redan provat', writer: 'Skrivet av', contactNote: 'Om kontakten', reply: 'Svar', contact: 'Kontakt', urgent: 'Brådskande' },
  urgent: { yes: 'Ja', no: 'Nej' },
  matters: { 'card-lost': 'Borttappat eller stulet kort', 'pin-reset': 'PIN-kod eller PUK-kod', login: 'Inloggning med kortet', order: 'Beställning av kort', other: 'Hjälp med e-tjänstekortet' },
  answeredAbout: (topic: string) => `fick svar om ${topic}`,
  triedCalling: 'Har försökt ringa Servicedesk.',
  callsThemselves: 'Hör själv av sig till Servicedesk.',
  badReach: 'Det ser inte ut som ett helt telefonnummer eller en e-postadress.',
  onlyPhoneOrMail: 'Servicedesk kan ringa eller mejla dig. Skriv numret eller adressen, eller välj att inte uppge det.',
  notOnFile: 'Jag har inga uppgifter om dig här.',
  why: 'Servicedesk behöver veta vem de ska svara. Du väljer själv om du vill uppge det.',
  gotContact: 'Tack, det har jag skrivit upp.',
  added: 'Det har jag lagt till i ärendet.',
  changed: 'Jag har ändrat i ärendet.',
  noTransfer: (n: Numbers) => `Jag kan inte koppla dig vidare. Vill du prata med någon, ring Servicedesk: ${call(n)}.`,
  about: (backend: Backend, n: Numbers) => `Ett ärende är en skriftlig beskrivning av problemet. ${route[backend]} Jag vet inte hur lång tid det tar att få svar. Ring om det är bråttom: ${call(n)}.`,
  callsInstead: (n: Numbers) => `Det går bra. I ärendet står att du själv hör av dig. Numret till Servicedesk är ${call(n)}.`,
  noName: (backend: Backend, n: Numbers) => `Det går bra. Utan namn kan Servicedesk inte veta vem ärendet gäller, så jag ${verb[backend].stem} inget ärende. Ring när det passar dig: ${call(n)}.`,
  solved: (backend: Backend) => `Vad bra! Då ${verb[backend].stem} jag inget ärende.`,
  notSent: (backend: Backend, n: Numbers) => `Okej, jag har inte ${verb[backend].done} något. Ring Servicedesk på ${call(n)} om du vill ha hjälp.`,
  noLongerVerified: 'Jag kan inte längre bekräfta vem du är, så jag behöver dina kontaktuppgifter.',
  sending: (backend: Backend, n: Numbers): string =>
    `Jag ${verb[backend].stem} ärendet nu. Det är inte bekräftat än, jag säger till här när det är klart. Är det bråttom, vänta inte utan ring ${call(n)}.`,
  waiting: 'Ärendet är på väg. Jag har inte fått besked än.',
  registered: (backend: Backend, reference: string) => `${registered[backend](reference)} Skriv ”hur går det med mitt ärende” om du vill veta var det står.`,
  failed: (backend: Backend, n: Numbers) => `Det gick inte att ${verb[backend].infinitive} ärendet, så Servicedesk har inte fått det. Ring i stället: ${call(n)}.`,
  tryAgain: 'Det du skrev finns kvar. Ska jag försöka igen?',
  late: (n: Numbers) => `Jag har inte fått någon bekräftelse på ärendet än, så räkna inte med att Servicedesk har det. Ring om det är bråttom: ${call(n)}. Jag säger till här när besked kommer.`,
  afterSending: ({ reference, subject, state }: OpenRequest, backend: Backend, n: Numbers) => {
    const cannot = `Ärendet${reference === '' ? '' : ` ${reference}`}, ”${subject}” (${states[state]}), kan jag inte ändra eller ta bort.`;
    if (backend === 'local') return `${cannot} Det är bara sparat här, så ring Servicedesk och berätta hur det ligger till: ${call(n)}.`;
    return `${cannot} Ring Servicedesk och säg vad som ska ändras: ${call(n)}.${reference === '' ? '' : ` Uppge referensen ${reference}.`}`;
  },

  choices: {
    write: { label: 'Skriv ett ärende', typed: ['skriv', 'skriv ärende', 'ja skriv', 'skapa ett ärende', 'skapa ärende'] },
    call: { label: 'Nej, jag ringer', typed: ['jag ringer', 'ringer', 'ring'] },
    'contact-me': { label: 'Ja, svara mig', typed: ['det stämmer', 'det är jag', 'ja det är jag'] },
    'other-contact': { label: 'Nej, någon annan', typed: ['ändra', 'någon annan', 'annan kontakt', 'ändra kontakt', 'fel'] },
    'no-contact': { label: 'Vill inte uppge det', typed: ['vill inte', 'vill inte säga', 'inget', 'inte', 'nej', 'hoppa över', 'skippa', 'anonym'] },
    yes: { label: 'Ja, skicka', typed: ['ja skicka', 'skicka', 'skicka den', 'skicka det'] },
    no: { label: 'Nej, skicka inte', typed: ['skicka inte', 'nej skicka inte', 'spara inte'] },
    'yes-save': { label: 'Ja, spara', typed: ['ja spara', 'spara', 'spara det', 'skicka', 'ja skicka'] },
    'no-save': { label: 'Nej, spara inte', typed: ['spara inte', 'nej spara inte', 'skicka inte'] },
    'edit-subject': { label: 'Ändra ämnet', typed: ['ändra ämne', 'ändra rubriken'] },
    'edit-problem': { label: 'Ändra problemet', typed: ['ändra problem', 'ändra beskrivningen', 'ändra texten'] },
    'edit-contact': { label: 'Ändra kontakten', typed: ['ändra kontakt', 'ändra namn', 'ändra nummer', 'ändra numret', 'fel nummer', 'fel namn'] },
    'mark-urgent': { label: 'Det är bråttom', typed: ['bråttom', 'brådskande', 'akut'] },
    'not-urgent': { label: 'Det är inte bråttom', typed: ['inte bråttom', 'inte brådskande', 'ej bråttom'] },
    add: { label: 'Lägg till något', typed: ['lägg till', 'lägga till', 'mer', 'jag vill lägga till'] },
    'add-it': { label: 'Lägg till det i ärendet', typed: ['lägg till det', 'lägg till'] },
    keep: { label: 'Ändra inget', typed: ['nej', 'inget', 'ingenting', 'strunta i det', 'låt det vara'] },
    'again-yes': { label: 'Ja, försök igen', typed: ['försök igen', 'igen', 'prova igen'] },
    'again-no': { label: 'Nej, låt bli', typed: ['låt bli', 'nej låt bli', 'jag ringer'] },
    show: { label: 'Visa ärendet', typed: ['visa', 'visa det', 'läs ärendet'] },
  },
};
