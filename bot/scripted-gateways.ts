/** Gateways for `chat --jsonl` and for the scripts of the tests: every effect ends as the run was told. */
import type { Settlement } from '../dialogs/dialog.ts';
import { GatewayRefused } from './effects/gateway.ts';
import type { Gateways } from './effects/perform.ts';

export type SettleMode = 'ok' | 'fail' | 'hold';

/** References count from ET-000001 within a run, so that its output can be compared. */
export function scriptedGateways(mode: SettleMode): Gateways {
  let count = 0;
  const end = (outcome: 'blocked' | 'requested' | 'registered', at: Date): Promise<Settlement> => {
    if (mode !== 'ok') return Promise.reject(new GatewayRefused('scripted failure'));
    count += 1;
    return Promise.resolve({ ok: true, outcome, reference: `ET-${String(count).padStart(6, '0')}`, at });
  };
  return {
    tickets: { name: 'local', open: (body, { now }) => end(body.kind === 'block' ? 'requested' : 'registered', now()) },
    cardBlocks: { block: (_request, { now }) => end('blocked', now()) },
  };
}
