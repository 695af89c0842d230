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

type Success = Extract<Settlement, { ok: true }>;

/** The effect that has ended, and the language of its user. */
export interface Ended {
  readonly key: string;
  readonly conversation: string;
  readonly language: Language;
}

const successTurn = (key: string): string => `settled:${key}`;
const failureTurn = (key: string): string => `failed:${key}`;
const confirmedTurn = (key: string): string => `confirmed:${key}`;

/**
 * Tells the settlement, once of its kind, and no success after a confirmed block. After a failure that was told, no dialog
 * waits any more, so a success is then told in words.
 */
export async function tellSettled(deps: NewsDeps, ended: Ended, settlement: Settlement): Promise<void> {
  const { conversation, key } = ended;
  if (!settlement.ok) await deps.tell(conversation, failureTurn(key), { kind: 'settled', key, settlement });
  else if (!(await isTold(deps, conversation, confirmedTurn(key)))) await deps.tell(conversation, successTurn(key), await successEvent(deps, ended, settlement));
}

/**
 * Tells a block that was confirmed from elsewhere. False: no dialog waited for it, so it is still to be told in words. It is
 * a turn of its own, whose record gives the same answer after a crash, and on another replica that got the same confirmation.
 */
export async function tellConfirmed(deps: NewsDeps, ended: Ended, settlement: Success): Promise<boolean> {
  const { conversation, key } = ended;
  await deps.tell(conversation, confirmedTurn(key), await successEvent(deps, ended, settlement));
  const recorded = await deps.store.recallTurn(conversation, confirmedTurn(key));
  return recorded === null || recorded.messages.length > 0;
}

/** Tells that the effect was given up, unless its success was told already: that is never taken back. */
export async function tellFailed(deps: NewsDeps, ended: Ended, reason: string): Promise<void> {
  const { conversation, key } = ended;
  const isKnownAsSuccess = (await isTold(deps, conversation, successTurn(key))) || (await isTold(deps, conversation, confirmedTurn(key)));
  if (!isKnownAsSuccess) await tellSettled(deps, ended, { ok: false, reason });
}

async function successEvent(deps: NewsDeps, { key, conversation, language }: Ended, settlement: Success): Promise<TurnEvent> {
  const wasGivenUp = await isTold(deps, conversation, failureTurn(key));
  return wasGivenUp ? { kind: 'news', reference: settlement.reference, text: newsWords(language).afterAll(settlement) } : { kind: 'settled', key, settlement };
}

async function isTold({ store }: NewsDeps, conversation: string, turn: string): Promise<boolean> {
  return (await store.recallTurn(conversation, turn)) !== null;
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
