/** News about a request that no dialog waits for any more, in Swedish. The words around say which ticket it is about. */
import type { Settlement } from '../../dialogs/dialog.ts';

type Success = Extract<Settlement, { ok: true }>;

const moment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

const blocked = (at: Date): string => `Kortet är spärrat. Det spärrades den ${moment.format(at).replace(':', '.')}.`;

export const sv = {
  blocked,
  /** For a request that the user was told had failed. */
  afterAll: ({ outcome, at }: Success): string => {
    switch (outcome) {
      case 'blocked':
        return `Din begäran gick fram till slut. ${blocked(at)}`;
      case 'requested':
        return 'Din begäran om att spärra kortet gick att skicka till slut. Kortet är inte spärrat än. Jag skriver här när det är bekräftat.';
      case 'registered':
        return 'Ditt ärende gick att skicka till slut. Du behöver inte skicka det igen.';
    }
  },
};

/** The same shape in every language. */
export type NewsWords = typeof sv;
