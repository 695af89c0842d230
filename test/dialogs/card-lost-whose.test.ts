import { describe, expect, it } from 'vitest';
import { isSamePerson, namesAnother, readWhose, saysAgrees, saysNo, saysNotMe } from '../../dialogs/card-lost-whose.ts';

describe('whose card a message speaks of', () => {
  it.each([
    ['min kollega Lisa Exempelsson på avd 12 har tappat sitt kort i går kväll', 'Lisa Exempelsson'],
    ['min kollega, Per Ek, har tappat kortet', 'Per Ek'],
    ['kollegan Per Ek har tappat kortet', 'Per Ek'],
    ['Lisa Exempelsson på avd 12 har tappat sitt kort', 'Lisa Exempelsson'],
    ['Lisa har tappat kortet', 'Lisa'],
    ['Anna bad mig spärra hennes kort', 'Anna'],
    ['my colleague Tom Green lost his card', 'Tom Green'],
    ["Tom's card is lost", 'Tom'],
    ['Lisas kort är borta', 'Lisa'],
    ['Jonas kort är stulet', 'Jonas'],
    ['det är Lisas', 'Lisa'],
    ['nä det är inte mitt det är Karins', 'Karin'],
    ['det är inte mitt kort utan min kollega Annas', 'Anna'],
  ])('is that of the one who is named in "%s"', (text, name) => {
    expect(readWhose(text)).toMatchObject({ whose: 'other', name });
  });

  it.each([
    'kollegans kort är borta', 'min kollegas RS-kort är stulet', 'en av mina medarbetare har tappat sitt kort', 'en av mina medarbetare har blivit bestulen på sitt kort',
    'en vikarie hos oss har tappat kortet', 'vi har en vikarie som har tappat kortet', 'vikarien har tappat kortet', 'min chef har tappat sitt kort', 'min arbetskamrat har tappat sitt kort',
    'jag skriver för en kollegas räkning, hon har tappat kortet', 'jag rapporterar åt en kollega som tappat kortet', 'en undersköterska på min avdelning har tappat kortet',
    'en ny tjej hos oss har tappat kortet', 'personalen på avd 3 har tappat ett kort', 'hennes kort är stulet', 'hans kort är borta', 'deras kort är borta', 'lisa exempelsson har tappat sitt kort',
    'lisas kort', 'nej det är min kollegas', 'nej det är inte mitt', 'someone at my ward has lost their card', 'our substitute nurse lost her badge', 'I am reporting for a colleague',
  ])('is somebody else’s in "%s"', (text) => {
    expect(readWhose(text).whose).toBe('other');
  });

  it.each([
    'jag och min kollega har båda blivit av med korten', 'en kollega har snott mitt kort', 'min sambo har tappat mitt kort', 'hon är anställd av Region Skåne', 'jag har slarvat bort kortet, chefen blir arg', 'lena har tappat kortet', 'dottern har tappat kortet', 'tappat kort, det är inte jag',
  ])('must be asked after "%s"', (text) => {
    expect(readWhose(text).whose).toBe('unclear');
  });

  it.each([
    'jag har tappat mitt kort', 'mitt RS-kort är borta', 'tappat bort mitt kort', 'jag är undersköterska på ortopeden och har tappat mitt kort', 'någon har stulit mitt kort',
    'en patient snodde mitt kort, han sprang', 'jo det är mitt', 'jag menade mitt eget kort', 'I lost my card yesterday, my name is Maria Garcia', 'hej, har tappat mitt kort',
  ])('is the writer’s own in "%s"', (text) => {
    expect(readWhose(text).whose).toBe('own');
  });

  it.each([
    'har tappat kortet för en timme sedan', 'kortet blev stulet i går', 'för en timme sen tappade jag kortet', 'Igår tappade jag kortet', 'jag är vikarie och har tappat kortet', 'jag är en sjuksköterska som tappat kortet',
    'siths kort borta', 'någon snodde väskan på bussen', 'Tappade kortet i morse. Ola Nord, avd 5 CSK', 'jag är inte anställd av regionen', 'I lost the card', 'borttappat kort',
  ])('is not told by "%s"', (text) => {
    expect(readWhose(text).whose).toBeNull();
  });

  it.each(['borttappat kort för Lena Exempelsson', 'kortet är borta, gäller Lena', 'ja Lenas', 'tappat kortet, jag heter Lisa'])('may be another’s who is named in "%s"', (text) => {
    expect(namesAnother(text, 'Anna Testsson')).toBe(true);
  });
  it.each(['Tappade kortet i Lund', 'jag tappade kortet på SUS Malmö i Måndags', 'Anna Testsson, tappat kortet', 'det är Anna', 'JAG HAR TAPPAT KORTET', 'mitt SITHS-kort i Net iD', 'I lost my card. Please help'])('names nobody else in "%s"', (text) => {
    expect(namesAnother(text, 'Anna Testsson')).toBe(false);
  });
  it('knows the same person by a part of the name', () => {
    expect(isSamePerson('Anna', 'Anna Testsson')).toBe(true);
    expect(isSamePerson('Anna Exempelsson', 'Anna Testsson')).toBe(false);
  });

  it('is agreed to or denied only by words that say no more', () => {
    for (const text of ['ja det är jag', 'jo', 'ja, det stämmer']) expect(saysAgrees(text)).toBe(true);
    for (const text of ['ja hon', 'ja men det är Lisas', 'jag']) expect(saysAgrees(text)).toBe(false);
    expect(saysNo('nej det är det inte')).toBe(true);
    expect(saysNo('nej det är Lisas')).toBe(false);
    expect(saysNotMe('jag är inte Bo, jag heter Lisa Alm')).toBe(true);
    expect(saysNotMe('jag är inte anställd')).toBe(false);
  });
});
