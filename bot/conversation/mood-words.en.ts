/** The same in English. */
import type { MoodWords } from './mood-words.sv.ts';

export const english: MoodWords = {
  anger: [String.raw`damn|fuck\p{L}*|shit\p{L}*|useless|stupid|idiot\p{L}*|angry|furious|annoy(?:ed|ing)|frustrat(?:ed|ing)|piece of junk|you understand nothing|sick of (?:it|this)`],
  sadness: ["sad|crying|stressed|give up|desperate|i can'?t take (?:it|this)"],
  praise: ['damn good|thanks|thank you|great'],
};
