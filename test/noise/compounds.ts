/** Words written apart that belong together (särskrivning), and words written together that do not. */
import { COMPOUND_HEADS, COMPOUND_TAILS } from './compound-parts.sv.ts';
import { inSomeWords } from './noise.ts';
import type { Noise } from './noise.ts';

const SHARE_SPLIT = 0.7;
const SHARE_JOINED = 0.15;
const COMPOUND = new RegExp(`^(${COMPOUND_HEADS.join('|')})(s?)(${COMPOUND_TAILS.join('|')})`, 'iu');

/** "kortläsaren" becomes "kort läsaren". */
export const splitCompounds: Noise = (text, random) =>
  inSomeWords(text, random, SHARE_SPLIT, (word) => {
    const [, head, joint, tail] = COMPOUND.exec(word) ?? [];
    return head === undefined || joint === undefined || tail === undefined ? null : `${head}${joint} ${word.slice(head.length + joint.length)}`;
  });

/** "hur länge gäller" becomes "hurlänge gäller". */
export const joinedWords: Noise = (text, random) => text.replace(/(?<=\p{L}) (?=\p{L})/gu, (space) => (random() < SHARE_JOINED ? '' : space));
