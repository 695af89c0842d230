/** A phone that knows better: a word of the house becomes a common Swedish one. */
import { AUTOCORRECTED } from './autocorrect.sv.ts';
import { inSomeWords } from './noise.ts';
import type { Noise } from './noise.ts';

const SHARE = 0.5;

export const autocorrect: Noise = (text, random) => inSomeWords(text, random, SHARE, (word) => AUTOCORRECTED.get(word.toLowerCase()) ?? null);
