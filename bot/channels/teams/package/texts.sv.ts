/** What Teams shows of the app in Swedish: in the store, beside the chat, and as ready questions. Read it aloud before changing it. */

/** A question that is put into the compose box. `intent` is not shown: a test asks the bot whether it reads the title so. */
export interface Command {
  readonly title: string;
  readonly description: string;
  readonly intent: string;
}

export interface AppTexts {
  readonly fullName: (name: string) => string;
  readonly short: string;
  readonly full: string;
  /** In the person's own chat with the bot. */
  readonly personal: readonly Command[];
  /** In teams and group chats, where others read along: nothing that is about the person's own card. */
  readonly shared: readonly Command[];
}

export const sv: AppTexts = {
  fullName: (name) => `${name}: frågor och hjälp om e-tjänstekortet`,
  short: 'Svar om e-tjänstekortet, och hjälp när du har tappat det.',
  full: `En bot som svarar på frågor om e-tjänstekortet: hur länge det gäller, hur du beställer och hämtar det, PIN och PUK samt problem med inloggningen.

Boten hjälper dig också steg för steg när du har tappat kortet, behöver en ny PIN-kod eller vill nå Servicedesk.

Du skriver till en bot, inte till en människa. Skriv aldrig koder eller personnummer.`,
  personal: [
    { title: 'Jag har tappat mitt kort', description: 'Spärra kortet så snart som möjligt', intent: 'card-lost' },
    { title: 'Jag har glömt min PIN-kod', description: 'Skapa en ny, steg för steg', intent: 'pin-forgotten' },
    { title: 'Jag kan inte logga in med kortet', description: 'Det här kan du prova själv', intent: 'certificate-missing' },
    { title: 'Hur beställer jag ett kort?', description: 'Första kortet, eller ett nytt', intent: 'order-card' },
    { title: 'Var finns kortstationerna?', description: 'Där fotograferas du och hämtar kortet', intent: 'card-stations' },
    { title: 'Prata med Servicedesk', description: 'Telefonnummer, eller ett ärende som boten skriver', intent: 'talk-to-servicedesk' },
  ],
  shared: [
    { title: 'Hur länge gäller kortet?', description: 'Kortets giltighetstid', intent: 'card-validity' },
    { title: 'Hur beställer jag ett kort?', description: 'Första kortet, eller ett nytt', intent: 'order-card' },
    { title: 'Var finns kortstationerna?', description: 'Där fotograferas du och hämtar kortet', intent: 'card-stations' },
    { title: 'Hur testar jag mitt kort?', description: 'Kontrollera kortet själv', intent: 'test-card' },
    { title: 'Vad gäller för PIN-koden?', description: 'Hur koden ska se ut', intent: 'pin-rules' },
    { title: 'Vem kontaktar jag om kortet?', description: 'Vem som hjälper till med vad', intent: 'support-contact' },
  ],
};
