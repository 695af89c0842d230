/** What the bot says once a request has been sent. Only the outcome `blocked` lets it say that the card is blocked. */
import type { CardLostState } from './card-lost-state.ts';
import { pageOf, wordsOf } from './card-lost-words.ts';
import type { Context, OpenRequest, Reply, Settlement } from './dialog.ts';
import { momentInWords } from './local-time.ts';

export function settledReplies(state: CardLostState, settlement: Settlement, context: Context): readonly Reply[] {
  const words = wordsOf(context);
  const { servicedesk, ticketBackend } = context.facts;
  if (!settlement.ok) return [{ text: words.failed(servicedesk) }];
  const time = momentInWords(settlement.at, context.at, context.language);
  const text = settlement.outcome === 'blocked' ? words.blocked(time, settlement.reference) : words.requested(ticketBackend, time, settlement.reference, servicedesk);
  return [{ text }, { text: newCardAdvice(state.employed, context) }];
}

export function lateReplies(context: Context): readonly Reply[] {
  return [{ text: wordsOf(context).late(context.facts.servicedesk) }];
}

function newCardAdvice(employed: boolean | null, context: Context): string {
  const { newCard, pages } = wordsOf(context);
  const catalogue = pageOf(context, 'e-katalogen', pages.catalogue);
  const stations = pageOf(context, 'kortstationer', pages.stations);
  if (employed === null) return newCard.unknown(catalogue, stations);
  return employed ? newCard.employed(catalogue) : newCard.notEmployed(stations);
}

/** A block request that was confirmed longer ago than this is about an earlier card, so a new report is taken. */
const SAME_CARD_DAYS = 7;
const DAY_MS = 86_400_000;

/** The block request of this person that a new report would repeat, newest first, or null. */
export function openBlock(context: Context): OpenRequest | null {
  const isOpen = ({ kind, state, openedAt }: OpenRequest): boolean => {
    if (kind !== 'block') return false;
    const isRecent = context.at.getTime() - Date.parse(openedAt) <= SAME_CARD_DAYS * DAY_MS;
    return state === 'sending' || state === 'open' || (state === 'blocked' && isRecent);
  };
  return context.facts.openRequests.find(isOpen) ?? null;
}

/** Instead of a second request: the one that there is, where it stands, and the number. */
export function alreadyReported(open: OpenRequest, context: Context): Reply {
  const words = wordsOf(context).open;
  return { text: [standing(open, context), words.call(context.facts.servicedesk), words.other].join('\n\n') };
}

/**
 * The answer to "vänta, jag hittade kortet" after a request was sent: the truth about that request and whom to call.
 * Promises nothing about lifting a block: the source does not say whether it can be done.
 */
export function foundAfterSending(openRequest: OpenRequest, context: Context): Reply {
  const words = wordsOf(context).open;
  const { servicedesk } = context.facts;
  const advice = openRequest.state === 'failed' ? words.cardFoundFailed(servicedesk) : words.cardFound(servicedesk);
  return { text: `${standing(openRequest, context)}\n\n${advice}` };
}

function standing({ state, reference, openedAt }: OpenRequest, context: Context): string {
  const words = wordsOf(context).open;
  const time = momentInWords(new Date(openedAt), context.at, context.language);
  switch (state) {
    case 'sending':
      return words.sending(reference, time);
    case 'open':
      return words.open(reference, time, context.facts.ticketBackend === 'local');
    case 'blocked':
      return words.blocked(reference, time);
    case 'failed':
      return words.failed(reference, time);
    case 'answered':
    case 'closed':
      return words.ended(reference, time);
  }
}
