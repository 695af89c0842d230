/** What comes before the ticket's own questions: urgency, a lost card, illness, and changes to a ticket that is sent. Folded letters (see fold.ts). */
import { fold, words } from './fold.ts';
import { looksLikeQuestion } from './question.ts';

const URGENT = words(String.raw`akut|(?:\p{L}*)bradskande|\p{L}*brattom|snarast|urgent|emergency|asap|patient(?:en|er|erna)? vantar|patients? (?:is |are )?waiting`, 'u');
const NOT_URGENT = words(String.raw`(?:inte|ej|ente|ingen|inget|not|no|isn't) (?:\p{L}+ ){0,2}(?:brattom|bradskande|bradska|akut|urgent|rush|hurry)|kan vanta|can wait|(?:brattom|bradskande|akut|urgent)(?: till| ska vara| to|:)? (?:nej|no)`, 'u');
/** Not the cards of a bank, a door, a car or a telephone. */
const CARD = String.raw`(?!(?:bank|kredit|betal|passer|nyckel|kor|parkerings|buss|sim|bank-|sim-)kort)(?:\p{L}+-)?(?:\p{L}*kort(?:et)?|legg(?:et)?|siths(?:kort(?:et)?)?|tjanstelegitimation(?:en)?|card|badge)`;
const NOT_CARD = String.raw`(?!\p{L}*(?:kod|pin|puk|kuvert|brev|hallare|kontakt|code|holder|envelope))`;
const LOST_CARD = words(
  `(?:tapp?at|tapp?ade|tapt|forlorat|forlorade|slarvat|blivit av med|stulit|stal|snott|lost|stole) (?:${NOT_CARD}\\p{L}+ ){0,3}${NOT_CARD}${CARD}|${CARD} (?:\\p{L}+ ){0,2}(?:stulet|borttappat|tapp?at|snott|forlorat|forsvunnet|stolen|lost)`,
  'u',
);
const CRISIS = words(String.raw`vill (?:inte leva|do)|ta (?:mitt|livet av)|sjalvmord\p{L}*|orkar inte (?:leva|mer)|kill myself|want to die|suicid\p{L}*`, 'u');
const ILLNESS = words(String.raw`\p{L}*sjuk|dalig|ont i|medvetslos\p{L}*|andas|bloder|hjart\p{L}*|skadad\p{L}*|svimma\p{L}*|kramp\p{L}*|dor|doende|unconscious|bleeding|chest pain|injured|ill|sick`, 'u');
const WORK = words(String.raw`(?:\p{L}*)(?:kort\p{L}*|lasaren?|journal\p{L}*|melior|dator\p{L}*|logga|inlogg\p{L}*|signera\p{L}*|recept\p{L}*|net ?id|system\p{L}*|card|computer|records?)`, 'u');
const WORKPLACE = words('jobbar|arbetar|works?|vardcentral\\p{L}*|avdelning\\p{L}*', 'u');
const CHANGES_TICKET = words(String.raw`(?:ta bort|tag bort|stang|avsluta|andra|radera|aterkalla|makulera|angra|dra tillbaka|remove|close|change|delete|withdraw) (?:\p{L}+ ){0,3}(?:arendet?|anmalan|ticket)`, 'u');
const CORRECTS = words(
  String.raw`^(?:nej|oj|vanta|men)?,? ?(?:fel (?:nummer|namn|telefon\p{L}*|mejl\p{L}*|uppgift\p{L}*)|det ska (?:vara|va|sta)|andra (?:mitt |min )?(?:numret|nummer|namnet|namn|kontakten|problemet|amnet|mejlen)|lagga? (?:aven |ocksa )?till|ta bort mitt? (?:nummer|namn|mejl)|wrong (?:number|name)|add that|change (?:the|my))`,
  'u',
);

/** Whether it is urgent, where the text says so either way. */
export function readUrgency(text: string): boolean | null {
  const folded = fold(text);
  if (NOT_URGENT.test(folded)) return false;
  return URGENT.test(folded) ? true : null;
}

/** A lost or stolen card: by the topic of the message, or by its words. */
export function tellsLostCard(text: string, topic: string | null | undefined): boolean {
  return topic === 'card-lost' || LOST_CARD.test(fold(text));
}

/** Someone is ill or in despair: the conversation names 112 and 1177 before anything else. */
export function tellsOfIllness(text: string, topic: string | null | undefined): boolean {
  const folded = fold(text);
  return CRISIS.test(folded) || (topic === 'patient-care' && (ILLNESS.test(folded) || !(WORK.test(folded) || WORKPLACE.test(folded))));
}

/** "Ta bort ärendet", "ändra mitt ärende". */
export const namesTicketToChange = (text: string): boolean => CHANGES_TICKET.test(fold(text)) && !looksLikeQuestion(text);
/** "Fel nummer, det ska vara …": a correction that does not name what it corrects. */
export const correctsTicket = (text: string): boolean => CORRECTS.test(fold(text).trim()) && !looksLikeQuestion(text);
