/** Which answers each question of the PIN reset takes: as buttons, and besides them as typed words. */
import type { Guide, Place } from './pin-reset-state.ts';

export type ChoiceId =
  | 'forgot' | 'locked' | 'change' | 'puk-lost' | 'card-lost'
  | 'puk-yes' | 'puk-no' | 'what-is-puk'
  | 'employed-yes' | 'employed-no'
  | 'done' | 'failed' | 'all-steps'
  | 'legitimering' | 'underskrift' | 'what-is-the-difference'
  | 'card-not-read' | 'no-icon' | 'wrong-puk' | 'wrong-pin' | 'other'
  | 'worked' | 'still-failing';

/** The buttons of a place, in the order shown. */
export function offered(place: Place): readonly ChoiceId[] {
  switch (place.at) {
    case 'case': return ['forgot', 'locked', 'change', 'puk-lost', 'card-lost'];
    case 'puk': return ['puk-yes', 'puk-no', 'what-is-puk'];
    case 'employed': return ['employed-yes', 'employed-no'];
    case 'guide': return guideChoices(place);
    case 'failure': return ['card-not-read', 'no-icon', place.spot.guide === 'unlock' ? 'wrong-puk' : 'wrong-pin', 'other'];
    case 'advice': return ['worked', 'still-failing'];
  }
}

/** Whose short typed forms ("klart", "nej") count at a place. The code step has no button "done", but people type it. */
export function typedAnswers(place: Place): readonly ChoiceId[] {
  return place.at === 'guide' ? [...offered(place), 'done'] : offered(place);
}

/**
 * What a longer text may mean at a place besides its buttons: explanations anywhere, a lost card anywhere (minutes
 * count then), and whoever describes the trouble instead of pressing "failed" is taken at their word.
 */
export function phrasedAnswers(place: Place): readonly ChoiceId[] {
  const anywhere = ['what-is-puk', 'what-is-the-difference', 'card-lost'] as const;
  const refused = (guide: Guide) => (guide === 'unlock' ? (['wrong-puk', 'puk-lost'] as const) : (['wrong-pin'] as const));
  switch (place.at) {
    case 'puk': return [...typedAnswers(place), ...anywhere, 'puk-lost', 'all-steps'];
    case 'guide': return [...typedAnswers(place), ...anywhere, 'card-not-read', 'no-icon', ...refused(place.spot.guide)];
    default: return [...typedAnswers(place), ...anywhere];
  }
}

function guideChoices({ spot }: Extract<Place, { at: 'guide' }>): readonly ChoiceId[] {
  if (spot.all) return ['done', 'failed'];
  if (spot.step === 'code') return ['legitimering', 'underskrift', 'what-is-the-difference', 'failed', 'all-steps'];
  return ['done', 'failed', 'all-steps'];
}
