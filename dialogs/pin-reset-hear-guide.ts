/** What a typed text leads to at a step of an instruction, and where a step has failed. */
import { wordingOf } from './pin-reset-ask.ts';
import { TROUBLE } from './pin-reset-read.ts';
import type { Heard, Told } from './pin-reset-read.ts';
import { spotAt } from './pin-reset-state.ts';
import type { Place, Spot, Trouble } from './pin-reset-state.ts';
import { act, advise, goOn, goTo, stillFailing, withoutPuk } from './pin-reset-step.ts';
import type { PinResetStep } from './pin-reset-step.ts';

/** At a step. Trouble counts before everything else: "klart, men det blev rött" is no success. */
export function hearGuide(heard: Heard, open: Spot): PinResetStep | null {
  const { told, state, context } = heard;
  const { says, answer } = told;
  const { say } = wordingOf(context.language);
  const spot = told.step === null ? open : spotAt(told.step, open);
  if (spot === null) return null;
  if (spot.guide === 'unlock' && says('puk-lacks') && !says('puk-has')) return withoutPuk(state, context);
  if (says(...TROUBLE) || (says('but') && (answer !== null || says('done')))) return hearFailure(heard, spot);
  if (says('all-steps')) return goTo(state, { at: 'guide', spot: { ...spot, all: true } });
  if (says('one-by-one', 'ask-step')) return goTo(state, { at: 'guide', spot: { ...spot, all: false } });
  if (told.isQuestion) return null;
  if (says('wait')) return goTo(state, state.place, say.takeYourTime);
  if (told.code !== null) return hearCode(heard, spot);
  if (says('done', 'next', 'solved') || answer === 'yes' || answer === 'done') return goOn(state, spot, context);
  if (answer === 'no') return act({ ...state, place: { at: 'guide', spot } }, 'failed', context);
  if (told.step !== null) return goTo(state, { at: 'guide', spot });
  if (spot.guide === 'unlock' && says('locked')) return goTo(state, state.place, say.lockedIsWhy);
  // What is under way already.
  return says('forgot', 'change', 'knows-pin', 'puk-has') ? goTo(state, state.place) : null;
}

/** A code that is named chooses at its own step; elsewhere it is only remembered, unless the step is said to be done. */
function hearCode({ told, state, context }: Heard, spot: Spot): PinResetStep {
  const isItsStep = spot.step === 'code' && !spot.all && told.code !== 'both';
  return isItsStep || told.answer !== null ? goOn(state, spot, context) : goTo(state, { at: 'guide', spot });
}

/** A failure that is described is taken at its word; a bare "funkar inte" is asked about. */
function hearFailure({ told, text, state, context }: Heard, spot: Spot): PinResetStep {
  if (told.isBare || told.says('bare')) return act({ ...state, place: { at: 'guide', spot } }, 'failed', context);
  return advise(state, spot, troubleIn(told), text);
}

/** At "vad händer?" and at "fungerar det nu?". */
export function hearTrouble(heard: Heard, place: Extract<Place, { at: 'failure' | 'advice' }>): PinResetStep | null {
  const { told, text, state, context } = heard;
  const { says, answer } = told;
  const fails = says('still', ...TROUBLE);
  if (says('solved') && !fails) return goTo(state, { at: 'guide', spot: place.spot }, wordingOf(context.language).say.goesOn);
  if (says('wait') && !fails) return goTo(state, place, wordingOf(context.language).say.takeYourTime);
  if (told.isQuestion && !fails) return null;
  if (place.at === 'failure') return told.isBare || text.trim() === '' ? null : advise(state, place.spot, troubleIn(told), text);
  if (fails || answer === 'no' || (answer !== null && says('but'))) return stillFailing(state, told.isBare || says('bare', 'still') ? null : text, context);
  return says('done') || answer !== null ? act(state, 'worked', context) : null;
}

function troubleIn({ says }: Told): Trouble {
  if (says('no-icon')) return 'no-icon';
  return says('card-not-read') ? 'card-not-read' : 'other';
}
