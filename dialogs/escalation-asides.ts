/** What is said beside an answer: refusals, remarks about calling, questions about the ticket. Folded letters (see fold.ts). */
import { readAssent } from './assent.ts';
import { wordCount } from './escalation-problem.ts';
import { fold, words } from './fold.ts';

const REFUSES = words(
  String.raw`(?:vill|tanker|lamnar|ger|uppger|saga?r?) (?:jag )?(?:inte|ej|ente)|helst inte|vagrar|inte med att gora|far (?:du|ni) inte|hemlig\p{L}*|anonym\p{L}*|hoppa over|skippa?|(?:inget|utan|ingen|inga|no) (?:nummer|numret|telefon\p{L}*|mobil|namn|mejl|mail|uppgifter|phone|number|name)|har (?:ingen|inte|inget) (?:telefon|mobil|nummer)\p{L}*|(?:ringer|hor av mig|kontaktar (?:er|dem)) (?:sjalv|i ?stallet)|jag (?:ringer|hor av mig)|(?:ring|kontakta|mejla) (?:mig )?(?:inte|ej|ente)|behovs inte|rather not|(?:don'?t|do not|won'?t|will not) (?:want|give|wish|have)|none of your business|i(?:'ll| will) call`,
  'u',
);
const NUMBER = words(String.raw`\p{L}*(?:n[ur]mm?e?r|telefon|mobil|mejl|mail|phone)\p{L}*|ring\p{L}*|kontakta|number|call`, 'u');
const NOT_ME = words('inte jag|nagon annan|nan annan|not me|someone else', 'u');
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
/** A way to be reached is named in so few words; more of them say something else. */
const WAY_WORDS = 4;

export const refuses = (text: string): boolean => REFUSES.test(fold(text)) || readAssent(text) === 'no';
/** The refusal is about a number or an address, not about a name. */
export const namesNumber = (text: string): boolean => NUMBER.test(fold(text));
export const saysNotMe = (text: string): boolean => NOT_ME.test(fold(text));
export const asksWhy = (text: string): boolean => ASKS_WHY.test(fold(text));
export const saysOnFile = (text: string): boolean => ON_FILE.test(fold(text));
export const namesOtherWay = (text: string): boolean => OTHER_WAY.test(fold(text)) && wordCount(text) <= WAY_WORDS;
export const cannotCall = (text: string): boolean => CANNOT_CALL.test(fold(text));
export const hasCalled = (text: string): boolean => HAS_CALLED.test(fold(text));
export const willCall = (text: string): boolean => WILL_CALL.test(fold(text));
export const asksAboutTicket = (text: string): boolean => ABOUT_TICKET.test(fold(text));
export const asksNumber = (text: string): boolean => ASKS_NUMBER.test(fold(text));
export const asksOpeningHours = (text: string): boolean => OPENING_HOURS.test(fold(text));
