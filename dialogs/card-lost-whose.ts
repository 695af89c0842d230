/**
 * Whose card a message speaks of. Errs on one side only: where another person may be the holder, the answer is never
 * "own", because a card that is blocked for the wrong person stops that person's work.
 */
import { CARD, CARD_KIND, ENDS_IN_S, HAS_LOST, MENTION, MENTIONS, NOT_ME, NOT_MINE, OTHERS, OWN, NO_PERSON, PRONOUN, SEVERAL, SOMEBODY_LOST } from './card-lost-whose-words.ts';
import { leadingName } from './contact-names.ts';
import { cut } from './contact-text.ts';
import { NOT_A_NAME, ONLY_PLACES } from './contact-words.ts';
import { fold, words } from './fold.ts';

/** `unclear`: another person is spoken of, and it must be asked whose card it is. Null: the message does not tell. */
export type Whose = 'own' | 'other' | 'unclear' | null;

export interface WhoseReading {
  readonly whose: Whose;
  /** The other holder's name, where it stands beside what tells that the card is theirs. */
  readonly name?: string;
  /** The text without that name. */
  readonly rest: string;
}

const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?: (?:von |af |al )?\p{Lu}[\p{L}'’-]+){0,3}`;
/** "Lisa Nilsson på avd 12", right before what she did. */
const NAME_BEFORE = new RegExp(String.raw`(?<!\p{L})(${NAME})(?: (?:på|från|i|vid|at|from|som|who) [^,.!?]{1,40}?)?\s$`, 'u');
const LOSES_A_CARD = words(String.raw`${HAS_LOST}(?! (?:jag|vi|i)(?!\p{L}))(?=[^.!?]{0,30}(?:kort|legg|card|badge|siths))`, 'du');
const ASKED_ME = words('(?:bad|har bett|ber|asked) (?:mig|me)', 'du');
/** "Lisas kort", "det är Karins". */
const NAMED_OWNS = new RegExp(String.raw`(?<!\p{L})(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)??(?:'s|s)?) ${CARD}(?!\p{L})`, 'u');
const IS_NAMED = /(?:det är|det var|kortet är|är|it is|it's|tillhör) (?:(?:min|en|my) \p{L}+ )?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?:'s|s))(?![\p{L}])/u;
const NO_OWNER = words(`mitt|ditt|vart|ett|${CARD_KIND}`);

export function readWhose(text: string): WhoseReading {
  const original = text.normalize('NFC').trim();
  const named = nameOfHolder(original);
  const folded = fold(named.rest);
  const positive = folded.replace(NOT_MINE, ' ');
  const isOwn = OWN.test(positive);
  const isOthers = named.name !== undefined || OTHERS.some((pattern) => pattern.test(folded)) || positive !== folded;
  const mentions = MENTIONS.test(folded);
  if (isOthers) return isOwn || SEVERAL.test(folded) ? { whose: 'unclear', rest: original } : { ...named, whose: 'other' };
  if (mentions) return { whose: 'unclear', rest: original };
  if (isOwn) return { whose: 'own', rest: original };
  return { whose: PRONOUN.test(folded) || SOMEBODY_LOST.test(folded) || NOT_ME.test(folded) ? 'unclear' : null, rest: original };
}

/** "Jag är inte Bo": the identity that is signed in is another person's. */
export function saysNotMe(text: string): boolean {
  return NOT_ME.test(fold(text));
}

/** Words with a capital that may name another person than this one. A sentence begins with a capital anyhow, so its first word tells nothing. */
export function namesAnother(text: string, own: string): boolean {
  if (text === text.toUpperCase()) return false;
  return [...text.normalize('NFC').matchAll(/(?<!\p{L})\p{Lu}[\p{L}'’-]+/gu)].some(({ index, 0: word }) => {
    const folded = fold(word);
    const begins = /(?:^|[.!?\n])\s*$/u.test(text.slice(0, index));
    return !begins && !isPartOf(word, own) && !NOT_A_NAME.test(folded) && !NO_PERSON.test(folded) && !ONLY_PLACES.test(folded) && word !== word.toUpperCase();
  });
}

/** "Anna" and "Anna Testsson" may be the same person. */
export function isSamePerson(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.split(/\s+/u).every((word) => isPartOf(word, longer));
}

function isPartOf(word: string, name: string): boolean {
  return fold(name).split(/\s+/u).includes(fold(word));
}

function nameOfHolder(text: string): Pick<WhoseReading, 'name' | 'rest'> {
  return afterMention(text) ?? before(text, LOSES_A_CARD) ?? before(text, ASKED_ME) ?? genitive(text, IS_NAMED) ?? genitive(text, NAMED_OWNS) ?? { rest: text };
}

/** "min kollega Lisa Nilsson", "kollegan, Per Ek,". */
function afterMention(text: string): Pick<WhoseReading, 'name' | 'rest'> | null {
  for (const match of fold(text).matchAll(words(MENTION, 'gu'))) {
    const end = match.index + match[0].length;
    const gap = /^,?\s+(?=\p{Lu})/u.exec(text.slice(end))?.[0] ?? null;
    const written = gap === null ? null : leadingName(text.slice(end + gap.length));
    if (gap === null || written === null) continue;
    const start = end + gap.length;
    const isGenitive = /^\s*$/u.test(text.slice(start + written.length)) || words(`^ *${CARD}`).test(fold(text.slice(start + written.length)));
    return { name: isGenitive ? withoutGenitive(written) : written, rest: cut(text, start, start + written.length) };
  }
  return null;
}

/** The name before what its bearer did. */
function before(text: string, deed: RegExp): Pick<WhoseReading, 'name' | 'rest'> | null {
  const match = NAME_BEFORE.exec(text.slice(0, deed.exec(fold(text))?.index ?? 0));
  const written = match?.[1] === undefined ? null : leadingName(match[1]);
  return match === null || written === null ? null : { name: written, rest: cut(text, match.index, match.index + written.length) };
}

function genitive(text: string, pattern: RegExp): Pick<WhoseReading, 'name' | 'rest'> | null {
  const match = pattern.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined || !/s$/u.test(written) || NOT_A_NAME.test(fold(withoutGenitive(written))) || NO_OWNER.test(fold(written))) return null;
  const start = match.index + match[0].indexOf(written);
  return { name: withoutGenitive(written), rest: cut(text, start, start + written.length) };
}

function withoutGenitive(name: string): string {
  return ENDS_IN_S.test(fold(name.split(' ').at(-1) ?? '')) ? name : name.replace(/(?:['’]s|s)$/u, '');
}

const AGREES = words(String.raw`^(?:ja|jo|japp|jepp|jajamen|javisst|absolut|precis|det stammer|yes|yep|yeah|yup)(?:[ ,.!]+(?:det ar|det ar det|det ar jag|det ar mitt|jag|mitt|precis|absolut|tack|det stammer|that'?s (?:me|right)|it is|it's (?:me|mine)))*[.! ]*$`);

/** "Ja det är jag", "jo": agrees to what was asked, and no more. */
export function saysAgrees(text: string): boolean {
  return AGREES.test(fold(text).trim());
}

const OWN_EXPLICITLY = words('(?:mitt|my) (?:eget|egna|own)');

/** "Mitt eget kort": said only where another card has been spoken of. */
export function saysOwnExplicitly(text: string): boolean {
  return OWN_EXPLICITLY.test(fold(text));
}

const DENIES = words(String.raw`^(?:nej|na|nae|naa|nope|nix|no|nah)(?:[ ,.!]+(?:tack|det ar det inte|inte alls|it is not|it's not|it isn't))*[.! ]*$`);

/** "Nej", and no more: it does not tell what is right instead. */
export function saysNo(text: string): boolean {
  return DENIES.test(fold(text).trim());
}
