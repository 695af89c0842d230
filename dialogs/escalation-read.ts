/** What a message says in the dialog with Servicedesk, by its words. Folded letters (see fold.ts), Swedish and English together. */
import { readAssent } from './assent.ts';
import { readContact } from './contact.ts';
import { fold, words } from './fold.ts';
import { looksLikeQuestion } from './question.ts';

const URGENT = words(String.raw`akut|(?:\p{L}*)bradskande|\p{L}*brattom|snarast|urgent|emergency|asap|patient(?:en|er|erna)? vantar|patients? (?:is |are )?waiting`, 'u');
const NOT_URGENT = words(String.raw`(?:inte|ej|ente|ingen|inget|not|no|isn't) (?:\p{L}+ ){0,2}(?:brattom|bradskande|bradska|akut|urgent|rush|hurry)|kan vanta|can wait|(?:brattom|bradskande|akut|urgent)(?: till| ska vara| to|:)? (?:nej|no)`, 'u');
const TROUBLE = words(
  String.raw`inte|ej|ente|aldrig|fel\p{L}*|trasig\p{L}*|krangl\p{L}*|strul\p{L}*|klydd\p{L}*|svart|last|lasta?|laser sig|blinkar|saknas|borta|forsvunn\p{L}*|hanger|langsam\p{L}*|problem\p{L}*|startar om|slocknar|stannar|not|doesn't|can't|cannot|won't|broken|fails?|error|missing|stuck|locked|wrong`,
  'u',
);
const WISH = words(
  String.raw`(?:prata|tala|snacka|chatta|talk|speak|chat) (?:med|to|with)|manniskan?|(?:riktig|real|en|a) person|handlaggare|koppla (?:mig|upp|in|vidare)|ring(?:a|er)? (?:mig|upp)|kontakta (?:mig|servicedesk)|call me|(?:skriva?|skapar?|lagga?|gora?|vill ha|oppna|write|create|open) (?:ett |en |upp |in |a )*(?:arende|anmalan|ticket)|hjalp av (?:en|nagon|nan|servicedesk|support)|(?:a )?human`,
  'u',
);
const SAYS_NOTHING = words(
  String.raw`(?:se|las|som|enligt) ovan|(?:det|vad|som) (?:du|jag|ja) (?:nyss|redan|precis|just|skrev|sa)|har jag (?:redan )?(?:skrivit|sagt)|svart att forklara|vill (?:jag )?(?:inte|ej|ente) (?:beskriva|saga|skriva|forklara)|ingen aning|(?:ingen|inte) spelar roll|see above|hard to explain`,
  'u',
);
const DOES_NOT_KNOW = words(String.raw`^\W*(?:jag |i )?(?:vet|minns) (?:inte|ej|ente)(?: (?:riktigt|vad|hur)(?: det ar| man .*)?)?\W*$|^\W*(?:i )?(?:don'?t|do not) know\W*$`, 'u');
const REFUSES = words(
  String.raw`(?:vill|tanker|lamnar|ger|uppger|saga?r?) (?:jag )?(?:inte|ej|ente)|helst inte|vagrar|inte med att gora|far (?:du|ni) inte|hemlig\p{L}*|anonym\p{L}*|hoppa over|skippa?|(?:inget|utan|ingen|inga|no) (?:nummer|numret|telefon\p{L}*|mobil|namn|mejl|mail|uppgifter|phone|number|name)|har (?:ingen|inte|inget) (?:telefon|mobil|nummer)\p{L}*|(?:ringer|hor av mig|kontaktar (?:er|dem)) (?:sjalv|i ?stallet)|jag (?:ringer|hor av mig)|behovs inte|rather not|(?:don'?t|do not|won'?t|will not) (?:want|give|wish|have)|none of your business|i(?:'ll| will) call`,
  'u',
);
const ASKS_WHY = words(String.raw`varfor|maste jag|behovs det|vad ska (?:ni|du) (?:med|ha)|vafan ska|why|do i have to|what (?:for|do you need)`, 'u');
const ON_FILE = words(String.raw`samma (?:namn|nummer|som|kontakt)|ni har (?:mitt|min|det|den)|har ni redan|star i systemet|same (?:as|name|number)|you have (?:my|it)`, 'u');
const OTHER_WAY = words(String.raw`teams|sms|brev|chatt?en?|svar\p{L}* har|mejl\p{L}*|mail\p{L}*|e-?post\p{L}*|telefon|mobil|ring(?:a|er)? mig|post|phone|text|here`, 'u');
const CANNOT_CALL = words(String.raw`ringt|(?:kan|far|vill|vagar) (?:jag )?(?:inte|ej|ente) ringa|ingen (?:som )?svarar|telefonko\p{L}*|sitter i (?:mote|ko)|nobody answers|(?:can'?t|cannot) call|called`, 'u');
const HAS_CALLED = words(String.raw`(?<!(?:inte|ej|ente|not) )(?:ringt|called)|ingen (?:som )?svarar|telefonko\p{L}*|sitter i ko|nobody answers`, 'u');
const WILL_CALL = words(String.raw`(?:jag )?ring(?:er|a) (?:sjalv|i ?stallet|dem|dit|dit sjalv)|(?:nej|na),? jag ringer|i(?:'ll| will) call`, 'u');
const ABOUT_TICKET = words(
  String.raw`vad (?:ar|menas med|hander|betyder) (?:ett |med |det )?(?:arende\p{L}*|sparas|sen|sedan|nu)|vad hander (?:sen|sedan|nu|med arendet)|nar (?:far|kommer|hor|svarar)|(?:hur (?:lang tid|lange|fort|snabbt)) (?:tar|drojer)|vem (?:laser|far|svarar|ar det som svarar)|kommer nagon (?:att )?(?:ringa|svara|hora)|skickas det|hor (?:ni|de|nagon) av|what happens|when (?:will|do) i|who (?:reads|gets|answers)|how long does it`,
  'u',
);
const OPENING_HOURS = words(String.raw`har (?:ni|de|servicedesk) oppet|nar (?:oppnar|stanger|har)|oppettid\p{L}*|opening hours`, 'u');
const ASKS_NUMBER = words(String.raw`(?:vad|vilket) .{0,12}(?:numret|nummer|telefonnummer)|hur ringer jag|what (?:number|is the number)`, 'u');
const CARD = String.raw`(?:\p{L}+-)?(?:\p{L}*kort(?:et)?|legg(?:et)?|siths(?:kort(?:et)?)?|tjanstelegitimation(?:en)?|card|badge)`;
const NOT_CARD = String.raw`(?!\p{L}*(?:kod|pin|puk|kuvert|brev|hallare|kontakt|code|holder|envelope))`;
const LOST_CARD = words(
  `(?:tapp?at|tapp?ade|tapt|forlorat|forlorade|slarvat|blivit av med|stulit|stal|snott|lost|stole) (?:${NOT_CARD}\\p{L}+ ){0,3}${NOT_CARD}${CARD}|${CARD} (?:\\p{L}+ ){0,2}(?:stulet|borttappat|tapp?at|snott|forlorat|forsvunnet|stolen|lost)`,
  'u',
);
const SOLVED = words(String.raw`(?:problemet ar|det ar|det har|jag har|har) (?:lost|loste) ?(?:sig|det)?|(?:det|problemet) loste sig|(?:jag|vi) loste det|(?:nu )?(?:funkar|fungerar) det(?: nu)?|det (?:funkar|fungerar) (?:nu|igen)|it works now|solved`, 'u');
const CHANGES_TICKET = words(String.raw`(?:ta bort|tag bort|stang|avsluta|andra|radera|aterkalla|makulera|angra|dra tillbaka|remove|close|change|delete|withdraw) (?:\p{L}+ ){0,3}(?:arendet?|anmalan|ticket)`, 'u');
const CORRECTS = words(
  String.raw`^(?:nej|oj|vanta|men)?,? ?(?:fel (?:nummer|namn|telefon\p{L}*|mejl\p{L}*|uppgift\p{L}*)|det ska (?:vara|va|sta)|andra (?:mitt |min )?(?:numret|nummer|namnet|namn|kontakten|problemet|amnet|mejlen)|lagga? (?:aven |ocksa )?till|ta bort mitt? (?:nummer|namn|mejl)|wrong (?:number|name)|add that|change (?:the|my))`,
  'u',
);
const CRISIS = words(String.raw`vill (?:inte leva|do)|ta (?:mitt|livet av)|sjalvmord\p{L}*|orkar inte (?:leva|mer)|kill myself|want to die|suicid\p{L}*`, 'u');
const WORKPLACE = words('jobbar|arbetar|works?|vardcentral\\p{L}*|avdelning\\p{L}*', 'u');
const ILLNESS = words(String.raw`\p{L}*sjuk|dalig|ont i|medvetslos\p{L}*|andas|bloder|hjart\p{L}*|skadad\p{L}*|svimma\p{L}*|kramp\p{L}*|dor|doende|unconscious|bleeding|chest pain|injured|ill|sick`, 'u');
const WORK = words(String.raw`(?:\p{L}*)(?:kort\p{L}*|lasaren?|journal\p{L}*|melior|dator\p{L}*|logga|inlogg\p{L}*|signera\p{L}*|recept\p{L}*|net ?id|system\p{L}*|card|computer|records?)`, 'u');
const SMALL_TALK: readonly (string | null | undefined)[] = ['greeting', 'thanks', 'goodbye', 'help', 'feedback', 'talk-to-servicedesk'];
/** Fewer words tell no problem. */
const PROBLEM_WORDS = 2;
/** More words than this are no mere remark. */
const REMARK_WORDS = 5;

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

/** A question that the conversation answers; a problem is often put as a question too ("varför läses inte kortet?"). */
export function isOtherQuestion(text: string, topic: string | null | undefined): boolean {
  return SMALL_TALK.includes(topic ?? undefined) ? topic !== 'talk-to-servicedesk' && !tellsTrouble(text) : looksLikeQuestion(text) && typeof topic === 'string' && !tellsTrouble(text);
}

export function tellsTrouble(text: string): boolean {
  return TROUBLE.test(fold(text));
}

/** "Det löste sig": no ticket is needed any more. */
export function saysSolved(text: string): boolean {
  return SOLVED.test(fold(text)) && wordCount(text) <= REMARK_WORDS && !words('inte|ej|ente|not').test(fold(text));
}

/** Whether a text can stand as the description of a problem. */
export function isProblem(text: string): boolean {
  const folded = fold(text);
  if (readAssent(text) !== null || SAYS_NOTHING.test(folded) || DOES_NOT_KNOW.test(folded)) return false;
  return wordCount(withoutWish(text)) >= PROBLEM_WORDS && !(ASKS_WHY.test(folded) && REFUSES.test(folded));
}

/** "Hm", "vet inte": too little to add to a ticket. */
export function saysNothing(text: string): boolean {
  return wordCount(text) < PROBLEM_WORDS || SAYS_NOTHING.test(fold(text)) || /^(?:jag )?vet (?:inte|ej)/u.test(fold(text));
}

/** The text without its wish for a person or a ticket, greetings and contact facts, clause by clause. */
export function withoutWish(text: string): string {
  return text.split('\n').map(lineWithoutWish).filter((line) => line !== '').join('\n');
}

function lineWithoutWish(line: string): string {
  return line.split(/(?<=[.!?])\s+/u).flatMap((sentence) => {
    const clauses = sentence.split(/,\s+/u);
    const telling = clauses.filter((clause) => !saysOnlyWish(clause));
    // A sentence that introduces the writer and tells of no trouble is about nothing else.
    return telling.length === 0 || (telling.length < clauses.length && !tellsTrouble(telling.join(' ')) && wordCount(telling.join(' ')) <= REMARK_WORDS) ? [] : [telling.join(', ')];
  }).join(' ');
}

const GREETING = words('^(?:hej(?:san)?|hejhej|halla|tjena|god (?:morgon|dag|kvall)|hello|hi)', 'u');
const GREETING_WORDS = 3;

function saysOnlyWish(clause: string): boolean {
  const folded = fold(clause).replace(/kan (?:ni|du|jag|man) inte/u, '');
  if (WISH.test(folded) && !TROUBLE.test(folded.replace(WISH, ''))) return true;
  if (GREETING.test(folded) && wordCount(clause) <= GREETING_WORDS) return true;
  const { found, rest } = readContact(clause);
  return Object.keys(found).length > 0 && wordCount(rest) < GREETING_WORDS && !tellsTrouble(rest);
}

export function wordCount(text: string): number {
  return [...text.matchAll(/\p{L}{2,}/gu)].length;
}

/** "Ta bort ärendet", "ändra mitt ärende". */
export const namesTicketToChange = (text: string): boolean => CHANGES_TICKET.test(fold(text)) && !looksLikeQuestion(text);
/** "Fel nummer, det ska vara …": a correction that does not name what it corrects. */
export const correctsTicket = (text: string): boolean => CORRECTS.test(fold(text).trim()) && !looksLikeQuestion(text);
export const wishesPerson = (text: string): boolean => WISH.test(fold(text));
export const refuses = (text: string): boolean => REFUSES.test(fold(text)) || readAssent(text) === 'no';
export const asksWhy = (text: string): boolean => ASKS_WHY.test(fold(text));
export const saysOnFile = (text: string): boolean => ON_FILE.test(fold(text));
export const namesOtherWay = (text: string): boolean => OTHER_WAY.test(fold(text)) && wordCount(text) <= 4;
export const cannotCall = (text: string): boolean => CANNOT_CALL.test(fold(text));
export const hasCalled = (text: string): boolean => HAS_CALLED.test(fold(text));
export const willCall = (text: string): boolean => WILL_CALL.test(fold(text));
export const asksAboutTicket = (text: string): boolean => ABOUT_TICKET.test(fold(text));
export const asksNumber = (text: string): boolean => ASKS_NUMBER.test(fold(text));
export const asksOpeningHours = (text: string): boolean => OPENING_HOURS.test(fold(text));
