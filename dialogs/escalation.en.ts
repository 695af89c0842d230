/** What the dialog with Servicedesk says in English. */
import type { Facts, OpenRequest } from './dialog.ts';
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

const verb: Readonly<Record<Facts['ticketBackend'], { readonly infinitive: string; readonly doing: string; readonly done: string }>> = {
  local: { infinitive: 'save', doing: 'saving', done: 'saved' },
  mail: { infinitive: 'send', doing: 'sending', done: 'sent' },
  servicenow: { infinitive: 'send', doing: 'sending', done: 'sent' },
  webhook: { infinitive: 'send', doing: 'sending', done: 'sent' },
};
const route: Readonly<Record<Facts['ticketBackend'], string>> = {
  local: 'It is kept here and not sent on by itself, so call Servicedesk if it is urgent.',
  mail: 'It is e-mailed to Servicedesk. The answer comes by e-mail or phone, not here.',
  servicenow: 'It is registered at Servicedesk. The answer comes here in the chat when they have answered.',
  webhook: 'It is registered at Servicedesk. The answer comes here in the chat when they have answered.',
};
const registered: Readonly<Record<Facts['ticketBackend'], (reference: string) => string>> = {
  local: (reference) => `The ticket is saved here with reference ${reference}. It has not been sent to Servicedesk.`,
  mail: (reference) => `The ticket has been e-mailed to Servicedesk with reference ${reference}. The answer comes by e-mail or phone, not here.`,
  servicenow: (reference) => `The ticket is registered at Servicedesk with reference ${reference}.`,
  webhook: (reference) => `The ticket is registered at Servicedesk with reference ${reference}.`,
};

export const en: Wording = {
  start: (n) => `The fastest way to Servicedesk is by phone: ${call(n)}.`,
  already: ({ reference, subject, state }) => (reference === '' ? `You already have a ticket about "${subject}" (${states[state]}).` : `You already have ticket ${reference}, "${subject}" (${states[state]}).`),
  offer: 'Do you want me to write a ticket for you? You see it first.',
  problem: 'Describe the problem in your own words. Leave out codes and personal identity numbers.',
  problemHelp: 'A few words are enough: what did you want to do, and what happened?',
  confirm: (name, reach) => `You are logged in as ${name}${reach === '' ? '' : ` (${reach})`}. Are you the one to be answered?`,
  name: 'What is your name? First and last name, and a phone number or e-mail if you like.',
  reach: 'How do you want to be contacted? Write a phone number or an e-mail address; one of them is enough.',
  contact: 'What should be changed? Write the right name, phone number or e-mail address.',
  subject: 'What should the subject be? A few words.',
  add: 'What do you want to add? Leave out codes and personal identity numbers.',
  which: 'What do you want to change?',
  whichUnheard: (text) => `I did not understand how "${text}" belongs to the ticket. What do you want to do?`,
  whichFirst: (backend) => `I will ${verb[backend].infinitive} nothing until I know how you want it.`,
  summary: (backend) => `This is the ticket. ${route[backend]} Shall I ${verb[backend].infinitive} it?`,
  summaryUnsure: (backend) => `Answer yes if I am to ${verb[backend].infinitive} the ticket as it stands, or write what should be changed.`,
  shown: 'This is the ticket.',
  title: 'Ticket to Servicedesk',
  labels: { subject: 'Subject', problem: 'Problem', asked: 'In the chat', tried: 'Tried already', writer: 'Written by', contactNote: 'About the contact', reply: 'Answer', contact: 'Contact', urgent: 'Urgent' },
  urgent: { yes: 'Yes', no: 'No' },
  matters: { 'card-lost': 'Lost or stolen card', 'pin-reset': 'PIN or PUK', login: 'Logging in with the card', order: 'Ordering a card', other: 'Help with the staff card' },
  answeredAbout: (topic) => `was answered about ${topic}`,
  triedCalling: 'Has tried to call Servicedesk.',
  callsThemselves: 'Will contact Servicedesk themselves.',
  badReach: 'That does not look like a whole phone number or an e-mail address.',
  onlyPhoneOrMail: 'Servicedesk can call or e-mail you. Write the number or the address, or choose not to say.',
  notOnFile: 'I have nothing about you here.',
  why: 'Servicedesk needs to know whom to answer. You choose whether you want to say.',
  gotContact: 'Thank you, I have noted that.',
  added: 'I have added that to the ticket.',
  changed: 'I have changed the ticket.',
  noTransfer: (n) => `I cannot transfer you. If you want to talk to someone, call Servicedesk: ${call(n)}.`,
  about: (backend, n) => `A ticket is a written description of the problem. ${route[backend]} I do not know how long an answer takes. Call if it is urgent: ${call(n)}.`,
  callsInstead: (n) => `That is fine. The ticket says that you contact Servicedesk yourself. The number is ${call(n)}.`,
  noName: (backend, n) => `That is fine. Without a name Servicedesk cannot know whom the ticket is about, so I ${verb[backend].infinitive} no ticket. Call when it suits you: ${call(n)}.`,
  solved: (backend) => `Great! Then I ${verb[backend].infinitive} no ticket.`,
  notSent: (backend, n) => `Okay, I have ${verb[backend].done} nothing. Call Servicedesk on ${call(n)} if you want help.`,
  noLongerVerified: 'I can no longer confirm who you are, so I need your contact details.',
  sending: (backend, n) => `I am ${verb[backend].doing} the ticket now. It is not confirmed yet; I will tell you here when it is done. If it is urgent, do not wait but call ${call(n)}.`,
  waiting: 'The ticket is on its way. I have no answer yet.',
  registered: (backend, reference) => `${registered[backend](reference)} Write "status of my ticket" to see where it stands.`,
  failed: (backend, n) => `I could not ${verb[backend].infinitive} the ticket, so Servicedesk does not have it. Call instead: ${call(n)}.`,
  tryAgain: 'What you wrote is still here. Shall I try again?',
  late: (n) => `I have no confirmation of the ticket yet, so do not count on Servicedesk having it. Call if it is urgent: ${call(n)}. I will tell you here when there is an answer.`,
  afterSending: ({ reference, subject, state }, backend, n) => {
    const cannot = `I cannot change or remove the ticket${reference === '' ? '' : ` ${reference}`}, "${subject}" (${states[state]}).`;
    if (backend === 'local') return `${cannot} It is only kept here, so call Servicedesk and tell them how it is: ${call(n)}.`;
    return `${cannot} Call Servicedesk and say what should be changed: ${call(n)}.${reference === '' ? '' : ` Give the reference ${reference}.`}`;
  },

  choices: {
    write: { label: 'Write a ticket', typed: ['write it', 'write a ticket for me', 'create a ticket'] },
    call: { label: 'No, I will call', typed: ['i will call', 'call'] },
    'contact-me': { label: 'Yes, answer me', typed: ['that is me', 'yes that is me'] },
    'other-contact': { label: 'No, someone else', typed: ['change', 'someone else', 'change contact', 'wrong'] },
    'no-contact': { label: 'I would rather not say', typed: ['no', 'rather not', 'skip', 'anonymous', 'nothing'] },
    yes: { label: 'Yes, send', typed: ['send', 'send it', 'yes send'] },
    no: { label: 'No, do not send', typed: ['do not send', "don't send"] },
    'yes-save': { label: 'Yes, save', typed: ['save', 'save it', 'yes save', 'send', 'send it'] },
    'no-save': { label: 'No, do not save', typed: ['do not save', "don't save"] },
    'edit-subject': { label: 'Change the subject', typed: ['change subject', 'edit subject'] },
    'edit-problem': { label: 'Change the problem', typed: ['change problem', 'change the text', 'edit problem'] },
    'edit-contact': { label: 'Change the contact', typed: ['change contact', 'change name', 'change number', 'edit contact'] },
    'mark-urgent': { label: 'It is urgent', typed: ['urgent'] },
    'not-urgent': { label: 'It is not urgent', typed: ['not urgent'] },
    add: { label: 'Add something', typed: ['add', 'more', 'i want to add'] },
    'add-it': { label: 'Add it to the ticket', typed: ['add it', 'add'] },
    keep: { label: 'Change nothing', typed: ['no', 'nothing', 'leave it'] },
    'again-yes': { label: 'Yes, try again', typed: ['try again', 'again'] },
    'again-no': { label: 'No, leave it', typed: ['leave it', 'i will call'] },
    show: { label: 'Show the ticket', typed: ['show', 'show it', 'read it'] },
  },
};
