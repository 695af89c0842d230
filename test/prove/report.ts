/** What was done and what was found, for people. */
import { table } from '../eval/table.ts';
import type { Conversation } from './conversation.ts';
import type { Evidence, Violation } from './evidence.ts';
import type { Proof } from './prove.ts';

const SHOWN = 5;

export function reportOf({ store, evidence, rest, violations }: Proof): string {
  const lines = [`On ${store}:`, table(['what', 'how many'], figuresOf(evidence, rest.revived).map(([what, count]) => [`  ${what}`, String(count)]))];
  if (violations.length === 0) return [...lines, '  No violation.'].join('\n');
  const rules = Map.groupBy(violations, ({ what }) => what.replaceAll(/[\w:|/-]*\d[\w:|/-]*/g, '*').slice(0, 100));
  return [
    ...lines,
    `  ${violations.length} VIOLATIONS:`,
    ...[...rules].map(([rule, all]) => `    ${all.length} x ${rule}`),
    ...violations.slice(0, SHOWN).flatMap((violation) => ['', ...storyOf(violation, evidence)]),
  ].join('\n');
}

function figuresOf({ world, conversations, held, faults, planted }: Evidence, revived: number): readonly (readonly [string, number])[] {
  const acknowledged = conversations.flatMap(({ sent }) => sent.map(({ acknowledgements }) => acknowledgements.length));
  const lost = conversations.flatMap(({ lines }) => lines.filter(({ line }) => line.includes('no answer'))).length;
  const state = (wanted: string): number => held.effects.filter((row) => row.state === wanted).length;
  const tries = [...world.receiver.taken.values()].reduce((sum, one) => sum + one.tries, 0);
  const named = (all: Readonly<Record<string, number>>, who: string) => Object.entries(all).filter(([way]) => way !== 'answers' && way !== 'takes').map(([way, count]) => [`${who}: ${way}`, count] as const);
  return [
    ['conversations', conversations.length],
    ['  in Teams', conversations.filter(({ line }) => line.channel === 'teams').length],
    ['messages', acknowledged.length],
    ['acknowledgements, repetitions included', acknowledged.reduce((sum, one) => sum + one, 0)],
    ['tries without an answer', lost],
    ['messages in the store', [...held.messages.values()].flat().length],
    ['secrets given away', planted.count()],
    ['requests that were agreed to', conversations.filter(({ talk }) => talk.asks !== null).length],
    ['  settled', state('settled')],
    ['  dead letters', state('dead')],
    ['  sent again by command', revived],
    ['taken by the other systems', world.receiver.taken.size],
    ['  asked for, repetitions included', tries],
    ['blocks confirmed', world.receiver.confirmed.size],
    ['answers of Servicedesk', world.servicedesk.given.length],
    ...[...Map.groupBy(faults, ({ name }) => name)].map(([name, all]) => [`fault: ${name}`, all.length] as const),
    ['connections cut', world.proxy.counts.cut],
    ['answers lost', world.proxy.counts.lostAnswers],
    ...named(world.receiver.ways, 'receiver'),
    ...named(world.connector.ways, 'Teams'),
  ];
}

/** The whole of a conversation with all that is known of it. */
function storyOf({ conversation, what }: Violation, evidence: Evidence): readonly string[] {
  if (conversation === null) return [`VIOLATION: ${what}`];
  return [`VIOLATION in ${conversation.name} (${conversation.talk.name}, ${conversation.talk.person}): ${what}`, `  ${conversation.line.conversation}`, ...timeline(conversation, evidence), ...heldOf(conversation, evidence)];
}

function timeline({ lines, line }: Conversation, { held, world, faults }: Evidence): readonly string[] {
  const references = new Set(held.tickets.filter(({ conversation }) => conversation === line.conversation).map(({ reference }) => reference));
  const events = [
    ...lines.map((one) => ({ at: one.at, text: one.line })),
    ...line.seen().map(({ at, from, text }) => ({ at, text: `  sees ${from}: ${text.replaceAll('\n', ' / ').slice(0, 120)}` })),
    ...(line.channel === 'teams' ? world.connector.pushes(line.conversation.replace(/^teams:/, '')) : []).map(({ at, way, activity }) => ({ at, text: `    Teams ${way}: ${activity.summary ?? ''}`.slice(0, 120) })),
    ...world.receiver.lines.filter(({ reference }) => references.has(reference)).map((one) => ({ at: one.at, text: `    other system, ${one.reference}: ${one.line}` })),
  ];
  const [from, to] = [Math.min(...events.map(({ at }) => at)), Math.max(...events.map(({ at }) => at))];
  const meanwhile = faults.filter((fault) => fault.to >= from && fault.from <= to).flatMap((fault) => [{ at: fault.from, text: `      ${fault.name}` }, { at: fault.to, text: `      ${fault.name} is over` }]);
  return [...events, ...meanwhile].toSorted((one, other) => one.at - other.at).map(({ at, text }) => `  ${new Date(at).toISOString().slice(11, 23)} ${text}`);
}

function heldOf({ line }: Conversation, { held }: Evidence): readonly string[] {
  const messages = held.messages.get(line.conversation) ?? [];
  return [
    '  in the store:',
    ...messages.map(({ seq, turn, sender, delivery, text }) => `    ${seq} ${sender} ${delivery ?? ''} [${turn}] ${text.replaceAll('\n', ' / ').slice(0, 100)}`),
    ...held.effects.filter(({ conversation }) => conversation === line.conversation).map((row) => `    effect ${JSON.stringify(row)}`),
    ...held.tickets.filter(({ conversation }) => conversation === line.conversation).map((row) => `    ticket ${JSON.stringify(row)}`),
  ];
}
