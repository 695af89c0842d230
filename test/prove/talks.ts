/** What people say. Each talk knows what its yes asks for; everything else may ask for nothing. */
import type { Random } from '../../intents/random.ts';
import { pick } from './chance.ts';
import { REFUSED } from './receiver.ts';

export type Step = { readonly say: string } | { readonly press: string };

/** Messages that are sent at the same time: a double click is the same step twice. */
export type Moment = readonly Step[];

export interface Talk {
  readonly name: string;
  readonly person: string;
  /** Whether a channel must vouch for the person, must not, or may. */
  readonly vouching: 'needed' | 'none' | 'any';
  readonly moments: readonly Moment[];
  /** The moment of the yes, and what it must give; null: nothing may come of this talk. */
  readonly asks: { readonly moment: number; readonly kind: 'block' | 'ticket' } | null;
}

/** A sentence that gives something away. */
export type DrawSecret = () => string;

interface Setting {
  readonly random: Random;
  readonly person: string;
  readonly drawSecret: DrawSecret;
}

type Write = (setting: Setting) => Omit<Talk, 'name' | 'person'>;

const QUESTIONS = ['hur länge gäller kortet?', 'vad är en puk?', 'var finns kortstationerna?', 'kan man ha kortet utomlands?', 'tack', 'hur beställer jag ett kort?', 'vad kostar kortet', 'asdf qwer'] as const;
/** One in seven is refused by the other systems. */
const PEOPLE = ['Anna Testsson', 'Bo Provberg', 'Cilla Testberg', 'David Provsson', 'Eva Testman', 'Filip Provdal', REFUSED] as const;

const say = (text: string): Moment => [{ say: text }];
const press = (choice: string): Moment => [{ press: choice }];
/** The yes, at times with a double click. */
const yes = ({ random }: Setting): Moment => (random() < 0.5 ? press('yes') : [{ press: 'yes' }, { press: 'yes' }]);
const ask = ({ random }: Setting): Moment => say(pick(random, QUESTIONS));
const STATUS = say('hur går det med mitt ärende?');
const REPORT: readonly Moment[] = [press('intent:card-lost'), press('lost')];
const OWN: readonly Moment[] = [...REPORT, say('nyss'), press('own-card-yes'), press('employed-yes')];
const told = ({ person }: Setting): readonly Moment[] => [...REPORT, say('i går kväll'), say(`${person}, avdelning 42 i Lund, 0701-740605`), press('employed-yes')];
const problem = ({ drawSecret }: Setting): readonly Moment[] => [press('person'), press('write'), say(`Läsaren blinkar rött. ${drawSecret()}`)];
const BLOCK = { moment: 5, kind: 'block' } as const;
const TICKET = { moment: 5, kind: 'ticket' } as const;
const MAIL = say('anna.testsson@example.test');

const TALKS: readonly (readonly [string, Write])[] = [
  ['blocks the own card', (setting) => ({ vouching: 'needed', moments: [...OWN, yes(setting)], asks: BLOCK })],
  ['blocks the own card and asks on', (setting) => ({ vouching: 'needed', moments: [...OWN, yes(setting), ask(setting), STATUS], asks: BLOCK })],
  ['reports a lost card', (setting) => ({ vouching: 'none', moments: [...told(setting), yes(setting), say(setting.drawSecret())], asks: BLOCK })],
  ['does not want it blocked', (setting) => ({ vouching: 'none', moments: [...told(setting), press('no'), say('ja')], asks: null })],
  ['does not want the own card blocked', () => ({ vouching: 'needed', moments: [...OWN, press('no'), press('yes')], asks: null })],
  ['writes a ticket', (setting) => ({ vouching: 'none', moments: [...problem(setting), say(setting.person), MAIL, yes(setting), STATUS], asks: TICKET })],
  ['writes a ticket, known by name', (setting) => ({ vouching: 'needed', moments: [...problem(setting), press('contact-me'), MAIL, yes(setting), ask(setting)], asks: TICKET })],
  ['gives up writing a ticket', (setting) => ({ vouching: 'any', moments: [...problem(setting), press('cancel'), press('yes')], asks: null })],
  ['resets a PIN', ({ drawSecret }) => ({ vouching: 'any', moments: [press('intent:pin-forgotten'), press('puk-yes'), say('klart'), say(drawSecret()), say('klart'), say('klart'), say('legitimering')], asks: null })],
  ['asks and asks', (setting) => ({ vouching: 'any', moments: [ask(setting), [...ask(setting), ...ask(setting)], say(setting.drawSecret()), ask(setting)], asks: null })],
];

export function drawTalk(random: Random, drawSecret: DrawSecret): Talk {
  const person = pick(random, PEOPLE);
  const drawn = TALKS[Math.floor(random() * TALKS.length)];
  if (drawn === undefined) throw new RangeError('There are no talks.');
  const [name, write] = drawn;
  return { name, person, ...write({ random, person, drawSecret }) };
}
