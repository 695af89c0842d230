/** First and last parts of compounds that people at work write about cards, codes and computers. Longer ones first. */
export const COMPOUND_HEADS: readonly string[] = [
  'legitimerings', 'underskrifts', 'upplåsnings', 'inloggnings', 'certifikats', 'leverans', 'säkerhets', 'behörighets', 'anställnings', 'e-tjänste', 'tjänste', 'etjänste', 'vårdcentrals',
  'sjukhus', 'avdelnings', 'utlämnings', 'öppet', 'journal', 'kortets', 'korts', 'kort', 'pin', 'puk', 'kod', 'rs', 'siths', 'passer', 'reserv', 'arbets', 'jobb', 'mobil', 'id', 'fel', 'efter', 'för', 'drivrutins', 'bank', 'kör', 'lös', 'hjälp', 'webb', 'telefon', 'mejl', 'plast', 'nyckel',
];
export const COMPOUND_TAILS: readonly string[] = [
  'legitimation', 'meddelande', 'hållare', 'läsare', 'stationer', 'station', 'kuvert', 'koder', 'koden', 'kod', 'kortet', 'kort', 'brevet', 'brev', 'namn', 'plats', 'dator', 'nummer', 'adress', 'handling', 'telefon', 'tider', 'tid', 'uppgifter', 'katalog', 'desk', 'ord', 'system', 'sida', 'fodral', 'ficka', 'remsa',
];
