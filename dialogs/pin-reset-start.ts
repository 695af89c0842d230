/** How the PIN reset begins: what the intent and the opening words already tell is not asked again. */
import type { Context, Opening } from './dialog.ts';
import { numbers, page, wordingOf } from './pin-reset-ask.ts';
import { readOpening } from './pin-reset-read.ts';
import type { OpeningFacts } from './pin-reset-read.ts';
import { firstSpot } from './pin-reset-state.ts';
import type { PinResetState } from './pin-reset-state.ts';
import { goTo, orderInRitz, toServicedesk } from './pin-reset-step.ts';
import type { PinResetStep } from './pin-reset-step.ts';

/** The short answer comes first, so that an impatient reader is helped at once; then the first open question. */
export function start(context: Context, opening: Opening): PinResetStep {
  const facts = readOpening(opening.text, context.language);
  const fresh: PinResetState = { cause: causeOf(opening.intent, facts), code: facts.code, earlier: [...(opening.tried ?? [])], place: { at: 'case' } };
  if (opening.intent === 'puk-forgotten' || fresh.cause === 'puk-lost') return startWithoutPuk({ ...fresh, cause: 'puk-lost' }, facts, context);
  if (opening.intent === 'pin-change' && fresh.cause === 'change') return startGuide('change', fresh, facts, context);
  if (opening.intent === 'pin-forgotten' && facts.unclear) return startUnclear(fresh, context);
  if (fresh.cause === null && opening.intent !== 'pin-forgotten') return startUnclear(fresh, context);
  return startUnlock(fresh, facts, context);
}

/** A change of a PIN that turns out to be forgotten ("byta kod, har glömt den gamla") is an unlocking. */
function causeOf(intent: string, facts: OpeningFacts): PinResetState['cause'] {
  if (intent === 'pin-change') return facts.cause ?? 'change';
  return intent === 'pin-forgotten' && facts.cause === 'change' ? 'forgotten' : facts.cause;
}

function startUnclear(state: PinResetState, context: Context): PinResetStep {
  return goTo(state, { at: 'case' }, wordingOf(context.language).short.case(page('instruktion-upplasning', context)));
}

function startUnlock(state: PinResetState, facts: OpeningFacts, context: Context): PinResetStep {
  if (facts.hasPuk === true || facts.allSteps) return startGuide('unlock', state, facts, context);
  return goTo(state, { at: 'puk' }, wordingOf(context.language).short.unlock(page('instruktion-upplasning', context)));
}

function startGuide(guide: 'unlock' | 'change', state: PinResetState, facts: OpeningFacts, context: Context): PinResetStep {
  const { short } = wordingOf(context.language);
  const answer = guide === 'unlock' ? short.unlock(page('instruktion-upplasning', context)) : short.change(page('instruktion-pin', context));
  return goTo(state, { at: 'guide', spot: firstSpot(guide, facts.allSteps) }, answer);
}

function startWithoutPuk(state: PinResetState, facts: OpeningFacts, context: Context): PinResetStep {
  if (facts.employed === true) return orderInRitz(context);
  if (facts.employed === false) return toServicedesk(state, 'no-puk', context);
  return goTo(state, { at: 'employed' }, wordingOf(context.language).short.employed(page('ritz', context), numbers(context)));
}
