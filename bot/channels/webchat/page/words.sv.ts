/** What the page's script says, besides the bot and Web Chat. Read it aloud before changing it. */
export const sv = {
  typing: 'Boten skriver',
  offline: 'Du har ingen nätanslutning. Chatten fortsätter när nätet är tillbaka.',
  lost: 'Anslutningen bröts. Chatten försöker ansluta igen.',
  back: 'Anslutningen är tillbaka.',
  idle: (seconds: number) => `Är du kvar? Chatten rensas om ${seconds} sekunder, så att ingen annan ser den.`,
  goOn: 'Fortsätt',
  ended: {
    visitor: 'Samtalet är avslutat och borta från skärmen.',
    idle: 'Ingen har använt chatten på ett tag. Samtalet är därför avslutat och borta från skärmen.',
  },
  stillValid: 'Har du skickat ett ärende eller en begäran gäller det fortfarande.',
  begin: 'Starta en ny chatt',
  transcript: {
    title: (name: string) => `Samtal med ${name}`,
    saved: (when: string) => `Sparat ${when}`,
    you: 'Du',
    bot: 'Boten',
    fileName: 'korthjälpen',
  },
};

export type Words = typeof sv;
