/** Who employs somebody, by their words. It decides between Ritz and Servicedesk, so a mere place of work decides nothing. */
import { words as compiled } from './fold.ts';
import { EMPLOYED, EMPLOYED_BY, EMPLOYED_SOMEHOW, NOT_EMPLOYED, OTHERS, REGION, WORK } from './pin-reset-employer-words.ts';

/** True for Region Skåne, false for somebody else, `unclear` for work whose employer is not told, null for other matters. */
export type Employed = boolean | 'unclear' | null;

const isRegion = compiled(REGION.join('|'));
const isOther = compiled(OTHERS.join('|'));
const isNotEmployed = compiled(NOT_EMPLOYED.join('|'));
const isEmployedBy = compiled(EMPLOYED_BY.join('|'));
const isEmployed = compiled(EMPLOYED.join('|'));
const isEmployedSomehow = compiled(EMPLOYED_SOMEHOW.join('|'));
const isWork = compiled(WORK.join('|'));

/** Reads a text in its canonical spelling. Whoever is named beside Region Skåne counts: "jobbar på SUS via bemanning". */
export function employedIn(plain: string): Employed {
  if (isNotEmployed.test(plain) || isOther.test(plain)) return false;
  if (isRegion.test(plain)) return true;
  if (isEmployedBy.test(plain)) return false;
  if (isWork.test(plain)) return 'unclear';
  if (isEmployed.test(plain)) return true;
  return isEmployedSomehow.test(plain) ? 'unclear' : null;
}
