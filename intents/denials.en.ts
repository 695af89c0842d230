/** As denials.sv.ts, in English. */
const TROUBLE = '(?:lost|missing|stolen|forgot|locked|blocked|expired|broken|wrong)';

export const ENGLISH_DENIALS: readonly RegExp[] = [
  new RegExp(`\\b(?:not|never|haven t|hasn t|isn t|didn t|nothing) (?:[a-z]+ ){0,2}${TROUBLE}`),
  /\bhave (?:my |the |still |got )*puk/,
  /\bpuk (?:code )?(?:is|i have)\b(?! (?:lost|missing|gone|wrong|not))/,
  /\b(?:know|remember) (?:my |the |other |old )*(?:pin|puk|code|one)\b/,
];
