/** What a ticket holds before anything is asked: the problem, what was asked and tried, and how to reach the writer. */
import { readWhose } from './card-lost-whose.ts';
import { readContact } from './contact.ts';
import type { Context, Exchange, Opening, Person } from './dialog.ts';
import { PROBLEM_CHARS } from './escalation-draft.ts';
import { isProblem, withoutWish, wordCount } from './escalation-problem.ts';
import { readUrgency } from './escalation-read.ts';
import type { Letter } from './escalation-state.ts';
import { wordsOf } from './escalation-words.ts';

/** Questions of the conversation that a ticket repeats. */
const ASKED = 4;
/** A wish for a person with fewer words beside it ("prata med någon nu") says nothing about the problem. */
const TELLING_WORDS = 3;

const NO_MATTER: readonly (string | null)[] = ['greeting', 'thanks', 'goodbye', 'help', 'talk-to-servicedesk', 'feedback', 'patient-care'];
const CATEGORIES: Readonly<Record<string, Letter['category']>> = {
  'card-lost': 'card-lost',
  'pin-forgotten': 'pin-reset',
  'pin-change': 'pin-reset',
  'puk-forgotten': 'pin-reset',
  'pin-rules': 'pin-reset',
  'certificate-missing': 'login',
  'certificate-expiry': 'login',
  'remove-certificate': 'login',
  'test-card': 'login',
  'remote-access': 'login',
  'supported-systems': 'login',
  'card-reader': 'login',
  'card-broken': 'login',
  'netid-install': 'login',
  'order-card': 'order',
  'card-ready': 'order',
  'card-stations': 'order',
  'choose-card-station': 'order',
  'name-change': 'order',
  'card-holder-lost': 'order',
};

/** The letter as the conversation so far gives it. */
export function prefill(context: Context, opening: Opening): Omit<Letter, 'step'> {
  const relevant = distinct(sinceLastTicket(context).filter(isMatter));
  const problem = problemIn(opening, relevant);
  const identity = identityOf(context.person);
  const category = categoryOf(opening.about) ?? (opening.tried === undefined ? (relevant.flatMap(({ intent }) => categoryOf(intent) ?? []).at(-1) ?? 'other') : 'pin-reset');
  return {
    problem,
    subject: null,
    asked: relevant.slice(-ASKED).flatMap((exchange) => askedLine(exchange, problem, context)),
    tried: [...(opening.tried ?? [])],
    category,
    // A lost card is always urgent: every minute counts.
    urgent: category === 'card-lost' || (problem !== null && readUrgency(problem) === true) || readUrgency(opening.text) === true,
    identity,
    answerTo: null,
    contact: knownContact(context, opening, identity !== null),
    contactNote: null,
    callsThemselves: false,
    unheard: null,
  };
}

export function categoryOf(topic: string | null | undefined): Letter['category'] | null {
  return typeof topic === 'string' ? (CATEGORIES[topic] ?? null) : null;
}

export function reachOf({ phone, email }: { readonly phone?: string; readonly email?: string }): { phone?: string; email?: string } {
  return { ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) };
}

/** What an earlier ticket is about already is not the matter of the next one. */
function sinceLastTicket({ facts }: Context): readonly Exchange[] {
  const last = facts.openRequests.filter(({ kind, state }) => kind === 'ticket' && state !== 'failed').map(({ openedAt }) => openedAt).toSorted().at(-1) ?? '';
  return facts.history.filter(({ at }) => at > last);
}

function isMatter({ asked, answered, intent }: Exchange): boolean {
  if (NO_MATTER.includes(intent)) return false;
  return intent !== null || answered !== '' || wordCount(asked) >= TELLING_WORDS;
}

function distinct(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.filter(({ asked }, index) => exchanges.findLastIndex((one) => one.asked === asked) === index);
}

function problemIn({ text, tried, about }: Opening, relevant: readonly Exchange[]): string | null {
  const own = tried === undefined && about === undefined ? withoutWish(text) : text.trim();
  const isTelling = tried !== undefined || about !== undefined || (wordCount(own) > TELLING_WORDS && isProblem(own));
  if (isTelling && own !== '') return own.slice(0, PROBLEM_CHARS);
  // A pressed topic is no one's own words.
  const last = (relevant.findLast(({ asked, answered }) => asked.toLowerCase() !== answered.toLowerCase()) ?? relevant.at(-1))?.asked;
  if (last === undefined) return null;
  const told = withoutWish(last);
  return told === '' ? last : told;
}

/** Of the problem itself only what the bot answered is new. */
function askedLine({ asked, answered }: Exchange, problem: string | null, context: Context): readonly string[] {
  if (problem === asked || problem === withoutWish(asked)) return answered === '' ? [] : [wordsOf(context).answeredAbout(answered)];
  return [answered === '' ? asked : `${asked} → ${answered}`];
}

function identityOf({ id, name, verified, ...reach }: Person): Letter['identity'] {
  return verified && name !== undefined ? { id, name, ...reachOf(reach) } : null;
}

/** What is told of somebody else is not the writer's own. */
function isAboutOther(text: string): boolean {
  const { whose } = readWhose(text);
  return whose === 'other' || whose === 'unclear';
}

/** What the writer has said of themselves in this conversation; of a vouched person, only how to reach them. */
function knownContact({ facts }: Context, opening: Opening, isVouched: boolean): Letter['contact'] {
  const own = [...facts.history.map(({ asked }) => asked), opening.text].filter((text) => !isAboutOther(text));
  const told = own.reduce<Letter['contact']>((known, text) => ({ ...known, ...readContact(text).found }), { ...facts.contact });
  const all = { ...told, ...opening.contact };
  return isVouched ? reachOf(all) : all;
}
