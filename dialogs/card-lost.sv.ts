/** What the dialog about a lost card says in Swedish. "Spärrat" stands about the card only where the outcome is `blocked`. */
import type { Item } from './card-lost-changes.ts';
import type { TicketBackend } from './card-lost-words.ts';

interface Numbers {
  readonly internal: string;
  readonly external: string;
}

/** What a remark in the middle is answered with. `isDirect`: the request goes straight to the card system. */
interface About {
  readonly n: Numbers;
  readonly page: string;
  readonly isDirect: boolean;
}

const call = ({ internal, external }: Numbers): string => `${internal} (internt) eller ${external} (externt)`;
const withReference = (reference: string): string => (reference === '' ? '' : ` Referens: ${reference}.`);

/** "Lisa Nilssons kort", "Lars Eks kort", "Jonas kort". */
const cardOf = (holder: string): string => `${/[sxz]$/iu.test(holder) ? holder : `${holder}s`} kort`;

const items: Readonly<Record<Item, string>> = {
  whose: 'vems kort det gäller', event: 'vad som har hänt', when: 'tiden', name: 'namnet', hsaId: 'HSA-id', rsid: 'RSID', unit: 'enheten',
  phone: 'telefonnumret', email: 'e-postadressen', employed: 'anställningen', reporter: 'ditt namn',
};
const listed = (all: readonly Item[]): string => [all.slice(0, -1).map((item) => items[item]).join(', '), items[all.at(-1) ?? 'name']].filter((part) => part !== '').join(' och ');

const route: Readonly<Record<TicketBackend, (numbers: Numbers) => string>> = {
  local: (n) => `Begäran sparas bara här hos mig, som ett brådskande ärende. Du måste också ringa Servicedesk: ${call(n)}.`,
  mail: () => 'Begäran mejlas till Servicedesk som ett brådskande ärende. Den går inte direkt till systemet som spärrar kort.',
  servicenow: () => 'Begäran går till Servicedesk som ett brådskande ärende. Den går inte direkt till systemet som spärrar kort.',
  webhook: () => 'Begäran går till Servicedesk som ett brådskande ärende. Den går inte direkt till systemet som spärrar kort.',
};

const requested: Readonly<Record<TicketBackend, (time: string) => string>> = {
  local: (time) => `Begäran är sparad här som ett brådskande ärende ${time}. Räkna inte med att Servicedesk har sett den.`,
  mail: (time) => `Begäran mejlades till Servicedesk som ett brådskande ärende ${time}.`,
  servicenow: (time) => `Begäran är registrerad hos Servicedesk som ett brådskande ärende ${time}.`,
  webhook: (time) => `Begäran är registrerad hos Servicedesk som ett brådskande ärende ${time}.`,
};

export const sv = {
  pages: { block: 'Spärra ditt eTjänstekort (RS-kort)', catalogue: 'e-Katalogen', stations: 'Kortstationer' },
  start: (n: Numbers, page: string) =>
    `Ring Servicedesk direkt om du kan: ${call(n)}. Varje minut räknas.\n\nKortet kan också spärras på sidan ${page}. Jag kan skicka en begäran om spärr härifrån.`,
  startUnclear: (n: Numbers, page: string) =>
    `Är kortet borta eller stulet? Ring Servicedesk direkt om du kan: ${call(n)}. Varje minut räknas.\n\nKortet kan också spärras på sidan ${page}. Jag kan skicka en begäran om spärr härifrån.`,

  forOther: (name: string | undefined) => `Jag förstår att det gäller ${name === undefined ? 'en kollegas kort' : cardOf(name)}.`,
  whose: (name: string | undefined) => `${name === undefined ? '' : `Du är inloggad som ${name}. `}Vems kort är det: ditt eget eller någon annans?`,
  whichOfThem: 'Jag måste veta säkert, så att inte fel kort spärras. Välj ett av svaren, eller skriv ”mitt eget” eller ”en kollegas”.',
  which: 'Vad har hänt? Välj det som stämmer, eller skriv kort. Detaljer behövs inte.',
  when: 'Ungefär när hände det? Skriv till exempel ”i morse” eller ”i går kväll”. Platsen kan du utelämna.',
  confirm: (name: string) => `Du är inloggad som ${name}. Är det ditt kort det gäller?`,
  name: 'Vad heter du? Skriv för- och efternamn, gärna även enhet och telefonnummer. Utelämna personnummer.',
  colleagueName: 'Vad heter kollegan? Skriv för- och efternamn, gärna även enhet. Utelämna personnummer.',
  surname: (name: string) => `Vad heter du i efternamn, ${name}?`,
  colleagueSurname: (name: string) => `Vad heter ${name} i efternamn?`,
  identity: 'Vilket HSA-id eller RSID har du, eller vilken enhet arbetar du på? Ett av dem räcker, resten kan du utelämna.',
  colleagueIdentity: 'Vilket HSA-id eller RSID har kollegan, eller vilken enhet? Ett av dem räcker, resten kan du utelämna.',
  reporterName: 'Vad heter du som rapporterar? Skriv för- och efternamn. Utelämna personnummer.',
  phone: 'Vilket telefonnummer når Servicedesk dig på? Internt nummer går bra. Du kan hoppa över frågan.',
  employed: 'Är du anställd av Region Skåne? Det avgör hur ett nytt kort beställs.',
  colleagueEmployed: 'Är kollegan anställd av Region Skåne? Det avgör hur ett nytt kort beställs.',
  whoEmploys: 'Tack. Det avgörs inte av yrket, utan av vem som är arbetsgivare.',
  correctWho: 'Vad ska jag ändra? Skriv det rätta namnet, numret, HSA-id, RSID eller enheten. Utelämna det som redan stämmer.',

  summary: {
    direct: 'Om du svarar ja skickar jag en begäran om att spärra ditt eget kort.',
    unverified: (backend: TicketBackend, n: Numbers) => `Jag kan inte kontrollera vem du är. ${route[backend](n)}`,
    colleague: (backend: TicketBackend, n: Numbers) => `Det gäller en kollegas kort. ${route[backend](n)}`,
    answerByMail: 'Svaret kommer med e-post.',
    question: 'Kortet är inte spärrat förrän det är bekräftat. Ska jag skicka begäran?',
    questionLocal: 'Kortet är inte spärrat förrän det är bekräftat. Ska jag spara begäran?',
    title: 'Begäran om spärr',
    handedOver: 'Kortet är borta eller stulet och behöver spärras.',
    labels: { event: 'Vad har hänt', when: 'När', holder: 'Kortet tillhör', hsaId: 'HSA-id', rsid: 'RSID', unit: 'Enhet', phone: 'Telefon', email: 'E-post', employed: 'Anställd av Region Skåne', reporter: 'Rapporteras av', reporterUnit: 'Din enhet', reporterPhone: 'Din telefon', reporterEmail: 'Din e-post' },
    events: { lost: 'Kortet är borta', stolen: 'Kortet är stulet', unknown: 'Borta eller stulet, oklart vilket' },
    employed: { yes: 'Ja', no: 'Nej', unknown: 'Vet inte' },
    noPhone: 'Inget nummer',
  },
  unknownTime: 'vet inte',
  changed: (all: readonly Item[]) => `Jag har ändrat ${listed(all)}.`,
  alreadySo: 'Så står det redan. Är något annat fel?',
  noted: (all: readonly Item[]) => `Tack, jag har noterat ${listed(all)}.`,
  restated: (n: Numbers) => `Ring Servicedesk direkt om du kan: ${call(n)}. Kortet är inte spärrat än.`,
  notYet: 'Det är ingen tid som har varit, om jag läser rätt.',
  whereIsNotNeeded: 'Tack, men platsen behövs inte.',
  whatToChange: 'Inget är skickat än. Välj det som ska ändras, eller skriv det som är rätt.',
  noIdentity: 'Det går bra utan. Det kan bli svårare att hitta rätt kort.',
  noPhone: (n: Numbers) => `Utan nummer kan Servicedesk inte ringa dig. Ring själv: ${call(n)}.`,
  mailInstead: (n: Numbers) => `Tack, jag noterar e-postadressen i stället för ett nummer. Är det bråttom, ring själv: ${call(n)}.`,
  badPhone: 'Det ser inte ut som ett helt telefonnummer. Skriv alla siffror med riktnummer, eller ett internt nummer så här: internt 12345.',
  anotherName: (name: string) => `Du har skrivit namnet ${name}, men det är inte det namn du är inloggad med. Begäran kan därför inte gå direkt till systemet som spärrar kort. Ingenting är skickat än.`,
  noLongerVerified: 'Jag kan inte längre bekräfta vem du är. Begäran kan därför inte gå direkt till systemet som spärrar kort. Ingenting är skickat än.',

  sending: (n: Numbers) => `Jag skickar begäran nu. Kortet är inte spärrat än. Jag säger till här när jag får besked.\n\nVill du inte vänta, ring ${call(n)}.`,
  saving: (n: Numbers) => `Jag sparar begäran nu. Kortet är inte spärrat. Ring Servicedesk: ${call(n)}.`,
  waiting: (n: Numbers) => `Begäran är på väg. Jag har inte fått besked, så räkna inte med att kortet är stoppat. Ring ${call(n)} om det dröjer.`,
  blocked: (time: string, reference: string) => `Kortet är spärrat. Det bekräftades ${time}.${withReference(reference)}`,
  requested: (backend: TicketBackend, time: string, reference: string, n: Numbers) =>
    `${requested[backend](time)}${withReference(reference)}\n\nKortet är inte spärrat förrän Servicedesk har bekräftat det. Ring nu och säg vad som har hänt: ${call(n)}.`,
  failed: (n: Numbers) => `Ring Servicedesk nu: ${call(n)}. Det gick inte att skicka begäran, så kortet är inte spärrat.`,
  failedToSave: (n: Numbers) => `Ring Servicedesk nu: ${call(n)}. Det gick inte att spara begäran, så kortet är inte spärrat.`,
  late: (n: Numbers) => `Ring Servicedesk nu: ${call(n)}. Jag har inte fått någon bekräftelse, så räkna med att kortet inte är spärrat. Jag säger till här om den kommer.`,
  newCard: {
    employed: (catalogue: string) => `Nytt kort: beställ det i ${catalogue}.`,
    notEmployed: (stations: string) => `Nytt kort: en kortstation kan berätta hur det beställs. Se sidan ${stations}.`,
    unknown: (catalogue: string, stations: string) => `Nytt kort: om kortets ägare är anställd av Region Skåne, beställ det i ${catalogue}. Annars kan en kortstation berätta hur det beställs. Se sidan ${stations}.`,
  },

  notSent: (n: Numbers) => `Jag har inte skickat någon begäran och inte spärrat något. Om kortet är borta, ring Servicedesk: ${call(n)}.`,
  found: (n: Numbers) => `Vad bra. Jag har inte skickat någon begäran och inte spärrat något. Har du redan ringt Servicedesk, ring igen och säg att kortet är hittat: ${call(n)}.`,
  noName: (n: Numbers) => `Ring Servicedesk nu: ${call(n)}. Utan namn kan jag inte skicka någon begäran. Ingenting är skickat och kortet är inte spärrat.`,
  atHome: (n: Numbers) => `Mitt underlag säger inte vad som gäller när kortet ligger hemma. Ring Servicedesk: ${call(n)}.\n\nJag har inte skickat något. Visar det sig att kortet är borta, skriv ”jag har tappat kortet”.`,
  toCodes: 'Då hjälper jag dig med koderna. Jag har inte skickat någon begäran om spärr.',

  remarks: {
    isItBlocked: ({ n }: About) => `Nej, kortet är inte spärrat. Jag har inte skickat någon begäran än. Snabbast är att ringa Servicedesk: ${call(n)}.`,
    alreadyBlocked: ({ n }: About) => `Jag kan inte se om kortet är spärrat. Har Servicedesk bekräftat det behövs ingen begäran härifrån: skriv ”avbryt”. Är du osäker, ring ${call(n)} eller fortsätt här.`,
    alreadyCalled: ({ n }: About) => `Bra. Har Servicedesk tagit emot din anmälan behövs ingen begäran härifrån: skriv ”avbryt”. Annars fortsätter vi. Numret är ${call(n)}.`,
    direct: ({ n, isDirect }: About) => `Jag behöver ditt ja till en färdig begäran innan jag skickar den.${isDirect ? '' : ' Den går som ett ärende till Servicedesk.'} Snabbast är att ringa: ${call(n)}.`,
    ifYes: ({ n, isDirect }: About) =>
      isDirect ? `Då skickar jag begäran om att spärra kortet. Kortet är spärrat först när jag har fått det bekräftat, och det säger jag till här. Du kan också ringa: ${call(n)}.` : `Då blir begäran ett brådskande ärende. Kortet är inte spärrat förrän Servicedesk har bekräftat det, så ring också: ${call(n)}.`,
    page: ({ n, page }: About) => `Sidan heter ${page}. Hittar du den inte, ring Servicedesk: ${call(n)}.`,
    why: ({ n }: About) => `Uppgifterna står i begäran, så att rätt kort spärras och Servicedesk kan nå dig. Namnet behövs, resten kan du hoppa över. Du kan också ringa: ${call(n)}.`,
    looking: ({ n }: About) => `Ta den tid du behöver. Inget har skickats och kortet är inte spärrat. Hittar du det inte, ring ${call(n)} eller fortsätt här.`,
  },

  open: {
    sending: (holder: string, reference: string, time: string) => `Du har redan begärt att ${cardOf(holder)} spärras, ${time}.${withReference(reference)} Begäran är på väg. Kortet är inte spärrat än.`,
    open: (holder: string, reference: string, time: string, isLocal: boolean) =>
      `Du har redan begärt att ${cardOf(holder)} spärras, ${time}.${withReference(reference)} ${isLocal ? 'Begäran är bara sparad här.' : 'Begäran är ett ärende hos Servicedesk.'} Kortet är inte spärrat förrän Servicedesk har bekräftat det.`,
    blocked: (holder: string, reference: string, time: string) => `Kortet är spärrat. Det gäller ${cardOf(holder)}, och du begärde det ${time}.${withReference(reference)}`,
    failed: (holder: string, reference: string, time: string) => `Begäran från ${time} om att spärra ${cardOf(holder)} gick inte att skicka.${withReference(reference)} Kortet är inte spärrat av mig.`,
    ended: (holder: string, reference: string, time: string) => `Servicedesk har svarat på begäran från ${time} om att spärra ${cardOf(holder)}.${withReference(reference)} Jag vet inte om den ledde till en spärr.`,
    call: (n: Numbers) => `Ring Servicedesk om du vill veta mer eller om det brådskar: ${call(n)}.`,
    other: 'Gäller det ett annat kort? Välj ”Spärra ett annat kort”.',
    cardFound: (n: Numbers) => `Begäran kan inte tas tillbaka här, och mitt underlag säger inte om en spärr kan hävas. Ring Servicedesk och säg att kortet är hittat: ${call(n)}.`,
    cardFoundFailed: (n: Numbers) => `Har du också ringt Servicedesk, ring igen och säg att kortet är hittat: ${call(n)}.`,
  },

  choices: {
    lost: { label: 'Kortet är borta', typed: ['borta', 'tappat', 'tappat bort', 'borttappat', 'förlorat', 'borttappat kort'] },
    stolen: { label: 'Kortet är stulet', typed: ['stulet', 'stulen', 'stöld', 'snott', 'stulet kort'] },
    'at-home': { label: 'Kortet ligger hemma', typed: ['hemma', 'glömt hemma', 'kvar hemma'] },
    'locked-pin': { label: 'Fel PIN, kortet är låst', typed: ['fel pin', 'fel kod', 'låst', 'pin', 'pinkod'] },
    'codes-lost': { label: 'Koder eller kuvert borta', typed: ['koden', 'koderna', 'kuvertet', 'puk', 'puken', 'kodbrevet'] },
    'unknown-time': { label: 'Vet inte', typed: ['minns inte', 'ingen aning', 'hoppa över', 'skippa'] },
    // Not "yes": a button pressed twice must not agree to the summary that follows.
    'own-card-yes': { label: 'Ja, mitt kort', typed: ['mitt', 'mitt kort', 'ja', 'japp', 'jo', 'jajamän', 'ja det är det', 'ja det är mitt', 'det stämmer', 'stämmer', 'precis', 'ok', 'okej', 'absolut', 'javisst', 'kör', 'kör på', 'kör på det', 'jo det är mitt', 'ja det är jag', 'det är jag', 'ja tack', 'jo det är det'] },
    'other-person': { label: 'Nej, jag är någon annan', typed: ['jag är någon annan', 'inte jag', 'det är inte jag', 'fel person'] },
    colleague: { label: 'Det är en kollegas kort', typed: ['kollega', 'en kollega', 'kollegas', 'en kollegas', 'kollegans', 'min kollegas', 'någon annans', 'nån annans', 'någon annan', 'jag rapporterar åt en kollega', 'åt en kollega'] },
    'own-card': { label: 'Det är mitt eget kort', typed: ['mitt', 'mitt kort', 'mitt eget', 'mitt eget kort', 'eget'] },
    'another-card': { label: 'Spärra ett annat kort', typed: ['ett annat kort', 'ja ett annat kort', 'nej ett annat kort', 'annat kort'] },
    'no-name': { label: 'Vill inte uppge namn', typed: ['vill inte', 'vill inte säga', 'anonym', 'hoppa över', 'skippa'] },
    'skip-surname': { label: 'Hoppa över', typed: ['skippa', 'vet inte', 'vill inte säga'] },
    'skip-identity': { label: 'Vet inte', typed: ['nej', 'hoppa över', 'skippa', 'ingen aning', 'vill inte säga'] },
    'skip-phone': { label: 'Hoppa över', typed: ['skippa', 'vet inte', 'inget', 'vill inte säga', 'har inget', 'nej', 'nej tack', 'nä', 'nix', 'inget nummer', 'har ingen telefon'] },
    'employed-yes': { label: 'Ja', typed: ['japp', 'jo', 'jajamän', 'javisst', 'anställd'] },
    'employed-no': { label: 'Nej', typed: ['nä', 'näe', 'inte', 'inte anställd', 'privat'] },
    'skip-employed': { label: 'Vet inte', typed: ['hoppa över', 'skippa', 'ingen aning', 'osäker', 'vill inte säga'] },
    yes: { label: 'Ja, skicka begäran', typed: ['ja skicka', 'skicka den'] },
    save: { label: 'Ja, spara begäran', typed: ['ja spara', 'spara', 'spara den'] },
    'save-not': { label: 'Nej, spara inte', typed: ['spara inte', 'nej spara inte'] },
    no: { label: 'Nej, skicka inte', typed: ['skicka inte', 'nej skicka inte'] },
    'correct-event': { label: 'Ändra vad som hänt', typed: ['ändra händelsen', 'ändra vad som har hänt'] },
    'correct-when': { label: 'Ändra tiden', typed: ['ändra när', 'ändra tid', 'fel tid'] },
    'correct-who': { label: 'Ändra vem', typed: ['ändra namn', 'ändra namnet', 'ändra numret', 'ändra nummer', 'ändra person', 'fel namn', 'fel nummer'] },
    'correct-employed': { label: 'Ändra anställning', typed: ['ändra anställningen', 'fel anställning'] },
  },
};
