/** Two fingers in the wrong order: "kotret". */
import { inSomeWords } from './noise.ts';
import type { Noise } from './noise.ts';

const SHORTEST = 4;
const SHARE = 0.2;

export const swappedLetters: Noise = (text, random) =>
  inSomeWords(text, random, SHARE, (word) => {
    if (word.length < SHORTEST) return null;
    // The first letter is seldom wrong.
    const at = 1 + Math.floor(random() * (word.length - 2));
    return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  });
