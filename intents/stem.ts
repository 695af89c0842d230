/** Word stems: Snowball's Swedish stemmer (natural), with the corrections that this domain needs. */
import swedish from 'natural/lib/natural/stemmers/porter_stemmer_sv.js';

/** The stemmer leaves "kortet" beside "kort", "koden" beside "kod": the nouns of this domain take their endings off by rule. */
const NOUN = /^(.*(?:kort|kod|cert|pin|puk|leg|brev|kuvert|hallar|lasar|station|katalog|namn|system))(?:s|e|es|en|et|er|ar|na|arna|erna|ens|ets|enas|n|r|rna|ns)?$/;

const cache = new Map<string, string>();
const CACHE_SIZE = 20_000;

/** The stem of a folded word. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stemmed = NOUN.exec(word)?.[1] ?? swedish.stem(word);
  if (cache.size < CACHE_SIZE) cache.set(word, stemmed);
  return stemmed;
}
