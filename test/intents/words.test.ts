import { describe, expect, it } from 'vitest';
import { buildLexicon } from '../../intents/lexicon.ts';
import { fold, words } from '../../intents/normalise.ts';
import { slipDistance } from '../../intents/slip-distance.ts';
import { characterRuns } from '../../intents/features.ts';
import { createMessageReader } from '../../intents/messages.ts';
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

describe('a message', () => {
  const read = createMessageReader(lexicon);

  it('of many unknown words is read up to the twentieth of them, and its known words to the end', () => {
    const strange = Array.from({ length: 60 }, (_, index) => `zz${index}q`);
    const { words: counted, length, known } = read([...strange, 'kort'].join(' '));
    expect({ length, known }).toEqual({ length: 61, known: 1 });
    expect(strange.filter((word) => counted.has(word))).toEqual(strange.slice(0, 20));
    expect(counted.get('kort')).toBe(1);
  });
});

describe('the runs of characters', () => {
  it('of words that share none do not meet, and those of words that share some do', () => {
    const [short, long, other] = ['kort', 'kortet', 'pin'].map((word) => new Set(characterRuns([word]).keys()));
    // _kort_ has four runs of three, three of four and two of five; _kortet_ shares those that do not end the word.
    expect(short?.size).toBe(9);
    expect([...(short ?? [])].filter((run) => long?.has(run))).toHaveLength(6);
    expect([...(other ?? [])].filter((run) => long?.has(run))).toEqual([]);
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
