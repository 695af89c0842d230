/** Words that tell who employs somebody, Swedish and English, over the canonical spelling (pin-reset-canonical.ts). */

const OTHER_REGIONS =
  'blekinge|dalarna|gotland|gavleborg|halland|jamtland\\p{L}*|jonkoping\\p{L}*|kalmar|kronoberg|norrbotten|sormland|stockholm|uppsala|varmland|vasterbotten|vasternorrland|vastmanland|vastra gotaland\\p{L}*|orebro|ostergotland';

/** Region Skåne itself, and what only it can be. */
export const REGION = ['region skane\\p{L}*', 'regionen', 'regionanstalld', 'regionens', 'rs', 'sus', 'skanes universitetssju\\p{L}*', 'skaneuniversitetssju\\p{L}*'];

/** An employer that is not Region Skåne. */
export const OTHERS = [
  `region (?:${OTHER_REGIONS})`, 'vgr', 'privat\\p{L}*', 'kommun\\p{L}*', 'konsult\\p{L}*', 'bemanning\\p{L}*', 'inhyrd\\p{L}*', 'hyr(?:sjukskoterska|lakare|personal)', '\\p{L}+ (?:stad|kommun)',
  'egen(?: foretagare| mottagning| klinik)', 'egenforetagare', 'annan arbetsgivare', 'capio', 'praktikertjanst', 'aleris', 'attendo', 'ambea', 'humana', 'kry', 'meliva',
  'stat(?:en|lig|ligt)', 'universitet(?:et)?', 'myndighet\\p{L}*', 'private(?:ly)?', 'consultant', 'agency', 'municipality', 'another employer', 'self employed',
];

/** "Inte anställd", "inte av regionen". */
export const NOT_EMPLOYED = ['(?:inte|not)(?: langre)? (?:anstalld|regionanstalld|employed)', '(?:inte|not) (?:av|i|pa|hos|for|by|for|at) (?:region\\p{L}*|the region)'];

/** Tells of work, but not of the employer: a place of work can have several. */
export const WORK = [
  'jobbar', 'arbetar', '(?:gar|ligger|lyder) under', 'vikarie', 'timvikarie', 'sommarvikarie', 'student', '\\p{L}+student', 'praktik\\p{L}*', 'vardcentral\\p{L}*', '\\p{L}*sjukhus\\p{L}*', '\\p{L}*lasarett\\p{L}*', 'folktandvard\\p{L}*', '\\p{L}*skoterska', 'lakare', 'tandlakare', '\\p{L}*klinik\\p{L}*', 'mottagning\\p{L}*',
  'avd(?:elning)?\\p{L}*', 'work', 'hospital', 'clinic', 'nurse', 'doctor',
];

/** Employed by somebody who is named and is none of the above: "anställd av …". */
export const EMPLOYED_BY = ['anstalld (?:av|hos|pa|i)(?! (?:avd|sjukhus|\\p{L}*sjukhus|\\p{L}*lasarett|vardcentral|en|ett|mitt|min|de|nagon|natt))', 'ja (?:av|hos)', 'employed (?:by|at)'];

/** Says no more than that; whoever has another employer names it, also before the word: "statligt anställd". */
export const EMPLOYED = ['(?:ar|ja|jag) (?:fast ?)?anstalld', '^(?:fast ?)?anstalld', '(?:am|yes) employed'];

/** Left over: employed in a way that is not known here. */
export const EMPLOYED_SOMEHOW = ['\\p{L}*anstalld', 'employed'];
