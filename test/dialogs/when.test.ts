import { describe, expect, it } from 'vitest';
import { findWhen, isNoPastTime, readWhen } from '../../dialogs/when.ts';

/** A Tuesday, 14.05 in Skåne. */
const now = new Date('2026-11-24T13:05:00Z');

describe('the time of an event', () => {
  it.each([
    ['nyss', '2026-11-24T13:05:00.000Z'],
    ['nu', '2026-11-24T13:05:00.000Z'],
    ['just now', '2026-11-24T13:05:00.000Z'],
    ['för en timme sedan', '2026-11-24T12:05:00.000Z'],
    ['2 timmar sen', '2026-11-24T11:05:00.000Z'],
    ['for tio min sen', '2026-11-24T12:55:00.000Z'],
    ['för en kvart sedan', '2026-11-24T12:50:00.000Z'],
    ['half an hour ago', '2026-11-24T12:35:00.000Z'],
  ])('is a moment in "%s"', (text, at) => {
    expect(readWhen(text, now)).toEqual({ words: text, at });
  });

  it.each([
    ['i morse', '2026-11-23'],
    ['this morning', '2026-11-23'],
    ['i kväll', '2026-11-23'],
    ['i natt', '2026-11-24'],
    ['i går kväll', '2026-11-23'],
  ])('is the day that a night worker means by "%s", an hour after midnight', (text, at) => {
    expect(readWhen(text, new Date('2026-11-24T00:05:00Z'))).toEqual({ words: text, at });
  });

  it.each([
    ['i morse', '2026-11-24'],
    ['imorse', '2026-11-24'],
    ['i natt', '2026-11-24'],
    ['i går kväll', '2026-11-23'],
    ['igar', '2026-11-23'],
    ['last night', '2026-11-23'],
    ['i förrgår', '2026-11-22'],
    ['för tre dagar sedan', '2026-11-21'],
    ['two weeks ago', '2026-11-10'],
    ['i fredags', '2026-11-20'],
    ['sen i lördags natt', '2026-11-21'],
    ['i tisdags', '2026-11-17'],
    ['förra fredagen', '2026-11-20'],
    ['förra måndagen', '2026-11-16'],
    ['last monday', '2026-11-23'],
    ['den 3 november', '2026-11-03'],
    ['3:e nov', '2026-11-03'],
    ['November 3rd', '2026-11-03'],
    ['3/11', '2026-11-03'],
    ['2026-11-20', '2026-11-20'],
    ['den 30 mars', '2026-03-30'],
  ])('is a day in "%s"', (text, at) => {
    expect(readWhen(text, now)).toEqual({ words: text, at });
  });

  it.each(['vet inte', 'i helgen', 'förra veckan', 'på fredag', 'i morgon', '2026-12-20', '31/2', 'den 20 december', 'på bussen', 'för länge sedan'])(
    'stays in words only for "%s"',
    (text) => {
      expect(readWhen(text, now)).toEqual({ words: text });
    },
  );

  it.each([
    ['den 23:e', '2026-11-23'],
    ['den 30:e', '2026-10-30'],
    ['23/11', '2026-11-23'],
    ['i mondags', '2026-11-23'],
    ['imrose', '2026-11-24'],
    ['igår runt 16.30', '2026-11-23'],
    ['imorse vid halv åtta', '2026-11-24'],
    ['kvart i åtta i morse', '2026-11-24'],
    ['på kvällspasset igår', '2026-11-23'],
    ['i eftermiddags', '2026-11-24'],
  ])('is a day in "%s" too', (text, at) => {
    expect(readWhen(text, now)).toEqual({ words: text, at });
  });

  it.each(['halv åtta', '16:30', 'vid 14-tiden', 'vid sjutiden', 'strax före lunch', 'på lunchen', 'under nattpasset', 'mellan 8 och 10', 'någon gång i veckan', 'för ett par dar sen'])('is heard, though no day, in "%s"', (text) => {
    expect(findWhen(text, now)).toEqual({ words: text });
  });

  it.each(['i lunchrummet', 'på bussen', 'på jobbet', 'avd 14'])('is not heard in "%s"', (text) => {
    expect(findWhen(text, now)).toBeNull();
  });

  it('is what it was, not what it was not', () => {
    expect(findWhen('inte i går utan i förrgår', now)).toEqual({ words: 'i förrgår', at: '2026-11-22' });
  });

  it('is not this afternoon before noon', () => {
    expect(readWhen('i eftermiddags', new Date('2026-11-25T08:00:00Z')).at).toBeUndefined();
  });

  it('is told without the swearing', () => {
    expect(readWhen('nu nyss jävlar', now).words).toBe('nu nyss');
    expect(readWhen('i natt typ', now).words).toBe('i natt');
  });

  it.each(['den 30 november', 'i morgon', '31/2', '2026-12-20', 'nästa vecka', 'på fredag'])('has not been yet in "%s"', (text) => {
    expect(isNoPastTime(text, now)).toBe(true);
  });
  it.each(['den 3 november', 'i går', 'nyss', 'vet inte', 'halv åtta'])('may have been in "%s"', (text) => {
    expect(isNoPastTime(text, now)).toBe(false);
  });

  it('is last year when a date without a year would be in the future, unless that is more than half a year ago', () => {
    expect(readWhen('den 28 november', new Date('2026-03-01T12:00:00Z')).at).toBe('2025-11-28');
    expect(readWhen('den 28 november', now).at).toBeUndefined();
  });

  it('counts days as Skåne does, also just after midnight', () => {
    expect(readWhen('i går', new Date('2026-11-23T23:30:00Z')).at).toBe('2026-11-23');
  });

  it('is found inside a longer message with its own words', () => {
    expect(findWhen('tappade kortet på bussen i morse, jag heter Anna Testsson', now)).toEqual({ words: 'i morse', at: '2026-11-24' });
    expect(findWhen('Jag såg det i fredags kl. 14', now)).toEqual({ words: 'i fredags kl. 14', at: '2026-11-20' });
  });

  it.each(['hur beställer jag ett nytt?', 'måste spärra mitt kort nu', 'Anna Testsson, avd 12'])('is not read into "%s"', (text) => {
    expect(findWhen(text, now)).toBeNull();
  });
});
