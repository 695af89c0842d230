/** News about a request that no dialog waits for any more, in English. */
import type { NewsWords } from './news-words.sv.ts';

const moment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Stockholm', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

const blocked: NewsWords['blocked'] = (at) => `The card is blocked. It was blocked on ${moment.format(at)}.`;

export const en: NewsWords = {
  blocked,
  afterAll: ({ outcome, at }) => {
    switch (outcome) {
      case 'blocked':
        return `Your request got through after all. ${blocked(at)}`;
      case 'requested':
        return 'Your request to block the card could be sent after all. The card is not blocked yet. I will write here when it is confirmed.';
      case 'registered':
        return 'Your ticket could be sent after all. You need not send it again.';
    }
  },
};
