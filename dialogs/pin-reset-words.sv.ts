/**
 * What people type in the PIN reset, Swedish. `typed` are short whole answers that only the question at hand gives a
 * meaning (also shown to the conversation loop as synonyms of a button). `signs` are patterns for what a text says wherever
 * it stands, over the canonical spelling (pin-reset-canonical.ts): folded letters, one space between words, and the
 * spellings of `variants` made one. "last" is both "låst" and "läst" there, and "andra" both "ändra" and "andra".
 */
import type { ChoiceId } from './pin-reset-choices.ts';
import type { Sign } from './pin-reset-signs.ts';

export interface Words {
  readonly typed: Readonly<Partial<Record<ChoiceId, readonly string[]>>>;
  readonly signs: Readonly<Record<Sign, readonly string[]>>;
  /** Each spelling that is read as the word. */
  readonly variants: Readonly<Record<string, readonly string[]>>;
  /** Typed on their own: "nästa" is done, and answers a yes too. */
  readonly done: readonly string[];
  /** Before the answer proper: "men för fan ja". */
  readonly fillers: readonly string[];
  /** Before the number of a step. */
  readonly atStep: readonly string[];
  /** Step numbers in letters, from one. */
  readonly numbers: readonly string[];
}

const MY = '(?: (?:min|mitt|mina|sitt|den|det|de|hela|bort|ocksa|jag|bade|pin|och))*';
const CARD = '(?:kort|planbok(?:en)?|vaska(?:n)?|ryggsack(?:en)?|nyckelknippa(?:n)?)';
const LOSING = '(?:tapp?at|tappade|tappa|forlorat|forlorade|slarvat|slarvade|forlagt|(?:blivit|blev) av med|snott|snodde|stulit|stal)';
/** Up to three words between a thing and what is said of it, none of them another thing. */
const near = (max: number) => `(?: (?!(?:pin|puk|kort|kuvert|kuvertet|brev|brevet|ikon|ikonen|men|fast|och|eller|att|for|hittade|om|med|kvar) )\\p{L}+){0,${max}}`;
const GONE = '(?:borta|stulet|stulen|forsvunne[nt]|forsvunnit|forsvann|tapp?a[td])';
const NO_VERB = '(?:fungerar|fungerade|gar|gick|hander|hande|kommer|vill|syns|finns|hittar|hittade|ser|far|kan|stammer|matchar|godtar|godtas|godkanner|godkanns|accepterar|accepteras|lases|laser|blinkar|startar|oppnas|svarar|visar|fragar|fragade|har|tar)';
const NOT = '(?:inte|inget|ingen|inga|ingenting)';
const ICON = '(?:ikon\\p{L}*|net id)';
const WORKS_NOT = '(?:fel|last|lastes|sparrad|blockerad|forbrukad|(?:fungerar|fungerade|gar|gick|godtas|godkanns|stammer|accepteras|duger) inte)';
const LETTER = '(?:kuvert(?:et)?|kodbrev(?:et)?|brev(?:et)?)';

export const words: Words = {
  typed: {
    forgot: ['glömt', 'glömd', 'jag har glömt den', 'minns inte', 'kommer inte ihåg'],
    locked: ['låst', 'fel kod', 'fel pin', 'pin', 'koden', 'pinkoden', 'jag skrev fel', 'skrev fel'],
    change: ['ändra', 'byta', 'byt'],
    'puk-lost': ['puk', 'puken', 'ny puk'],
    'card-lost': ['borta', 'stulet', 'kortet'],
    'what-is-puk': ['puk', 'vad är det'],
    'employed-yes': ['anställd', 'det är jag', 'ja det är jag'],
    legitimering: ['den första', 'första', 'ettan', '1', 'nummer ett'],
    underskrift: ['den andra', 'andra', 'tvåan', '2', 'nummer två'],
    'what-is-the-difference': ['skillnaden', 'vilken', 'vilken kod', 'vet inte', 'vet ej', 'osäker', 'ingen aning'],
    'both-codes': ['båda', 'bägge', 'båda två', 'båda koderna'],
    'all-steps': ['alla', 'allt'],
    'card-not-read': ['kortet', 'läsaren', 'kortläsaren'],
    'no-icon': ['ikonen', 'net id'],
    'wrong-puk': ['puk', 'puken'],
    'wrong-pin': ['gamla koden', 'koden', 'pin'],
    other: ['annat', 'nåt annat', 'vet inte', 'vet ej', 'inget av det', 'inget av dem', 'ingen av dem'],
    worked: ['löst', 'klart'],
    'still-failing': ['samma'],
  },
  signs: {
    'card-lost': [
      `${LOSING}${MY} ${CARD}`, `${LOSING}${MY} kort`, `${CARD}${near(3)} ${GONE}`,
      `(?<!(?:den|datorn|lasaren|kortlasaren|programmet|det|net id) )(?:hittar|finner)(?: jag)? inte${MY} kort`, `kan inte hitta${MY} kort`,
      'har inte(?: kvar)? kort(?! (?:med|har|hemma|i lasaren))', `(?:puk|pin) och kort ${near(2)}?borta`, 'och kort ar(?: \\p{L}+)? borta',
      `nagon(?: har)? (?:tagit|stulit|snott|snodde|stal)`, `(?:stulit|snott) det`, `${CARD}${near(3)} (?:kvar pa|kvarglomt|puts vack)`, `(?:glomt|glomde)${MY} ${CARD} pa`, `${LOSING} det(?!.*${LETTER})`,
    ],
    'card-blocked': [
      '(?:redan|ringde och|ringt och) (?:sparra[td]e?|anmal[td]e?|anmalt|forlustanmalt)', '(?:anmalde|anmalt|forlustanmal(?:de|t)) (?:det|kort|mitt kort)',
      `(?=.*(?:${LOSING}|${GONE})).*sparra(?:t|de) (?:det|kort|mitt kort)`,
    ],
    ill: ['medvetslos', 'hjartstopp', 'andas inte', 'patient(?:en|erna)?(?: \\p{L}+){0,3} (?:dalig|sjuk|medvetslos|andas|bloder|svimma\\p{L}*|dor)', '(?:svimma|bloder)\\p{L}*'],
    over: ['loste sig', 'loste det', 'behovs inte(?: langre)?', 'strunt(?:a)? (?:samma|i det)', 'skit samma', 'det loser sig', 'klarar mig', 'det ordnar sig'],
    solved: ['loste sig', 'har lost sig', 'loste det', '(?:fungerar|fungerade|gick|hjalpte)(?: det)? nu', '(?:nu|sa|det|allt) (?:fungerar|fungerade|gick|hjalpte)', 'gick(?: det)? bra', '(?:nu )?lases (?:det|kort)(?! inte)', 'allt bra', 'lyckades'],
    wait: ['vanta', 'ogonblick', 'strax', 'inte an', 'inte(?: \\p{L}+)? klart?', 'vet inte om det', 'haller pa', 'aterkommer', 'maste (?:ivag|starta om)'],
    but: ['men', 'fast', 'dock'],
    'not-sure': ['vet inte', 'ingen aning', 'osaker', 'kanske', 'ingen koll'],
    'puk-refused': [
      'fel(?: pa)? puk', `puk${near(2)} ${WORKS_NOT}`, '(?:godkanner|tar|godtar|accepterar) inte(?: (?:min|den))? puk', 'puk \\p{L}*sparra\\p{L}*',
    ],
    'puk-refused-if': ['om (?:jag|man) (?:\\p{L}+ )*puk', 'hur manga (?:\\p{L}+ )*puk', '(?:fel|forsok) pa puk'],
    'puk-lacks': [
      `(?:glomt|glomde|tapp?at|tappade|slangt|slangde|forlorat|slarvat|saknar|minns inte|(?:hittar|har)(?: jag)? (?:inte|ingen)|kan inte(?= (?:min )?puk)|fick aldrig|aldrig (?:fatt|haft)|utan|varken)(?: (?!(?:har|men|fast|med|hittade|las|lasa|kort) )\\p{L}+){0,4} puk`,
      '(?:ingen|nya?) puk', 'puk(?: har)? (?:jag )?(?:inte|ingen)', `puk${near(2)} (?:borta|forsvunn\\p{L}*|slangd|tappad)`, `(?:slangt|slangde|tapp?at|tappade|hittar inte)(?: \\p{L}+){0,2} ${LETTER} med`,
    ],
    'puk-has': ['(?<!vem )(?:har|hittade|hittat)(?: (?!(?:inte|ingen|aldrig|tappat|tappa|glomt|slangt|slarvat|forlorat|varken|du|ni|fel|last|kollega|kollegan|chefen|vem|provat) )\\p{L}+){0,4} puk(?!(?: ar| \\p{L}+)? (?:borta|hemma|last|fel)| (?:inte|borta))', `har kvar(?: \\p{L}+)? ${LETTER}`],
    'has-it': [
      '(?:har|hittade|hittat|fann)(?: jag| nu)? (?:den|det|kvar|en)(?! (?:inte|kollega|chef))', '(?:den|det|ja) har (?:jag|hon|han)(?! (?:inte|ingen|glomt|tappat|slangt))', `(?:finns|star|ar|var) i (?:ladan|${LETTER})`, `(?:har|hittade|hittat)(?: jag)?(?: (?:kvar|mitt))? ${LETTER}`,
      'den var (?:i|pa|har)', 'tror det', '(?:hon|han) hittade',
    ],
    'lacks-it': [
      '(?:har|hittar|finner|minns|kommer)(?: (?:jag|den|det|kvar|ju))* inte', 'har(?: jag)? ingen', `(?:den|${LETTER})(?: (?:ar|inte))? borta`, '(?:tapp?at|tappade|slangt|slangde|slarvat|glomt|forlorat)', 'inte kvar', 'puts vack', 'tror inte det', 'har bara pin', 'aldrig (?:fatt|haft)', 'fick aldrig', 'saknar',
    ],
    'it-refused': ['den (?:fungerar|fungerade|gar|gick|godtas|stammer) inte'],
    'puk-elsewhere': ['(?:puk|den|kuvertet|brevet)(?: \\p{L}+)? hemma', '(?<!kort )(?:ligger|ar|finns|kvar|^ja) hemma', 'den ligger', 'i (?:min|sin) (?:vaska|bil)', '(?:kollega|kollegan|chef|chefen|man|fru|sambo|han|hon|nagon annan) har (?:den|puk)'],
    change: ['byta(?! (?:kort|dator))', 'byter', 'byt', 'andrar', '(?<!(?:den|det|de|for) )andra(?: (?:min|mina))?(?: pin|$)'],
    'wants-change': ['(?:vill|kan jag|bara|jag)(?: (?:bara|jag|nu|istallet))* (?:byta|andra)(?! (?:kort|dator))', 'byta(?: \\p{L}+)? (?:pin|istallet)', 'byta i stallet'],
    'knows-pin': ['kom(?: (?:jag|nu|just))* (?:pa|ihag)(?: (?:den|pin|vad|nu))', 'kommer ihag (?:den|pin)', 'minns(?: nu)?(?: jag)? (?:den|pin)', 'kan(?: ju)? (?:min pin|(?:den )?gamla)'],
    forgot: ['glom(?:t|de|d)(?! (?:\\p{L}+ )?(?:kort|puk))', 'minns inte', 'minns jag inte', 'kommer inte ihag', 'vet inte (?:den gamla|min pin|pin)'],
    locked: ['(?:last|laste|lasts)(?! (?:upp|in))', 'laser sig', '(?:las|lasa|laser) upp', '(?:tre|3|for manga|nagra) (?:ganger|fel|forsok)', '(?:slagit|slog|skrivit|skrev|tog|tryckt|tryckte|knappat|knappade)(?: \\p{L}+)? fel', 'fel pin', 'pin(?: (?:ar|har|blev|blivit))? (?:sparra[dt]s?|blockera[dt]s?)', '(?:sparrad|sparrat|blockerat|blockerad) (?:efter|pga|pa grund av|for)(?: \\p{L}+)? (?:fel|tre|3)'],
    'old-pin-refused': ['fel(?: pa)? pin', '(?:gamla|pin)(?: \\p{L}+){0,2} fel', '(?:gamla|pin)(?: pin)? (?:fungerar|fungerade|godtas|godkanns|stammer|gar) inte(?! overens)'],
    'new-pin': ['nya', 'for kort', 'overens', 'matchar'],
    legitimering: ['legitimer\\p{L}*', 'logga(?:r)? in', 'inlogg\\p{L}*'],
    underskrift: ['underskrift\\p{L}*', 'skriv(?:a|er) under', 'signer\\p{L}*'],
    'both-codes': ['bada(?: tva)?', 'bagge', 'bade (?:legitimering|underskrift|inlogg)\\p{L}*'],
    done: [
      'klart?', 'gjort', 'fixat', 'fardigt?', 'inlast', 'isatt', 'insatt', 'slutat snurra', '(?:hittade|hittat)(?: nu)? (?:den|ikon\\p{L}*)', 'ser(?: jag)?(?: nu)? (?:den|meny\\p{L}*|ikon\\p{L}*)', '(?:hoger)?klickat', '(?:har )?valt', 'valde', 'tryckt pa ok', '(?:meny\\p{L}*|fonstret)(?: ar)? uppe', 'fatt upp(?: meny\\p{L}*)?',
      'sitter i', '(?:det|nu) gick', 'gick bra', 'fungerar', 'fungerade', 'allt bra', 'lyckades', 'inga problem', 'bra nu', 'tror det',
    ],
    next: ['sen da', '(?:och|ok) sen', '^sen$', 'vad gor (?:jag|ja)(?: (?:nu|sen))+', 'vad ska jag gora(?: (?:nu|sen))*', '(?:vad|och|ok|a) nu(?: da)?', 'vad hander (?:nu|sen)', 'hoppa over', 'nasta(?: steg)?', 'ga vidare', 'vidare'],
    failed: [
      `${NO_VERB}(?: (?:det|den|jag|upp|ju|fortfarande|sig|aldrig|heller|anda))* ${NOT}(?! problem| an)`, '(?:inte|inget|ingenting) (?:hander|hande|fungerar|fungerade|gar|gick|syns)', `(?:inget|inga) som`, '(?:ser|star|finns|far)(?: jag| det| upp)? bara', '(?<!(?:inget|inga) )problem', 'gatt ut', 'ingen ikon\\p{L}*', 'finns(?: \\p{L}+)? ej', 'hur jag an gor',
      'fel\\p{L}*', 'error', 'krang\\p{L}*', 'strul\\p{L}*', 'fastna\\p{L}*', 'gra(?:tt?|at|a)?', 'gramarker\\p{L}*', 'svart', 'rott', 'tomt?', 'saknas', 'forsvann', 'hanger sig', 'fros', 'snurrar', 'samma sak', 'fortfarande', 'nekad', 'borta', 'trasig\\p{L}*', 'fragar om', 'kraschar', 'misslyck\\p{L}*',
      'star(?: det)? att .* (?:inte|fel|gatt ut|maste|for kort)', 'hinner inte', 'aldrig om',
    ],
    bare: ['^(?:(?:nej|na|nae|ja|klart?|ok|men|fast|det|den|har|tyvarr|bara|alls|heller|ju|nu|fortfarande|samma|sak|anda|vad|gor|jag|hjalp|fungerar|fungerade|gar|gick|inte|hander|hande|inget|ingenting|hittar|misslyckades|fel|blev|blir)(?: |$))+$'],
    'card-not-read': [
      '(?:lases|laser|lasas)(?: \\p{L}+){0,2} (?:inte|inget)', 'inte(?: kan| gar att)? (?:lasas|lases|inlast)', 'kan inte lasas?(?: kort)?', 'snurrar', 'slutar inte snurra', '(?:inget|hittar inte nagot) kort', '(?:den|datorn|lasaren|kortlasaren|programmet|det|net id) (?:hittar|ser) (?:inte|inget)(?: \\p{L}+)? kort',
      '(?:kort)?lasaren?(?: ar)? (?:fungerar inte|trasig|blinkar inte|svarar inte)', '(?:ingen|saknar) (?:kort)?lasare',
    ],
    'no-icon': [
      `(?:hittar|ser|finns|har|syns)(?: jag| det)? (?:inte|ingen|inget|inga)(?: \\p{L}+){0,2} ${ICON}`, `ikon\\p{L}*(?: \\p{L}+){0,2} (?:borta|saknas|inte|forsvunn\\p{L}*)`, `(?:ingen|inget)(?: san| sadan)? ${ICON}`, `saknar ${ICON}`,
    ],
    still: ['fortfarande', 'samma(?: fel| sak)?', 'hjalpte inte', 'hjalper inte', '(?:har |redan )?(?:provat|testat|gjort) (?:allt|det|alla)(?! nu)', 'allt det dar', 'redan (?:provat|testat)', 'har inte tid'],
    'all-steps': ['alla (?:\\p{L}+ )?steg\\p{L}*', '(?:allt|alla) pa en gang', 'hela (?:instruktionen|listan)', 'visa (?:allt|alla|hela)'],
    'one-by-one': ['steg (?:i taget|for steg)', 'ett i taget'],
    again: ['upprepa', '(?:ta|sag|saga|visa|skriv)(?: (?:det|den|om))* igen', 'en gang till', 'vad var det'],
    back: ['forra (?:steget|fragan)', '^(?:ga )?(?:tillbaks?|tillbaka|backa)(?: ett steg)?$', 'steget innan', 'foregaende'],
    restart: ['borja om', 'fran borjan', 'starta om(?! datorn?)'],
    where: ['missat(?: nagot)? steg', 'vilket steg', 'hur manga steg'],
    'ask-puk': ['vad (?:ar |var )?(?:en )?puk(?! ar)', 'vad (?:betyder|menas med) puk', '(?:inte )?vad puk ar', 'vad ar det for pin', 'puk(?: \\p{L}+){0,3} samma', '(?:behover|maste) (?:jag|man)(?: ha)? puk'],
    'ask-where-puk': ['(?:var|vart) (?:hittar|finns|star|far)(?: jag)?(?: \\p{L}+)? (?:puk|den)', 'hur far (?:jag|man) (?:en |min )?puk'],
    'ask-puk-silent': ['hur (?:lang|manga siffror)(?: ar| har)? puk'],
    'ask-pin': ['vad ar (?:en )?pin'],
    'ask-digits': ['hur manga siffror', 'hur lang (?:ska|ar)', 'vilka siffror', '(?:lika|egna|samma) siffror', 'fodelse\\p{L}*', '(?:ar|duger|gar|fungerar)(?: det| den)?(?: en)? (?:ok|bra|okej)(?: pin)?$', 'kan (?:man|jag) ha(?: som pin)?$'],
    'ask-codes': ['skillnad(?:en)?', 'vilken (?:pin|av|ska|ar vilken|behover)', 'vad (?:ar |betyder |e )?(?:legitimering|underskrift)', 'samma pin', 'tva pin\\p{L}*', 'bara en pin', 'tva koder', 'vilken av koderna'],
    'ask-net-id': ['vad ar net id', 'vilken ikon', 'hur ser ikon\\p{L}* ut'],
    'ask-step': [
      'vad (?:menas|menar du)', '(?:fattar|forstar)(?: jag)? inte', 'hur (?:gor|hogerklickar) (?:man|jag)', 'hur gor (?:man|jag) det', '^(?:va|vad|ha|hur|var)(?: da)?$', 'var (?:ar|finns|sitter) (?:den|ikon\\p{L}*|net id)', 'hur ser den ut', 'vet inte hur', 'hur lange ska (?:det|den) snurra', 'var (?:skriver|fyller|gor|hittar) jag',
    ],
    'ask-you': ['kan (?:du|ni|min chef|chefen|nagon|servicedesk|it) (?:lasa upp|aterstalla|fixa|se)'],
    'ask-ritz': ['vad ar ritz', '(?:var|hur) (?:hittar|finns|bestaller|gor)(?: jag| man)?(?: i)?(?: \\p{L}+)? ritz', 'var finns ritz'],
    'ritz-closed': ['(?:kommer|kan) (?:jag )?inte (?:\\p{L}+ )*ritz', 'ritz (?:fungerar|gar) inte'],
    'ask-employer': ['varfor (?:undrar|fragar|vill)', 'spelar det nagon roll', 'vad spelar det', 'vad menar du', 'vad menas', 'bade och'],
    unclear: ['sparr\\p{L}*', 'strular', 'krang\\p{L}*', 'klydd\\p{L}*', 'problem', 'fungerar inte', 'gar inte', 'trubbel', 'blockera\\p{L}*'],
  },
  variants: {
    puk: ['puken', 'puck', 'pucken', 'pukkod', 'pukkoden', 'puk kod', 'puk koden', 'puckkod', 'upplåsningskod', 'upplåsningskoden'],
    pin: ['kod', 'koden', 'pinn', 'pinkod', 'pinkoden', 'pinnkod', 'pinnkoden', 'pin kod', 'pin koden', 'pinen', 'säkerhetskod', 'säkerhetskoden'],
    kort: [
      'kortet', 'sithskort', 'sithskortet', 'siths kort', 'siths kortet', 'rs kort', 'rs kortet', 'tjänstekort', 'tjänstekortet', 'etjänstekort', 'etjänstekortet', 'e tjänstekort', 'e tjänstekortet', 'legg', 'legget', 'leg', 'tjänstelegitimation', 'tjänstelegitimationen', 'skitkort', 'skitkortet',
    ],
    inte: ['ej', 'icke', 'ente', 'int'],
    fungerar: ['funkar'],
    fungerade: ['funkade'],
    nagon: ['nån'],
    nagot: ['nåt'],
    ar: ['e'],
    vad: ['va'],
    istallet: ['i stället'],
    ok: ['okej', 'okey', 'oki'],
  },
  done: ['klart', 'klar', 'gjort', 'fixat', 'färdig', 'färdigt', 'nästa', 'fortsätt', 'vidare', 'check', 'toppen', 'perfekt', 'kanon', 'super', 'bra', 'sådär', 'så', 'mm', 'mhm', 'funkar'],
  fillers: ['men', 'alltså', 'hej', 'å', 'och', 'för', 'fan', 'tack', 'så', 'mycket', 'nu', 'då'],
  atStep: ['(?:steg|nr|nummer)(?: nr)?', '(?:fastn\\p{L}*|ar) (?:vid|pa)(?: steg)?'],
  numbers: ['ett', 'två', 'tre', 'fyra', 'fem', 'sex'],
};
