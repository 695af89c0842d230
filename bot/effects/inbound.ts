/** What Servicedesk does with a ticket, wherever it comes from: `npm run tickets`, a signed webhook, or ServiceNow. */
import type { Store, Ticket } from '../store/store.ts';
import { draftOf } from './block-as-ticket.ts';
import { tellConfirmed, type NewsDeps } from './news.ts';
import { newsWords } from './news-words.ts';

export interface Answer {
  /** The same when the answer is delivered again. */
  readonly id: string;
  readonly reference: string;
  /** `blocked`: the card that a block request is about has been blocked. */
  readonly event: 'commented' | 'closed' | 'blocked';
  readonly text?: string;
  /** When it was blocked. */
  readonly at?: Date;
}

/** `closed-before`: a ticket is closed once, and told of once. `untold`: kept, but the user's conversation is gone. */
export type Applied = 'applied' | 'closed-before' | 'untold' | 'unknown-ticket' | 'not-a-block';
export type ApplyAnswer = (answer: Answer) => Promise<Applied>;

export interface InboundDeps extends NewsDeps {
  readonly store: Pick<Store, 'recallTurn' | 'loadTicket' | 'updateTicket' | 'settleEffect'>;
  readonly now: () => Date;
  /** Takes codes and personnummer out of what Servicedesk wrote, before it is stored. */
  readonly mask: (text: string) => string;
}

/** Applies answers to tickets, each once: keeps it with the ticket, and tells the conversation that the ticket came from. */
export function createInbound(deps: InboundDeps): ApplyAnswer {
  return async (answer) => {
    const ticket = await deps.store.loadTicket(answer.reference);
    if (ticket === null) return 'unknown-ticket';
    if (answer.event === 'blocked' && ticket.kind !== 'block') return 'not-a-block';
    const turn = answer.event === 'closed' ? `closed:${answer.reference}` : `answer:${answer.id}`;
    const isApplied = (await deps.store.recallTurn(ticket.conversation, turn)) !== null;
    if (isApplied) return answer.event === 'closed' ? 'closed-before' : 'applied';
    const text = deps.mask(answer.text?.trim() ?? '');
    if (answer.event !== 'blocked') return reply(ticket, turn, answer.event, text, deps);
    // A card is blocked once; the same news again would only worry its holder.
    if (ticket.state !== 'blocked') await confirmBlock(ticket, turn, text, answer.at ?? deps.now(), deps);
    return 'applied';
  };
}

async function reply(ticket: Ticket, turn: string, event: 'commented' | 'closed', text: string, deps: InboundDeps): Promise<Applied> {
  const { conversation, reference } = ticket;
  await keep(ticket, event, text, turn, deps);
  const told = await deps.tell(conversation, turn, { kind: 'agentSaid', reference, text, closed: event === 'closed' });
  return told === null ? 'untold' : 'applied';
}

/**
 * Where the request was still under way, this settles it: its dialog goes on, and the worker does not try again. Where
 * it had settled as requested, no dialog waits and the news is told in words. The ticket is marked last, since the mark
 * says that the news has been told.
 */
async function confirmBlock(ticket: Ticket, turn: string, text: string, at: Date, deps: InboundDeps): Promise<void> {
  const { key, conversation, reference } = ticket;
  const language = draftOf(ticket.body).language;
  const settlement = { ok: true, outcome: 'blocked', reference, at } as const;
  const isToldByDialog = await tellConfirmed(deps, { key, conversation, language }, settlement);
  const news = isToldByDialog ? text : [newsWords(language).blocked(at), text].join('\n\n').trim();
  if (news !== '') await deps.tell(conversation, turn, { kind: 'agentSaid', reference, text: news, closed: false });
  await deps.store.settleEffect(key, settlement, deps.now());
  await keep(ticket, 'blocked', text, turn, deps);
}

async function keep(ticket: Ticket, event: Answer['event'], text: string, key: string, { store, now }: InboundDeps): Promise<void> {
  // Known by its key: an answer comes again when a crash kept it from being told, and may come to two replicas at once.
  const comment = text === '' ? {} : { comment: { from: 'servicedesk' as const, text, key } };
  await store.updateTicket(ticket.reference, { state: stateAfter(ticket.state, event), ...comment }, now());
}

function stateAfter(state: Ticket['state'], event: Answer['event']): Ticket['state'] {
  // That the card is blocked is what the user needs to see, also once the ticket is closed.
  if (event === 'blocked' || state === 'blocked') return 'blocked';
  if (event === 'closed' || state === 'closed') return 'closed';
  return 'answered';
}
