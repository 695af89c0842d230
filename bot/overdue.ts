/** Wakes conversations whose time has come: the answer to an effect is late. */
import type { TurnHandler } from './turn.ts';
import type { Store } from './store/store.ts';

const BATCH = 50;

/** Handles everything that is due at `now`. Returns the conversations that were woken, in order. */
export async function wakeDue(store: Store, turns: TurnHandler, now: Date): Promise<readonly string[]> {
  const woken = new Set<string>();
  for (;;) {
    // A conversation that stays due after its turn would otherwise be woken for ever.
    const due = (await store.dueConversations(now, BATCH)).filter(({ conversation }) => !woken.has(conversation));
    if (due.length === 0) return [...woken];
    for (const { conversation, due: time } of due) {
      // The id names the very time, so that several replicas wake a conversation once.
      await turns.happened(conversation, `overdue:${time.toISOString()}`, { kind: 'overdue' });
      woken.add(conversation);
    }
  }
}
