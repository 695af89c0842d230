import { describe, expect, test } from 'vitest';
import { isDoubtful, saysWrong, yesOrNo } from '../../dialogs/yes-no.ts';

describe('a yes', () => {
  test.each([
    'ja', 'Jaa!', 'jaaa', 'japp', 'jajamen', 'Jajamän', 'jadå', 'ja då', 'jodå', 'mm', 'ok', 'ok då', 'okej då', 'ja tack', 'ja tack gärna', 'jo tack', 'ja snälla', 'ja för fan', 'ja det är bra', 'ser bra ut', 'allt stämmer', 'helt rätt', 'ja det kan du göra', 'ja det gjorde jag',
    'ja, bra!', 'bra', 'ja bra svar', 'ja perfekt', 'japp tack', 'jag godkänner', 'bekräfta', 'kör på det', 'absolut', 'gör det', '👍', '👍🏽', 'ja men snabba er för fan', 'yes please', 'sure', 'yes, that is correct', 'ja kör',
  ])('is "%s"', (text) => expect(yesOrNo(text)).toBe('yes'));

  test.each(['ja, spärra kortet', 'ja, spärra!', 'spärra', 'ja tack spärra kortet så fort som möjligt', 'ja det stämmer, skicka', 'skicka det', 'skicka in', 'okej skicka', 'ja skicka ärendet', 'jo spara', 'ok då, ja', 'ja för fan skicka', 'send it', 'yes, block my card'])(
    'to a question that offers to act is "%s"',
    (text) => expect(yesOrNo(text, true)).toBe('yes'),
  );

  test.each(['ja, spärra kortet', 'skicka', 'spara det', 'ok?', 'ja?', 'ja???', 'rätt?', 'ja men', 'ja men ändra numret först', 'ja nej', 'ja avbryt', 'ja på capio', 'jag har tappat kortet', 'ja jag har inte kortet', 'ok men var är den', '', '!?', 'bra fråga', 'okej vad händer nu', 'ja ta bort det'])(
    'is not seen in "%s"',
    (text) => expect(yesOrNo(text)).not.toBe('yes'),
  );
});

describe('a no', () => {
  test.each([
    'nej', 'Nä', 'nää', 'näe', 'neeej', 'nix', 'nope', 'nej tack', 'nej tack det behövs inte', 'absolut inte', 'nej inte alls', 'nix inte alls', 'verkligen inte', 'nej men tack ändå', 'nej det gjorde jag inte', 'inte än', 'nej vänta', 'låt bli', 'gör det inte', 'nej tack jag ringer', 'det stämmer inte', 'fel',
    'nej det är bra', 'nej nej', '👎', '👎🏿', 'no thanks', "no I don't", 'not yet',
  ])('is "%s"', (text) => expect(yesOrNo(text)).toBe('no'));

  test.each(['skicka inte', 'inte spara', 'spara inte', 'nej skicka inte', 'spärra inte kortet'])('to a question that offers to act is "%s"', (text) => expect(yesOrNo(text, true)).toBe('no'));

  test.each(['nej?', 'nej jag är anställd av region skåne', 'nej det är min kollegas', 'nej 0709998877', 'inte i går utan i förrgår', 'nej vet inte var', 'nej men', 'inget kort'])('is not seen in "%s"', (text) => expect(yesOrNo(text)).toBeNull());
});

test('what is wrong may only need to be corrected', () => {
  expect(saysWrong('Stämmer inte!')).toBe(true);
  expect(saysWrong('nej')).toBe(false);
});

test('a yes with a question mark is asked about', () => {
  expect(['ok?', 'ja ??', 'nej?', 'skicka?'].map(isDoubtful)).toEqual([true, true, true, true]);
  expect(['ok', 'hur då?', 'ja men hur?'].map(isDoubtful)).toEqual([false, false, false]);
});
