import { describe, expect, it } from 'vitest';
import { buildLexicon } from '../../intents/lexicon.ts';
import { fold, words } from '../../intents/normalise.ts';
import { slipDistance } from '../../intents/slip-distance.ts';
import { createSpeller } from '../../intents/speller.ts';
import { stem } from '../../intents/stem.ts';

const often = (...known: string[]): string[][] => Array.from({ length: 3 }, () => known);
const lexicon = buildLexicon(often('kortlasare', 'lasare', 'kort', 'certifikat', 'tappat', 'tappar', 'station'));

describe('the words of a message', () => {
  it.each(['etjänstekort', 'e-tjänstekort', 'e tjänstekort', 'E-tjänste kort', 'etjanstekort'])('are one for %s', (typed) => {
    expect(words(typed)).toEqual(['etjanstekort']);
  });

  it.each([
    ['pin kod', 'pinkod'],
    ['pinn-kod', 'pinkod'],
    ['SIHTS-kort', 'sithskort'],
    ['puck', 'puk'],
    ['Net iD', 'netid'],
    ['RS kort', 'rskort'],
  ])('join and mend the names of the domain: %s is %s', (typed, canonical) => {
    expect(words(typed)).toEqual([canonical]);
  });

  it('are the same for composed and decomposed letters', () => {
    expect(words('på kortläsaren'.normalize('NFD'))).toEqual(words('på kortläsaren'.normalize('NFC')));
  });

  it('keep the question mark and the kind of a number, not the number', () => {
    expect(words('Gäller det till 2027?')).toEqual(['galler', 'det', 'till', '#year', '?']);
    expect(words('ring 30000, 5 gånger')).toEqual(['ring', '#digits', '#number', 'ganger']);
  });

  it('end at the limits', () => {
    expect(words('kort '.repeat(500), { characters: 1_000, words: 7 })).toHaveLength(7);
    expect(words('abcdefghij', { characters: 4, words: 7 })).toEqual(['abcd']);
  });

  it('are none in emoji and symbols', () => {
    expect(words('😀 …!')).toEqual([]);
  });

  it('lose their diacritics when folded', () => {
    expect(fold('Förlorat ÅTKOMST')).toBe('forlorat atkomst');
  });
});

describe('a stem', () => {
  it.each([['kort', 'kortet', 'korten', 'kortets'], ['kod', 'koden', 'koder', 'koderna'], ['pinkod', 'pinkoden', 'pinkoder'], ['lasare', 'lasaren', 'lasarna']])('is shared by %s and its forms', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });
});

describe('the speller', () => {
  const spell = createSpeller(lexicon);

  it('mends a word that the domain does not know', () => {
    expect(spell('certfikat')).toBe('certifikat');
    expect(spell('staton')).toBe('station');
    expect(spell('kortlassare')).toBe('kortlasare');
  });

  it('leaves known, short and strange words as they are', () => {
    expect(spell('tappat')).toBe('tappat');
    expect(spell('krot')).toBe('krot');
    expect(spell('paraply')).toBe('paraply');
  });

  it('does not choose between two words that are equally near', () => {
    expect(spell('tappav')).toBe('tappav');
  });
});

describe('the distance of a slip', () => {
  it('is less for what Swedish writers do than for any other edit', () => {
    expect(slipDistance('tapat', 'tappat')).toBeLessThan(slipDistance('tpppat', 'tappat'));
    expect(slipDistance('sertifikat', 'certifikat')).toBeLessThan(slipDistance('mertifikat', 'certifikat'));
    expect(slipDistance('kotr', 'kort')).toBeLessThan(1);
    expect(slipDistance('kort', 'kort')).toBe(0);
  });
});
