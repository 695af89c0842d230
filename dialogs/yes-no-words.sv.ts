/** How people say yes and no in Swedish. Folded when they are read, and without repeated letters, so "jaaa" and "nä" need no lines of their own. */
export interface YesNoWords {
  /** A yes by itself, and at the beginning of a longer one ("ja, det stämmer"). */
  readonly yes: readonly string[];
  /** May stand after a yes without changing it. */
  readonly afterYes: readonly string[];
  readonly no: readonly string[];
  readonly afterNo: readonly string[];
  /** A no to what is shown, not to going on: something in it is to be corrected, or time is needed. */
  readonly wrong: readonly string[];
  /** Doing it: a yes where the question offers to do something now ("Ja, skicka"), and a no together with a negation. */
  readonly acts: readonly string[];
  /** What it is done to. */
  readonly actedOn: readonly string[];
  readonly negations: readonly string[];
}

export const swedish: YesNoWords = {
  yes: [
    'ja', 'j', 'japp', 'jepp', 'jupp', 'jo', 'jadå', 'jodå', 'jajamän', 'jajamen', 'jajamensan', 'jamen', 'javisst', 'visst', 'jatack', 'absolut', 'gärna', 'självklart', 'givetvis', 'naturligtvis', 'okej', 'ok', 'okey', 'oki', 'okidoki', 'mm', 'mhm',
    'kör', 'kör på', 'kör på det', 'gör det', 'gör så', 'gör det du', 'fortsätt', 'jag godkänner', 'godkänner', 'godkänt', 'bekräfta', 'bekräftar', 'jag bekräftar',
    'det stämmer', 'stämmer', 'allt stämmer', 'precis', 'exakt', 'korrekt', 'rätt', 'helt rätt', 'det är rätt', 'ser bra ut', 'det ser bra ut', 'det är bra', 'det blir bra', 'bra', 'perfekt', 'toppen', 'kanon', 'super', 'det gjorde jag', 'det fick jag', 'det vill jag', '👍', '👌', '✅', '✔',
  ],
  afterYes: [
    'tack', 'snälla', 'gärna', 'då', 'du', 'ni', 'er', 'jag', 'det', 'den', 'kan', 'vill', 'får', 'gör', 'göra', 'gjorde', 'fick', 'är', 'blir', 'ja', 'jo', 'ok', 'okej', 'visst', 'absolut', 'precis', 'så', 'stämmer', 'bra', 'rätt', 'helt', 'allt', 'ser', 'ut', 'mycket', 'jätte', 'jättebra', 'perfekt', 'toppen', 'kanon',
    'nu', 'genast', 'direkt', 'på', 'en', 'gång', 'fort', 'som', 'möjligt', 'snabbt', 'snabba', 'skynda', 'lite', 'kör', 'fortsätt', 'svar', 'hjälp', 'för', 'fan', 'helvete', 'jävlar', 'sjutton', 'guds', 'skull', 'men', 'ju', 'väl', '👍', '🙏', '😊',
  ],
  no: [
    'nej', 'n', 'nä', 'näe', 'nähä', 'nädå', 'nejdå', 'nejtack', 'nix', 'nepp', 'icke', 'aldrig', 'inte', 'ej', 'ente', 'knappast', 'absolut inte', 'verkligen inte', 'inte alls', 'inte nu', 'inte än', 'inte riktigt', 'tyvärr inte', 'behövs inte', 'det behövs inte',
    'låt bli', 'gör inte det', 'gör det inte', 'det vill jag inte', 'vill inte', 'det gjorde jag inte', 'det fick jag inte', '👎', '❌',
  ],
  afterNo: [
    'tack', 'nej', 'nä', 'inte', 'alls', 'absolut', 'verkligen', 'aldrig', 'det', 'den', 'behövs', 'behöver', 'vill', 'jag', 'du', 'gör', 'gjorde', 'fick', 'är', 'blir', 'bra', 'ändå', 'så', 'nu', 'än', 'ännu', 'längre', 'tyvärr', 'riktigt', 'direkt', 'hjälp', 'stämmer', 'men', 'ju',
    'lugnt', 'ringer', 'själv', 'istället', 'i', 'stället', 'livet', 'för', 'fan', 'helvete', 'snälla',
  ],
  wrong: ['nej vänta', 'nä vänta', 'vänta nej', 'nej nej vänta', 'nej vänta lite', 'nej stopp', 'stämmer inte', 'det stämmer inte', 'nej det stämmer inte', 'det stämmer inte riktigt', 'stämmer ej', 'fel', 'det är fel', 'nej fel', 'nej det är fel', 'inte rätt', 'det är inte rätt', 'nej det är inte rätt', 'det blev fel', 'nej det blev fel'],
  acts: ['skicka', 'skickar', 'spara', 'sparar', 'spärra', 'spärrar', 'blocka', 'blockera', 'registrera', 'bekräfta', 'godkänner'],
  actedOn: ['kortet', 'kort', 'mitt', 'begäran', 'ärendet', 'ärende', 'in', 'iväg', 'den', 'det', 'ja', 'jo', 'nej', 'jag', 'du', 'kan', 'bara', 'snälla', 'tack', 'nu', 'genast', 'direkt', 'på', 'en', 'gång', 'så', 'fort', 'som', 'möjligt', 'för', 'fan', 'helvete', 'gärna', 'då', 'ok', 'okej', 'och'],
  negations: ['inte', 'ej', 'ente', 'icke', 'aldrig'],
};
