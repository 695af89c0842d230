/** What counts at every place of the PIN reset: a card that is gone, another matter, a question, a wish to move. */
import { numbers, page, wordingOf } from './pin-reset-ask.ts';
import { firstPlace, previousPlace } from './pin-reset-back.ts';
import { TROUBLE } from './pin-reset-read.ts';
import type { Heard } from './pin-reset-read.ts';
import type { Sign } from './pin-reset-signs.ts';
import type { Guide, PinResetState } from './pin-reset-state.ts';
import { forgetOldPin, goTo, startGuide, toCardLost, toServicedesk } from './pin-reset-step.ts';
import type { PinResetStep } from './pin-reset-step.ts';

/** The first of these that the text gives rise to; the order is that of urgency. Null when none does. */
export function heardAnywhere(heard: Heard): PinResetStep | null {
  return somebodyIll(heard) ?? cardGone(heard) ?? matterOver(heard) ?? pukRefused(heard) ?? otherGuide(heard) ?? explanation(heard) ?? move(heard);
}

/** Not for this bot, and said at once. */
function somebodyIll({ told: { says }, state, context }: Heard): PinResetStep | null {
  return says('ill') ? goTo(state, state.place, wordingOf(context.language).say.ill) : null;
}

function cardGone({ told: { says }, text, context }: Heard): PinResetStep | null {
  // The bot cannot see a block that somebody else has made.
  if (says('card-blocked')) return { then: 'finish', say: [{ text: wordingOf(context.language).end.alreadyBlocked(page('e-katalogen', context), numbers(context)) }] };
  return says('card-lost') ? toCardLost(text) : null;
}

function matterOver({ told: { says }, state: { place }, context }: Heard): PinResetStep | null {
  // Where something went wrong, "det löste sig" means that.
  const isAboutTrouble = (place.at === 'failure' || place.at === 'advice') && says('solved');
  if (!says('over') || isAboutTrouble) return null;
  return { then: 'finish', say: [{ text: wordingOf(context.language).end.over }] };
}

function pukRefused({ told: { says }, state, context }: Heard): PinResetStep | null {
  if (says('puk-refused-if')) return goTo(state, state.place, wordingOf(context.language).explain.pukSilent(numbers(context)));
  return says('puk-refused') ? toServicedesk(state, 'wrong-puk', context) : null;
}

/** A change of mind between changing a known PIN and unlocking with the PUK. */
function otherGuide({ told: { says, isQuestion }, state, context }: Heard): PinResetStep | null {
  const { say } = wordingOf(context.language);
  switch (guideOf(state)) {
    case 'unlock':
      if (says('wants-change')) return startGuide('change', { ...state, cause: 'change' }, context);
      if (!says('knows-pin') || says('failed')) return null;
      return state.cause === 'locked' ? goTo(state, state.place, say.lockedNeedsPuk) : startGuide('change', { ...state, cause: 'change' }, context);
    case 'change':
      if (isQuestion || says('new-pin')) return null;
      if (says('forgot')) return forgetOldPin(state, 'forgotten', context);
      if (says('locked')) return forgetOldPin(state, 'locked', context);
      return says('old-pin-refused') ? forgetOldPin(state, null, context) : null;
    case null:
      return null;
  }
}

/** Which guide a place belongs to; the questions about the PUK stand before the unlocking. */
function guideOf({ place }: PinResetState): Guide | null {
  if (place.at === 'case') return null;
  return 'spot' in place ? place.spot.guide : 'unlock';
}

function explanation(heard: Heard): PinResetStep | null {
  const { told: { says, isQuestion }, state, context } = heard;
  if (says('ritz-closed')) return toServicedesk(state, 'no-puk', context);
  // "Vilka siffror får jag inte ha?" asks; "finns inte, vad är net id" tells of trouble.
  const isTrouble = says(...TROUBLE);
  const text = (isTrouble && !isQuestion ? null : topicAsked(heard)) ?? (isTrouble ? null : placeAsked(heard));
  return text === null ? null : goTo(state, state.place, text);
}

function topicAsked({ told: { says }, context }: Heard): string | null {
  const { explain } = wordingOf(context.language);
  const topics: readonly (readonly [Sign, string])[] = [
    ['ask-puk-silent', explain.pukSilent(numbers(context))],
    ['ask-where-puk', explain.wherePuk],
    ['ask-puk', explain.puk],
    ['ask-pin', explain.pin],
    ['ask-digits', explain.digits],
    ['ask-codes', explain.difference],
    ['ask-net-id', explain.netId],
    ['ask-you', explain.canYou],
    ['ask-ritz', explain.ritz(page('ritz', context), numbers(context))],
  ];
  return topics.find(([sign]) => says(sign))?.[1] ?? null;
}

/** "Vad menas?" is about the open question. */
function placeAsked({ told: { says }, state: { place }, context }: Heard): string | null {
  const { explain } = wordingOf(context.language);
  if (place.at === 'employed') return says('ask-employer', 'ask-step') ? explain.employer(page('ritz', context), numbers(context)) : null;
  if (!says('ask-step')) return null;
  if (place.at === 'puk') return explain.puk;
  return place.at === 'guide' && !place.spot.all ? explain.step[place.spot.step] : null;
}

function move({ told: { says }, state }: Heard): PinResetStep | null {
  const { place } = state;
  if (says(...TROUBLE)) return null;
  if (says('restart')) return goTo(state, firstPlace(state));
  if (says('back')) return goTo(state, previousPlace(state) ?? place);
  return says('again', 'where') ? goTo(state, place) : null;
}
