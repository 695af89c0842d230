/** Where "tillbaka" and "börja om" lead in the PIN reset. */
import { firstSpot, previousSpot } from './pin-reset-state.ts';
import type { PinResetState, Place } from './pin-reset-state.ts';

/** The first step of the instruction at hand; before the instructions, which matter it is. */
export function firstPlace({ place }: PinResetState): Place {
  return 'spot' in place ? { at: 'guide', spot: firstSpot(place.spot.guide) } : { at: 'case' };
}

/** The place before, or null. From the first question of a matter it is which matter it is, so that a misread opening can be put right. */
export function previousPlace({ cause, place }: PinResetState): Place | null {
  switch (place.at) {
    case 'case': return null;
    case 'puk': return { at: 'case' };
    case 'employed': return { at: cause === 'puk-lost' ? 'case' : 'puk' };
    case 'guide': {
      const spot = previousSpot(place.spot);
      if (spot !== null) return { at: 'guide', spot };
      return place.spot.guide === 'unlock' ? { at: 'puk' } : { at: 'case' };
    }
    case 'failure': return { at: 'guide', spot: place.spot };
    case 'advice': return { at: 'failure', spot: place.spot };
  }
}
