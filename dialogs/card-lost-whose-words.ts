/** The words by which a message tells whose card it speaks of, in folded letters (see fold.ts), Swedish and English together. */
import { words } from './fold.ts';

export const CARD = String.raw`(?:\p{L}+-?)?(?:kort(?:et)?|legg?(?:et)?|legitimation(?:en)?|bricka(?:n)?|siths\w*|card|badge)`;
/** Kinds of card that end as a genitive does. */
export const CARD_KIND = 'siths|sits|sihts|sith|rs|tjansts|jobbets|tjanstens';
/** Never the writer: nobody is their own colleague. */
const COLLEAGUE = String.raw`(?:arbets?|jobb)?(?:kolleg(?:a|an|or|orna|er|erna)|kamrat(?:en|er)?)|medarbetare?n?|medarbetarna|colleagues?|co-?workers?|team ?mate`;
/** May be what the writer is; with "min", "en" or as "chefen" it is somebody else. */
const ROLE = String.raw`(?:avdelnings|enhets|sommar|sjuk|under|bitrades|over|st-|at-)?-?(?:chef|skoterska|lakare|vikarie|student|praktikant|barnmorska|assistent|konsult|sekreterare|jobbare)|nyanstalld|anstalld|anstallde|ssk|usk|boss|manager|nurse|doctor|employee|substitute|intern|temp`;
const CLOSE = 'friend|kompis|van|man|fru|sambo|tjej|kille|husband|wife';
const DEFINITE_ROLE = String.raw`(?:avdelnings|enhets|sommar|sjuk|under)?(?:chefen|skoterskan|lakaren|vikarien|studenten|praktikanten|barnmorskan|assistenten|konsulten|personalen|tjejen|killen)`;
/** "Jag är en ...", "som en ...": the writer, so not these. */
const A = String.raw`(?<!(?<!\p{L})(?:ar|som|am|as|i'm|blev|blivit) )(?:en|ett|a|an)`;
const DETERMINER = String.raw`(?:min|mina|var|vara|nagon|nan|my|our|the|one of (?:my|our)|en av (?:mina|vara)|${A})(?: \p{L}{2,12})?`;
/** Whoever lies closer than work: only as "min man", since "en man" may be the thief. */
const OF_MINE = String.raw`(?:min|var|my|our) (?:${CLOSE})`;
const A_WHILE = 'timme|timmar|stund|kvart|halvtimme|minut|dag|vecka|manad|while|hour|minute|day|week|month|moment|half';

export const MENTION = String.raw`(?:(?:${DETERMINER} )?(?:${COLLEAGUE})|${DETERMINER} (?:${ROLE})|${OF_MINE}|${DEFINITE_ROLE})`;
export const MENTIONS = words(`${MENTION}(?:s|'s)?`, 'du');
/** "Hon", "he": somebody, not always the holder. */
export const PRONOUN = words('hon|han|hen|she|he', 'u');

export const HAS_LOST = String.raw`(?:(?:har|hade|has|had|lyckats|verkar ha) )?(?:(?:precis|nyss|ocksa|just|visst|tydligen|redan|nu|tyvarr|also) )?(?:tapp?a(?:t|de|r)(?: bort)?|tapt|forlora(?:t|de)|slarva(?:t|de)|forlagt|bl(?:ivit|ev|ir) av med|bliv?it (?:bestulen|bestulna|ranad)|blev (?:bestulen|ranad)|hittar (?:inte|ej)|mist|saknar|lost|misplaced|dropped)`;

/** Whoever these speak of, it is not the writer's card. */
export const OTHERS: readonly RegExp[] = [
  words(String.raw`(?:hans|hennes|hens|deras|sitt|his|her|their) (?:\p{L}+ )?${CARD}`, 'u'),
  words(String.raw`(?:det ar|det var|it is|it's|ar) (?:hans|hennes|hens|deras|his|hers|theirs)`, 'u'),
  words(String.raw`${MENTION}(?:'s|s|') (?:\p{L}+ ){0,2}${CARD}|(?:ar|ar det|is|it's|it is) ${MENTION}(?:'s|s|')`, 'u'),
  words(String.raw`(?:${MENTION}|hon|han|hen|she|he)(?!\p{L})(?:(?!(?<!\p{L})(?:jag|i)(?!\p{L}))[^.?!]){0,70}?(?<!\p{L})${HAS_LOST}`, 'u'),
  words(String.raw`(?:${A}|nagon|nan|someone|somebody) (?!${A_WHILE})\p{L}+(?:(?!(?<!\p{L})(?:jag|i|av mina|min|mitt)(?!\p{L}))[^.,?!]){0,40}?(?<!\p{L})${HAS_LOST}(?! (?:jag|i)(?!\p{L}))`, 'u'),
  words(String.raw`^(?!(?:${CARD_KIND})(?!\p{L}))\p{L}{3,}s ${CARD}`, 'u'),
  words(String.raw`(?:at|for|pa uppdrag av|on behalf of|hjalpa|hjalper|helping) ${MENTION}(?:s|'s)?`, 'u'),
  words(String.raw`(?:for|at) (?:nagon|nan|en) annan(?:s)?|(?:nagon|nan|en) annans|(?:somebody|someone) else(?:'s)?|for (?:hennes|hans|hens) rakning`, 'u'),
  words(String.raw`(?:bad|bett|ber|asked) (?:mig|me) (?:att |to )?(?:sparra|anmala|ringa|rapportera|hjalpa|block|report)`, 'u'),
];

/** "Lena har tappat kortet", "dottern har tappat kortet": a first word that may be anybody. */
export const SOMEBODY_LOST = words(String.raw`^(?!(?:jag|vi|man|nu|nyss|hej\p{L}*|halla|tjena|hi|hello|hey|i ?dag|i ?gar|i ?morse|tyvarr|precis|just|och|men|har|ok|okej|oj|shit|fan|hjalp|help|i)(?!\p{L}))\p{L}{2,} (?:har|hade|has) ${HAS_LOST}(?! (?:jag|vi)(?!\p{L}))`, 'u');
/** Words with a capital that name no person. */
export const NO_PERSON = words(String.raw`siths|rs|net|id|ritz|teams|windows|outlook|i'm|i've|e-katalogen|skanekatalogen|skanetrafiken|skane|pagatagen?|oresundstagen?|ica|coop|\p{L}+dag(?:en|s)?|jan\p{L}*|feb\p{L}*|mars|april|maj|juni|juli|augusti|september|oktober|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mvh|sorry|sharepoint`, 'u');

/** "It is not mine", without saying whose. */
export const NOT_MINE = words(String.raw`(?:inte|ej|ente|not) (?:mitt(?: eget)?|min|my|mine)(?: ${CARD})?`, 'u');
/** The writer's own card, in so many words. */
export const OWN = words(String.raw`(?:mitt|my)(?: (?:eget|egna|own))?(?: (?:rs|siths|e)[- ]?)? ?${CARD}|(?:mitt|my) (?:eget|egna|own)|(?:det ar|it is|it's|that is|that's|jo|ja|yes),? (?:mitt|mine)`, 'u');
/** Both at once: one card at a time. */
export const SEVERAL = words('jag och|och jag|bada|both|and i', 'u');
/** "Jag är inte Bo": whoever writes is not who is signed in. */
export const NOT_ME = words(String.raw`(?:jag ar|i am|i'm) (?:inte|ej|not) (?!anstalld|employed|saker|sure|i |pa |at |on )\p{L}+|(?:det ar |it is |it's )?(?:inte|ej|not) (?:jag|me)(?: som)?|(?:jag heter|my name is) (?:inte|not)`, 'u');

/** First names whose last letter is no genitive. */
export const ENDS_IN_S = words('jonas|lars|mats|anders|johannes|hans|tomas|thomas|andreas|elias|mattias|mathias|markus|marcus|magnus|claes|klas|nils|jens|agnes|doris|iris|lukas|lucas|tobias|niklas|rasmus|linus|james|charles|chris|paulus|julius|thais|moses');
