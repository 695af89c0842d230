/** Nothing is said to be blocked that the system that blocks has not confirmed before; and it is said once. */
import type { Check, Evidence, Violation } from '../evidence.ts';
import type { Conversation } from '../conversation.ts';

/** The news of a block. Who has written English is told in English. */
const BLOCKED = /\b(?:Kortet är spärrat|The card is blocked)\./;
/** How a list of requests says it. */
const LISTED = /: (?:kortet är spärrat|the card is blocked)/;
/** A row has the time at which its turn began; the turn looks at the requests later, by so much at most. */
const TURN_MS = 10_000;
/** An answer to a question about the request is no news. */
const ASKED = /Du begärde det|You asked for it|You requested it/;

export const checkTruth: Check = (evidence) => evidence.conversations.flatMap((conversation) => faultsOf(conversation, evidence).map((what): Violation => ({ conversation, what })));

function faultsOf({ line, talk }: Conversation, { held, world: { receiver } }: Evidence): readonly string[] {
  const reference = held.tickets.find((ticket) => ticket.conversation === line.conversation && ticket.kind === 'block')?.reference ?? '';
  const confirmed = receiver.confirmed.get(reference) ?? Infinity;
  // Who has left sees it later than it was said, so what was said counts as well.
  const said = (held.messages.get(line.conversation) ?? []).filter(({ sender }) => sender === 'bot');
  const seen = line.seen().filter(({ from }) => from === 'bot');
  const unseen = said.filter(({ text }) => !seen.some((one) => one.text === text)).map((row) => ({ ...row, at: row.at + TURN_MS }));
  const claims = [...seen, ...unseen].filter(({ text }) => BLOCKED.test(text) || LISTED.test(text));
  const news = said.filter(({ text }) => BLOCKED.test(text) && !ASKED.test(text));
  const isTold = confirmed === Infinity || talk.asks === null || news.length > 0;
  return [
    ...claims.filter(({ at }) => at < confirmed).map(({ text }) => `was told of a block that nobody had confirmed: ${text.slice(0, 80)}`),
    ...(news.length > 1 ? [`the block of ${reference} was told ${news.length} times`] : []),
    ...(isTold ? [] : [`the block of ${reference} was confirmed and never told`]),
  ];
}
