/** What the widget says on the host page, in English. */
import type { sv } from './words.sv.ts';

export const en: typeof sv = {
  label: 'Ask about your e-tjänstekort',
  close: 'Close',
  unread: 'New answers in the chat',
  failed: 'The chat cannot be shown here.',
  elsewhere: 'Open it in a new tab',
};
