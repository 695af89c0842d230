/**
 * What people write to steer the conversation, Swedish. Patterns over folded words; each must be the whole message once the
 * words that may stand before and after have been taken off.
 */
import type { Command } from './commands.ts';

export interface CommandWords {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly commands: Readonly<Record<Command, readonly string[]>>;
  /** A person by name, which means the wish for one only when it is the whole message. */
  readonly someone: readonly string[];
  /** In a dialog this gives a number instead. */
  readonly callMe: readonly string[];
  /** Help as an answer to the bot's own words, which a dialog may take for its own first. */
  /** How a request goes, without naming it. */
  readonly howItGoes: readonly string[];
  readonly confused: readonly string[];
  /** Joins two needs. */
  readonly both: readonly string[];
  /** The matter is settled without the bot. */
  readonly solved: readonly string[];
}

const SOMEONE = String.raw`(?:(?:en|ett|er|nagon|nan)? ?(?:riktig|levande|javla|vanlig|mansklig)? ?(?:manniska|person|medarbetare|handlaggare|tekniker|support(?:en|tekniker)?|it-? ?support(?:en)?|helpdesk(?:en)?|service ?desk(?:en)?|sd)|nagon(?: annan)?|nan)`;
const TICKET = String.raw`(?:(?:ett|en)? ?(?:nytt|ny)? ?(?:arende|supportarende|felanmalan|anmalan))`;
const MINE = String.raw`(?:mina (?:person)?uppgifter|mina? data|allt (?:ni (?:har|vet) )?om mig|mig|(?:det har |den har |var )?(?:chatten?|samtalet|chatthistoriken|historiken))`;
const OWN_TICKET = String.raw`(?:mitt|min|mina|vart) (?:senaste )?(?:arende|anmalan|begaran)(?:n|t|et)?|arendet|arende et-?\d+|et-?\d{3,}|begaran`;

export const swedish: CommandWords = {
  before: [
    'ah', 'aha', 'nej', 'nej tack', 'na', 'nae', 'ok', 'okej', 'ja', 'jo', 'men', 'nu', 'da', 'snalla', 'hej', 'hejsan', 'hallo', 'halla', 'du', 'forlat', 'oj', 'usch', 'alltsa', 'kan du', 'kan ni', 'kan jag', 'kan vi', 'kan nagon', 'kunde du', 'skulle du kunna', 'far jag', 'fa',
    'jag vill', 'jag vill att du', 'jag vill att ni', 'jag skulle vilja', 'jag behover', 'jag maste', 'jag onskar', 'vill', 'maste', 'behover',
  ],
  after: ['tack', 'nu', 'da', 'snalla', 'istallet', 'i stallet', 'direkt', 'genast', 'for fan', 'for helvete', 'fan', 'helvete', 'at mig', 'ar du snall'],
  commands: {
    'cancel-all': [String.raw`(?:avbryt|strunta? i|skit i|glom|stoppa) (?:allt|alltihop|alltsammans|bada)`],
    cancel: [
      String.raw`avbryta?(?: (?:det|det har|detta|har|arendet|begaran|anmalan))?|avsluta(?: (?:det|det har|chatten|samtalet))?|stopp|stop|stoppa`, '(?<!vill )sluta',
      String.raw`strunta? i (?:det|det har|detta|arendet|begaran)|strunt ?samma|skit ?samma|skit i (?:det|det har|detta)|(?:glom|glomma) (?:det|det har|detta|bort det|arendet)`,
      String.raw`lagg (?:av|ner)|lat bli|det var inget|(?:jag )?(?:har )?(?:angrar|angrade|angrat) mig|angra|(?:jag )?vill inte (?:langre|mer|fortsatta)|(?:det )?behovs inte langre`,
    ],
    call: [String.raw`(?:jag )?(?:ringer|far ringa|kan ringa)(?: (?:sjalv|dem|dom|er|servicedesk|hellre))?`],
    leave: ['hej ?da', 'hejda da', 'vi hors', 'ha det(?: bra| gott)?', 'adjo'],
    back: [String.raw`(?:ga |ga ett steg |backa |ta mig )?(?:tillbaka|tillbaks|bakat)(?: (?:ett steg|en fraga|igen))?|backa(?: ett steg)?|(?:ett steg|en fraga) (?:tillbaka|tillbaks|bakat)|(?:forra|foregaende)(?: (?:fragan|steget))?`],
    restart: ['(?:borja|starta) om(?: fran borjan)?'],
    repeat: [String.raw`upprepa(?: (?:det|fragan|steget))?|(?:ta|tar|sag|saga|skriv|skriva) (?:det|fragan|steget) (?:igen|en gang till)|en gang till|vad sa du|vad var fragan`],
    wait: [
      String.raw`vanta(?: (?:lite|lite till|ett tag|en stund|en sekund|ett ogonblick))?|(?:ett )?ogonblick|(?:en )?sekund|strax|ge mig (?:en|nagra) (?:minut|minuter|stund|sekund)|hall (?:pa|ut)`, '(?:ska |far )?(?:bara )?(?:kolla|leta)(?: lite)?',
    ],
    help: [String.raw`hjalp(?:a)?(?: mig)?|meny|(?:vad|va) kan du(?: gora| hjalpa (?:mig |till )?med)?`],
    identity: [
      String.raw`(?:vad|va) heter du|vem ar du|vad ar du(?: for (?:nagot|en))?|(?:ar|e) (?:du|det|det har)(?: bara)? en(?: riktig| levande)? (?:robot|bot|chatbot|manniska|ai|maskin|person)|ar du (?:chat ?gpt|ai|manniska|riktig|verklig|mansklig|pa riktigt)`,
      String.raw`(?:chattar|pratar|skriver) jag med en(?: riktig)? (?:robot|bot|manniska|ai|person)|mar du bra|hur mar du`,
    ],
    person: [
      String.raw`(?:prata|tala|snacka|chatta|komma i kontakt|ha kontakt|fa kontakt)(?: direkt)? med ${SOMEONE}(?: pa servicedesk)?`, String.raw`(?:kontakta|ringa?|na|fa tag (?:i|pa)|koppla mig(?: vidare)?(?: till)?|ge mig|ha|hjalp av|hjalp fran) ${SOMEONE}`, 'koppla (?:mig|vidare|mig vidare)',
      String.raw`(?:skriva?|skapa|lagga?(?: in| upp)?|oppna|registrera|gora?|skicka(?: in)?|starta) ${TICKET}(?: till (?:servicedesk|er|dem))?(?: (?:om|angaende|gallande|for|pa) .+)?`, 'felanmala?n?',
    ],
    erase: [String.raw`(?:radera|raderar|ta bort|tar bort|glom) ${MINE}`],
    status: [
      String.raw`(?:jag undrar )?hur det (?:gar|gick|ligger till) (?:med|for) (?:${OWN_TICKET})`, String.raw`hur (?:gar|gatt|gick|ligger) (?:det|de)(?: till)? (?:med|me|for) (?:${OWN_TICKET})(?: \p{L}+)?`, String.raw`(?:vad|va) (?:har )?(?:hander|hande|hant|blev det|blir det) (?:med|i|av) (?:${OWN_TICKET})`,
      String.raw`har (?:nagon|nan|ni|de|dom) (?:\p{L}+ )?(?:tittat|kollat|sett|last|svarat|borjat|fatt|tagit emot|hunnit)(?: \p{L}+)? ?(?:pa|i|med|om)? ?(?:${OWN_TICKET})`, String.raw`(?:finns det|har jag fatt|har det kommit) (?:nagot |nat )?(?:svar|besked|nytt)(?: (?:pa|om|i) (?:${OWN_TICKET}))?`,
      String.raw`(?:har |kom )?(?:${OWN_TICKET}) (?:kommit )?fram`, String.raw`har (?:${OWN_TICKET}) kommit (?:fram|in)`, String.raw`kom (?:${OWN_TICKET}) fram`, String.raw`(?:visa|se|kolla|lista) (?:${OWN_TICKET}|mina arenden)`, 'mina? arenden?|mitt arende',
      String.raw`(?:status|laget)(?: (?:pa|for|med|i))? (?:${OWN_TICKET})`, String.raw`(?:vad ar|hur ar) (?:status|statusen|laget)(?: (?:pa|for|med|i)) (?:${OWN_TICKET})`, String.raw`(?:ar|blev) (?:${OWN_TICKET}) (?:klart|skickat|avslutat|besvarat|mottaget|registrerat|lost)`, String.raw`(?:arende )?et-?\d{3,}`, '(?:ar|blev) (?:det|den) (?:skickat|skickad|sparat|sparad|registrerat|framme)|har (?:det|den) (?:kommit fram|skickats)|kom (?:det|den) fram',
    ],
    amend: [String.raw`(?:ta bort|radera|stanga?|avsluta|andra|aterkalla|dra tillbaka) (?:mitt arende|arendet|mina arenden|arende et-?\d+|et-?\d{3,}|min anmalan)`],
    'to-swedish': ['(?:pa )?svenska', '(?:prata|skriv|skriva|ta det pa) svenska'],
    'to-english': ['(?:pa )?engelska', '(?:prata|skriv) engelska'],
  },
  someone: [String.raw`(?:en |ett )?(?:riktig |levande |javla )?(?:manniska|person|medarbetare|handlaggare|tekniker|support(?:en|tekniker)?|it-? ?support(?:en)?|helpdesk(?:en)?|service ?desk(?:en)?|sd|live-? ?chatt?)`],
  callMe: [String.raw`(?:nagon |nan |servicedesk |ni )?(?:far |kan |maste )?(?:ring|ringa|ringer)(?: upp)? (?:upp )?mig(?: pa .+)?`],
  howItGoes: ['status(?:en)?', 'laget', 'hur gar det', 'hur gick det', 'vad hander', 'ar det klart', 'har det hant nat', 'na(?:go)?t nytt'],
  confused: [String.raw`(?:jag )?(?:fattar|forstar|begriper) (?:inte|inget|ingenting|ente)(?: (?:nagot|nat|fragan|vad du menar))?|(?:vad|va) (?:menar du|menas|betyder det)(?: med det)?|hur da|va`],
  both: ['bade', 'och', 'samt', 'dessutom', 'ocksa', 'plus', '2'],
  solved: [String.raw`(?:det|de) (?:loste sig|har lost sig|ordnade sig)|jag (?:loste|fixade) (?:det|problemet)(?: sjalv)?|(?:det|kortet|nu) (?:funkar|fungerar)(?: (?:det|nu|igen))*|(?:allt )?(?:loste sig|har lost sig)`],
};
