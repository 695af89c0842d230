/** The clear yes: the only place where a block request is made. */
import { advance, type CardLostState } from './card-lost-state.ts';
import { wordsOf } from './card-lost-words.ts';
import type { BlockRequest, Contact, Context, Effect, Step } from './dialog.ts';

/** Exactly one request, as the summary showed it. An identity that the channel no longer vouches for sends nothing: the summary must be seen anew. */
export function send(state: CardLostState, context: Context): Step<CardLostState> {
  const { person, facts } = context;
  const words = wordsOf(context);
  const isVouched = person.verified && person.id === state.identity?.id;
  if (state.who === 'verified' && !isVouched) {
    return { then: 'ask', state: advance(state, { ...state, who: 'self', identity: null }), say: [{ text: words.noLongerVerified }] };
  }
  const request = blockRequest(state, context);
  if (request === null) return { then: 'ask', state: advance(state, state) };
  const effects: readonly Effect[] = [{ kind: 'blockCard', request }];
  const isOnlySaved = !request.verified && facts.ticketBackend === 'local';
  const text = isOnlySaved ? words.saving(facts.servicedesk) : words.sending(facts.servicedesk);
  return { then: 'await', state: { ...state, step: 'sent', trail: [] }, say: [{ text }], effects };
}

/** Null without a holder's name, and for a colleague without the reporter's: those are never left out. */
function blockRequest(state: CardLostState, context: Context): BlockRequest | null {
  const { who, event, when, employed } = state;
  const holder = named(state.holder);
  const reportedBy = who === 'colleague' ? named(state.reporter) : null;
  if (holder === null || (who === 'colleague' && reportedBy === null)) return null;
  return {
    holder,
    personId: context.person.id,
    verified: who === 'verified',
    event: event ?? 'unknown',
    when: when ?? { words: wordsOf(context).unknownTime },
    employed,
    ...(reportedBy === null ? {} : { reportedBy }),
    language: context.language,
  };
}

function named({ name, ...others }: Partial<Contact>): Contact | null {
  return name === undefined ? null : { name, ...others };
}
