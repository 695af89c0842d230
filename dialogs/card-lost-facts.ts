/** Putting what a message says where it belongs in the report. */
import type { CardLostState, Report } from './card-lost-state.ts';
import { readCorrection, readEmployed, readEvent, saysColleague } from './card-lost-read.ts';
import { SPEAKS_OF_SELF } from './contact-words.ts';
import { type Asked, type ContactFacts, readContact } from './contact.ts';
import type { Context, Opening } from './dialog.ts';
import { fold } from './fold.ts';
import { findWhen } from './when.ts';

type People = Pick<Report, 'holder' | 'reporter'>;

const REACH: readonly string[] = ['phone', 'email'];

/** The report as the opening message leaves it; the step is still to be decided. */
export function openingReport(context: Context, opening: Opening): CardLostState {
  const { id, name, phone, email, verified } = context.person;
  const identity = verified && name !== undefined ? { id, name, ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) } : null;
  const empty: Report = { step: 'which', event: null, when: null, identity, who: identity === null ? 'self' : null, holder: {}, reporter: {}, skipped: [], employed: null };
  return { ...(takeFacts(empty, opening.text, context.at) ?? empty), trail: [] };
}

/**
 * The report with every fact that the text holds, or null when it holds none. What is known already is replaced; that the
 * card is a colleague's is a fact too.
 */
export function takeFacts(known: Report, text: string, now: Date, asked?: Asked): Report | null {
  if (known.who !== 'colleague' && saysColleague(text)) {
    const report = forColleague(known);
    return takeFacts(report, text, now) ?? report;
  }
  const isAboutElse = readCorrection(text) !== null || findWhen(text, now)?.words === text.trim();
  const { found, rest } = readContact(text, isAboutElse ? undefined : asked);
  const event = readEvent(rest);
  const loss = event === 'lost' || event === 'stolen' || event === 'unknown' ? event : null;
  const when = findWhen(rest, now);
  const employed = readEmployed(text);
  const people = placed(known, found, text);
  if (loss === null && when === null && employed === null && people === null) return null;
  return { ...known, ...people, event: loss ?? known.event, when: when ?? known.when, employed: employed ?? known.employed };
}

function placed(known: Report, found: ContactFacts, text: string): People | null {
  const { holder, reporter } = known;
  if (Object.keys(found).length === 0) return null;
  if (known.who === 'verified') {
    // A verified request goes straight to the card system: no typed name or id may point it at another person's card.
    const reach = pick(found, (key) => REACH.includes(key));
    return Object.keys(reach).length === 0 ? null : { holder: { ...holder, ...reach }, reporter };
  }
  if (known.who !== 'colleague') return { holder: { ...holder, ...found }, reporter };
  const isReporters = (key: string): boolean => {
    if (known.step === 'reporter-name' || known.step === 'phone') return true;
    if (known.step === 'name' || known.step === 'identity') return false;
    return REACH.includes(key) || (key === 'name' && SPEAKS_OF_SELF.test(fold(text)));
  };
  return { holder: { ...holder, ...pick(found, (key) => !isReporters(key)) }, reporter: { ...reporter, ...pick(found, isReporters) } };
}

/** The vouched identity has confirmed that the card is its own. */
export function forIdentity(known: Report, identity: NonNullable<Report['identity']>): Report {
  return { ...known, who: 'verified', holder: { ...pick(identity, (key) => key !== 'id'), ...pick(known.holder, (key) => REACH.includes(key)) }, reporter: {} };
}

/** The writer is somebody that nobody vouches for, and the card is their own. */
export function forSelf(known: Report): Report {
  return { ...known, who: 'self', holder: known.who === null ? known.holder : {}, reporter: {} };
}

/** The card is a colleague's. What the writer said of themselves is the reporter's from now on. */
export function forColleague(known: Report): Report {
  const { identity, holder } = known;
  const own = pick(holder, (key) => key === 'name' || REACH.includes(key));
  if (identity === null) return { ...known, who: 'colleague', holder: {}, reporter: own };
  const reporter = { ...pick(identity, (key) => key !== 'id'), ...pick(holder, (key) => REACH.includes(key)) };
  const isOthers = known.who === null && holder.name !== undefined && holder.name !== identity.name;
  return { ...known, who: 'colleague', holder: isOthers ? pick(holder, (key) => !REACH.includes(key)) : {}, reporter };
}

function pick(facts: ContactFacts, wanted: (key: string) => boolean): ContactFacts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => wanted(key)));
}
