/** What Teams was given: every reply that counts as delivered, in order; one twice only where its replica was disturbed in the midst of it. */
import { wordsIn } from '../../../bot/channels/teams/cards/wording.ts';
import type { Fault, FaultName } from '../chaos.ts';
import type { Push } from '../connector.ts';
import type { Conversation } from '../conversation.ts';
import type { Check, Evidence } from '../evidence.ts';
import type { HeldMessage } from '../held.ts';

/** After these a replica may not know whether it has sent a reply. */
const DISTURBS: readonly FaultName[] = ['kill', 'kill all', 'pause', 'stop in order', 'restart the database', 'crash the database'];
/** Enough to tell replies apart; the rest is drawn in many ways. */
const START = 60;
/** For so long a reply may be under way. */
const SEND_MS = 10_000;
/** Said beside the log, since nothing can be stored then. */
const OUTAGE_NOTICES = (['sv', 'en'] as const).map((language) => wordsIn(language).outage({ internal: '30000', external: '0776-730000' }));

export const checkPushes: Check = (evidence) =>
  evidence.conversations.filter(({ line }) => line.channel === 'teams').flatMap((conversation) => faultsOf(conversation, evidence).map((what) => ({ conversation, what })));

function faultsOf({ line }: Conversation, { held, world, faults }: Evidence): readonly string[] {
  const rows = (held.messages.get(line.conversation) ?? []).filter(({ sender }) => sender === 'bot');
  const pushes = world.connector.pushes(line.conversation.replace(/^teams:/, ''));
  const isNotice = (push: Push): boolean => OUTAGE_NOTICES.includes(textOf(push));
  const shown = pushes.filter((push) => push.isShown && !isNotice(push));
  const falseAlarms = pushes.filter((push) => isNotice(push) && !faults.some(({ name, from, to }) => DISTURBS.includes(name) && from <= push.at && push.at <= to + SEND_MS));
  const { wrong, last } = readingOf(shown, rows, faults);
  const missing = rows.filter(({ delivery }, index) => delivery === 'delivered' && !last.has(index));
  return [
    ...ends(rows, pushes, faults),
    ...falseAlarms.map(() => 'Teams was told of an outage that was none'),
    ...wrong,
    ...missing.map(({ text }) => `counts as delivered, and Teams was never given it: ${text.slice(0, START)}`),
  ];
}

/** Which rows the pushes so far were. `last`: the last push of each row. */
interface Reading {
  readonly next: number;
  readonly last: ReadonlyMap<number, Push>;
  readonly wrong: readonly string[];
}

/** Who asks twice is answered twice with the same words: then a push may be the next row or an earlier one again, and both ways are followed. */
const WAYS = 32;

function readingOf(shown: readonly Push[], rows: readonly HeldMessage[], faults: readonly Fault[]): Reading {
  let readings: readonly Reading[] = [{ next: 0, last: new Map(), wrong: [] }];
  for (const push of shown) {
    const further = readings.flatMap((reading) => waysOn(reading, push, rows, faults));
    readings = further.sort((one, other) => one.wrong.length - other.wrong.length).slice(0, WAYS);
  }
  const unmet = ({ last, wrong }: Reading): number => wrong.length + rows.filter(({ delivery }, index) => delivery === 'delivered' && !last.has(index)).length;
  return readings.toSorted((one, other) => unmet(one) - unmet(other))[0] ?? { next: 0, last: new Map(), wrong: [] };
}

function waysOn({ next, last, wrong }: Reading, push: Push, rows: readonly HeldMessage[], faults: readonly Fault[]): readonly Reading[] {
  const ways: Reading[] = [];
  const firstDue = rows.findIndex(({ delivery }, index) => index >= next && delivery === 'delivered');
  // What is not known to be delivered may have been left out.
  rows.slice(0, firstDue < 0 ? rows.length : firstDue + 1).forEach((row, at) => {
    if (at >= next && isSame(row, push)) ways.push({ next: at + 1, last: new Map(last).set(at, push), wrong });
  });
  const before = rows.findLastIndex((row, index) => index < next && isSame(row, push));
  const earlier = last.get(before);
  if (earlier !== undefined) {
    const hasCause = faults.some((fault) => isBetween(fault, earlier, push));
    ways.push({ next, last: new Map(last).set(before, push), wrong: hasCause ? wrong : [...wrong, `Teams was given twice, without a cause: ${textOf(push)}`] });
  }
  return ways.length > 0 ? ways : [{ next, last, wrong: [...wrong, `Teams was given out of its order: ${textOf(push)}`] }];
}

/** No reply waits or is refused. One may be in doubt where Teams gave no clear answer, or where its replica slept over it. */
function ends(rows: readonly HeldMessage[], pushes: readonly Push[], faults: readonly Fault[]): readonly string[] {
  const unclear = pushes.filter(({ way }) => way === 'cuts' || way === 'loses' || way === 'hangs').length;
  const slept = faults.filter(({ name, from, to }) => name === 'pause' && rows.some(({ at }) => at >= from - SEND_MS && at <= to)).length;
  const doubted = rows.filter(({ delivery }) => delivery === 'unknown').length;
  const others = rows.filter(({ delivery }) => delivery !== 'delivered' && delivery !== 'unknown');
  return [...others.map(({ seq, delivery }) => `reply ${seq} is ${delivery ?? 'not to be delivered'}`), ...(doubted > unclear && slept === 0 ? [`${doubted} replies are in doubt after ${unclear} unclear answers`] : [])];
}

function isBetween({ name, from, to }: Fault, earlier: Push, later: Push): boolean {
  return DISTURBS.includes(name) && from <= later.at && to >= earlier.at;
}

function textOf({ activity }: Push): string {
  return activity.summary ?? activity.text ?? '';
}

function isSame({ text }: HeldMessage, push: Push): boolean {
  return letters(text).slice(0, START) === letters(textOf(push)).slice(0, START);
}

function letters(text: string): string {
  return text.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replace(/[^\p{L}\d]/gu, '');
}
