/** What the bot itself says in English. */
import type { SecretKind } from './types.ts';
import type { Wording } from './wording.sv.ts';

const SECRETS: Readonly<Record<SecretKind, string>> = {
  pin: 'a code',
  puk: 'a code',
  code: 'a code',
  personnummer: 'a personal identity number',
  password: 'a password',
};

export const en: Wording = {
  welcome:
    'Hello! I am a bot, not a person. I answer questions about the e-tjänstekort (the staff card) and help you step by step when you have lost the card, need a new PIN or want to reach Servicedesk.\n\nNever write codes or your personal identity number here. What is your question?',
  helped: 'Did that help?',
  itHelped: ['it helped', 'that helped', 'it works now', 'it works', 'solved'],
  itDidNotHelp: ['it didn t help', 'it did not help', 'that didn t help', 'that did not help', 'didn t help', 'did not help', 'it doesn t work', 'it does not work', 'doesn t work', 'does not work', 'it still doesn t work', 'it still does not work', 'still not working', 'not working', 'i ve already tried that', 'already tried that'],
  yes: 'Yes',
  no: 'No',
  back: 'Back',
  cancel: 'Cancel',
  person: 'Talk to Servicedesk',
  yesToPerson: ['yes', 'yes please', 'ok', 'okay', 'sure', 'write a ticket', 'please'],
  noneOfThese: 'None of these',
  source: 'Source',
  readMore: 'Read more',
  overdueReview: (date) => `Note: this answer was due for review by ${date}. It may be out of date.`,
  clarify: (titles) => `I understood: ${titles.map((title) => `"${title}"`).join(' or ')}. Which is it?`,
  understood: (title) => `I understood: "${title}".`,
  somethingElse: 'I meant something else',
  noneOfTheseTaken: 'Okay. Write your question in other words and I will try again.',
  decline: 'I have no information about that. I only answer questions about the e-tjänstekort (the staff card).',
  missed: 'I did not quite understand. Please write the question in another way.',
  missedInDialog: 'I did not understand that as an answer to my question.',
  missedTwice: (numbers) => `I am stuck on my own. Do you want help from a person? Call Servicedesk on ${numbers}, or let me write a ticket.`,
  feedbackYes: 'Thank you, good to know. Write if there is anything else.',
  feedbackNo: (numbers) => `Thank you for telling me. Please write your question in other words and I will try again. You can also ask Servicedesk on ${numbers}.`,
  removed: (kinds) => {
    const code = kinds.some((kind) => kind === 'pin' || kind === 'puk' || kind === 'code');
    const what = [...new Set(kinds.map((kind) => SECRETS[kind]))].join(' and ');
    return `Your message seemed to hold ${what}. I have removed it and not stored it.${code ? ' If it was your PIN: change it.' : ''}${kinds.includes('password') ? ' Change the password.' : ''} Never write codes, passwords or personal identity numbers here.`;
  },
  writeAgain: 'Write your question without codes and numbers.',
  chooseOne: 'Which of them is it? Choose one, or write in your own words.',
  nothingAsked: 'I have no question open right now. What do you need help with?',
  empty: 'I saw no text in your message. Write your question in words.',
  tooLong: (limit) => `Your message is longer than ${limit} characters, so I cannot read all of it. Make it shorter, one question at a time if you can.`,
  stale: 'That button belongs to something that is already done.',
  nothingToCancel: 'There is nothing to cancel right now. What is your question?',
  cancelled: 'Okay, I have cancelled. Nothing has been sent.',
  cancelledWithPending: (numbers) => `Okay, I have cancelled. What has already been sent I cannot take back. Call Servicedesk on ${numbers} if it must be changed.`,
  nothingBefore: 'There is no earlier step to go back to.',
  takeYourTime: 'Take the time you need.',
  helpInDialog: 'Answer the question, or choose a button. You can also write "back", "cancel" or "human", and you can ask another question at any time.',
  resume: (what) => `We were busy with ${what}. Do you want to go on?`,
  resumeNo: 'Okay, we leave it there. Nothing more has been sent. What is your question?',
  dialogChanged: (numbers) => `I have been updated since last time and have lost our place. We have to start that part again, I am sorry. If it is urgent, call Servicedesk on ${numbers}.`,
  backTo: (what) => `Now back to ${what}.`,
  alsoAsked: (what) => `You also asked about ${what}.`,
  noRequests: (numbers) => `I find no ticket from you here. If you called or e-mailed, ask Servicedesk on ${numbers}.`,
  requests: 'This is what I know about your tickets:',
  requestStates: { sending: 'being sent, no answer yet', open: 'open', answered: 'answered', closed: 'closed', blocked: 'the card is blocked', failed: 'could not be sent' },
  requestName: { ticket: (subject) => subject, block: (holder) => `Request to block the card of ${holder}` },
  answerFrom: (reference, text) => `Servicedesk has answered ticket ${reference}:\n\n${text}`,
  newsOf: (reference, text) => `News about request ${reference}:\n\n${text}`,
  ticketClosed: (reference) => `Servicedesk has closed ticket ${reference}.`,
  privately: 'Let us take that in a chat of our own, where nobody else reads. I will write to you there.',
  privatelyByHand: (numbers) =>
    `Let us take that in a chat of our own, where nobody else reads. Unfortunately I cannot write to you first. Open a chat with me and write the same thing there. If it is urgent, call Servicedesk on ${numbers}.`,
  replyInDoubt: 'My last answer may not have reached you. Ask again if you do not see it.',
  filesUnread: 'I only read text, not images or files. Describe in words what you need help with, and never send pictures of codes.',
  edited: 'I do not read changes to old messages. Please write a new one.',
  servicedesk: (internal, external) => `${internal} (internal) or ${external} (external)`,
  dialogs: { 'card-lost': 'blocking the card', 'pin-reset': 'the PIN', escalation: 'the ticket to Servicedesk' },
};
