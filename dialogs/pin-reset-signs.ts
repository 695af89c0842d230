/** What a typed text says in the PIN reset, wherever in it: each sign is one fact. Swedish and English are read together, as people mix them. */
import { words as compiled } from './fold.ts';
import { words as en } from './pin-reset-words.en.ts';
import { words as sv } from './pin-reset-words.sv.ts';

const SIGNS = [
  // Of the card, and of what makes this dialog the wrong one.
  'card-lost', 'card-blocked', 'ill', 'over',
  // Of the PUK. The `-it` ones only say so in answer to the question about it.
  'puk-refused', 'puk-refused-if', 'puk-lacks', 'puk-has', 'has-it', 'lacks-it', 'it-refused', 'puk-elsewhere',
  // Of the matter.
  'change', 'wants-change', 'knows-pin', 'forgot', 'locked', 'old-pin-refused', 'new-pin', 'unclear',
  'legitimering', 'underskrift', 'both-codes',
  // Of how a step went. `bare`: nothing is told but that it failed.
  'done', 'next', 'wait', 'solved', 'still', 'failed', 'bare', 'card-not-read', 'no-icon',
  'but', 'not-sure',
  // Where to go in the steps.
  'all-steps', 'one-by-one', 'again', 'back', 'restart', 'where',
  // What is to be explained.
  'ask-puk', 'ask-where-puk', 'ask-puk-silent', 'ask-pin', 'ask-digits', 'ask-codes', 'ask-net-id', 'ask-step', 'ask-you', 'ask-ritz', 'ritz-closed', 'ask-employer',
] as const;

export type Sign = (typeof SIGNS)[number];

/** Every sign of a text in its canonical spelling. */
export function signsOf(plain: string): ReadonlySet<Sign> {
  return new Set(PATTERNS.filter(([, pattern]) => pattern.test(plain)).map(([sign]) => sign));
}

const PATTERNS: readonly (readonly [Sign, RegExp])[] = SIGNS.map((sign) => [sign, compiled([...sv.signs[sign], ...en.signs[sign]].join('|'))]);
