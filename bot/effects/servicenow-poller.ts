import type { Store, Ticket } from '../store/store.ts';
import { fingerprint } from './fingerprint.ts';
import type { ApplyAnswer } from './inbound.ts';
import type { TableApi } from './servicenow-api.ts';

export interface PollerDeps {
  readonly store: Pick<Store, 'listTickets'>;
  readonly api: TableApi;
  /** The user that tickets are opened as: what it wrote itself is no answer. */
  readonly ownUser: string;
  readonly apply: ApplyAnswer;
  readonly limits: PollerLimits;
}

export interface PollerLimits {
  /** Tickets that are followed; the newest ones. */
  readonly tickets: number;
  /** Tickets that one request asks about: their ids stand in its address. */
  readonly batch: number;
}

export const DEFAULT_POLLER_LIMITS: PollerLimits = { tickets: 500, batch: 20 };

/** Resolved, closed, cancelled: the incident states of ServiceNow's base system. */
const CLOSED_STATES: readonly string[] = ['6', '7', '8'];

/**
 * Looks for comments and closed incidents of our open tickets, and applies what is new. Returns how many tickets it asked
 * about. Rejects as a gateway does; nothing is lost by that, since the next look sees the same.
 */
export async function pollServiceNow({ store, limits, ...deps }: PollerDeps, signal: AbortSignal): Promise<number> {
  const tickets = [...(await store.listTickets('open', limits.tickets)), ...(await store.listTickets('answered', limits.tickets))];
  for (let from = 0; from < tickets.length; from += limits.batch) {
    await pollBatch(tickets.slice(from, from + limits.batch), deps, signal);
  }
  return tickets.length;
}

async function pollBatch(tickets: readonly Ticket[], { api, ownUser, apply }: Omit<PollerDeps, 'store' | 'limits'>, signal: AbortSignal): Promise<void> {
  const references = new Map(tickets.map(({ key, reference }) => [fingerprint(key), reference]));
  const incidents = await api.find([...references.keys()], signal);
  if (incidents.length === 0) return;
  const comments = await api.comments(incidents.map(({ sys_id }) => sys_id), signal);
  for (const { sys_id, correlation_id, state } of incidents) {
    const reference = references.get(correlation_id) ?? correlation_id;
    const answers = comments.filter(({ element_id, sys_created_by }) => element_id === sys_id && sys_created_by !== ownUser);
    for (const answer of answers) await apply({ id: `servicenow:${answer.sys_id}`, reference, event: 'commented', text: answer.value });
    if (CLOSED_STATES.includes(state)) await apply({ id: `servicenow:${sys_id}:closed`, reference, event: 'closed' });
  }
}
