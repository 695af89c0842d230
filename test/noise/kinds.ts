/** Every kind of noise, by the name that stands in the tables. */
import { autocorrect } from './autocorrect.ts';
import { noPunctuation, upperCase } from './bare-typing.ts';
import { joinedWords, splitCompounds } from './compounds.ts';
import { doubledConsonants, droppedConsonants } from './consonants.ts';
import { noDiacritics, speltOutDiacritics } from './diacritics.ts';
import { keyboardSlips } from './keyboard-slips.ts';
import type { Noise } from './noise.ts';
import { swappedLetters } from './swapped-letters.ts';

export const NOISES: Readonly<Record<string, Noise>> = {
  'keyboard slips': keyboardSlips,
  'swapped letters': swappedLetters,
  'dropped consonants': droppedConsonants,
  'doubled consonants': doubledConsonants,
  'no å, ä, ö': noDiacritics,
  'aa, ae, oe': speltOutDiacritics,
  'split compounds': splitCompounds,
  'joined words': joinedWords,
  autocorrect,
  'no punctuation': noPunctuation,
  'upper case': upperCase,
};
