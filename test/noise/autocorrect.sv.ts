/** What was meant, and the word that a phone's keyboard puts in its place. */
export const AUTOCORRECTED: ReadonlyMap<string, string> = new Map([
  ['kort', 'korv'], ['kortet', 'korset'], ['korten', 'koren'], ['kortläsaren', 'kortläsarna'], ['läsaren', 'lösaren'], ['koden', 'joden'], ['kod', 'god'], ['koder', 'kodar'],
  ['pin', 'pinne'], ['pinkod', 'pink kod'], ['pinkoden', 'pinkade'], ['puk', 'puck'], ['puken', 'pucken'], ['puk-kod', 'puck kod'], ['siths', 'sits'], ['sithskort', 'sitt kort'], ['sithskortet', 'sitt kortet'],
  ['cert', 'sent'], ['certet', 'servet'], ['certifikat', 'certifierat'], ['certifikatet', 'certifierat'], ['spärra', 'sparra'], ['spärrat', 'sparat'], ['spärr', 'sparr'], ['tappat', 'tappar'], ['glömt', 'glimt'],
  ['byta', 'bita'], ['byter', 'biter'], ['beställa', 'bestämma'], ['beställer', 'bestämmer'], ['hämta', 'hämnas'], ['hämtar', 'hamnar'], ['logga', 'lobba'], ['loggar', 'loggas'], ['inloggningen', 'inlagningen'],
  ['servicedesk', 'service desk'], ['hållare', 'hallare'], ['hållaren', 'hallaren'], ['korthållare', 'kort hållare'], ['legitimering', 'legitimerad'], ['underskrift', 'undersköt'], ['legget', 'lagret'], ['ritz', 'ritt'],
  ['vpn', 'van'], ['rsvpn', 'rösten'], ['netid', 'neutrid'], ['kuvertet', 'kurvetet'], ['gäller', 'galler'], ['funkar', 'funkis'], ['slutar', 'sluter'], ['namn', 'hamn'],
]);
