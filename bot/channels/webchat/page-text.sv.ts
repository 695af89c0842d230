/** The wording of the web chat's page. */

export interface ServicedeskNumbers {
  readonly internal: string;
  readonly external: string;
}

export const pageText = {
  title: 'Fråga om e-tjänstekort',
  /** In parts that a narrow screen does not break. */
  heading: ['Fråga om', 'e-tjänstekort'],
  bot: 'Du skriver med en bot, inte med en människa.',
  tools: 'Samtalet',
  save: 'Spara samtalet',
  restart: 'Börja om',
  end: 'Avsluta och rensa',
  /** Leads to the page in the other language, and is written in that. */
  otherLanguage: 'In English',
  privacy: 'Skriv aldrig PIN-kod, PUK eller personnummer.',
  chatLabel: 'Chatt',
  lost: ({ internal, external }: ServicedeskNumbers) => `Tappat kortet? Spärra det först. Servicedesk: ${internal} (internt) eller ${external} (externt).`,
  broken: ({ internal, external }: ServicedeskNumbers) =>
    `Chatten fungerar inte just nu. Den försöker igen av sig själv. Har du bråttom, eller har du tappat kortet? Ring Servicedesk: ${internal} (internt) eller ${external} (externt).`,
  expired: ({ internal, external }: ServicedeskNumbers) =>
    `Det var länge sedan du skrev, så samtalet är avslutat. Välj Börja om för att ställa en ny fråga. Har du bråttom? Ring Servicedesk: ${internal} (internt) eller ${external} (externt).`,
  noScript: {
    heading: 'Chatten behöver JavaScript',
    steps: ({ internal, external }: ServicedeskNumbers) => [
      'Har du tappat kortet? Spärra det så snart som möjligt, innan du gör något annat. Sidan heter Spärra ditt eTjänstekort (RS-kort).',
      `Ring Servicedesk om du behöver hjälp: ${internal} (internt) eller ${external} (externt).`,
      'Slå på JavaScript i webbläsaren och ladda om sidan för att använda chatten.',
    ],
    help: 'Läs om borttappat och låst kort',
  },
  /** Below the chat, whatever happens to it. */
  links: [
    { href: '/hjalp', label: 'Hjälp utan chatt' },
    { href: '/integritet', label: 'Dina uppgifter' },
    { href: '/tillganglighet', label: 'Tillgänglighet' },
  ],
};

/** The same shape in every language. */
export type PageText = typeof pageText;
