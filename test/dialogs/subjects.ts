/** The dialogs that are walked, each with what it is fed. A new dialog is one entry here. */
import { cardLost } from '../../dialogs/card-lost.ts';
import type { Contact, Context, Facts, Language, Person } from '../../dialogs/dialog.ts';
import { escalation } from '../../dialogs/escalation.ts';
import { pinReset } from '../../dialogs/pin-reset.ts';
import type { PinResetState } from '../../dialogs/pin-reset-state.ts';
import { walk } from './walk.ts';
import type { Walk } from './walk.ts';

const PAGE = 'https://vardgivare.skane.se/it/e-tjanstekort/pin-och-puk-koder/';

const facts: Facts = {
  servicedesk: { internal: '30000', external: '0776-730000' },
  links: {
    'instruktion-upplasning': { title: 'Instruktion för upplåsning', url: PAGE },
    'instruktion-pin': { title: 'Instruktion för ändring av PIN-koder', url: PAGE },
    'test-siths': { title: 'Testa ditt e-tjänstekort', url: 'https://test-siths.se' },
    ritz: { title: 'Ritz', url: null },
    'e-katalogen': { title: 'e-Katalogen', url: null },
    kortstationer: { title: 'Kortstationer', url: null },
    'sparra-kort': { title: 'Spärra ditt eTjänstekort (RS-kort)', url: null },
  },
  ticketBackend: 'local',
  history: [],
  openRequests: [],
};

const stranger: Person = { id: 'web-1', verified: false };
const known: Person = { id: 'aad-1', name: 'Berit Exempelsson', email: 'berit.exempelsson@example.se', verified: true };

export function contextIn(language: Language, person: Person = stranger, changed: Partial<Facts> = {}): Context {
  return { person, at: new Date('2026-11-24T09:00:00Z'), language, facts: { ...facts, ...changed } };
}

/** Both languages, with and without an identity that the channel vouches for. */
const everybody: readonly Context[] = [contextIn('sv'), contextIn('en'), contextIn('sv', known), contextIn('en', known, { ticketBackend: 'servicenow' })];

/** Typed at every question, whatever it is. */
const anyText = [
  'ja', 'nej', 'yes', 'no', 'vet inte', 'klart', 'asdf qwer', '!!!', '[borttagen kod]', 'min kod är [borttagen kod]', 'hur beställer jag ett nytt?', 'vad är puk',
  'Anna Testsson', 'Anna Testsson, avd 12 Helsingborg, 0701-740605', '0701-740605', 'SE2321000255-ABC1', 'i morse', 'på bussen i går', 'jag har tappat bort kortet', 'jag hittade kortet', 'ändra tiden',
];

export const subjects: readonly { readonly name: string; readonly walk: () => Walk }[] = [
  {
    name: 'pin-reset',
    walk: () => walk(pinReset, {
      openings: [
        { intent: 'pin-forgotten', text: 'jag har glömt min pinkod' },
        { intent: 'pin-forgotten', text: 'koden strular' },
        { intent: 'pin-forgotten', text: 'glömt koden, jag har min puk, visa alla steg' },
        { intent: 'pin-change', text: 'hur byter jag pin för underskrift' },
        { intent: 'puk-forgotten', text: 'har tappat puk-koden' },
        { intent: 'puk-forgotten', text: 'har tappat puk-koden, jobbar hos en privat vårdgivare', tried: ['Kortet är inte borta.'] },
      ],
      contexts: [contextIn('sv'), contextIn('en')],
      alphabet: [...anyText, 'hittar inte ikonen', 'kortet läses inte', 'fel puk', 'det står fel kod', 'har ingen puk', 'visa alla steg', 'båda', 'steg 4', 'jag vill byta i stället', 'har glömt den gamla', 'jag har redan spärrat kortet', 'det behövs inte längre', 'ja men menyn är grå', 'nej, jag jobbar på SUS'],
      shapeOf: ({ place, cause, code, hasPuk, employed }) => ({ place, cause, code, hasPuk, employed }),
      nameOf: pinResetName,
    }),
  },
  {
    name: 'card-lost',
    walk: () => walk(cardLost, {
      openings: [
        { intent: 'card-lost', text: 'spärra mitt kort' },
        { intent: 'card-lost', text: 'tappade kortet på bussen i morse' },
        { intent: 'card-lost', text: 'kortet blev stulet i går, jag heter Anna Testsson, avd 12, 0701-740605' },
        { intent: 'card-lost', text: 'min kollega har tappat sitt kort' },
        { intent: 'card-lost', text: 'jag hittade kortet' },
      ],
      contexts: everybody,
      alphabet: anyText,
      shapeOf: ({ event, when, holder, reporter, employed, identity, trail, ...told }) => ({
        ...told, event: event !== null, when: when !== null, holder: contactShape(holder), reporter: contactShape(reporter), employed: employed !== null, identity: identity !== null, trail: trail.length > 0,
      }),
      nameOf: ({ step }) => step,
    }),
  },
  {
    name: 'escalation',
    walk: () => walk(escalation, {
      openings: [
        { intent: 'talk-to-servicedesk', text: 'jag vill prata med en människa' },
        { intent: 'talk-to-servicedesk', text: 'Kan inte låsa upp kortet med PUK-kod. Kortet läses inte.', tried: ['PIN-koden är glömd.'] },
      ],
      contexts: everybody,
      alphabet: anyText,
      shapeOf: ({ contact, identity, trail, ...told }) => ({ ...told, contact: contactShape(contact), identity: identity !== null, trail: trail.length > 0 }),
      nameOf: ({ step }) => step,
    }),
  },
];

/** A contact counts by what the dialogs ask for: a name, something to tell people apart by, a way to reach them. */
function contactShape({ name, hsaId, rsid, unit, phone, email }: Partial<Contact>): unknown {
  return { name: name !== undefined, toldApart: (hsaId ?? rsid ?? unit) !== undefined, reached: (phone ?? email) !== undefined };
}

function pinResetName({ place }: PinResetState): string {
  if (place.at === 'guide') return `${place.spot.guide}, ${place.spot.all ? 'all at once' : 'step by step'}`;
  return place.at;
}
