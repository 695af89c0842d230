/** The words that tell a code from an innocent number, folded (no å, ä, ö) and in lower case, Swedish and English. */
import type { SecretKind } from '../conversation/types.ts';

/** Spellings seen in messages, compounds included: pinkoden, legitimeringskod, puck, pukbrevet, kodkuvert. */
const PIN = /^(?:min|mitt)?(?:pinn?s?|pinn?-?(?:kod|code|brev|kuvert).*|(?:legitimerings|underskrifts|sakerhets|kort)?pinn?(?:en|et)?)$/;
const PUK = /^(?:min|mitt)?(?:puc?k(?:s|en|et)?|puc?k(?:kod|code|brev|kuvert).*)$/;
const CODE = /(?:kod|code)(?:s|en|ens|er|erna|ernas)?$|^(?:kodbrev|kodkuvert|kuvert|legitimering|underskrift|upplasning|losen)(?:s|en|et|er|erna)?$|^siffrorna$/;
const OTHER_CODE = /^(?:fel|error|status|streck|bar|qr|post|zip|land|lands|kall|fargs?)(?:kod|code)/;

/** The kind of code that a word announces, or null. */
export function codeAnnouncedBy(word: string): SecretKind | null {
  if (PIN.test(word)) return 'pin';
  if (PUK.test(word)) return 'puk';
  return CODE.test(word) && !OTHER_CODE.test(word) ? 'code' : null;
}

/** Typing, choosing and trying. */
const TYPING =
  /^(?:skr(?:ev|iva|iver|ivit)|sla|slar|slog|slagit|(?:knapp|mat|prov|test)(?:a|ar|ade|at)|tryck(?:a|er|te|t)|ang(?:e|er|av|ett|ivit)|val(?:ja|jer|de|t)|forsok(?:a|er|te|t)|anvan(?:da|der|de|t)|fyll(?:a|er|de|t)|typ(?:ed|ing)|enter(?:ed|ing)?|tr(?:y|ied|ying)|cho(?:ose|osing|se|sen)|pick(?:ed|ing)?|us(?:e|ed|ing)|wrote)$/;

/** Whether a word tells that something is typed, chosen or tried: a number close by is likely to be a code. */
export function tellsOfTyping(word: string): boolean {
  return TYPING.test(word);
}

const LETTERS = new Set(['brev', 'brevet', 'letter']);

/** Whether a word is the letter that codes come in. */
export function isLetter(word: string): boolean {
  return LETTERS.has(word);
}

const CALLING = new Set('ring ringa ringer call calling phone sms smsa messa'.split(' '));

/** Whether a word calls somebody: the number that it explains comes after it, never before. */
export function tellsOfCalling(word: string): boolean {
  return CALLING.has(word);
}

const INNOCENT = new Set(
  (
    'tel tfn telefon telefonen telefonnr mobil mobilen mobile internt externt ankn anknytning vaxel vaxeln ' +
    'rum rummet room sal salen plan avd avdelning avdelningen enhet enheten kostnadsstalle kostnadsstallet rsid hsa hsaid id ' +
    'arende arendet ticket case incident kl klockan steg step steps version versionen ver build windows dator datorn modell ' +
    'felmeddelande ip postnr organisationsnr orgnr artal'
  ).split(' '),
);
const NAMED_NUMBER = /.(?:nummer|numret|numbers?|nr)$/;

/** Whether a word announces a number that is no secret: a phone, a room, a ticket, a version. */
export function announcesInnocent(word: string): boolean {
  return INNOCENT.has(word) || CALLING.has(word) || OTHER_CODE.test(word) || NAMED_NUMBER.test(word);
}

const WHEN = new Set(
  (
    'nar sedan sen innan fore efter fram fran igar slutade slutat fungerade funkade fungera funka last lastes sparrad sparrades forsvann gick utgick bytte bytts ' +
    'fick hamtade bestallde bestalldes tappade datum datumet when since until till from after before on stopped worked locked expired expires lost date'
  ).split(' '),
);

/** Whether a word tells of a time: beside it a number that reads as a date near today is one. */
export function tellsOfTime(word: string): boolean {
  return WHEN.has(word);
}

const LINKS = new Set('till for pa i hos vid av fran som jag vi man nar to at on in of from that which i we when'.split(' '));

/** Whether a word right after a code's word tells more about that code: "pinkoden som", "koden till". */
export function tellsMore(word: string): boolean {
  return LINKS.has(word);
}

const CONJUNCTIONS = new Set(['och', 'samt', 'eller', 'men', 'and', 'or', 'but']);

export function isConjunction(word: string): boolean {
  return CONJUNCTIONS.has(word);
}

// Folded, "år" is also "är" and "min" is also "my": neither can be a unit here.
const UNITS = new Set(
  (
    'ars kr kronor sek siffror siffrors tecken digits digit years year manader months dagar dagars days timmar hours minuter minutes ' +
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
    'det den de detta denna ja jo japp nej ok okej mm hej nu min mitt mina ju val nog typ alltsa liksom kanske tror bara sa da sen och samt eller ' +
    'har hade klart klar fardig it its my the this that here yes no and or so then done sorry tack'
  ).split(' '),
);

/** Words that say nothing of what a number is. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word) || COPULAS.has(word);
}

/** Numbers that this service publishes itself (the doors of the knowledge): never a secret. */
export const PUBLISHED_NUMBERS: ReadonlySet<string> = new Set(['30000', '0776730000', '46776730000', '0046776730000', '112', '1177', '11414']);
