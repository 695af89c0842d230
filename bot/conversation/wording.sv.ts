/** What the bot itself says in Swedish, around the answers in knowledge/ and the dialogs. Read it aloud before changing it. */
import type { SecretKind } from './types.ts';

const SECRETS: Readonly<Record<SecretKind, string>> = {
  pin: 'en kod',
  puk: 'en kod',
  code: 'en kod',
  personnummer: 'ett personnummer',
  password: 'ett lösenord',
};

export const sv = {
  welcome:
    'Hej! Jag är en bot, inte en människa. Jag svarar på frågor om e-tjänstekortet och hjälper dig steg för steg när du har tappat kortet, behöver en ny PIN-kod eller vill nå Servicedesk.\n\nSkriv aldrig koder eller personnummer här. Vad gäller din fråga?',
  welcomeShared: 'Hej! Jag är en bot och svarar på frågor om e-tjänstekortet. Skriv aldrig koder eller personnummer här.',
  helped: 'Fick du hjälp?',
  /** What people type instead of yes and no to "Fick du hjälp?", lower case and without punctuation. */
  itHelped: ['det hjälpte', 'hjälpte', 'nu funkar det', 'nu fungerar det', 'det funkar nu', 'det fungerar nu', 'det löste sig', 'det gick bra', 'ja det hjälpte'],
  itDidNotHelp: [
    'det hjälpte inte', 'hjälpte inte', 'hjälpte inte alls', 'hjälper inte', 'det hjälper inte', 'nej det hjälpte inte', 'fungerar inte', 'det fungerar inte', 'fungerar ändå inte', 'det fungerar ändå inte', 'fungerar fortfarande inte',
    'det fungerar fortfarande inte', 'funkar inte', 'det funkar inte', 'funkar ändå inte', 'det funkar ändå inte', 'funkar fortfarande inte', 'det funkar fortfarande inte', 'gick inte', 'det gick inte', 'går inte', 'det går inte', 'det går ändå inte',
    'det löste sig inte', 'jag har redan provat', 'det har jag redan provat', 'har redan provat det',
  ],
  yes: 'Ja',
  no: 'Nej',
  back: 'Tillbaka',
  cancel: 'Avbryt',
  person: 'Prata med Servicedesk',
  yesToPerson: ['ja', 'ja tack', 'japp', 'jo', 'gärna', 'ja gärna', 'okej', 'ok', 'skriv ett ärende', 'skriv ärende', 'gör det'],
  noneOfThese: 'Inget av dessa',
  source: 'Källa',
  readMore: 'Läs mer',
  overdueReview: (date: string) => `Obs: svaret skulle ha granskats senast ${date}. Det kan vara inaktuellt.`,
  clarify: (titles: readonly string[]) => `Jag förstod: ${titles.map((title) => `”${title}”`).join(' eller ')}. Vilket gäller det?`,
  understood: (title: string) => `Jag förstod: ”${title}”.`,
  somethingElse: 'Jag menade något annat',
  noneOfTheseTaken: 'Okej. Skriv din fråga med andra ord, så försöker jag igen.',
  decline: 'Det har jag ingen information om. Jag svarar bara på frågor om e-tjänstekortet.',
  missed: 'Jag förstod inte riktigt. Skriv gärna frågan på ett annat sätt.',
  missedInDialog: 'Det förstod jag inte som ett svar på min fråga.',
  missedTwice: (numbers: string) => `Jag kommer inte vidare på egen hand. Vill du ha hjälp av en människa? Ring Servicedesk på ${numbers}, eller låt mig skriva ett ärende.`,
  feedbackYes: 'Tack, bra att veta. Skriv om du undrar något mer.',
  feedbackNo: (numbers: string) => `Tack för att du säger till. Skriv gärna din fråga med andra ord, så försöker jag igen. Du kan också ta hjälp av Servicedesk på ${numbers}.`,
  removed: (kinds: readonly SecretKind[]) => {
    const code = kinds.some((kind) => kind === 'pin' || kind === 'puk' || kind === 'code');
    const what = [...new Set(kinds.map((kind) => SECRETS[kind]))].join(' och ');
    return `Ditt meddelande såg ut att innehålla ${what}. Jag har tagit bort det och inte sparat det.${code ? ' Om det var din PIN-kod: byt den.' : ''}${kinds.includes('password') ? ' Byt lösenordet.' : ''} Skriv aldrig koder, lösenord eller personnummer här.`;
  },
  deleteYourself: 'Radera meddelandet i chatten också, för andra kan läsa det.',
  writeAgain: 'Skriv din fråga utan koder och nummer.',
  chooseOne: 'Vilket av dem gäller det? Välj ett, eller skriv med egna ord.',
  nothingAsked: 'Jag har ingen fråga öppen just nu. Vad vill du ha hjälp med?',
  empty: 'Jag såg ingen text i ditt meddelande. Skriv din fråga med ord.',
  tooLong: (limit: number) => `Ditt meddelande är längre än ${limit} tecken, så jag kan inte läsa hela. Skriv det kortare, helst en fråga i taget.`,
  stale: 'Den knappen hör till något som redan är avklarat.',
  nothingToCancel: 'Det finns inget att avbryta just nu. Vad gäller din fråga?',
  cancelled: 'Okej, jag har avbrutit. Inget har skickats.',
  cancelledWithPending: (numbers: string) => `Okej, jag har avbrutit. Det som redan är skickat kan jag inte ta tillbaka. Ring Servicedesk på ${numbers} om det behöver ändras.`,
  nothingBefore: 'Det finns inget tidigare steg att gå tillbaka till.',
  takeYourTime: 'Ta den tid du behöver.',
  helpInDialog: 'Svara på frågan, eller välj en knapp. Du kan också skriva ”tillbaka”, ”avbryt” eller ”människa”, och du kan ställa en annan fråga när som helst.',
  resume: (what: string) => `Vi höll på med ${what}. Vill du fortsätta?`,
  resumeNo: 'Okej, då släpper vi det. Inget mer har skickats. Vad gäller din fråga?',
  dialogChanged: (numbers: string) => `Jag har blivit uppdaterad sedan sist och har tappat bort var vi var. Vi får börja om med just den delen, jag beklagar det. Är det bråttom, ring Servicedesk på ${numbers}.`,
  backTo: (what: string) => `Nu går vi tillbaka till ${what}.`,
  alsoAsked: (what: string) => `Du frågade också om ${what}.`,
  eraseAsk: 'Jag kan radera dina uppgifter här: våra samtal och dina svar på ”Fick du hjälp?”. Det går inte att ångra.',
  eraseKeeps: 'Det här raderas inte, eftersom det är allmänna handlingar:',
  keptKinds: { tickets: 'Ärenden till Servicedesk', 'block-requests': 'Begäran om att spärra kort' },
  keptFor: (days: number | null) => (days === null ? 'sparas tills vidare' : `sparas i ${days} dagar efter att något senast hände`),
  eraseSure: 'Ska jag radera dina uppgifter?',
  erasing: 'Jag raderar dina uppgifter. Om en liten stund är de borta, och även det här samtalet.',
  erasingUnderWay: 'Det som redan är på väg till Servicedesk skickas ändå.',
  eraseNo: 'Okej, jag raderar inget.',
  noRequests: (numbers: string) => `Jag hittar inget ärende från dig här. Har du ringt eller mejlat, fråga Servicedesk på ${numbers}.`,
  requests: 'Det här vet jag om dina ärenden:',
  callIfUrgent: (numbers: string) => `Räkna inte med att Servicedesk har fått det som inte är bekräftat. Är det bråttom, ring ${numbers}.`,
  requestStates: { sending: 'skickas, inget besked än', open: 'öppet', answered: 'besvarat', closed: 'avslutat', blocked: 'kortet är spärrat', failed: 'kunde inte skickas' },
  requestName: { ticket: (subject: string) => subject, block: (holder: string) => `Begäran om spärr för ${holder}` },
  answerFrom: (reference: string, text: string) => `Servicedesk har svarat i ärende ${reference}:\n\n${text}`,
  newsOf: (reference: string, text: string) => `Nytt om ärende ${reference}:\n\n${text}`,
  ticketClosed: (reference: string) => `Servicedesk har avslutat ärende ${reference}.`,
  privately: 'Det tar vi i en egen chatt, så att ingen annan läser. Jag skriver till dig där.',
  privatelyByHand: (numbers: string) =>
    `Det tar vi i en egen chatt, så att ingen annan läser. Jag kan tyvärr inte skriva till dig först. Öppna en chatt med mig och skriv samma sak där. Är det bråttom, ring Servicedesk på ${numbers}.`,
  replyInDoubt: 'Mitt förra svar kanske inte kom fram. Fråga igen om du saknar det.',
  filesUnread: 'Jag läser bara text, inte bilder eller filer. Skriv med ord vad du behöver hjälp med, och skicka aldrig bilder på koder.',
  edited: 'Jag läser inte ändringar i gamla meddelanden. Skriv gärna ett nytt.',
  servicedesk: (internal: string, external: string) => `${internal} (internt) eller ${external} (externt)`,
  dialogs: { 'card-lost': 'att spärra kortet', 'pin-reset': 'PIN-koden', escalation: 'ärendet till Servicedesk' },
};

/** The same shape in every language. */
export type Wording = typeof sv;
