/** Nothing is said to be blocked that the system that blocks has not confirmed before; and it is said once. */
import type { Check, Evidence, Violation } from '../evidence.ts';
import type { Conversation } from '../conversation.ts';

/** The news of a block. */
const BLOCKED = /\bKortet är spärrat\./;
/** How a list of requests says it. */
const LISTED = /kortet är spärrat(?!.*\?)/i;
/** An answer to a question about the request is no news. */
const ASKED = /Du begärde det/;

export const checkTruth: Check = (evidence) => evidence.conversations.flatMap((conversation) => faultsOf(conversation, evidence).map((what): Violation => ({ conversation, what })));

function faultsOf({ line, talk }: Conversation, { held, world: { receiver } }: Evidence): readonly string[] {
  const reference = held.tickets.find((ticket) => ticket.conversation === line.conversation && ticket.kind === 'block')?.reference ?? '';
  const confirmed = receiver.confirmed.get(reference) ?? Infinity;
  const seen = line.seen().filter(({ from, text }) => from === 'bot' && (BLOCKED.test(text) || LISTED.test(text)));
  const news = (held.messages.get(line.conversation) ?? []).filter(({ sender, text }) => sender === 'bot' && BLOCKED.test(text) && !ASKED.test(text));
  const isTold = confirmed === Infinity || talk.asks === null || news.length > 0;
  return [
    ...seen.filter(({ at }) => at < confirmed).map(({ text }) => `was told of a block that nobody had confirmed: ${text.slice(0, 80)}`),
    ...(news.length > 1 ? [`the block of ${reference} was told ${news.length} times`] : []),
    ...(isTold ? [] : [`the block of ${reference} was confirmed and never told`]),
  ];
}
