/** Whose card it is: the vouched identity's, the writer's, a colleague's, or not clear yet. */
import type { CardLostState, Report } from './card-lost-state.ts';
import { isSamePerson } from './card-lost-whose.ts';
import { pick } from './contact.ts';
import type { Context } from './dialog.ts';

export const REACH: readonly string[] = ['phone', 'email'];

/**
 * The vouched identity has answered that the card is its own. The only way to `verified`, and so to a card that is
 * blocked directly. Null when the channel no longer vouches for it, or when another name was given.
 */
export function forIdentity(known: CardLostState, { person }: Context): Report | null {
  const { identity } = known;
  if (identity === null || !person.verified || person.id !== identity.id || isAnotherName(known)) return null;
  return { ...known, who: 'verified', doubt: known.doubt === 'open' ? 'settled' : known.doubt, holder: { ...pick(identity, (key) => key !== 'id'), ...pick(known.holder, (key) => REACH.includes(key)) }, reporter: {} };
}

/** A name was given that is not that of the one who is signed in. */
export function isAnotherName({ identity, holder }: Report): boolean {
  return identity !== null && holder.name !== undefined && !isSamePerson(holder.name, identity.name);
}

/** The writer is somebody that nobody vouches for, and the card is their own. */
export function forSelf(known: Report): Report {
  const { who, holder } = known;
  return { ...known, who: 'self', doubt: 'settled', holder: who === 'self' || who === null ? holder : {}, reporter: {} };
}

/** The card is a colleague's. What the writer said of themselves is the reporter's from now on. */
export function forColleague(known: Report): Report {
  if (known.who === 'colleague') return { ...known, doubt: 'none' };
  const { identity, holder } = known;
  const own = pick(holder, (key) => key === 'name' || REACH.includes(key));
  // Who employs the writer tells nothing of who employs the colleague.
  const employed = known.who === null ? known.employed : null;
  const asked: Report = { ...known, who: 'colleague', doubt: 'none', employed, skipped: known.skipped.filter((item) => item === 'phone') };
  if (identity === null) return { ...asked, holder: {}, reporter: own };
  const reporter = { ...pick(identity, (key) => key !== 'id'), ...pick(holder, (key) => REACH.includes(key)) };
  const isOthers = known.who === null && holder.name !== undefined && holder.name !== identity.name;
  return { ...asked, holder: isOthers ? pick(holder, (key) => !REACH.includes(key)) : {}, reporter };
}

/** Somebody else may be meant, so it is asked. What was agreed to before counts no longer. */
export function inDoubt(known: Report): Report {
  return known.who === 'verified' ? { ...known, doubt: 'open', who: null, holder: {} } : { ...known, doubt: 'open' };
}
