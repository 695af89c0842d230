/** Numbers below a hundred in words, folded and in lower case, Swedish and English. */

const WORDS = mapOf(
  'noll:0 nolla:0 ett:1 en:1 etta:1 tva:2 tvaa:2 tre:3 trea:3 fyra:4 fem:5 femma:5 sex:6 sexa:6 sju:7 sjua:7 atta:8 nio:9 nia:9 ' +
    'tio:10 elva:11 tolv:12 tretton:13 fjorton:14 femton:15 sexton:16 sjutton:17 arton:18 nitton:19 ' +
    'zero:0 oh:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ' +
    'ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19',
);
const TENS = mapOf(
  'tjugo:2 trettio:3 fyrtio:4 femtio:5 sextio:6 sjuttio:7 attio:8 nittio:9 twenty:2 thirty:3 forty:4 fifty:5 sixty:6 seventy:7 eighty:8 ninety:9',
);
const TENS_AND_ONES = new RegExp(`^(${[...TENS.keys()].join('|')})(\\p{L}*)$`, 'u');

function mapOf(entries: string): ReadonlyMap<string, string> {
  return new Map(entries.split(' ').map((entry): [string, string] => [entry.slice(0, entry.indexOf(':')), entry.slice(entry.indexOf(':') + 1)]));
}

/** The digits of the number that a word spells ("fem", "fyrtioåtta"), or null. */
export function digitsSpelled(word: string): string | null {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  const [, tens, rest = ''] = TENS_AND_ONES.exec(word) ?? [];
  if (tens === undefined) return null;
  const ones = rest === '' ? '0' : WORDS.get(rest);
  return ones?.length === 1 ? `${TENS.get(tens) ?? ''}${ones}` : null;
}
