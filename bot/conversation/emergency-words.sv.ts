/**
 * How people say in Swedish that a life is in danger or that somebody is ill. Patterns over folded letters (see
 * dialogs/fold.ts) that match whole words. Staff who say where they work ("akuten", "läkare") say neither.
 */
export interface EmergencyWords {
  readonly signs: readonly string[];
  /** Turns of speech that only sound like a sign. They are taken out first. */
  readonly figures: readonly string[];
  /** What the bot helps with: a part of the message with such a word is read on its own. */
  readonly matters: readonly string[];
  /** Says that somebody works in care, not that they need it. */
  readonly work: readonly string[];
}

const WHO = String.raw`(?:han|hon|hen|nagon|mannen|kvinnan|barnet|patienten|kollegan|(?:min|en|var) \p{L}+)`;
const THING = String.raw`(?:\p{L}*dator\p{L}*|\p{L}*lasare\p{L}*|\p{L}*kort(?:et|en)?|system\p{L}*|skrivare\p{L}*|server\p{L}*|skarm\p{L}*|natet|natverket|program\p{L}*|\p{L}*dosan?|net ?id|\p{L}*telefon\p{L}*|mobil\p{L}*)`;

export const swedish: EmergencyWords = {
  signs: [
    'hjartstopp', 'hjartinfarkt', 'hjartattack', 'hjarnblodning', '(?:har|haft|fatt|far|fick) (?:en )?stroke',
    String.raw`andas inte|inte (?:\p{L}+ )?andas|slutat? andas|svart att andas|far (?:ingen|inte) luft|andnod|kvavs|satt(?:er)? (?:\p{L}+ )?i halsen|halsen svullnar|svullnar i halsen`,
    String.raw`svimma(?:r|t|de)?|avsvimmad|medvetslos\p{L}*|livlos|okontaktbar|kramp(?:ar|er|ade|at|anfall)`,
    String.raw`${WHO} (?:\p{L}+ )?(?:vaknar inte|(?:foll|faller|trillade|sjonk) ihop|(?:haller pa att|kommer att) do|dor)`, 'jag haller pa att do',
    String.raw`allergisk (?:chock|reaktion)|anafyla\p{L}*`, 'bloder|blodde|forbloder|blodning(?:en|ar)?',
    String.raw`brutit (?:\p{L}+ )?\p{L}*(?:arm|ben|handled|fot|hoft|revben)\p{L}*`, 'pakord|knivhuggen|knivskuren|skjuten',
    String.raw`for manga \p{L}*(?:tabletter|piller|alvedon)`, String.raw`overdos(?:en|erat|erade)?|forgiftad|forgiftning`,
    String.raw`vill (?:bara |helst )?do`, String.raw`(?:vill|orkar) inte (?:langre )?leva`, String.raw`(?:ta|tar|tagit|tog) (?:livet av (?:mig|sig)|(?:mitt|sitt) (?:eget )?liv)`,
    'sjalvmord|sjalvmordstankar|suicidal|suicidtankar', String.raw`(?:skadat?|skar(?:a|it)?) (?:mig|sig)(?: sjalv)?`,
    'det brinner|borjat brinna|eldsvada',
    String.raw`brostsmart\p{L}*|tryck over brostet`, String.raw`(?:svara|kraftiga|starka|hemska) smartor`, String.raw`\p{L}*ont i (?:\p{L}+ )?\p{L}+|(?:har|far|fatt) (?:\p{L}+ )?ont(?! om)|gor (?:\p{L}+ )?ont|halsont`,
    String.raw`feber`, 'hosta(?:r|t|n)?', String.raw`magsjuk\p{L}*|kraks|krakts|spyr|diarre\p{L}*`, 'influensan?', String.raw`(?:covid|corona)(?:-?19)?(?![ -]?(?:avd|mott|enhet|intyg|vard))`,
    String.raw`mar (?:\p{L}+ )?(?:daligt|illa)`, String.raw`patient(?:en)? (?:\p{L}+ ){0,3}?(?:ar|blev|blivit) (?:\p{L}+ )?\p{L}*(?:sjuk|dalig|samre)`, 'akut sjuk|svart sjuk',
    'soka (?:vard|lakare)', 'fasta (?:fore|infor|innan)',
  ],
  figures: [
    String.raw`${THING} (?:\p{L}+ ){0,2}?(?:hosta\p{L}*|svimma\p{L}*|kramp\p{L}*|kvavs|dor|vaknar inte|blod\p{L}*|mar (?:\p{L}+ )?(?:daligt|illa)|haller pa att do)`,
    String.raw`(?:do|dor|svimmar?|hjartinfarkt|hjartattack|hjartstopp|feber|kramp(?:er)?|kraks|spyr|huvudvark|ont i (?:huvudet|magen|ogonen|sjalen)|illa|daligt) (?:av|pa|over) (?:den|det|de|er|dig|detta|att|skiten|allt|kortet|systemet|stress|nyfikenhet|skam)(?: har)?`,
    'det brinner i knutarna',
  ],
  matters: [
    String.raw`\p{L}*kort(?:et|en|hallare\p{L}*)?|legg(?:et)?|\p{L}*legitimation\p{L}*|siths\p{L}*`, String.raw`\p{L}*(?:pin|puk|puck)(?:-?kod(?:en|er|erna)?|en)?|\p{L}*kod(?:en|er|erna)?|losen\p{L}*|\p{L}*kuvert\p{L}*`,
    String.raw`cert(?:et|ifikat\p{L}*)?|net ?id|\p{L}*lasaren?|logga\p{L}*|inlogg\p{L}*`, String.raw`servicedesk|arende\p{L}*|kortstation\p{L}*|rsvpn`,
  ],
  work: [
    String.raw`jobbar|arbetar|(?:ar|som) (?:en )?(?:\p{L}*lakare|\p{L}*skoterska|\p{L}*terapeut|barnmorska|psykolog|kurator|ssk|usk|vikarie|(?:enhets)?chef)`, String.raw`\p{L}*akuten|\p{L}*avdelning\p{L}*|avd|vardcentral\p{L}*|mottagning\p{L}*|\p{L}*kliniken`, String.raw`patient(?:en|er|erna)? (?:\p{L}+ )?vantar`,
  ],
};
