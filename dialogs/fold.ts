/** Typed Swedish as it comes: with or without å, ä, ö. Patterns are written once, in folded letters. */

const PLAIN: Readonly<Record<string, string>> = { å: 'a', ä: 'a', à: 'a', á: 'a', æ: 'a', ö: 'o', ø: 'o', é: 'e', è: 'e', ü: 'u', '’': "'" };

/**
 * Lower case without diacritics ("I går" gives "i gar"). The result has exactly the length of `text.normalize('NFC')`,
 * so a position found in it is a position in the original.
 */
export function fold(text: string): string {
  return text.normalize('NFC').replace(/[^\0-\x7f]|[A-Z]/gu, (letter) => {
    const lower = letter.toLowerCase();
    const plain = PLAIN[lower] ?? lower;
    return plain.length === letter.length ? plain : letter;
  });
}

/** A pattern over folded text that only matches whole words. `\b` will not do: it is ASCII only. */
export function words(source: string, flags = 'u'): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, flags);
}
