/** What the bot says once a request has been sent. Only the outcome `blocked` lets it say that the card is blocked. */
import { saysOwnExplicitly } from './card-lost-whose.ts';
import type { CardLostState, Report } from './card-lost-state.ts';
import { choicesOf, pageOf, wordsOf } from './card-lost-words.ts';
import type { Context, OpenRequest, Reply, Settlement } from './dialog.ts';
import { fold } from './fold.ts';
import { momentInWords } from './local-time.ts';

export function settledReplies(state: CardLostState, settlement: Settlement, context: Context): readonly Reply[] {
  const words = wordsOf(context);
  const { servicedesk, ticketBackend } = context.facts;
  if (!settlement.ok) return [{ text: (state.who !== 'verified' && ticketBackend === 'local' ? words.failedToSave : words.failed)(servicedesk) }];
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

/** The block request that a new report would repeat, newest first, or null: one for the same holder, not one by the same reporter. */
export function openBlock(known: Report, text: string, context: Context): OpenRequest | null {
  const isOpen = ({ state, openedAt }: OpenRequest): boolean => {
    const isRecent = context.at.getTime() - Date.parse(openedAt) <= SAME_CARD_DAYS * DAY_MS;
    return state === 'sending' || state === 'open' || (state === 'blocked' && isRecent);
  };
  const open = blocksOf(context).filter(isOpen);
  const holder = known.holder.name ?? (known.who === 'colleague' || known.doubt === 'open' ? null : known.identity?.name);
  if (holder === null) return null;
  // Whoever gives no name may have reported for anybody, unless they say that it is their own card now.
  if (holder === undefined) return saysOwnExplicitly(text) ? null : (open[0] ?? null);
  return open.find(({ subject }) => isSame(subject, holder)) ?? null;
}

/** Instead of a second request: the one that there is, whose card it is about, where it stands, and the number. */
export function alreadyReported(open: OpenRequest, context: Context): Reply {
  const words = wordsOf(context).open;
  return { text: [standing(open, context), words.call(context.facts.servicedesk), words.other].join('\n\n'), choices: choicesOf(context, [['intent:card-lost', 'another-card']]) };
}

/** The answer to "är kortet spärrat?" once a request was made, or null before: the truth about each, and whom to call. */
export function whetherBlocked(context: Context): Reply | null {
  const blocks = blocksOf(context);
  if (blocks.length === 0) return null;
  return { text: [...blocks.map((block) => standing(block, context)), wordsOf(context).open.call(context.facts.servicedesk)].join('\n\n') };
}

/**
 * The answer to "vänta, jag hittade kortet" after a request was sent, or null before: the truth about that request and whom
 * to call. Promises nothing about lifting a block: the source does not say whether it can be done.
 */
export function foundAfterSending(context: Context): Reply | null {
  const words = wordsOf(context).open;
  const { servicedesk } = context.facts;
  const blocks = blocksOf(context);
  const own = blocks.find(({ subject }) => isSame(subject, context.person.name ?? ''));
  const found = own ?? blocks[0];
  if (found === undefined) return null;
  const advice = found.state === 'failed' ? words.cardFoundFailed(servicedesk) : words.cardFound(servicedesk);
  return { text: `${standing(found, context)}\n\n${advice}` };
}

function blocksOf({ facts }: Context): readonly OpenRequest[] {
  return facts.openRequests.filter(({ kind }) => kind === 'block');
}

function isSame(one: string, other: string): boolean {
  return fold(one).trim() === fold(other).trim();
}

/** The subject of a request to block is the holder's name. */
function standing({ state, reference, openedAt, subject }: OpenRequest, context: Context): string {
  const words = wordsOf(context).open;
  const time = momentInWords(new Date(openedAt), context.at, context.language);
  switch (state) {
    case 'sending':
      return words.sending(subject, reference, time);
    case 'open':
      return words.open(subject, reference, time, context.facts.ticketBackend === 'local');
    case 'blocked':
      return words.blocked(subject, reference, time);
    case 'failed':
      return words.failed(subject, reference, time);
    case 'answered':
    case 'closed':
      return words.ended(subject, reference, time);
  }
}
