/** How the PIN reset begins: what the intent and the opening words already tell is not asked again. */
import type { Context, Opening } from './dialog.ts';
import { numbers, page, wordingOf } from './pin-reset-ask.ts';
import { read } from './pin-reset-read.ts';
import type { Told } from './pin-reset-read.ts';
import type { PinResetState } from './pin-reset-state.ts';
import { firstSpot } from './pin-reset-state.ts';
import { goTo, startGuide, toServicedesk, withoutPuk } from './pin-reset-step.ts';
import type { PinResetStep } from './pin-reset-step.ts';

/** The short answer comes first, so that an impatient reader is helped at once; then the first open question. */
export function start(context: Context, opening: Opening): PinResetStep {
  const told = read(opening.text);
  const state = firstState(told, opening);
  if (told.says('puk-refused') && !told.says('puk-refused-if')) return toServicedesk(state, 'wrong-puk', context);
  if (state.hasPuk !== true && (opening.intent === 'puk-forgotten' || told.says('puk-lacks'))) return startWithoutPuk(state, told, context);
  if (opening.intent === 'pin-change' && state.cause === 'change') return startGuide('change', state, context, told.says('all-steps'));
  const isUnclear = state.cause === null && (opening.intent !== 'pin-forgotten' || told.says('unclear'));
  return isUnclear && state.hasPuk !== true ? startUnclear(state, context) : startUnlock(state, told, context);
}

function firstState(told: Told, { intent, tried }: Opening): PinResetState {
  return {
    cause: causeOf(intent, told),
    code: told.code,
    hasPuk: told.says('puk-has') && !told.says('puk-elsewhere') ? true : told.says('puk-lacks') ? false : null,
    employed: typeof told.employed === 'boolean' ? told.employed : null,
    earlier: [...(tried ?? [])],
    place: { at: 'case' },
  };
}

/** A change of a PIN that turns out to be forgotten ("byta kod, har glömt den gamla") is an unlocking. */
function causeOf(intent: string, { says }: Told): PinResetState['cause'] {
  if (says('puk-lacks') && !says('puk-has')) return 'puk-lost';
  if (says('forgot') && !(intent === 'puk-forgotten' && !says('puk-has'))) return 'forgotten';
  if (says('locked')) return 'locked';
  if (intent === 'puk-forgotten') return says('puk-has') ? null : 'puk-lost';
  if (intent === 'pin-change') return 'change';
  if (!says('change')) return null;
  return intent === 'pin-forgotten' ? 'forgotten' : 'change';
}

function startUnclear(state: PinResetState, context: Context): PinResetStep {
  return goTo(state, { at: 'case' }, wordingOf(context.language).short.case(page('instruktion-upplasning', context)));
}

function startUnlock(state: PinResetState, told: Told, context: Context): PinResetStep {
  const answer = wordingOf(context.language).short.unlock(page('instruktion-upplasning', context));
  const isReady = state.hasPuk === true || told.says('all-steps');
  return goTo(state, isReady ? { at: 'guide', spot: firstSpot('unlock', told.says('all-steps')) } : { at: 'puk' }, answer);
}

function startWithoutPuk(state: PinResetState, told: Told, context: Context): PinResetStep {
  const { explain, short } = wordingOf(context.language);
  if (told.says('ask-puk')) return goTo(state, { at: 'case' }, explain.puk);
  if (state.employed !== null) return withoutPuk(state, context);
  return goTo({ ...state, hasPuk: false }, { at: 'employed' }, short.employed(page('ritz', context), numbers(context)));
}
