/** The same in English. */
import type { LostCardWords } from './lost-card-words.sv.ts';

const CARD = String.raw`(?:(?:siths|rs|staff|smart|id|service|work|e-?tjanste) ?-?)?(?:card|badge|kort(?:et)?)(?! (?:holder|reader))`;

export const english: LostCardWords = {
  signs: [
    String.raw`(?:lost|misplaced|stole|stolen|dropped)(?: (?:my|her|his|the|their|both my))? ${CARD}`, String.raw`${CARD} (?:is|was|has been|got|went) (?:\p{L}+ )?(?:stolen|lost|missing|gone)`, String.raw`block my ${CARD}`,
  ],
  otherwise: [String.raw`found|(?:not|never|if i|if you|haven'?t|didn'?t) (?:have |had )?(?:lost|lose|misplaced)`],
  seenTo: ['already (?:blocked|reported)|(?:i|we) (?:have )?(?:blocked|reported)'],
};
