/** Yes and no in all the forms that people type as a whole message: lower case, without punctuation at the ends. */

export const YES: readonly string[] = [
  'ja', 'japp', 'jepp', 'jupp', 'jo', 'joo', 'jodå', 'jadå', 'jajamän', 'jajamen', 'jajjemen', 'jajjemensan', 'javisst', 'visst', 'ja tack', 'jatack', 'ja tack gärna', 'ja gärna', 'gärna', 'absolut',
  'kör', 'kör på', 'kör på det', 'okej', 'ok', 'okey', 'okidoki', 'gör det', 'ja gör det', 'det stämmer', 'stämmer', 'stämmer bra', 'ja det stämmer', 'precis', 'korrekt', 'självklart', 'skicka', 'ja skicka',
  'fortsätt', 'ja fortsätt', 'det är rätt', 'rätt', 'det gjorde jag', 'ja det fick jag',
  'yes', 'yep', 'yeah', 'yes please', 'sure', 'ok', 'okay', 'correct', 'right', 'do it', 'go ahead', 'send', 'y', 'j', '👍', '👌', '✅',
];

export const NO: readonly string[] = [
  'nej', 'nä', 'nää', 'näe', 'nej tack', 'nejtack', 'nope', 'nix', 'nepp', 'inte', 'inte än', 'nej vänta', 'stämmer inte', 'det stämmer inte', 'nej det stämmer inte', 'fel', 'det är fel', 'inte alls', 'ej',
  'nej inte än', 'aldrig', 'ente', 'nej det gjorde jag inte', 'nej det fick jag inte', 'inte riktigt', 'tyvärr inte', 'nej tyvärr', 'no', 'nah', 'no thanks', 'not yet', 'wrong', 'n', '👎', '❌',
];

/** Forms that may begin a longer answer ("ja det har jag"): interjections, as "rätt" and "skicka" are a yes only on their own. */
const INTERJECTION = /^(?:ja|je|jo|ju|ye|ok|visst|absolut|sure|n[aäeio])/u;

/** The yes or no that a longer text begins with. `spelt` makes a form look as the text does. */
export function leadingYesOrNo(text: string, spelt: (form: string) => string = (form) => form): 'yes' | 'no' | null {
  const leads = (forms: readonly string[]) => forms.some((form) => INTERJECTION.test(form) && text.startsWith(`${spelt(form)} `));
  if (leads(YES)) return 'yes';
  return leads(NO) ? 'no' : null;
}
