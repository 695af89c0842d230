/** Which answers each question of the PIN reset takes: as buttons, and besides them as short typed words. */
import type { PinResetState, Place } from './pin-reset-state.ts';

export type ChoiceId =
  | 'forgot' | 'locked' | 'change' | 'puk-lost' | 'card-lost'
  | 'puk-yes' | 'puk-no' | 'what-is-puk'
  | 'employed-yes' | 'employed-no' | 'employed-unsure'
  | 'done' | 'failed' | 'all-steps'
  | 'legitimering' | 'underskrift' | 'both-codes' | 'what-is-the-difference'
  | 'card-not-read' | 'no-icon' | 'wrong-puk' | 'wrong-pin' | 'other'
  | 'worked' | 'still-failing';

/** The buttons of a state, in the order shown. */
export function offered({ place, code }: Pick<PinResetState, 'place' | 'code'>): readonly ChoiceId[] {
  switch (place.at) {
    case 'case': return ['forgot', 'locked', 'change', 'puk-lost', 'card-lost'];
    case 'puk': return ['puk-yes', 'puk-no', 'what-is-puk'];
    case 'employed': return ['employed-yes', 'employed-no', 'employed-unsure'];
    case 'guide': return guideChoices(place, code !== null);
    case 'failure': return ['card-not-read', 'no-icon', place.spot.guide === 'unlock' ? 'wrong-puk' : 'wrong-pin', 'other'];
    case 'advice': return ['worked', 'still-failing'];
  }
}

/** Whose short typed words count in a state: those of its buttons, and the codes at their step, also once one is chosen. */
export function typedAnswers(state: Pick<PinResetState, 'place' | 'code'>): readonly ChoiceId[] {
  const { place } = state;
  const atCodeStep = place.at === 'guide' && !place.spot.all && place.spot.step === 'code';
  return atCodeStep ? [...new Set<ChoiceId>([...offered(state), 'legitimering', 'underskrift', 'both-codes'])] : offered(state);
}

function guideChoices({ spot }: Extract<Place, { at: 'guide' }>, isCodeKnown: boolean): readonly ChoiceId[] {
  if (spot.all) return ['done', 'failed'];
  if (spot.step === 'code' && !isCodeKnown) return ['legitimering', 'underskrift', 'what-is-the-difference', 'failed', 'all-steps'];
  return ['done', 'failed', 'all-steps'];
}
