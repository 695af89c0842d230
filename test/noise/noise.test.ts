import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autocorrect } from './autocorrect.ts';
import { noPunctuation, upperCase } from './bare-typing.ts';
import { joinedWords, splitCompounds } from './compounds.ts';
import { doubledConsonants, droppedConsonants } from './consonants.ts';
import { noDiacritics, speltOutDiacritics } from './diacritics.ts';
import { keyboardSlips } from './keyboard-slips.ts';
import { NOISES } from './kinds.ts';
import { perturb } from './noise.ts';
import type { Noise } from './noise.ts';
import { swappedLetters } from './swapped-letters.ts';

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);
const outcomes = (text: string, noise: Noise): string[] => [...new Set(SEEDS.map((seed) => perturb(text, noise, seed)))];
const letters = (text: string): string => Array.from(text).sort().join('');

describe('every kind of noise', () => {
  const message = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('kortläsaren', 'hittar', 'INTE', 'på', '?', 'pin-kod', '42'), { minLength: 1 }).map((words) => words.join(' ')));

  it.each(Object.entries(NOISES))('(%s) never empties a message, and is the same for the same seed', (_, noise) => {
    fc.assert(
      fc.property(message, fc.integer(), (text, seed) => {
        const noisy = perturb(text, noise, seed);
        expect(noisy.trim() === '').toBe(text.trim() === '');
        expect(perturb(text, noise, seed)).toBe(noisy);
      }),
    );
  });

  it.each(Object.entries(NOISES))('(%s) changes a message that has what it spoils', (_, noise) => {
    expect(outcomes('Hur länge gäller kortet, och hittar jag en kortläsare?', noise).some((noisy) => noisy !== 'Hur länge gäller kortet, och hittar jag en kortläsare?')).toBe(true);
  });
});

describe('a kind of noise', () => {
  it('hits the keys beside, a Swedish å among them', () => {
    expect(outcomes('pppp', keyboardSlips).join(' ')).toMatch(/å/);
    for (const noisy of outcomes('kort', keyboardSlips)) expect(Array.from(noisy).filter((letter, index) => letter !== 'kort'[index])).toHaveLength(1);
  });

  it('swaps neighbours but not the first letter', () => {
    expect(outcomes('kort', swappedLetters).toSorted()).toEqual(['kotr', 'krot']);
  });

  it('drops one of two consonants, or writes one twice', () => {
    expect(outcomes('hittar', droppedConsonants)).toEqual(['hitar']);
    expect(outcomes('glömt', doubledConsonants)).toEqual(['glömmt']);
  });

  it('writes å, ä and ö as plain letters, or spelt out, composed or not', () => {
    expect(outcomes('lås på Ängelholm'.normalize('NFD'), noDiacritics)).toEqual(['las pa Angelholm']);
    expect(outcomes('lås för Ängelholm', speltOutDiacritics)).toEqual(['laas foer Aengelholm']);
  });

  it('writes compounds apart, and other words together', () => {
    expect(outcomes('kortläsaren', splitCompounds)).toEqual(['kort läsaren']);
    expect(outcomes('legitimeringskoden', splitCompounds)).toEqual(['legitimerings koden']);
    expect(outcomes('min kod', joinedWords).toSorted()).toEqual(['min kod', 'minkod']);
  });

  it('puts a common word in the place of one of the house', () => {
    expect(outcomes('puk', autocorrect)).toEqual(['puck']);
  });

  it('leaves signs out, or shouts, and changes nothing else', () => {
    expect(outcomes('Hej! Min PIN-kod?', noPunctuation)).toEqual(['hej min pin-kod']);
    expect(letters(outcomes('hej', upperCase)[0] ?? '')).toBe('EHJ');
  });
});
