/** Gateways for `chat --jsonl` and for the scripts of the tests: every effect ends as the run was told. */
import { GatewayRefused } from './effects/gateway.ts';
import { keepTicket, receiptFor } from './effects/kept-ticket.ts';
import type { Gateways } from './effects/perform.ts';
import type { Store } from './store/store.ts';

export type SettleMode = 'ok' | 'fail' | 'hold';

/** References count from ET-000001 within a run, so that its output can be compared. */
export function countedReferences(): () => string {
  let count = 0;
  return () => `ET-${String((count += 1)).padStart(6, '0')}`;
}

/** Tickets are kept in the store, where `npm run tickets` finds them. */
export function scriptedGateways(mode: SettleMode, store: Pick<Store, 'saveTicket'>, newReference: () => string): Gateways {
  const refused = (): Promise<never> => Promise.reject(new GatewayRefused('scripted failure'));
  return {
    tickets: {
      name: 'local',
      open: async (body, delivery) => (mode === 'ok' ? receiptFor(await keepTicket(store, body, delivery), delivery.now()) : refused()),
    },
    cardBlocks: { block: (_request, { now }) => (mode === 'ok' ? Promise.resolve({ ok: true, outcome: 'blocked', reference: newReference(), at: now() }) : refused()) },
  };
}
