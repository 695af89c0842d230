/** Every yes has one effect, or one dead letter that can be seen; nothing else has any. */
import { fingerprint } from '../../../bot/effects/fingerprint.ts';
import type { Check, Evidence, Violation } from '../evidence.ts';
import type { Conversation } from '../conversation.ts';

export const checkEffects: Check = (evidence) => [...evidence.conversations.flatMap((conversation) => ofConversation(conversation, evidence)), ...unasked(evidence)];

function ofConversation(conversation: Conversation, { held, world }: Evidence): readonly Violation[] {
  const { line, talk, sent } = conversation;
  const wrong = (what: string): Violation => ({ conversation, what });
  const rows = held.effects.filter((row) => row.conversation === line.conversation);
  if (talk.asks === null) return rows.map(({ key }) => wrong(`${key} was begun without a yes`));
  const { moment, kind } = talk.asks;
  const [row, ...others] = rows;
  if (row === undefined) return [wrong('a yes has no effect')];
  const isOfYes = sent.some((one) => one.moment === moment && one.turn === row.turn);
  const taken = world.receiver.taken.get(fingerprint(row.key));
  const ticket = held.tickets.filter(({ key }) => key === row.key);
  return [
    ...others.map(({ key }) => wrong(`a yes has one more effect: ${key}`)),
    ...(isOfYes ? [] : [wrong(`${row.key} was not begun by the yes`)]),
    ...(row.kind === (kind === 'block' ? 'blockCard' : 'openTicket') ? [] : [wrong(`the yes to a ${kind} gave ${row.kind}`)]),
    ...(row.state === 'pending' ? [wrong(`${row.key} still waits`)] : []),
    ...(row.state === 'settled' && taken === undefined ? [wrong(`${row.key} counts as done, and no system has taken it`)] : []),
    ...(taken !== undefined && taken.kind !== kind ? [wrong(`${row.key} was taken as ${taken.kind}`)] : []),
    ...(ticket.length === 1 ? [] : [wrong(`${row.key} has ${ticket.length} tickets`)]),
    ...(taken !== undefined && taken.reference !== ticket[0]?.reference ? [wrong(`${row.key} was sent as ${taken.reference} and is kept as ${ticket[0]?.reference ?? 'nothing'}`)] : []),
  ];
}

/** What the other systems have taken that nobody asked for, and what was wrong with the requests. */
function unasked({ held, world: { receiver } }: Evidence): readonly Violation[] {
  const keys = new Set(held.effects.map(({ key }) => fingerprint(key)));
  const foreign = [...receiver.taken.values()].filter(({ key }) => !keys.has(key));
  return [...foreign.map(({ reference }) => `${reference} was taken by a system, and no conversation knows of it`), ...receiver.faults].map((what) => ({ conversation: null, what }));
}
