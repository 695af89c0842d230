import { describe, expect, test } from 'vitest';
import { saysCardIsLost } from '../../bot/conversation/lost-card.ts';

describe('a lost card', () => {
  test.each([
    'Tappat mitt rs-kort. Heter Gun Berg. Barnmorska. Förlossningen Ystad. 0411-12345.', 'Tappade kortet i morse. Ola Nord, avd 5 CSK, 044-3091000, anställd Region Skåne.', 'Jag har blivit av med kortet. Lena Ek, RSID, tel 0701234567',
    'My card was stolen. My name is Raj Patel and I work at ward 5.', 'Jag har tappat mitt kort och på reservet har jag glömt pinkoden', 'har tappat både kortet och koderna', 'mitt kort är stulet, jag vill prata med en människa NU',
    'jag har tappat mitt e-tjänstekort', 'har tappat sithskortet', 'jag har tappat bort hela kortet', 'både puk och kort är borta', 'kollegan har blivit av med sitt kort', 'nån har snott mitt legg', 'Someone stole my card!', 'spärra mitt kort', 'jag har fått mitt kort stulet',
    'glömt pinkoden. sen har min kollega blivit av med sitt kort', 'KORTET ÄR BORTA', 'jag har tappat min korthållare med kortet i', 'tappat kortet, är det spärrat nu?',
  ])('is heard in "%s"', (text) => expect(saysCardIsLost(text)).toBe(true));

  test.each([
    'jag har tappat korthållaren', 'tappat bort kort hållaren', 'jag har tappat bankkortet', 'jag har tappat koden', 'jag hittar inte kortet i net id', 'kortet är spärrat', 'jag hade tappat kortet men hittade det', 'jag har inte tappat kortet', 'tappat kontakten med kortläsaren',
    'vad händer om jag har tappat kortet', 'får man betala själv om man slarvat bort kortet', 'kortet är spärrat sen jag anmälde det stulet, hur får jag ett nytt', 'jag har tappat kortet och har redan spärrat det', 'hur beställer jag kort', 'kuvertet är borta', 'I found my lost card', 'I lost my card holder', 'kortläsaren är stulen', 'ikonen för kortet är borta?', 'certifikaten på mitt kort är borta',
  ])('is not heard in "%s"', (text) => expect(saysCardIsLost(text)).toBe(false));
});
