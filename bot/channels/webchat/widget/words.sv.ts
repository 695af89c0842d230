/** What the widget says on the host page. */
export const sv = {
  label: 'Fråga om e-tjänstekort',
  close: 'Stäng',
  unread: 'Nya svar i chatten',
  failed: 'Chatten kan inte visas här.',
  elsewhere: 'Öppna den i en ny flik',
};
