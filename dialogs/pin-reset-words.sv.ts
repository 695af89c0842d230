/**
 * What people type in the PIN reset, Swedish. `typed` are whole answers (also shown to the conversation loop as synonyms
 * of a button), `phrases` are recognised inside a longer text. Case, å/ä/ö and punctuation do not matter.
 */
import type { ChoiceId } from './pin-reset-choices.ts';

export interface Words {
  readonly typed: Readonly<Record<ChoiceId, readonly string[]>>;
  readonly phrases: Readonly<Record<ChoiceId, readonly string[]>>;
  /** Spellings, each with the word that they are read as. */
  readonly variants: readonly (readonly [string, string])[];
  readonly negations: readonly string[];
  /** Opening words that fit several cases. */
  readonly unclear: readonly string[];
}

const fails = [
  'fungerade inte', 'fungerar inte', 'funkade inte', 'funkar inte', 'inte fungerar', 'inte funkar', 'funkar ente', 'går inte', 'gick inte', 'inte går',
  'händer inget', 'händer ingenting', 'händer inte', 'fel', 'felmeddelande', 'hittar inte', 'ser inte', 'finns inte', 'krånglar', 'strular', 'fastnat', 'kommer inte vidare',
];

const lostPuk = [
  'tappat puk', 'tappat bort puk', 'tappat min puk', 'tappat bort min puk', 'glömt puk', 'glömt min puk', 'hittar inte puk', 'hittar inte min puk',
  'har inte puk', 'har inte min puk', 'har inte kvar puk', 'har inte kvar min puk', 'har ingen puk', 'ingen puk', 'saknar puk', 'slängt puk', 'förlorat puk',
  'slarvat bort puk', 'slarvat bort min puk', 'minns inte puk', 'minns inte min puk', 'puk är borta', 'ny puk', 'beställa puk', 'kan inte puk', 'har jag ingen puk',
];

export const words: Words = {
  typed: {
    forgot: ['glömt', 'glömd', 'glömt pin', 'glömt koden', 'jag har glömt den', 'minns inte', 'kommer inte ihåg'],
    locked: ['låst', 'låst kort', 'kortet är låst', 'fel kod', 'koden är spärrad', 'kortet är spärrat efter fel kod'],
    change: ['ändra', 'byta', 'byt', 'byta kod', 'ändra pin', 'byta pin'],
    'puk-lost': ['puk', 'ingen puk', 'tappat puk', 'glömt puk', 'ny puk'],
    'card-lost': ['kortet är borta', 'borta', 'stulet', 'tappat kortet', 'tappat bort kortet'],
    'puk-yes': ['ja', 'japp', 'jo', 'jadå', 'visst', 'ja det har jag', 'det har jag', 'har den', 'jag har den'],
    'puk-no': ['nej', 'nä', 'näe', 'nope', 'ingen puk', 'har den inte', 'hittar den inte', 'borta', 'tappat den'],
    'what-is-puk': ['vad är puk', 'vad är puk för något', 'vad är det', 'vet inte', 'vet ej', 'osäker', 'puk'],
    'employed-yes': ['ja', 'japp', 'jo', 'jadå', 'anställd', 'region skåne', 'det är jag', 'ja det är jag'],
    'employed-no': ['nej', 'nä', 'näe', 'privat', 'inte anställd', 'privat vårdgivare', 'kommunen', 'annan arbetsgivare'],
    done: ['klart', 'klar', 'ok', 'okej', 'nästa', 'gjort', 'ja', 'japp', 'jo', 'fortsätt', 'vidare', 'det gick', 'det gick bra', 'check', 'båda', 'bägge'],
    failed: ['nej', 'nä', 'näe', 'det fungerade inte', 'fungerar inte', 'funkar inte', 'funkade inte', 'går inte', 'det går inte', 'det gick inte', 'gick inte', 'hittar inte', 'inget händer'],
    'all-steps': ['alla', 'alla steg', 'allt', 'visa allt', 'visa alla', 'alla på en gång'],
    legitimering: ['legitimera', 'logga in', 'inloggning', 'den första', 'legitimeringskoden'],
    underskrift: ['skriva under', 'signera', 'signering', 'den andra', 'underskriftskoden'],
    'what-is-the-difference': ['skillnaden', 'vad är skillnaden', 'vilken', 'vilken kod', 'vet inte', 'vet ej', 'osäker'],
    'card-not-read': ['kortet', 'läsaren', 'kortläsaren', 'läses inte', 'snurrar'],
    'no-icon': ['ikonen', 'ingen ikon', 'hittar inte ikonen', 'ikonen finns inte', 'net id'],
    'wrong-puk': ['puk', 'fel puk', 'puk är fel', 'puk är låst'],
    'wrong-pin': ['fel kod', 'gamla koden', 'koden är fel', 'koden är låst'],
    other: ['annat', 'nåt annat', 'något annat', 'vet inte', 'vet ej', 'inget av det', 'inget av dem'],
    worked: ['ja', 'japp', 'jo', 'ok', 'okej', 'klart', 'nu fungerar det', 'nu funkar det', 'det fungerar', 'det funkar', 'löst'],
    'still-failing': ['nej', 'nä', 'näe', 'fortfarande inte', 'fungerar inte', 'funkar inte', 'samma fel', 'går inte'],
  },
  phrases: {
    forgot: ['glömt', 'glömd', 'glömde', 'minns inte', 'minns ej', 'kommer inte ihåg', 'kommer ej ihåg'],
    locked: ['låst', 'låste', 'låser sig', 'lås upp', 'låsa upp', 'tre gånger', '3 gånger', 'för många gånger', 'fel för många', 'slagit fel', 'slog fel', 'skrivit fel', 'skrev fel', 'fel kod'],
    change: ['ändra', 'ändrar', 'byta', 'byter', 'byt'],
    'puk-lost': lostPuk,
    'card-lost': ['tappat kortet', 'tappat bort kortet', 'tappat mitt kort', 'tappat bort mitt kort', 'förlorat kortet', 'kortet är borta', 'kortet är stulet', 'kortet blev stulet', 'stulit kortet', 'blivit av med kortet', 'hittar inte mitt kort'],
    'puk-yes': ['har puk', 'har min puk', 'har en puk', 'har den', 'har hittat', 'hittade den', 'hittade puk'],
    'puk-no': ['har inte', 'har ingen', 'hittar inte', 'har jag inte', 'den inte', 'är borta', 'tappat', 'slängt', 'inte kvar'],
    'what-is-puk': ['vad är puk', 'vad är en puk', 'vad betyder puk', 'vad menas med puk', 'vad är det för kod', 'vet inte vad puk är'],
    'employed-yes': ['anställd av region', 'anställd i region', 'anställd på region', 'anställd hos region', 'jobbar i region', 'jobbar för region', 'jobbar på region', 'jobbar åt region'],
    'employed-no': ['inte anställd', 'privat', 'privata', 'privat vårdgivare', 'privatanställd', 'annan arbetsgivare', 'kommunen', 'kommun', 'konsult', 'bemanning', 'inhyrd'],
    done: ['gick bra', 'det gick', 'är klar', 'är klart', 'är det klart', 'har gjort', 'är inläst', 'slutat snurra', 'hittade ikonen', 'hittade den', 'ser ikonen', 'det fungerade', 'det funkade', 'har valt'],
    failed: fails,
    'all-steps': ['alla steg', 'allt på en gång', 'alla på en gång', 'hela instruktionen', 'hela listan', 'visa allt'],
    legitimering: ['legitimering', 'legitimera', 'legitimeringskoden', 'legitimeringskod', 'logga in', 'inloggning'],
    underskrift: ['underskrift', 'underskriftskoden', 'underskriftskod', 'skriva under', 'signera', 'signering'],
    'what-is-the-difference': ['vad är skillnaden', 'vilken kod', 'vilken av dem', 'vilken ska jag', 'vad är legitimering', 'vad är underskrift', 'vad betyder legitimering', 'vad betyder underskrift'],
    'card-not-read': ['läses inte', 'läser inte', 'läser inte in', 'snurrar', 'fortsätter snurra', 'slutar inte snurra', 'inget kort', 'hittar inte kortet', 'läsaren funkar inte', 'läsaren fungerar inte', 'kortläsaren fungerar inte', 'kortläsaren funkar inte', 'läsaren är trasig'],
    'no-icon': ['hittar inte ikonen', 'hittar ingen ikon', 'ser inte ikonen', 'ser ingen ikon', 'ingen ikon', 'ikonen finns inte', 'ikonen syns inte', 'ikonen är borta', 'ikonen saknas', 'inget net id', 'har inte net id', 'hittar inte net id', 'saknar net id'],
    'wrong-puk': ['fel puk', 'puk är fel', 'puk är låst', 'puk är spärrad', 'puk funkar inte', 'puk fungerar inte', 'puk fungerade inte', 'puk går inte', 'puk godtas inte', 'puk stämmer inte', 'godkänner inte puk', 'tar inte puk'],
    'wrong-pin': ['fel kod', 'kod är fel', 'kod är låst', 'kod funkar inte', 'kod fungerar inte', 'kod godtas inte', 'kod stämmer inte', 'har glömt', 'minns inte'],
    other: ['något annat', 'inget av det'],
    worked: ['fungerar nu', 'nu fungerar', 'nu funkar', 'funkar nu', 'det fungerade', 'det funkade', 'löste sig', 'det gick', 'det hjälpte'],
    'still-failing': [...fails, 'fortfarande', 'samma fel', 'hjälpte inte', 'hjälper inte'],
  },
  variants: [
    ...['puken', 'puck', 'pucken', 'pukkod', 'pukkoden', 'puk kod', 'puk koden', 'puckkod', 'upplåsningskod', 'upplåsningskoden'].map((form) => [form, 'puk'] as const),
    ...['koden', 'pin', 'pinn', 'pinkod', 'pinkoden', 'pin kod', 'pin koden', 'säkerhetskod', 'säkerhetskoden'].map((form) => [form, 'kod'] as const),
  ],
  negations: ['inte', 'ej', 'icke', 'ente', 'ingen', 'inget', 'aldrig'],
  unclear: ['spärrat', 'spärrad', 'spärr', 'spärra', 'spärrade', 'strular', 'krånglar', 'klyddig', 'klydd', 'problem', 'funkar inte', 'fungerar inte', 'går inte', 'trubbel'],
};
