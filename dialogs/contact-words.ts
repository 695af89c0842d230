/** The words by which names, units and numbers are told apart, in folded letters (see fold.ts). */
import { words } from './fold.ts';

/** "avd 12", "vårdcentralen", "lungmottagningen", "ward 4": how the name of a unit begins. */
export const UNIT_WORD = String.raw`avd(?:elning(?:en)?)?\.?|ward|unit|dept\.?|department|enhet(?:en)?|mottagning(?:en)?|vardcentral(?:en)?|vc|klinik(?:en)?|akut(?:en)?|iva|bb|bup|operation|kirurgen|medicin(?:en)?|ortoped(?:en)?|psyk(?:iatrin)?|forlossning(?:en)?|dialys(?:en)?|rehab(?:ilitering(?:en)?)?|habilitering(?:en)?|geriatrik(?:en)?|onkolog(?:en|in)|neurolog(?:en|in)|intensiven|folktandvarden|reception(?:en)?|barn- och \p{L}+|hemsjukvarden|ambulans(?:en)?|labb(?:et)?|rontgen|radiology|emergency|sus|csk|\p{L}+(?:avdelning(?:en)?|mottagning(?:en)?|klinik(?:en)?|enhet(?:en)?|central(?:en)?|akuten)`;

/** Professions and titles: beside a name they belong to neither the name nor the unit. */
export const TITLE = String.raw`(?:leg\.? )?(?:ssk|usk|dr|doktor|doctor|bma|st-lakare|at-lakare|\p{L}*(?:skoterska|lakare|terapeut|sekreterare)|barnmorska|nurse|midwife|physician|tandlakare|student|vikarie|kurator|psykolog|logoped|dietist|receptarie|apotekare|chef|enhetschef)(?!\p{L})\.?`;

/** Words that stand before the unit in "jag jobbar på akuten". */
export const WORKS_AT = words(String.raw`(?:(?:jobbar|arbetar|tjanstgor|works?|working|(?:min|my) (?:enhet|unit) (?:ar|is)):?\s+(?:nu\s+|som \p{L}+\s+|(?:natt|dag|kvall|deltid|heltid)\s+|as an? \p{L}+\s+)?(?:(?:pa|inom|i|vid|hos|at|in|on|for)\s+)?|${TITLE}\s+(?:pa|inom|vid|hos|at)\s+)(?!region sk)(.+)`, 'du');
/** How a correction begins: "nej, det ska vara avd 43". */
export const LEAD_IN = /^(?:(?:nej|na|no|jo|ja|det|den|enheten|avdelningen)[ ,]+)*(?:(?:ska|skall) (?:vara|sta|heta)|byt till|ratt (?:enhet )?ar|should be|it is|ar) +/u;

/** What ends a unit or a name within a sentence. */
export const BREAK = words('(?<!- )och|and|men|but|med|har|hade|has|had|som|ska|sa (?:jag|hon|han)|i morse|i gar|igar|i dag|idag|region skane|hsa|rsid|tel|telefon|mobil|nummer', 'u');

/** Places and hospitals of Skåne: after a comma they still belong to the unit ("avdelning 42, SUS Malmö"). */
export const PLACE_WORD = String.raw`malmo|lund|helsingborg|kristianstad|ystad|trelleborg|landskrona|angelholm|hassleholm|simrishamn|eslov|hoor|sus|csk|\p{L}*(?:sjukhus|lasarett)(?:et)?`;
export const PLACE = words(PLACE_WORD, 'u');
export const ONLY_PLACES = new RegExp(`^(?:(?:${PLACE_WORD})\\s*)+$`, 'u');

/** "jag heter Anna", "my name is Anna", "hon heter Anna". */
export const CALLED = words(String.raw`(?:(?:jag|han|hon|hen|kollegan?|som)?\s*heter|(?:mitt|hennes|hans)? ?namn(?:et)?(?: (?:ar|stavas|ska vara|ska sta|blir))*|(?:det )?stavas|(?:det )?ska sta|my name is|(?:her|his|their) name is|spelled|mvh|(?:vanliga? )?halsning(?:ar)?|regards)\s*[:,]?\s+(.+)`, 'du');
/** "Anna heter jag". */
export const CALLED_BEFORE = /^((?:\p{L}[\p{L}'’-]+ ?){1,4}) heter jag/iu;
/** "jag är Anna": a name only when capitals follow. */
export const I_AM = words(String.raw`(?:jag ar|det ar|i am|i'm|this is)\s+(.+)`, 'du');
/** The writer's own name, not a colleague's. */
export const SPEAKS_OF_SELF = words(String.raw`jag heter|mitt namn|my name|jag ar|i am|i'm`, 'u');

/** Somebody else than the writer: "hennes nummer", "han jobbar på avd 3". */
export const SPEAKS_OF_OTHER = words('hon|han|hen|hennes|hans|hens|deras|she|he|her|his|their|kollegans|kollegan', 'u');

/** Never part of a name. */
export const NOT_A_NAME = words(String.raw`${UNIT_WORD}|jag|du|vi|ni|han|hon|den|det|min|mitt|mina|och|and|with|the|my|i|pa|at|in|on|from|fran|med|som|till|for|of|hej|hello|hi|tack|ja|nej|yes|no|vet|know|inte|ej|not|dont|don't|vill|kan|ska|har|ar|hur|vad|jobbar|arbetar|works?|kort(?:et)?|card|legget|siths\w*|sparra\w*|block\w*|tappa\w*|stul\w*|stolen|lost|borta|kollega\w*|colleague|hjalp|help|skip|hoppa|region|pin|puk|koden?|numret|telefon|mobil|tel|servicedesk|falskt?|alarm|false|skynda|dig|dej|mig|mej|er|oss|halla|dar|har|ring|ringer|ringa|kommer|kom|snart|okej?|okey|okay|snalla|vanta|vantar|igen|stavas|spelled|brada|bradskar|brattom|fattar|forstar|stressad|bara|sist|sista|samma|redan|star|namn|namnet|name|heter|ingen|inget|bra|fel|kort|nu|nyss|idag|igar|imorse|precis|just|alltsa|vad|varfor|sluta|strunta?|glom|skit|fan|javla|helvete|lagg|ner|fort|snabbt|mitt|eget|egna|min|mina|hennes|deras|nagon|nan|annan|annans|alla|allt|bada|kanske|typ|liksom|tyvarr|hittat|hittade|hittar|leta|letar|lag|ligger|hemma|vaska|vaskan|fickan|jobbet|bussen|taget|morgon|kvall|natt|alright|please|mvh|halsningar|hurry|wait|never|mind|forget|found|it|is|was|this|that|what|why|who|he|she|they|also|tror|menar|menade|sa|ursakta|sorry|gick|gar|maste|behover|sager|saga|skriver|skriv|skicka|avbryt|stopp|stop|cancel|enhet|unit|phone|${TITLE}`, 'u');

/** A sentence rather than a bare value. */
export const IN_A_SENTENCE = words(`jag|du|ni|vi|det|den|ar|is|it|this|vill|kan|ska|har|maste|behover|sparra|tappat|hej|tack|ja|nej|vet|inte|jobbar|arbetar|want|need|have|know|don't|please|yes|no`, 'u');

/** Part of a name although in lower case: "Anna von Testsson". */
export const NAME_PARTICLE = /^(?:von|af|av|de|da|di|la|el|al|bin|van|der)$/u;

/** A text that begins with a unit. */
export const STARTS_AS_UNIT = words(String.raw`^\s*(?:(?:pa|fran|vid|at|from)\s+)?(?:${UNIT_WORD})`, 'u');

/** An answer to the question for a unit that names none: a profession, the label itself, several units. */
export const NO_UNIT = new RegExp(String.raw`^(?:${TITLE}|hsa(?:[- ]?id)?|rs[- ]?id|enhet|flera|olika|ingen(?:stans)?|region(?:en)?(?: skane)?)$`, 'u');
