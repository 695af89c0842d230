/** What the dialog with Servicedesk says in English. */
import type { OpenRequest } from './dialog.ts';
import type { Wording } from './escalation-words.ts';

const call = ({ internal, external }: { readonly internal: string; readonly external: string }): string => `${internal} (internal) or ${external} (external)`;
const states: Readonly<Record<OpenRequest['state'], string>> = {
  sending: 'being sent',
  open: 'open',
  answered: 'answered',
  closed: 'closed',
  blocked: 'the card is blocked',
  failed: 'could not be sent',
};

export const en: Wording = {
  start: (n) => `The fastest way to Servicedesk is by phone: ${call(n)}.`,
  already: ({ reference, subject, state }) => `You already have ticket ${reference}, "${subject}" (${states[state]}).`,
  offer: 'Do you want me to write a ticket for you? You see it before anything is sent.',
  problem: 'Describe the problem in your own words. Leave out codes and personal identity numbers.',
  confirm: (name, reach) => `You are logged in as ${name}${reach === '' ? '' : ` (${reach})`}. Should Servicedesk answer you?`,
  name: 'What is your name? First and last name, and a phone number or e-mail if you like.',
  reach: 'How do you want to be contacted? Write a phone number or an e-mail address; one of them is enough.',
  add: 'What do you want to add? Leave out codes and personal identity numbers.',
  summary: (backend) =>
    `This is the ticket. ${
      {
        local: 'It is kept here and not sent on by itself, so call Servicedesk if it is urgent.',
        mail: 'It is e-mailed to Servicedesk. The answer comes by e-mail or phone, not here.',
        servicenow: 'It is registered at Servicedesk. The answer comes here in the chat when they have answered.',
        webhook: 'It is registered at Servicedesk. The answer comes here in the chat when they have answered.',
      }[backend]
    } Shall I ${backend === 'local' ? 'save' : 'send'} it?`,
  title: 'Ticket to Servicedesk',
  labels: { subject: 'Subject', problem: 'Problem', asked: 'Asked in the chat', tried: 'Tried already', contact: 'Contact', urgent: 'Urgent' },
  urgent: { yes: 'Yes', no: 'No' },
  badReach: 'That does not look like a whole phone number or an e-mail address.',
  added: 'I have added that to the ticket.',
  noReach: (n) => `That is fine. Without a name or a way to reach you Servicedesk cannot answer, so I send no ticket. Call when it suits you: ${call(n)}.`,
  notSent: (n) => `Okay, I have sent nothing. Call Servicedesk on ${call(n)} if you want help.`,
  noLongerVerified: 'I can no longer confirm who you are, so I need your contact details. Nothing has been sent yet.',
  sending: (backend) => (backend === 'local' ? 'I am saving the ticket now.' : 'I am sending the ticket now. I will tell you here when it is registered.'),
  waiting: 'The ticket is on its way. I have no answer yet.',
  registered: (backend, reference, n) =>
    `${
      {
        local: `The ticket is saved here with reference ${reference}. It has not been sent to Servicedesk.`,
        mail: `The ticket has been e-mailed to Servicedesk with reference ${reference}. The answer comes by e-mail or phone, not here.`,
        servicenow: `The ticket is registered at Servicedesk with reference ${reference}.`,
        webhook: `The ticket is registered at Servicedesk with reference ${reference}.`,
      }[backend]
    } Write "status of my ticket" to see where it stands.\n\nIf it is urgent, call ${call(n)}${backend === 'local' ? '.' : ' and give the reference.'}`,
  failed: (n) => `The ticket could not be sent, so Servicedesk does not have it. Call instead: ${call(n)}.`,
  late: (n) => `I have no confirmation of the ticket yet, so do not count on Servicedesk having it. Call if it is urgent: ${call(n)}. I will tell you here when there is an answer.`,

  choices: {
    write: { label: 'Write a ticket', typed: ['yes', 'yes please', 'please', 'ok', 'okay', 'sure', 'write it', 'do it'] },
    call: { label: 'No, I will call', typed: ['no', 'no thanks', 'i will call', 'call'] },
    'contact-me': { label: 'Yes, answer me', typed: ['yes', 'ok', 'okay', 'correct', 'sure'] },
    'other-contact': { label: 'Change contact', typed: ['no', 'change', 'someone else', 'wrong'] },
    'no-contact': { label: 'I would rather not say', typed: ['no', 'rather not', 'skip', 'anonymous', 'nothing'] },
    yes: { label: 'Yes, send', typed: ['send', 'send it', 'yes send'] },
    no: { label: 'No, do not send', typed: ['do not send', "don't send"] },
    'yes-save': { label: 'Yes, save', typed: ['save', 'save it', 'yes save', 'send', 'send it'] },
    'no-save': { label: 'No, do not save', typed: ['do not save', "don't save"] },
    'edit-problem': { label: 'Change the problem', typed: ['change problem', 'change the text', 'edit problem'] },
    'edit-contact': { label: 'Change the contact', typed: ['change contact', 'change name', 'change number', 'edit contact'] },
    add: { label: 'Add something', typed: ['add', 'more', 'i want to add'] },
  },
};
