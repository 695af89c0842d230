/** The words that tell a code from an innocent number, folded (no å, ä, ö) and in lower case, Swedish and English. */
import type { SecretKind } from '../conversation/types.ts';

/** Spellings seen in messages, compounds included: pinkoden, legitimeringskod, puck, kodbrevet. */
const PIN = /^(?:min|mitt)?(?:pinn?s?|pinn?-?(?:kod|code).*|pinn?(?:en|et))$/;
const PUK = /^(?:min|mitt)?(?:puc?k(?:s|en|et)?|puc?k(?:kod|code).*)$/;
const CODE = /(?:kod|code)(?:s|en|ens|er|erna|ernas)?$|^(?:kodbrev|kuvert|legitimering|underskrift|upplasning|losen)(?:s|en|et|er|erna)?$|^siffrorna$/;
const OTHER_CODE = /^(?:fel|error|status|streck|bar|qr|post|zip|land|lands|kall|fargs?)(?:kod|code)/;

/** The kind of code that a word announces, or null. */
export function codeAnnouncedBy(word: string): SecretKind | null {
  if (PIN.test(word)) return 'pin';
  if (PUK.test(word)) return 'puk';
  return CODE.test(word) && !OTHER_CODE.test(word) ? 'code' : null;
}

const INNOCENT = new Set(
  (
    'tel tfn telefon telefonen telefonnr mobil mobilen ring ringa ringer call phone mobile ankn anknytning vaxel vaxeln ' +
    'rum rummet room sal salen plan rsid hsa hsaid id arende arendet ticket case incident kl klockan steg step steps ' +
    'version versionen ver build windows felmeddelande ip postnr organisationsnr orgnr artal'
  ).split(' '),
);
const NAMED_NUMBER = /.(?:nummer|numret|numbers?|nr)$/;

/** Whether a word announces a number that is no secret: a phone, a room, a ticket, a version. */
export function announcesInnocent(word: string): boolean {
  return INNOCENT.has(word) || OTHER_CODE.test(word) || NAMED_NUMBER.test(word);
}

// Folded, "år" is also "är" and "min" is also "my": neither can be a unit here.
const UNITS = new Set(
  (
    'kr kronor sek siffror siffrors tecken digits digit years year manader months dagar dagars days timmar hours minuter minutes ' +
    'sekunder seconds ganger times st stycken anstallda personer patienter people procent meter km'
  ).split(' '),
);

/** Whether a word right after a number makes it an amount. */
export function isUnit(word: string): boolean {
  return UNITS.has(word);
}

const COPULAS = new Set(['ar', 'var', 'blir', 'blev', 'lyder', 'heter', 'is', 'was', 'are', 'becomes']);

export function isCopula(word: string): boolean {
  return COPULAS.has(word);
}

const FILLERS = new Set(
  (
    'det den de detta denna ja jo japp nej ok okej mm hej nu min mitt mina ju alltsa typ och samt eller ' +
    'har hade it its my the this that here yes no and or so sorry tack'
  ).split(' '),
);

/** Words that say nothing of what a number is. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word) || COPULAS.has(word);
}

const DIGIT_WORDS = new Map(
  (
    'noll:0 nolla:0 ett:1 en:1 etta:1 tva:2 tvaa:2 tre:3 trea:3 fyra:4 fem:5 femma:5 sex:6 sexa:6 sju:7 sjua:7 atta:8 nio:9 nia:9 ' +
    'zero:0 oh:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9'
  )
    .split(' ')
    .map((entry): [string, string] => [entry.slice(0, -2), entry.slice(-1)]),
);

/** The digit that a word spells, or null. */
export function digitSpelled(word: string): string | null {
  return DIGIT_WORDS.get(word) ?? null;
}

/** Numbers that this service publishes itself (the doors of the knowledge): never a secret. */
export const PUBLISHED_NUMBERS: ReadonlySet<string> = new Set(['30000', '0776730000', '46776730000', '0046776730000', '112', '1177', '11414']);
