/** What the dialog about a lost card says in English. "Blocked" stands as done only where the outcome is `blocked`. */
import type { Item } from './card-lost-changes.ts';
import type { TicketBackend, Wording } from './card-lost-words.ts';

interface Numbers {
  readonly internal: string;
  readonly external: string;
}

const call = ({ internal, external }: Numbers): string => `${internal} (internal) or ${external} (external)`;
const withReference = (reference: string): string => (reference === '' ? '' : ` Reference: ${reference}.`);

const items: Readonly<Record<Item, string>> = {
  whose: 'whose card it is', event: 'what has happened', when: 'the time', name: 'the name', hsaId: 'the HSA-id', rsid: 'the RSID', unit: 'the unit',
  phone: 'the phone number', email: 'the e-mail address', employed: 'the employment', reporter: 'your name',
};
const listed = (all: readonly Item[]): string => [all.slice(0, -1).map((item) => items[item]).join(', '), items[all.at(-1) ?? 'name']].filter((part) => part !== '').join(' and ');

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

  forOther: (name) => `I understand that it is ${name === undefined ? 'a colleague’s' : `${name}’s`} card.`,
  whose: (name) => `${name === undefined ? '' : `You are signed in as ${name}. `}Whose card is it: your own or somebody else’s?`,
  whichOfThem: 'I must be sure, so that the wrong card is not blocked. Choose one of the answers, or write “my own” or “a colleague’s”.',
  which: 'What has happened? Choose what fits, or write a few words. Details are not needed.',
  when: 'Roughly when did it happen? For example “this morning” or “yesterday evening”. You can leave out the place.',
  confirm: (name) => `You are signed in as ${name}. Is it your card?`,
  name: 'What is your name? Write your first name and surname, and your unit and phone number too if you like. Leave out your personnummer.',
  colleagueName: 'What is your colleague’s name? Write their first name and surname, and their unit too if you know it. Leave out the personnummer.',
  surname: (name) => `What is your surname, ${name}?`,
  colleagueSurname: (name) => `What is ${name}’s surname?`,
  identity: 'What is your HSA-id or RSID, or which unit do you work at? One of them is enough; leave out the rest.',
  colleagueIdentity: 'What is your colleague’s HSA-id or RSID, or which unit? One of them is enough; leave out the rest.',
  reporterName: 'What is your own name? Write your first name and surname. Leave out your personnummer.',
  phone: 'On which phone number can Servicedesk reach you? An internal number will do. You can skip this question.',
  employed: 'Are you employed by Region Skåne? It decides how a new card is ordered.',
  colleagueEmployed: 'Is your colleague employed by Region Skåne? It decides how a new card is ordered.',
  whoEmploys: 'Thanks. It depends not on the profession but on who the employer is.',
  correctWho: 'What should I change? Write the right name, number, HSA-id, RSID or unit. Leave out what is right already.',

  summary: {
    direct: 'If you answer yes, I send a request to block your own card.',
    unverified: (backend, n) => `I cannot check who you are. ${route[backend](n)}`,
    colleague: (backend, n) => `It is a colleague’s card. ${route[backend](n)}`,
    answerByMail: 'The answer comes by e-mail.',
    question: 'The card is not blocked until that is confirmed. Shall I send the request?',
    questionLocal: 'The card is not blocked until that is confirmed. Shall I save the request?',
    title: 'Request to block a card',
    handedOver: 'The card is lost or stolen and needs to be blocked.',
    labels: { event: 'What has happened', when: 'When', holder: 'Card holder', hsaId: 'HSA-id', rsid: 'RSID', unit: 'Unit', phone: 'Phone', email: 'E-mail', employed: 'Employed by Region Skåne', reporter: 'Reported by', reporterUnit: 'Your unit', reporterPhone: 'Your phone', reporterEmail: 'Your e-mail' },
    events: { lost: 'The card is lost', stolen: 'The card is stolen', unknown: 'Lost or stolen, not known which' },
    employed: { yes: 'Yes', no: 'No', unknown: 'Not known' },
    noPhone: 'No number',
  },
  unknownTime: 'not known',
  changed: (all) => `I have changed ${listed(all)}.`,
  alreadySo: 'It says so already. Is something else wrong?',
  noted: (all) => `Thanks, I have noted ${listed(all)}.`,
  restated: (n) => `Call Servicedesk right away if you can: ${call(n)}. The card is not blocked yet.`,
  notYet: 'That is not a time that has been, if I read it right.',
  whereIsNotNeeded: 'Thanks, but the place is not needed.',
  whatToChange: 'Nothing has been sent yet. Choose what to change, or write what is right.',
  noIdentity: 'That is fine. It may be harder to find the right card.',
  noPhone: (n) => `Without a number Servicedesk cannot call you. Call them yourself: ${call(n)}.`,
  mailInstead: (n) => `Thanks, I have noted the e-mail address instead of a number. If it is urgent, call yourself: ${call(n)}.`,
  badPhone: 'That does not look like a whole phone number. Write the whole number, or an internal number like this: internal 12345.',
  anotherName: (name) => `You have written the name ${name}, which is not the name that you are signed in with. So the request cannot go straight to the system that blocks cards. Nothing has been sent yet.`,
  noLongerVerified: 'I can no longer confirm who you are. So the request cannot go straight to the system that blocks cards. Nothing has been sent yet.',

  sending: (n) => `I am sending the request now. The card is not blocked yet. I will tell you here when I hear back.\n\nIf you do not want to wait, call ${call(n)}.`,
  saving: (n) => `I am saving the request now. The card is not blocked. Call Servicedesk: ${call(n)}.`,
  waiting: (n) => `The request is on its way. I have not heard back, so do not count on the card being stopped. Call ${call(n)} if it takes long.`,
  blocked: (time, reference) => `The card is blocked. This was confirmed ${time}.${withReference(reference)}`,
  requested: (backend, time, reference, n) =>
    `${requested[backend](time)}${withReference(reference)}\n\nThe card is not blocked until Servicedesk has confirmed it. Call now and say what has happened: ${call(n)}.`,
  failed: (n) => `Call Servicedesk now: ${call(n)}. The request could not be sent, so the card is not blocked.`,
  failedToSave: (n) => `Call Servicedesk now: ${call(n)}. The request could not be saved, so the card is not blocked.`,
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

  remarks: {
    isItBlocked: ({ n }) => `No, the card is not blocked. I have not sent any request yet. The quickest way is to call Servicedesk: ${call(n)}.`,
    alreadyBlocked: ({ n }) => `I cannot see whether the card is blocked. If Servicedesk has confirmed it, no request is needed from here: write “cancel”. If you are unsure, call ${call(n)} or go on here.`,
    alreadyCalled: ({ n }) => `Good. If Servicedesk has taken your report, no request is needed from here: write “cancel”. Otherwise we go on. The number is ${call(n)}.`,
    direct: ({ n, isDirect }) => `I need your yes to a finished request before I send it.${isDirect ? '' : ' It goes to Servicedesk as a ticket.'} The quickest way is to call: ${call(n)}.`,
    ifYes: ({ n, isDirect }) =>
      isDirect ? `Then I send the request to block the card. The card is blocked only when that is confirmed, and I will tell you here. You can also call: ${call(n)}.` : `Then the request becomes an urgent ticket. The card is not blocked until Servicedesk has confirmed it, so call too: ${call(n)}.`,
    page: ({ n, page }) => `The page is called ${page}. If you do not find it, call Servicedesk: ${call(n)}.`,
    why: ({ n }) => `The details stand in the request, so that the right card is blocked and Servicedesk can reach you. The name is needed, the rest you can skip. You can also call: ${call(n)}.`,
    looking: ({ n }) => `Take the time you need. Nothing has been sent and the card is not blocked. If you do not find it, call ${call(n)} or go on here.`,
  },

  open: {
    sending: (holder, reference, time) => `You have already asked for ${holder}’s card to be blocked, ${time}.${withReference(reference)} The request is on its way. The card is not blocked yet.`,
    open: (holder, reference, time, isLocal) =>
      `You have already asked for ${holder}’s card to be blocked, ${time}.${withReference(reference)} ${isLocal ? 'The request is only saved here.' : 'The request is a ticket at Servicedesk.'} The card is not blocked until Servicedesk has confirmed it.`,
    blocked: (holder, reference, time) => `The card is blocked. It is ${holder}’s card, and you asked for it ${time}.${withReference(reference)}`,
    failed: (holder, reference, time) => `The request made ${time} to block ${holder}’s card could not be sent.${withReference(reference)} I have not blocked the card.`,
    ended: (holder, reference, time) => `Servicedesk has answered the request made ${time} to block ${holder}’s card.${withReference(reference)} I do not know whether it led to a block.`,
    call: (n) => `Call Servicedesk if you want to know more or if it is urgent: ${call(n)}.`,
    other: 'Is it about another card? Choose “Block another card”.',
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
    'own-card-yes': { label: 'Yes, my card', typed: ['mine', 'my card', 'yes', 'yes it is', 'correct', 'right', 'ok', 'okay', 'yep', 'yeah', 'sure', "yes it's me", "it's me", "it's mine"] },
    'other-person': { label: 'No, I am somebody else', typed: ['i am somebody else', 'not me', "that's not me"] },
    colleague: { label: 'It is a colleague’s card', typed: ['colleague', 'a colleague', "colleague's", "a colleague's", "somebody else's", "someone else's", 'somebody else', 'for a colleague'] },
    'own-card': { label: 'It is my own card', typed: ['mine', 'my card', 'my own', 'my own card'] },
    'another-card': { label: 'Block another card', typed: ['another card', 'yes another card', 'no another card'] },
    'no-name': { label: 'I will not give a name', typed: ['anonymous', 'skip', 'rather not'] },
    'skip-surname': { label: 'Skip', typed: ["don't know", 'dont know', 'rather not'] },
    'skip-identity': { label: 'I do not know', typed: ['no', "don't know", 'dont know', 'no idea', 'skip'] },
    'skip-phone': { label: 'Skip', typed: ['none', 'no number', 'no phone', 'no', 'no thanks', 'rather not'] },
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
