/** The same in English. */
import type { EmergencyWords } from './emergency-words.sv.ts';

const WHO = String.raw`(?:he|she|they|someone|somebody|the patient|my \p{L}+|a \p{L}+)`;
const THING = String.raw`(?:\p{L}*computer|\p{L}*reader|\p{L}*card|system|printer|server|screen|phone|laptop|net ?id)`;

export const english: EmergencyWords = {
  signs: [
    'cardiac arrest|heart attack|heart stopped', '(?:has|have|had|having) a stroke', String.raw`(?:not|stopped|trouble) breathing|(?:can'?t|cannot|can not) breathe|choking`,
    'unconscious|fainted|passed out|seizures?|convulsing|convulsions', String.raw`${WHO} (?:\p{L}+ )?(?:collapsed|is dying|won'?t wake up)`, String.raw`anaphyla\p{L}*|allergic reaction`,
    'bleeding', 'too many (?:pills|tablets)|overdosed?', String.raw`want(?:s)? to die|(?:don'?t|do not) want to live|kill (?:myself|himself|herself|themselves)|end my life|suicidal|suicide|(?:hurt|harm) myself`,
    'chest pains?|pain in (?:my|the|his|her) chest', String.raw`(?:have|has|got) (?:a )?(?:\p{L}+ )?(?:fever|cough|sore throat|covid|flu)`, 'coughing|throwing up|vomiting', 'see a doctor', 'is on fire|there is a fire',
  ],
  figures: [String.raw`${THING} (?:\p{L}+ ){0,2}?(?:coughing|dying|collapsed|choking|passed out|bleeding)`, String.raw`bleeding edge|heart attack (?:from|over|because of) (?:this|the)`, 'dying to'],
  matters: [String.raw`\p{L}*cards?|badge|siths|pin|puk|codes?|certificates?|reader|log ?in|log(?:ging)? in|servicedesk|ticket|envelope`],
  work: [String.raw`(?:i|we) work|(?:am|as) (?:a|an) (?:\p{L}+ )?(?:doctor|nurse|midwife|physician|therapist)`, String.raw`ward|clinic|emergency department`, 'patients? (?:is |are )?waiting'],
};
