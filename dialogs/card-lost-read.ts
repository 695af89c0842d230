/** What a typed message says about a lost card, by its words. Folded letters (see fold.ts), Swedish and English together. */
import { fold, words } from './fold.ts';

/** `unknown`: the card is gone, by loss or by theft. The last three are not lost cards. */
export type Event = 'lost' | 'stolen' | 'unknown' | 'at-home' | 'locked-pin' | 'codes-lost';
export type Correction = 'event' | 'when' | 'who' | 'employed' | 'unclear';

const STOLEN = /stul[ei]?[nt]|stals|stold|snott?(?!\p{L})|snodd(?!en)|(?:nagon|nan|de|tjuv\p{L}*) (?:har )?(?:tagit|tog)|inbrott?|ranad|(?<!(?:pa|vid|under|bakom|bredvid|i|av|over) )(?<!\p{L})stolen?(?!\p{L})|theft|thief|robbed|snatched|burgl|(?:someone|somebody) (?:has )?(?:took|taken)/u;
const LOST_VERB = String.raw`tapp?a\p{L}*|tapt|forlora\p{L}*|slarva\p{L}*|forlagt|forlust\s?anmal\p{L}*|bl(?:ivit|ev|ir) av med|(?:hittar|finner) (?:\p{L}+ )?(?:inte|ej|ente)|kan (?:inte|ej|ente) hitta|inte hittat|lost|misplaced|dropped|(?:can'?t|cannot|can not) find`;
const LOST = new RegExp(String.raw`${LOST_VERB}|borta|kom(?:mit)? bort|blev kvar|vet inte var (?:.{0,12}kort|det ar|den ar)|inte sett .{0,8}(?:kort|legg)|forsv[iau]nn?|puts vack|ramlat?|ramlade|trillade|kvar pa (?:bussen|taget)|glom(?:de|t) .{0,30}pa (?:bussen|taget|krogen)|(?:letat|sokt|lett) overallt|kortet finns inte|missing|disappeared|is gone|(?:left|forgot) .{0,30}(?:taxi|bus|train)`, 'u');
const CODE = String.raw`(?:pin|puk|kod|pinkod|pukkod)(?:en|er|erna|koden|koder)?|(?:kod|pin)?(?:kuvert|brev)(?:et)?|losen\p{L}*|envelope|codes?|letter`;
const HOLDER = String.raw`(?:kort)?hallaren?|(?:kort)?snodd(?:en)?|kortfodral(?:et)?|fodral(?:et)?|holder|lanyard`;
const MY = String.raw`(?: bort)?(?: (?:min|mitt|mina|den|de|my|the))?`;
const lossOf = (thing: string): RegExp => words(`(?:${LOST_VERB})${MY} (?:${thing})|(?:${thing}) (?:(?:ar|har|is|are) )?(?:borta|forsvunn\\p{L}*|tappa\\p{L}*|lost|gone|missing)`, 'gu');
const CODES_LOST = lossOf(CODE);
/** "Glömt koden", "det var koden jag menade". */
const CODES_FORGOTTEN = words(String.raw`(?:glom(?:t|de|mer)|forgot\p{L}*)${MY} (?:${CODE})`, 'u');
const CODES_MEANT = words(String.raw`(?:${CODE}) (?:som )?jag menade|menade (?:bara )?(?:min |mina )?(?:${CODE})`, 'u');
const HOLDER_LOST = lossOf(HOLDER);
const AT_HOME = /(?:(?:glom\p{L}*|ligger|kvar|lamna\p{L}*|left|forgot\p{L}*|is)(?:(?! inte| ente| not)[^.]){0,40}|(?:kortet|legget|det|den) ar (?:nog |kanske |sakert |troligen )?)(?:hemma|at home)/u;
/** "Inte stulet": a thing that did not happen. */
const NEGATED = words(String.raw`(?:inte|ej|ente|not|varken) (?:blivit |blev |alls )?(?:stul[ei]?[nt]|bestulen|stolen|tappa[dt]|tappat bort|borttappa[dt]|borta|lost|gone)`, 'gu');
const LOCKED = /(?:fel|wrong) (?:pin|kod|code)|(?:tre|for manga|3|many) (?:ganger|forsok|attempts|tries|fel)|(?:last|laste) sig|(?:ar|blivit|blev) last|locked/u;
const NOT_FOUND = String.raw`(?<!(?:inte|ej|ente|ingen|inget|aldrig|not|nobody|om jag|om du|om ni|nar jag|if i)(?: har| have)? )`;
const FOUND = words(
  String.raw`${NOT_FOUND}(?:hittat|hittade|funnit|found)(?: jag| vi| hon| han)?(?: igen)?(?: (?:mitt|hennes|hans|kollegans|my|the))?(?: (?:\p{L}+-?)?kort(?:et)?| legget| det| den| it| card| igen)|(?:kortet|legget|det|card) (?:ar|har blivit|is|was) (?:upp|ater)?(?:hittat|funnet|found)|(?:kortet|legget|det|den|card|it) (?:har )?(?:dok upp|dykt upp|turned up)|kom(?:mit)? till ratta|falskt alarm|false alarm`,
  'u',
);
/** "Det låg i fickan": found, unless it tells where it lay when it was lost. */
const LAY_THERE = words(String.raw`(?:det|kortet|legget|den) (?:(?:lag|satt) (?:visst |ju |kvar |bara )*(?:i|pa|under|bakom) (?!gar|forrgar|morse|natt|dag|\p{L}+dags)\p{L}+|(?:lag|var) (?:visst |ju |kvar |bara )*hemma)|it was in my \p{L}+`, 'u');
const OTHER_CARD = words(String.raw`(?:ett |en )?(?:annat|another|other) (?:\p{L}+-?)?(?:kort|card|legg)(?:et)?`, 'u');
const UNKNOWN = /^(?:(?:nej|no|ja|hm+),? )?(?:(?:jag|i) )?(?:(?:vet|minns|kommer|kan) (?:inte|ej|ente)(?: ihag| minnas| saga)?|har (?:ingen aning|inte|inget|ingen)(?: \p{L}+){0,2}|ingen aning|inget|ingen|osaker|oklart|ingen koll|idk|(?:do not|don'?t|dunno)(?: know| remember)?|no idea|not sure|unsure|can'?t remember)(?: (?:riktigt|exakt|tyvarr|precis|alls|exactly|sorry|nar|when|det|it))*$/u;
const UNSURE = words('vet (?:inte|ej|ente) om|oklart om|osaker pa om|not sure (?:if|whether)|(?:do not|don\'?t) know (?:if|whether)', 'u');
const REFUSES = /(?:vill (?:inte|ej|ente)|vagrar|hoppa over|skippa|skip|anonym|rather not|don'?t want|will not|won'?t|spelar (?:ingen|inte nagon)? ?roll)/u;
/** No refusal to answer but a wish to stop. */
const STOPS = words('(?:vill|orkar) (?:inte|ej) (?:langre|mer)|(?:det )?behovs (?:inte|ej)', 'u');
const EMPLOYED = words('anstalld (?:av|i|hos|pa|inom) region(?:en)?(?: skane)?|regionanstalld|employed by region(?: skane)?', 'u');
const NOT_EMPLOYED = words(String.raw`(?:inte|ej|ente|not) (?:anstalld|en del av region|employed|regionanstalld)\p{L}*|privat(?:a|anstalld)? ?(?:vard|mottagning|klinik|tandlakar|hospital)\p{L}*|privatanstalld|private (?:care|clinic|provider)\p{L}*`, 'u');
const NO_PHONE = words(String.raw`ring(?:a|er)? (?:mig )?(?:inte|ej|ente)|(?:har|finns|vill) (?:inte |ej )?(?:ha |ge |lamna )?(?:ingen|inget|inte|nagot|nagon|mitt)? ?(?:\p{L}+ )?(?:telefon|nummer|numret|mobil)\p{L}*|(?:ta bort|stryk|radera|utan|slopa|remove|delete) (?:mitt |mina |my |the )?(?:tele?fon|nummer|numret|mobil|phone|number)\p{L}*|no (?:phone|number)|(?:don'?t|do not) call(?: me)?`, 'u');
const CORRECTS = words(String.raw`nej|na|nae|fel|andra\p{L}*|byta?|ratta|korrigera|utan|egentligen|menade|ska (?:vara|sta)|inte (?:stul[et]n?|tappa[dt]|i ?gar|i ?dag|i ?morse)|actually|meant|wrong|change|no`, 'u');
const CHANGES = words(String.raw`andra\p{L}*|ratta|korrigera|byta?|fel|change|correct|wrong|fix|edit`, 'u');
const CORRECTED: readonly (readonly [Exclude<Correction, 'unclear'>, RegExp])[] = [
  ['employed', /anstall|employ/u],
  ['when', /tid|nar|datum|dag|time|when|date/u],
  ['who', /namn|vem|person|numm|numr|telefon|enhet|avdelning|hsa|rsid|mejl|mail|name|who|phone|number|unit/u],
  ['event', /hant|handelse|stul|tappa|vad|event|happen|what|stolen|lost/u],
];
const MAX_REFUSAL_WORDS = 8;

/** What has happened; null when the text does not tell, or tells several things at once ("spärrat" alone tells nothing). */
export function readEvent(text: string): Event | null {
  const all = fold(text).replace(NEGATED, ' ');
  const rest = all.replace(CODES_LOST, ' ').replace(HOLDER_LOST, ' ');
  const isStolen = STOLEN.test(rest);
  const isLost = LOST.test(rest);
  const others: Event[] = [];
  if (AT_HOME.test(rest)) others.push('at-home');
  if (LOCKED.test(rest)) others.push('locked-pin');
  if (isStolen || isLost) {
    if (others.includes('at-home') && UNSURE.test(all)) return 'unknown';
    if (others.length > 0) return null;
    if (isStolen && isLost && words('eller|or').test(rest)) return 'unknown';
    return isStolen ? 'stolen' : 'lost';
  }
  if (all.search(CODES_LOST) !== -1 || CODES_FORGOTTEN.test(all) || CODES_MEANT.test(all)) others.push('codes-lost');
  return others.length === 1 ? (others[0] ?? null) : null;
}

/** "Jag hittade kortet." */
export function saysFound(text: string): boolean {
  return FOUND.test(fold(text));
}

/** "Det låg i fickan": found, said in the middle of a report. */
export function saysItLay(text: string): boolean {
  const folded = fold(text);
  return LAY_THERE.test(folded) && !STOLEN.test(folded) && !LOST.test(folded);
}

/** Another card than one that is already reported. */
export function saysOtherCard(text: string): boolean {
  return OTHER_CARD.test(fold(text));
}

/** Says that something said before is wrong: only then does it replace what is known. */
export function isCorrection(text: string): boolean {
  return CORRECTS.test(fold(text));
}

/** "Ring mig inte", "har ingen telefon": no number will be given. */
export function declinesPhone(text: string): boolean {
  return NO_PHONE.test(fold(text));
}

/** The card is at home, said of the card and not of something else. */
export function saysAtHome(text: string): boolean {
  return readEvent(text) === 'at-home' && words(String.raw`(?:\p{L}+-?)?kort(?:et)?|legget|det|den|card|it`).test(fold(text));
}

/** It was about the codes all the time. Whoever has lost a card for certain may have forgotten a code as well. */
export function meantCodes(text: string, isCardLost: boolean): boolean {
  const folded = fold(text);
  return CODES_MEANT.test(folded) || (!isCardLost && CODES_FORGOTTEN.test(folded)) || (folded.search(NEGATED) !== -1 && LOCKED.test(folded));
}

/** "Vet inte", as the whole answer. */
export function saysUnknown(text: string): boolean {
  return UNKNOWN.test(fold(text).replace(/[.!…]+$/u, '').trim());
}

/** Does not know, or will not say. */
export function declines(text: string): boolean {
  const folded = fold(text);
  return saysUnknown(text) || (text.trim().split(/\s+/u).length <= MAX_REFUSAL_WORDS && REFUSES.test(folded) && !STOPS.test(folded));
}

/** Whether the holder is employed by Region Skåne, where a text says so. */
export function readEmployed(text: string): boolean | null {
  const folded = fold(text);
  if (NOT_EMPLOYED.test(folded)) return false;
  return EMPLOYED.test(folded) ? true : null;
}

/** The same in answer to the question, where less is enough: "ja, på SUS", "nej, kommunen", "konsult". */
export function readEmployedAnswer(text: string): boolean | null {
  const folded = fold(text).trim();
  if (words('^(?:nej|na|nae|no)').test(folded) || words(String.raw`privat\p{L}*|kommun\p{L}*|konsult\p{L}*|hyrpersonal|inhyrd|bemanning\p{L}*|private|consultant|agency`).test(folded)) return false;
  return readEmployed(text) ?? (words('^(?:ja|jo|japp|yes|yeah)').test(folded) || words('region(?:en)? skane|regionen').test(folded) ? true : null);
}

/** Which item of the summary is to be changed ("ändra tiden"); `unclear` when only that something is. */
export function readCorrection(text: string): Correction | null {
  const folded = fold(text);
  if (!CHANGES.test(folded)) return null;
  return CORRECTED.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'unclear';
}

const NOT_QUITE = words('stammer (?:inte|ej|ente)|fel|vanta|inte (?:riktigt|an|rakt)|not (?:quite|right|yet)|wrong|wait', 'u');

/** "Stämmer inte", "nej vänta": a no to what is shown, not to the whole request. */
export function saysNotQuite(text: string): boolean {
  return NOT_QUITE.test(fold(text));
}
