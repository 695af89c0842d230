/**
 * Tells a conversation how an effect ended. A turn's id is what makes telling it once possible, so success and failure
 * have ids of their own: an effect that was given up and then revived can still be told as a success, once.
 */
import type { Effect, Language, Settlement } from '../../dialogs/dialog.ts';
import type { TurnEvent } from '../conversation/types.ts';
import type { Store } from '../store/store.ts';
import { newsWords } from './news-words.ts';

/** Feeds an event to a conversation as a turn with this id, durably and once. Null: the conversation is gone, and so is its news. */
export type Tell = (conversation: string, turn: string, event: TurnEvent) => Promise<{ readonly repeated: boolean } | null>;

export interface NewsDeps {
  readonly store: Pick<Store, 'recallTurn'>;
  readonly tell: Tell;
}

/** The effect that has ended, and the language of its user. */
export interface Ended {
  readonly key: string;
  readonly conversation: string;
  readonly language: Language;
}

const successTurn = (key: string): string => `settled:${key}`;
const failureTurn = (key: string): string => `failed:${key}`;

/**
 * Tells the settlement; false when an earlier one of its kind was told already. After a failure that was told, no dialog
 * waits any more, so a success is then told in words.
 */
export async function tellSettled({ store, tell }: NewsDeps, { key, conversation, language }: Ended, settlement: Settlement): Promise<boolean> {
  const turn = settlement.ok ? successTurn(key) : failureTurn(key);
  const wasGivenUp = settlement.ok && (await store.recallTurn(conversation, failureTurn(key))) !== null;
  const event: TurnEvent = wasGivenUp
    ? { kind: 'news', reference: settlement.reference, text: newsWords(language).afterAll(settlement) }
    : { kind: 'settled', key, settlement };
  const told = await tell(conversation, turn, event);
  return told?.repeated !== true;
}

/** Tells that the effect was given up, unless its success was told already: that is never taken back. */
export async function tellFailed(deps: NewsDeps, ended: Ended, reason: string): Promise<void> {
  const isKnownAsSuccess = (await deps.store.recallTurn(ended.conversation, successTurn(ended.key))) !== null;
  if (!isKnownAsSuccess) await tellSettled(deps, ended, { ok: false, reason });
}

export function languageOf(effect: Effect): Language {
  switch (effect.kind) {
    case 'blockCard':
      return effect.request.language;
    case 'openTicket':
      return effect.ticket.language;
    case 'startHandoff':
    case 'recordFeedback':
    case 'erasePerson':
      return 'sv';
  }
}

/** A user who gave feedback has been thanked already, and one who was erased is not spoken to any more. */
export function isAwaited({ kind }: Effect): boolean {
  return kind !== 'recordFeedback' && kind !== 'erasePerson';
}
