/** What the dialog about a lost card says in English. "Blocked" stands as done only where the outcome is `blocked`. */
import type { TicketBackend, Wording } from './card-lost-words.ts';

interface Numbers {
  readonly internal: string;
  readonly external: string;
}

const call = ({ internal, external }: Numbers): string => `${internal} (internal) or ${external} (external)`;
const withReference = (reference: string): string => (reference === '' ? '' : ` Reference: ${reference}.`);

const route: Readonly<Record<TicketBackend, (numbers: Numbers) => string>> = {
  local: (n) => `The request is only saved here with me, as an urgent ticket. You must also call Servicedesk: ${call(n)}.`,
  mail: () => 'The request is e-mailed to Servicedesk as an urgent ticket. It does not go straight to the system that blocks cards.',
  servicenow: () => 'The request goes to Servicedesk as an urgent ticket. It does not go straight to the system that blocks cards.',
  webhook: () => 'The request goes to Servicedesk as an urgent ticket. It does not go straight to the system that blocks cards.',
};

const requested: Readonly<Record<TicketBackend, (time: string) => string>> = {
  local: (time) => `The request was saved here as an urgent ticket ${time}. Do not count on Servicedesk having seen it.`,
  mail: (time) => `The request was e-mailed to Servicedesk as an urgent ticket ${time}.`,
  servicenow: (time) => `The request was registered at Servicedesk as an urgent ticket ${time}.`,
  webhook: (time) => `The request was registered at Servicedesk as an urgent ticket ${time}.`,
};

export const en: Wording = {
  pages: { block: 'Spärra ditt eTjänstekort (RS-kort)', catalogue: 'e-Katalogen', stations: 'Kortstationer' },
  start: (n, page) => `Call Servicedesk right away if you can: ${call(n)}. Every minute counts.\n\nThe card can also be blocked on the page ${page}. I can send a request to block it from here.`,
  startUnclear: (n, page) =>
    `Is the card lost or stolen? Call Servicedesk right away if you can: ${call(n)}. Every minute counts.\n\nThe card can also be blocked on the page ${page}. I can send a request to block it from here.`,

  which: 'What has happened? Choose what is right, or write a few words. Details are not needed.',
  when: 'Roughly when did it happen? For example “this morning” or “yesterday evening”. You can leave out the place.',
  confirm: (name) => `You are signed in as ${name}. Is it your card?`,
  name: 'What is your name? Write first name and surname, and gladly your unit and phone number too. Leave out your personnummer.',
  colleagueName: 'What is your colleague’s name? Write first name and surname, and gladly the unit too. Leave out the personnummer.',
  identity: 'What is your HSA-id or RSID, or which unit do you work at? One of them is enough; leave out the rest.',
  colleagueIdentity: 'What is your colleague’s HSA-id or RSID, or which unit? One of them is enough; leave out the rest.',
  reporterName: 'What is your own name? Write first name and surname. Leave out your personnummer.',
  phone: 'On which phone number can Servicedesk reach you? An internal number will do. You can skip this question.',
  employed: 'Are you employed by Region Skåne? It decides how a new card is ordered.',
  colleagueEmployed: 'Is your colleague employed by Region Skåne? It decides how a new card is ordered.',
  correctWho: 'What should I change? Write the right name, number, HSA-id, RSID or unit. Leave out what is right already.',

  summary: {
    direct: 'If you answer yes, I send a request to block the card.',
    unverified: (backend, n) => `I cannot check who you are. ${route[backend](n)}`,
    colleague: (backend, n) => `It is a colleague’s card. ${route[backend](n)}`,
    answerByMail: 'The answer comes by e-mail.',
    question: 'The card is not blocked until that is confirmed. Shall I send the request?',
    questionLocal: 'The card is not blocked until that is confirmed. Shall I save the request?',
    title: 'Request to block a card',
    handedOver: 'The card is lost or stolen and needs to be blocked.',
    labels: { event: 'What has happened', when: 'When', holder: 'Card holder', hsaId: 'HSA-id', rsid: 'RSID', unit: 'Unit', phone: 'Phone', email: 'E-mail', employed: 'Employed by Region Skåne', reporter: 'Reported by', reporterPhone: 'Your phone', reporterEmail: 'Your e-mail' },
    events: { lost: 'The card is lost', stolen: 'The card is stolen', unknown: 'Lost or stolen, not known which' },
    employed: { yes: 'Yes', no: 'No', unknown: 'Not known' },
    noPhone: 'No number',
  },
  unknownTime: 'not known',
  changed: 'I have changed that.',
  whatToChange: 'Choose what to change, or write what is right.',
  noIdentity: 'That is fine. It may be harder to find the right card.',
  noPhone: (n) => `Without a number Servicedesk cannot call you. Call them yourself: ${call(n)}.`,
  badPhone: 'That does not look like a whole phone number. Write all the digits, with the area code.',
  noLongerVerified: 'I can no longer confirm who you are. So the request cannot go straight to the system that blocks cards. Nothing has been sent yet.',

  sending: (n) => `I am sending the request now. The card is not blocked yet. I will tell you here when I hear back.\n\nIf you do not want to wait, call ${call(n)}.`,
  saving: (n) => `I am saving the request now. The card is not blocked. Call Servicedesk: ${call(n)}.`,
  waiting: (n) => `The request is on its way. I have not heard back, so do not count on the card being stopped. Call ${call(n)} if it takes long.`,
  blocked: (time, reference) => `The card is blocked. This was confirmed ${time}.${withReference(reference)}`,
  requested: (backend, time, reference, n) =>
    `${requested[backend](time)}${withReference(reference)}\n\nThe card is not blocked until Servicedesk has confirmed it. Call now and say what has happened: ${call(n)}.`,
  failed: (n) => `Call Servicedesk now: ${call(n)}. The request could not be sent, so the card is not blocked.`,
  late: (n) => `Call Servicedesk now: ${call(n)}. I have not received any confirmation, so assume that the card is not blocked. I will tell you here if it comes.`,
  newCard: {
    employed: (catalogue) => `New card: order it in ${catalogue}.`,
    notEmployed: (stations) => `New card: a kortstation (card station) can tell how to order it. See the page ${stations}.`,
    unknown: (catalogue, stations) => `New card: if the card holder is employed by Region Skåne, order it in ${catalogue}. Otherwise a kortstation (card station) can tell how to order it. See the page ${stations}.`,
  },

  notSent: (n) => `I have not sent any request and not blocked anything. If the card is lost, call Servicedesk: ${call(n)}.`,
  found: (n) => `Good. I have not sent any request and not blocked anything. If you have called Servicedesk already, call again and say that the card is found: ${call(n)}.`,
  noName: (n) => `Call Servicedesk now: ${call(n)}. Without a name I cannot send a request. Nothing has been sent and the card is not blocked.`,
  atHome: (n) => `My source does not say what applies when the card is at home. Call Servicedesk: ${call(n)}.\n\nI have not sent anything. If it turns out that the card is lost, write “I have lost my card”.`,
  toCodes: 'Then I will help you with the codes. I have not sent any request to block the card.',

  open: {
    sending: (reference, time) => `You have already asked for the card to be blocked, ${time}.${withReference(reference)} The request is on its way. The card is not blocked yet.`,
    open: (reference, time, isLocal) =>
      `You have already asked for the card to be blocked, ${time}.${withReference(reference)} ${isLocal ? 'The request is only saved here.' : 'The request is a ticket at Servicedesk.'} The card is not blocked until Servicedesk has confirmed it.`,
    blocked: (reference, time) => `The card is blocked. You asked for it ${time}.${withReference(reference)}`,
    failed: (reference, time) => `The request made ${time} could not be sent.${withReference(reference)} I have not blocked anything.`,
    ended: (reference, time) => `Servicedesk has answered the request made ${time}.${withReference(reference)} I do not know whether it led to a block.`,
    call: (n) => `Call Servicedesk if you want to know more or if it is urgent: ${call(n)}.`,
    other: 'Is it about another card? Write “block another card”.',
    cardFound: (n) => `The request cannot be taken back here, and my source does not say whether a block can be lifted. Call Servicedesk and say that the card is found: ${call(n)}.`,
    cardFoundFailed: (n) => `If you have also called Servicedesk, call again and say that the card is found: ${call(n)}.`,
  },

  choices: {
    lost: { label: 'The card is lost', typed: ['lost', 'gone', 'missing', 'lost card'] },
    stolen: { label: 'The card is stolen', typed: ['stolen', 'theft', 'stolen card'] },
    'at-home': { label: 'The card is at home', typed: ['at home', 'left at home', 'home'] },
    'locked-pin': { label: 'Wrong PIN, the card is locked', typed: ['wrong pin', 'locked', 'pin'] },
    'codes-lost': { label: 'Codes or envelope lost', typed: ['codes', 'code', 'envelope', 'puk'] },
    'unknown-time': { label: 'I do not know', typed: ["don't know", 'dont know', 'no idea', 'not sure', 'skip'] },
    'own-card-yes': { label: 'Yes, my card', typed: ['mine', 'my card', 'yes', 'yes it is', 'correct', 'right', 'ok', 'okay'] },
    'other-person': { label: 'No, I am somebody else', typed: ['no', 'somebody else', 'not me', "that's not me"] },
    colleague: { label: 'It is a colleague’s card', typed: ['colleague', 'a colleague', "colleague's", 'for a colleague'] },
    'own-card': { label: 'It is my own card', typed: ['mine', 'my card', 'my own'] },
    'no-name': { label: 'I will not give a name', typed: ['anonymous', 'skip', 'rather not'] },
    'skip-identity': { label: 'I do not know', typed: ["don't know", 'dont know', 'no idea', 'skip'] },
    'skip-phone': { label: 'Skip', typed: ['none', 'no number', 'rather not'] },
    'employed-yes': { label: 'Yes', typed: ['yep', 'yeah', 'employed'] },
    'employed-no': { label: 'No', typed: ['nope', 'not employed', 'private'] },
    'skip-employed': { label: 'I do not know', typed: ["don't know", 'dont know', 'not sure', 'skip'] },
    yes: { label: 'Yes, send the request', typed: ['yes send', 'send it'] },
    save: { label: 'Yes, save the request', typed: ['yes save', 'save', 'save it'] },
    'save-not': { label: 'No, do not save', typed: ["don't save", 'do not save'] },
    no: { label: 'No, do not send', typed: ["don't send", 'do not send'] },
    'correct-event': { label: 'Change what happened', typed: ['change event'] },
    'correct-when': { label: 'Change the time', typed: ['change time', 'change when', 'wrong time'] },
    'correct-who': { label: 'Change who', typed: ['change name', 'change number', 'wrong name', 'wrong number'] },
    'correct-employed': { label: 'Change employment', typed: ['wrong employment'] },
  },
};
