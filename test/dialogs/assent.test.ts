import { describe, expect, test } from 'vitest';
import { readAssent } from '../../dialogs/assent.ts';

const READ = {
  yes: [
    'ja', 'japp', 'jadå', 'jajamen', 'kör', 'ja kör', 'kör hårt', 'okej då', 'okej skicka', 'skicka in', 'skicka det', 'spara det', 'jo tack', 'jaa', 'jaaaa', 'JA!!!', 'mm', 'mhm', 'ja det är bra', 'ser bra ut', 'det blir bra', 'allt stämmer',
    'helt rätt', 'perfekt', 'toppen', 'ja snälla', 'ja för fan', 'ja då', 'bekräfta', 'jag godkänner', 'jo spara', 'ja det kan du göra', 'ja allt är rätt', '👍', '👍🏽', 'ja skicka till servicedesk', 'ok gör det då', 'yes please', 'sure', 'looks good', 'ja skriv ett ärende',
  ],
  no: ['nej', 'nä', 'avbryt allt', 'ok avbryt', 'ja avbryt', 'jag ångrade mig', 'det behövs inte', 'det behövs inte längre', 'låt bli', 'absolut inte', 'gör det inte', 'kör inte', 'skicka inte', 'spara inte', 'jag vill inte skicka', '👎🏿', 'no thanks', 'nej tack'],
  wrong: ['stämmer inte', 'det stämmer inte', 'helt fel', 'inte rätt', 'precis tvärtom', 'fel', 'inte korrekt'],
  unclear: ['ok?', 'ja?', 'ja???', 'spara?', 'rätt?', 'ja nej', 'nej ja', 'nej kör', 'jo nej', 'nej vänta', 'ja kanske', 'kanske ja', 'ja sen', 'spara senare', '👍👎', 'yes no'],
  null: ['ja men ändra numret först', 'skicka ett mejl till mig', 'min läsare är trasig', '0701-740605', 'ja lägg till att jag är i Lund', '', 'vet inte hur man gör', 'hej', 'det'],
} as const;

describe.each(Object.entries(READ))('as %s is read', (assent, texts) => {
  test.each(texts)('“%s”', (text) => expect(String(readAssent(text))).toBe(assent));
});
