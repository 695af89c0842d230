/** Putting what a message says where it belongs in the report. */
import { type Message, readMessage } from './card-lost-message.ts';
import { forColleague, inDoubt, REACH } from './card-lost-people.ts';
import type { CardLostState, Report, StepName } from './card-lost-state.ts';
import { mendedName } from './contact-names.ts';
import { namesAnother } from './card-lost-whose.ts';
import { SPEAKS_OF_OTHER, SPEAKS_OF_SELF } from './contact-words.ts';
import { type Asked, type ContactFacts, pick } from './contact.ts';
import type { Context, Opening } from './dialog.ts';
import { fold } from './fold.ts';

/** The report as the opening message leaves it; the step is still to be decided. */
export function openingReport(context: Context, opening: Opening): CardLostState {
  const { id, name, phone, email, verified } = context.person;
  const identity = verified && name !== undefined ? { id, name, ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) } : null;
  const empty: Report = { step: 'which', event: null, when: null, identity, who: identity === null ? 'self' : null, doubt: 'none', holder: {}, reporter: {}, skipped: [], employed: null };
  return { ...(takeFacts(empty, opening.text, context.at) ?? empty), trail: [] };
}

/** The report with every fact that the text holds, or null when it holds none that is new or may change what is known. */
export function takeFacts(known: Report, text: string, now: Date, asked?: Asked): Report | null {
  const message = readMessage(text, now, asked);
  const owned = withWhose(known, message);
  const report = withPeople(owned, message);
  const event = mayChange(known, 'event', message) ? message.event : null;
  const when = mayChange(known, 'when', message) ? message.when : null;
  if (report === known && event === null && when === null && message.employed === null) return null;
  return { ...report, event: event ?? report.event, when: when ?? report.when, employed: message.employed ?? report.employed };
}

/** What is known already is only replaced where it is asked for, shown, or plainly corrected: "ring efter kl 16" is no time of loss. */
function mayChange({ step, ...known }: Report, item: 'event' | 'when', { corrects, contact }: Message): boolean {
  const isAsked = step === 'summary' || step === (item === 'event' ? 'which' : 'when');
  return known[item] === null || isAsked || (corrects && Object.keys(contact).length === 0);
}

/** The steps until it is settled whose card it is. */
const WHO_IS_OPEN: readonly StepName[] = ['whose', 'which', 'when', 'confirm'];

/** Whose card it is, as far as the message tells. Never makes it the vouched identity's own: only that answer to that question does. */
function withWhose(known: Report, { whose, otherName, contact, text }: Message): Report {
  const { who, doubt, identity, holder } = known;
  switch (whose) {
    case 'other': {
      if (otherName !== null && fold(otherName) === fold(identity?.name ?? '')) return inDoubt(known);
      const report = who === 'colleague' ? known : forColleague(known);
      const isNew = otherName !== null && (report !== known || holder.name === undefined || known.step === 'summary' || known.step === 'correct-who');
      return isNew ? { ...report, holder: { ...report.holder, name: otherName } } : report;
    }
    case 'unclear': {
      // "Ring min chef på 040-331122" tells whom to call.
      const tellsElse = !WHO_IS_OPEN.includes(known.step) && Object.keys(contact).length > 0;
      return who === 'colleague' || doubt !== 'none' || tellsElse ? known : inDoubt(known);
    }
    case 'own':
    case null: {
      // Whoever is named in a report of the one who is signed in may be the holder, or may be who writes.
      const mayBeAnother = identity !== null && who === null && namesAnother(text, identity.name);
      const wasAnother = whose === 'own' && who === 'colleague' && known.step !== 'whose';
      return doubt === 'none' && (mayBeAnother || wasAnother) ? inDoubt(known) : known;
    }
  }
}

function withPeople(known: Report, { contact, text }: Message): Report {
  const { holder, reporter, who } = known;
  if (Object.keys(contact).length === 0) return known;
  if (who === 'verified') {
    // A verified request goes straight to the card system: no typed name or id may point it at another person's card.
    const reach = pick(contact, (key) => REACH.includes(key));
    return Object.keys(reach).length === 0 ? known : { ...known, holder: { ...holder, ...reach } };
  }
  if (who !== 'colleague') return { ...known, holder: withContact(holder, contact) };
  const isReporters = reportersFacts(known, fold(text));
  const own = pick(contact, (key) => isReporters(key) && OWN_FACTS.includes(key));
  const others = pick(contact, (key) => !isReporters(key));
  return Object.keys({ ...own, ...others }).length === 0 ? known : { ...known, holder: withContact(holder, others), reporter: withContact(reporter, own) };
}

/** What is shown of a reporter; an id of theirs tells nothing of the card. */
const OWN_FACTS: readonly string[] = ['name', 'unit', ...REACH];

/** Which facts are the writer's own, when the card is a colleague's. */
function reportersFacts({ step }: Report, folded: string): (key: string) => boolean {
  const isOfOther = SPEAKS_OF_OTHER.test(folded);
  const isOwnStep = step === 'reporter-name' || step === 'phone';
  return (key) => {
    if (isOfOther) return false;
    if (isOwnStep || REACH.includes(key)) return true;
    return key === 'name' && step !== 'name' && SPEAKS_OF_SELF.test(folded);
  };
}

function withContact(known: ContactFacts, found: ContactFacts): ContactFacts {
  return { ...known, ...found, ...(found.name === undefined ? {} : { name: mendedName(known.name, found.name) }) };
}
