/**
 * Messages that fit several topics until the user says more. They are examples of every one of them, so that the
 * classifier is torn between just these and the bot asks which is meant. English ones stand in ambiguous.en.ts.
 */
export interface Ambiguity {
  readonly between: readonly string[];
  readonly texts: readonly string[];
}

export const SWEDISH_AMBIGUITIES: readonly Ambiguity[] = [
  {
    // "Spärrat": revoked after a loss, or locked by three wrong codes.
    between: ['card-lost', 'pin-forgotten'],
    texts: [
      'mitt kort är spärrat',
      'kortet är spärrat',
      'kortet spärrat',
      'spärrat',
      'spärrat kort',
      'mitt kort har blivit spärrat',
      'varför är kortet spärrat',
      'mitt e-tjänstekort är spärrat, vad gör jag?',
      'kortet har spärrats',
      'jag har ett spärrat kort',
      'mitt sithskort är blockerat',
      'kortet är blockerat',
      'är mitt kort spärrat?',
      'mitt kort blev spärrat',
      'kortet blev spärrat i dag',
      'hej, mitt kort är spärrat',
      'hjälp, kortet är spärrat!',
      'kortet verkar vara spärrat',
      'mitt tjänstekort är spärrat',
      'nu är kortet spärrat',
      'kortet är tydligen spärrat, vad gör jag nu',
      'legget är spärrat',
      'mitt kort är blockerat',
    ],
  },
  {
    between: ['order-card', 'card-validity'],
    texts: ['kortet har gått ut', 'mitt kort går ut', 'kortet går ut snart', 'kortet gick ut', 'mitt etjänstekort har gått ut', 'utgånget kort', 'kortet slutar gälla', 'mitt kort slutar gälla nästa vecka'],
  },
  { between: ['order-card', 'card-lost', 'certificate-missing'], texts: ['kort', 'kortet', 'mitt kort', 'problem med kortet', 'hjälp med kortet', 'tjänstekort', 'e-tjänstekort', 'det är något med mitt kort', 'fråga om kortet'] },
  { between: ['pin-forgotten', 'pin-change', 'pin-rules'], texts: ['kod', 'koden', 'pin', 'pinkod', 'min pinkod', 'problem med koden', 'fråga om pinkoden'] },
  { between: ['pin-change', 'order-card', 'name-change'], texts: ['byta', 'byta ut', 'jag vill byta', 'hur byter man', 'ändra'] },
  { between: ['certificate-missing', 'certificate-expiry', 'remove-certificate'], texts: ['certifikat', 'certifikatet', 'cert', 'problem med certifikatet', 'mina certifikat'] },
  { between: ['card-lost', 'order-card', 'card-found'], texts: ['det är en kollegas kort', 'det gäller en kollegas kort', 'kollegans kort', 'det är inte mitt kort utan en kollegas', 'någon annans kort'] },
  { between: ['order-card', 'card-ready'], texts: ['nytt kort', 'mitt nya kort', 'det nya kortet'] },
];
