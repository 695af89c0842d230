/** The words by which names, units and numbers are told apart, in folded letters (see fold.ts). */
import { words } from './fold.ts';

/** "avd 12", "vårdcentralen", "lungmottagningen", "ward 4": how the name of a unit begins. */
export const UNIT_WORD = String.raw`avd(?:elning(?:en)?)?\.?|ward|unit|dept\.?|department|enhet(?:en)?|mottagning(?:en)?|vardcentral(?:en)?|klinik(?:en)?|akut(?:en)?|iva|operation|kirurgen|labbet|rontgen|sus|csk|\p{L}+(?:avdelning(?:en)?|mottagning(?:en)?|klinik(?:en)?|enhet(?:en)?|central(?:en)?|akuten)`;

/** Words that stand before the unit in "jag jobbar på akuten". */
export const WORKS_AT = words(String.raw`(?:jobbar|arbetar|tjanstgor|works?|working|(?:min|my) (?:enhet|unit) (?:ar|is)):?\s+(?:nu\s+)?(?:(?:pa|inom|i|vid|hos|at|in|on|for)\s+)?(?!region sk)(.+)`, 'du');

/** What ends a unit or a name within a sentence. */
export const BREAK = words('och|and|men|but|med|i morse|i gar|igar|i dag|idag|hsa|rsid|tel|telefon|mobil|nummer', 'u');

/** Places and hospitals of Skåne: after a comma they still belong to the unit ("avdelning 42, SUS Malmö"). */
export const PLACE = words(String.raw`malmo|lund|helsingborg|kristianstad|ystad|trelleborg|landskrona|angelholm|hassleholm|simrishamn|eslov|hoor|sus|csk|skane|\p{L}*(?:sjukhus|lasarett)(?:et)?`, 'u');

/** "jag heter Anna", "my name is Anna", "hon heter Anna". */
export const CALLED = words(String.raw`(?:(?:jag|han|hon|hen|kollegan?|som)?\s*heter|(?:mitt|hennes|hans)? ?namn(?:et)?(?: ar)?|my name is|(?:her|his|their) name is|mvh|(?:vanliga? )?halsning(?:ar)?|regards)\s*[:,]?\s+(.+)`, 'du');
/** "jag är Anna": a name only when capitals follow. */
export const I_AM = words(String.raw`(?:jag ar|det ar|i am|i'm|this is)\s+(.+)`, 'du');
/** The writer's own name, not a colleague's. */
export const SPEAKS_OF_SELF = words(String.raw`jag heter|mitt namn|my name|jag ar|i am|i'm`, 'u');

/** Never part of a name. */
export const NOT_A_NAME = words(String.raw`${UNIT_WORD}|jag|du|vi|ni|han|hon|den|det|min|mitt|mina|och|and|with|the|my|i|pa|at|in|on|from|fran|med|som|till|for|of|hej|hello|hi|tack|ja|nej|yes|no|vet|know|inte|ej|not|dont|don't|vill|kan|ska|har|ar|hur|vad|jobbar|arbetar|works?|kort(?:et)?|card|legget|siths\w*|sparra\w*|block\w*|tappa\w*|stul\w*|stolen|lost|borta|kollega\w*|colleague|hjalp|help|skip|hoppa|region|pin|puk|koden?|numret|telefon|mobil|tel|servicedesk`, 'u');

/** A sentence rather than a bare value. */
export const IN_A_SENTENCE = words(`jag|du|ni|vi|det|den|ar|is|it|this|vill|kan|ska|har|maste|behover|sparra|tappat|hej|tack|ja|nej|vet|inte|want|need|have|know|don't|please|yes|no`, 'u');

/** Part of a name although in lower case: "Anna von Testsson". */
export const NAME_PARTICLE = /^(?:von|af|av|de|da|di|la|el|al|bin|van|der)$/u;

/** A text that begins with a unit. */
export const STARTS_AS_UNIT = words(String.raw`^\s*(?:(?:pa|fran|vid|at|from)\s+)?(?:${UNIT_WORD})`, 'u');
