/** Web Chat's own Swedish, where it is missing or sounds translated. */
export const chatStrings = {
  ACTIVITY_BOT_SAID_ALT: 'Boten skrev:',
  ACTIVITY_YOU_SAID_ALT: 'Du skrev:',
  ACTIVITY_BOT_ATTACHED_ALT: 'Boten bifogade:',
  ACTIVITY_STATUS_SEND_FAILED_RETRY: 'Meddelandet kom inte fram. [Skicka igen][RETRY].',
  CONNECTIVITY_STATUS_ALT_RECONNECTING: 'Anslutningen bröts. Försöker igen …',
  CONNECTIVITY_STATUS_ALT_FATAL: 'Det går inte att ansluta.',
  CONNECTIVITY_STATUS_ALT_RENDER_ERROR: 'Chatten kan inte visas.',
  SUGGESTED_ACTIONS_LABEL_ALT: 'Svarsalternativ',
  TEXT_INPUT_ALT: 'Ditt meddelande',
  TEXT_INPUT_PLACEHOLDER: 'Skriv din fråga',
  TEXT_INPUT_LENGTH_EXCEEDED_ALT: 'Meddelandet är för långt',
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: 'Meddelandet har svarsalternativ. Tryck på Skift och Tabb för att nå dem, på högerpil för nästa och på Retur för att välja.',
  TYPING_INDICATOR_ALT: 'Boten skriver',
  TYPING_INDICATOR_SINGLE_TEXT: 'Boten skriver …',
} as const;
