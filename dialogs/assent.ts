/** Whether a whole message agrees or refuses, in everyday words; a yes with anything else beside it is no yes. */
import { fold } from './fold.ts';

/**
 * `wrong`: what was shown is not right, which is no wish to stop. `unclear`: yes and no at once, a yes with a condition, or
 * a yes that asks ("ok?").
 */
export type Assent = 'yes' | 'no' | 'wrong' | 'unclear';

const list = (source: string): ReadonlySet<string> => new Set(source.split(/\s+/u));

const YES = list('ja jaa jaja japp jadå jada jepp jupp jajamen jajaman javisst jo joo joda absolut ok okej okey okidoki visst sjalvklart garna precis perfekt toppen kanon mm mhm bekrafta bekraftar godkanner godkant ratt korrekt stammer bra yes yep yeah yess sure okay correct right fine good j y');
const ACTS = list('kor skicka spara gor skriv skapa registrera send save go do');
const NO = list('nej na nae naa nix nope nepp inte ej ente aldrig ingen inget avbryt avbryta stopp stop stoppa angra angrar angrade lat skit strunt strunta glom lagg no not nope cancel dont');
const NOT = list('inte ej ente not');
const FITS = list('ratt stammer korrekt bra ok okej correct right');
const WRONG = list('fel tvartom wrong incorrect');
const HOLD = list('vanta kanske sen senare typ nastan men fast an klart tror wait maybe later but yet');
const BESIDE = list('det den detta da nu tack sa ar allt alla ser ut blir in ivag for fan helvete snalla jag du kan ni gora till servicedesk ett arende arendet som helt hart fint mycket och pa i bara it is it\'s please that that\'s all looks the this ticket ahead thanks on upp av mig bli behovs behover langre vill alls samma har er ert istallet stallet and');

/** Null where the message says anything else than a plain yes or no. */
export function readAssent(text: string): Assent | null {
  const tokens = tokensOf(text);
  const has = (among: ReadonlySet<string>): boolean => tokens.some((token) => among.has(token));
  if (tokens.length === 0 || !tokens.every((token) => [YES, ACTS, NO, WRONG, HOLD, BESIDE].some((among) => among.has(token)))) return null;
  if (has(WRONG) || (has(NOT) && has(FITS))) return 'wrong';
  if (has(HOLD)) return 'unclear';
  if (has(NO)) return isTorn(tokens) ? 'unclear' : 'no';
  if (!has(YES) && !has(ACTS)) return null;
  return text.includes('?') ? 'unclear' : 'yes';
}

/** "Ja nej", "nej kör": "ok, avbryt", "absolut inte" and "kör inte" are a plain no. */
function isTorn(tokens: readonly string[]): boolean {
  const first = tokens[0] ?? '';
  const last = tokens.at(-1) ?? '';
  const isPlainNo = (token: string): boolean => ['nej', 'na', 'nae', 'naa', 'nix', 'no'].includes(token);
  const isPlainYes = (token: string): boolean => YES.has(token) && token !== 'absolut' && token !== 'visst';
  return (isPlainNo(last) && isPlainYes(first)) || (tokens.some(isPlainNo) && !tokens.includes('inte') && tokens.some((token) => isPlainYes(token) || ACTS.has(token))) || (first === 'jo' && tokens.length > 1);
}

function tokensOf(text: string): readonly string[] {
  const spelled = text.replace(/\p{Emoji_Modifier}|️/gu, '').replaceAll('👍', ' ja ').replaceAll('👎', ' nej ');
  const plain = fold(spelled).replace(/(\p{L})\1{2,}/gu, '$1$1').replace(/[^\p{L}\d'’]+/gu, ' ');
  return plain.split(' ').filter(Boolean);
}
