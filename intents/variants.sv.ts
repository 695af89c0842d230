/**
 * Spellings of one and the same word, on folded text. Only fixed names stand here; ordinary typos are mended
 * against the vocabulary (speller.ts), and of compounds written apart the parts are known.
 */
export const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/\be ?(tjanste?) ?(kort|leg|id)/g, 'e$1$2'],
  [/\betjanst?kort/g, 'etjanstekort'],
  [/\btjanste? (kort|leg|id)/g, 'tjanste$1'],
  [/\b(?:siths|sihts|sitsh|siths|sits|siht|sith|sihs|shits)(?=\b|kort|cert)/g, 'siths'],
  [/\bsiths (kort|cert|id)/g, 'siths$1'],
  [/\b(rs|id) (kort|handling|bricka)/g, '$1$2'],
  [/\brs vpn\b/g, 'rsvpn'],
  [/\b(hsa|rs) id\b/g, '$1id'],
  [/\bpin+s?(?= ?kod)/g, 'pin'],
  [/\bpin+(en|ar)?\b/g, 'pin$1'],
  [/\bp[uo](?:ck|k)+(?=en\b|\b| ?kod)/g, 'puk'],
  [/\b(pin|puk) (kod|brev|kuvert)/g, '$1$2'],
  [/\bnet i ?d\b/g, 'netid'],
  [/\be katalog/g, 'ekatalog'],
  [/\be (?:post|mail|mejl)/g, 'epost'],
  [/\bbank id\b/g, 'bankid'],
  // The password of the card is its PIN; all other passwords are somebody else's.
  [/\blosen(?:ord|kod)?(?:et|en)? (?=(?:till|pa|for|i) (?:mitt |mina |det |ett |min )?(?:etjanste|tjanste|siths|rskort|kort|legg))/g, 'pinkod '],
  [/\b((?:etjanste|tjanste|siths|rs)?(?:kort|siths)(?:et)?s?) losen(?:ord|kod)?(?:et|en)?\b/g, '$1 pinkod'],
];
