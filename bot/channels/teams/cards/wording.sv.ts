/** What the Teams channel itself says in Swedish, in cards and beside answers. Read it aloud before changing it. */
export const sv = {
  chosen: (label: string) => `Du valde: ${label}`,
  /** Under the name of the page that an answer builds on. */
  source: (owner: string, reviewed: string | null) => `Svaret bygger på den här sidan. Ansvarig: ${owner}. ${reviewed === null ? 'Svaret är inte granskat av ansvarig än.' : `Senast granskat ${reviewed}.`}`,
  /** To a developer's eyes only: Teams shows its own words for a button that failed. */
  unreadable: 'Knappen går inte att läsa. Skriv i stället vad du vill.',
  /** When nothing can be stored. The message may still be taken: Teams sends it again for a while. */
  outage: ({ internal, external }: { readonly internal: string; readonly external: string }) =>
    `Just nu kan jag inte ta emot ditt meddelande. Får du inget svar inom några minuter, skriv igen. Är det bråttom, ring Servicedesk: ${internal} (internt) eller ${external} (externt).`,
};

/** The same shape in every language. */
export type Wording = typeof sv;
