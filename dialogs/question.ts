/** Telling a question from an answer. */
import { fold, words } from './fold.ts';

/** How a question begins when the question mark is missing. "när jag bytte om" and "var på jobbet" answer one instead. */
const ASKS = words(
  String.raw`^\s*(?:(?:men|och|ok|okej|hej|but|and|so),?\s+)?(?:hur|vad|vem|vilke[nt]|vilka|varfor|vart|varifran|finns det|gar det|far (?:jag|man)|maste (?:jag|man)|ska (?:jag|man)|kan (?:jag|man|ni|du|nagon)|nar(?! (?:jag|vi|han|hon|de|den|det)(?!\p{L}))|var(?! (?:pa|hos|vid|nog|ute|dar)(?!\p{L}))|how|what|who|which|why|where|when(?! (?:i|we|he|she|they|the|my)(?!\p{L}))|can (?:i|you|we|someone)|do (?:i|you)|does|is (?:it|there)|should i)`,
  'u',
);

/** True for a question, also without a question mark: such a text must not be taken for somebody's name or unit. */
export function looksLikeQuestion(text: string): boolean {
  return /\?[\s)!.]*$/u.test(text) || ASKS.test(fold(text));
}
