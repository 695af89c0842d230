/** How people say in Swedish, without any doubt, that their card is lost or stolen. Folded letters, whole words. */
export interface LostCardWords {
  readonly signs: readonly string[];
  /** It is no longer so, or has not happened. */
  readonly otherwise: readonly string[];
  /** It has been reported already. */
  readonly seenTo: readonly string[];
}

const CARD = String.raw`(?:(?:e-? ?)?(?:tjanste|rs|siths|sits|sihts|eid|id)?-? ?kort(?:et)?|legg(?:et)?|tjanstelegitimation(?:en)?|siths(?:en)?)(?! (?:hallar|last|lasar|station))`;

export const swedish: LostCardWords = {
  signs: [
    String.raw`(?:tappat|tappade|forlorat|forlorade|slarvat bort|slarvade bort|blivit av med|blev av med|bestulen pa)(?: bort)?(?: bade)?(?: (?:mitt|sitt|hennes|hans|kollegans|hela|det))?(?: egna| eget| nya| gamla)? ${CARD}`,
    String.raw`(?:tappa\p{L}*|stul\p{L}*|snott|borta|forlora\p{L}*|glomt?) .{0,40}med ${CARD} i`, String.raw`(?:stulit|snott|tagit|stal|snodde)(?: (?:mitt|hennes|hans))? ${CARD}`, String.raw`fatt(?: (?:mitt|sitt))? ${CARD} (?:stulet|snott)`,
    String.raw`(?<!(?:for|pa|i|till|fran) (?:mitt |det )?)${CARD} (?:ar|blev|har blivit|blivit|har)(?: nog| ocksa| antagligen)? (?:stulet|snott|borttappat|forsvunnet|forsvunnit|borta)`, String.raw`${CARD} forsvann`, String.raw`${CARD} (?:har )?(?:jag )?tappat`,
    String.raw`(?:stulet|borttappat|forlorat|borttappade) ${CARD}`, String.raw`sparra (?:mitt|hennes|hans) ${CARD}`,
  ],
  otherwise: ['hittat|hittade|hittades|aterfunn(?:et|en)', '(?:inte|ej|ente|aldrig|om jag|om man|nar man|den som) (?:har |hade |skulle )?(?:tappat|tappade|tappar|tappa|forlorat|forlorar|slarvat|slarvar|blivit|blir)'],
  seenTo: [String.raw`redan (?:\p{L}+ )?(?:sparrat|sparrad|sparrats|anmalt)|(?:jag|vi|servicedesk|de|dom|chefen) (?:har )?(?:\p{L}+ )?(?:sparrat|sparrade|anmalt|anmalde)`],
};
