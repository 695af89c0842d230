/** Web Chat's own English, where plainer words do better. */
export const chatStrings = {
  ACTIVITY_BOT_SAID_ALT: 'The bot wrote:',
  ACTIVITY_YOU_SAID_ALT: 'You wrote:',
  ACTIVITY_BOT_ATTACHED_ALT: 'The bot attached:',
  ACTIVITY_STATUS_SEND_FAILED_RETRY: 'The message did not arrive. [Try again][RETRY].',
  CONNECTIVITY_STATUS_ALT_RENDER_ERROR: 'The chat cannot be shown.',
  SUGGESTED_ACTIONS_LABEL_ALT: 'Answers to choose from',
  TEXT_INPUT_ALT: 'Your message',
  TEXT_INPUT_PLACEHOLDER: 'Write your question',
  TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: 'There are answers to choose from. Press Shift and Tab to reach them, the right arrow for the next one and Enter to choose.',
  TRANSCRIPT_MORE_MESSAGES: 'To the end',
  TYPING_INDICATOR_ALT: 'The bot is writing',
  TYPING_INDICATOR_SINGLE_TEXT: 'The bot is writing …',
  TYPING_INDICATOR_MULTIPLE_TEXT: 'The bot is writing …',
} as const;
