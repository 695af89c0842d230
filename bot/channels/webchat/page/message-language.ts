/** The language of a single message: whoever writes English to the bot is answered in it, whatever language the page has. */

export type Language = 'sv' | 'en';

const SWEDISH = /[åäö]|(?<!\p{L})(?:och|att|det|du|jag|inte|som|en|ett|kortet|är|med)(?!\p{L})/giu;
const ENGLISH = /(?<!\p{L})(?:the|and|you|to|is|of|not|your|card|my|it|did)(?!\p{L})/giu;

/** By the small words that only one of the two has. Null when it could be either. */
export function languageOfText(text: string): Language | null {
  const [swedish, english] = [SWEDISH, ENGLISH].map((words) => text.match(words)?.length ?? 0) as [number, number];
  if (swedish === english) return null;
  return swedish > english ? 'sv' : 'en';
}
