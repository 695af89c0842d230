/** How a request ended, and what Servicedesk answered, is told: once, and to whom it concerns. */
import { REFUSED } from '../receiver.ts';
import { turnKey, type HeldEffect } from '../held.ts';
import type { Check, Evidence, Violation } from '../evidence.ts';
import type { Conversation } from '../conversation.ts';

export const checkNews: Check = (evidence) => [...evidence.conversations.flatMap((conversation) => endings(conversation, evidence)), ...answers(evidence)];

const NEWS = /^(settled|confirmed|failed):/;
/** A question about the request quotes the answer, too. */
const ANSWER = /^(answer|closed):/;

function endings(conversation: Conversation, { held }: Evidence): readonly Violation[] {
  const wrong = (what: string): Violation => ({ conversation, what });
  return held.effects.filter((row) => row.conversation === conversation.line.conversation).flatMap((row) => endingOf(row, conversation, held).map(wrong));
}

function endingOf({ key, state, error }: HeldEffect, { line, talk }: Conversation, held: Evidence['held']): readonly string[] {
  const messages = held.messages.get(line.conversation) ?? [];
  const told = new Set(messages.filter(({ turn }) => NEWS.test(turn) && turn.endsWith(`:${key}`)).map(({ turn }) => turn));
  const reference = held.tickets.find((ticket) => ticket.key === key)?.reference ?? 'nothing';
  const turns = state === 'settled' ? [`settled:${key}`, `confirmed:${key}`] : [`failed:${key}`];
  const isSeen = line.seen().some(({ from, text }) => from === 'bot' && text.includes(reference));
  // A reply to Teams may be lost on its way, which is told of then; in the web chat nothing may be.
  const mustBeSeen = state === 'settled' && line.channel === 'webchat';
  return [
    ...(turns.some((turn) => told.has(turn) && held.turns.has(turnKey(line.conversation, turn))) ? [] : [`the end of ${key} (${state}) was never told`]),
    ...(mustBeSeen && !isSeen ? [`the reference ${reference} was never seen`] : []),
    ...(state === 'dead' && talk.person === REFUSED && !/403/.test(error ?? '') ? [`${key} is dead for another reason than its refusal: ${error ?? ''}`] : []),
  ];
}

function answers({ world: { servicedesk }, held, conversations }: Evidence): readonly Violation[] {
  const byKey = new Map(conversations.map((conversation) => [conversation.line.conversation, conversation]));
  return servicedesk.given.flatMap(({ reference, event, text, statuses }) => {
    const ticket = held.tickets.find((one) => one.reference === reference);
    const conversation = byKey.get(ticket?.conversation ?? '') ?? null;
    const times = (held.messages.get(ticket?.conversation ?? '') ?? []).filter((message) => ANSWER.test(message.turn) && message.text.includes(text)).length;
    const refused = statuses.filter((status) => status !== 204);
    return [
      ...refused.map((status) => ({ conversation, what: `the answer ${event} on ${reference} was refused with ${status}` })),
      ...(times === 1 ? [] : [{ conversation, what: `the answer ${event} on ${reference} was told ${times} times` }]),
    ];
  });
}
