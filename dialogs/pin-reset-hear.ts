/** What a typed text leads to: first what counts at every place, then what the open question makes of it. */
import type { Context } from './dialog.ts';
import { numbers, page, wordingOf } from './pin-reset-ask.ts';
import { heardAnywhere } from './pin-reset-hear-anywhere.ts';
import { hearGuide, hearTrouble } from './pin-reset-hear-guide.ts';
import { read, TROUBLE } from './pin-reset-read.ts';
import type { Heard, Told } from './pin-reset-read.ts';
import type { PinResetState } from './pin-reset-state.ts';
import { act, goTo, MISUNDERSTOOD, startGuide, toServicedesk, withoutPuk } from './pin-reset-step.ts';
import type { PinResetStep } from './pin-reset-step.ts';

/** What a typed text leads to; `misunderstood` when it is no answer, so that the conversation reads it as a question of its own. */
export function hear(state: PinResetState, text: string, context: Context): PinResetStep {
  const told = read(text);
  const heard: Heard = { told, text, state: withFacts(state, told), context };
  return heardAnywhere(heard) ?? hearAtPlace(heard) ?? MISUNDERSTOOD;
}

/** Facts are kept wherever they are told, so that nobody is asked for them later. */
function withFacts(state: PinResetState, { employed, code, isQuestion }: Told): PinResetState {
  if (isQuestion) return state;
  return { ...state, employed: typeof employed === 'boolean' ? employed : state.employed, code: code ?? state.code };
}

function hearAtPlace(heard: Heard): PinResetStep | null {
  const { place } = heard.state;
  switch (place.at) {
    case 'case': return hearCase(heard);
    case 'puk': return hearPuk(heard);
    case 'employed': return hearEmployed(heard);
    case 'guide': return hearGuide(heard, place.spot);
    case 'failure':
    case 'advice': return hearTrouble(heard, place);
  }
}

function hearCase({ told: { says, isQuestion }, state, context }: Heard): PinResetStep | null {
  if (says('puk-lacks') && !says('puk-has')) return act(state, 'puk-lost', context);
  if (isQuestion) return null;
  if (says('forgot')) return act(state, 'forgot', context);
  if (says('locked')) return act(state, 'locked', context);
  return says('change') ? act(state, 'change', context) : null;
}

function hearPuk({ told, state, context }: Heard): PinResetStep | null {
  const { says, answer, isQuestion } = told;
  const { say, explain } = wordingOf(context.language);
  if (says('all-steps')) return startGuide('unlock', state, context, true);
  if (says('puk-has', 'has-it') && !says('puk-elsewhere')) return act(state, 'puk-yes', context);
  if (says('wait')) return goTo(state, state.place, say.takeYourTime);
  if (says('it-refused')) return toServicedesk(state, 'wrong-puk', context);
  if (says('puk-lacks')) return act(state, 'puk-no', context);
  if (isQuestion) return null;
  if (says('puk-elsewhere')) return goTo(state, state.place, say.pukElsewhere);
  if (answer === 'no' || says('lacks-it')) return act(state, 'puk-no', context);
  if (says('not-sure')) return goTo(state, state.place, explain.puk);
  if (answer === 'yes' || answer === 'done') return act(state, 'puk-yes', context);
  // A fact was told that is no answer yet: it is kept, and the question stands.
  return told.employed !== null || told.code !== null || says('forgot', 'locked') ? goTo(state, state.place) : null;
}

function hearEmployed({ told, state, context }: Heard): PinResetStep | null {
  const { say, explain } = wordingOf(context.language);
  if (told.says('puk-has', 'has-it')) return startGuide('unlock', { ...state, hasPuk: true }, context);
  if (told.employed === false || (told.employed === true && !told.isQuestion)) return withoutPuk({ ...state, employed: told.employed }, context);
  if (told.says('wait')) return goTo(state, state.place, say.takeYourTime);
  if (told.isQuestion) return null;
  if (told.answer === 'no') return act(state, 'employed-no', context);
  if (told.employed === 'unclear' || told.says('not-sure')) return goTo(state, state.place, explain.employer(page('ritz', context), numbers(context)));
  if (told.answer === 'yes' && !told.says('but', ...TROUBLE)) return act(state, 'employed-yes', context);
  return told.says('puk-lacks', 'lacks-it') ? goTo(state, state.place) : null;
}
