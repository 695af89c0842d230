/** A store with something of the test's between its callers and itself. */
import type { Store } from '../../bot/store/store.ts';

/** Runs `work`, one call of the store, and may fail, wait or die before or after it. */
export type Around = <T>(call: keyof Store, work: () => Promise<T>) => Promise<T>;

/** Every call that a turn, the worker or a webhook gateway makes goes through `around`; the others reach the store as they are. */
export function interposed(store: Store, around: Around): Store {
  return {
    ...store,
    recallTurn: (...given) => around('recallTurn', () => store.recallTurn(...given)),
    loadConversation: (...given) => around('loadConversation', () => store.loadConversation(...given)),
    openRequests: (...given) => around('openRequests', () => store.openRequests(...given)),
    commitTurn: (...given) => around('commitTurn', () => store.commitTurn(...given)),
    claimEffects: (...given) => around('claimEffects', () => store.claimEffects(...given)),
    saveTicket: (...given) => around('saveTicket', () => store.saveTicket(...given)),
    updateTicket: (...given) => around('updateTicket', () => store.updateTicket(...given)),
    settleEffect: (...given) => around('settleEffect', () => store.settleEffect(...given)),
    postponeEffect: (...given) => around('postponeEffect', () => store.postponeEffect(...given)),
    buryEffect: (...given) => around('buryEffect', () => store.buryEffect(...given)),
  };
}
