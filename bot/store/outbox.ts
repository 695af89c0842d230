import type { Kysely, Transaction } from 'kysely';
import type { Effect, Settlement } from '../../dialogs/dialog.ts';
import type { KeyedEffect, Turn } from '../conversation/types.ts';
import { StoredDataInvalid } from './errors.ts';
import { readJson } from './json-column.ts';
import { effectShape, settlementShape } from './json-shapes.ts';
import type { Schema } from './schema.ts';
import type { ClaimedEffect, OutboxRow } from './store.ts';

type Db = Kysely<Schema>;

const RELEASED = { lease_until: null, leased_by: null };

/** An erasure takes the replies of its own turn along, so these get the time to be read. In milliseconds. */
const ERASURE_DELAY_MS = 60_000;

/** Queues the effects of a turn. They are due at once, but for an erasure. */
export async function enqueueEffects(trx: Transaction<Schema>, turn: Turn, effects: readonly KeyedEffect[]): Promise<void> {
  if (effects.length === 0) return;
  const at = turn.at.getTime();
  const rows = effects.map(({ key, effect }, ordinal) => ({
    key,
    conversation_id: turn.conversation,
    turn_id: turn.id,
    ordinal,
    kind: effect.kind,
    person_id: requesterOf(effect),
    effect: JSON.stringify(effect),
    state: 'pending' as const,
    attempts: 0,
    next_at: effect.kind === 'erasePerson' ? at + ERASURE_DELAY_MS : at,
    created_at: at,
    updated_at: at,
  }));
  await trx.insertInto('outbox').values(rows.map((row) => ({ ...row, ...RELEASED, last_error: null, settlement: null }))).execute();
}

function requesterOf(effect: Effect): string | null {
  switch (effect.kind) {
    case 'blockCard':
      return effect.request.personId;
    case 'openTicket':
      return effect.ticket.personId;
    case 'startHandoff':
    case 'recordFeedback':
    case 'erasePerson':
      return null;
  }
}

/** The effects that a turn asked for, in its order. */
export async function effectsOfTurn(db: Db, conversation: string, turn: string): Promise<readonly KeyedEffect[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'effect'])
    .where('conversation_id', '=', conversation)
    .where('turn_id', '=', turn)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({ key: row.key, effect: readEffect(row) }));
}

/** The JSON of an outbox row as the effect that it is. */
export function readEffect(row: { readonly key: string; readonly effect: string }): Effect {
  return readJson(effectShape, row.effect, `outbox.effect of ${row.key}`);
}

/** The JSON of an outbox row as the settlement that it is; null when there is none yet. */
export function readSettlement(row: { readonly key: string; readonly settlement: string | null }): Settlement | null {
  return row.settlement === null ? null : readJson(settlementShape, row.settlement, `outbox.settlement of ${row.key}`);
}

interface Claim {
  readonly worker: string;
  readonly now: Date;
  readonly leaseMs: number;
  readonly limit: number;
  readonly canSkipLocked: boolean;
}

export async function claimEffects(db: Db, { worker, now, leaseMs, limit, canSkipLocked }: Claim): Promise<readonly ClaimedEffect[]> {
  const at = now.getTime();
  const rows = await db
    .with('free', (part) =>
      part
        .selectFrom('outbox')
        .select('key')
        .where('state', '=', 'pending')
        .where('next_at', '<=', at)
        .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<=', at)]))
        .orderBy('next_at')
        .orderBy('ordinal')
        .limit(limit)
        .$if(canSkipLocked, (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('outbox')
    .set((row) => ({ lease_until: at + leaseMs, leased_by: worker, attempts: row('attempts', '+', 1), updated_at: at }))
    .where('key', 'in', (part) => part.selectFrom('free').select('free.key'))
    .returning(['key', 'conversation_id', 'effect', 'attempts', 'next_at', 'ordinal'])
    .execute();
  const claimed: ClaimedEffect[] = [];
  for (const row of rows.toSorted((one, other) => one.next_at - other.next_at || one.ordinal - other.ordinal)) {
    const effect = await readOrBury(db, row, now);
    if (effect !== null) claimed.push({ key: row.key, conversation: row.conversation_id, effect, attempt: row.attempts });
  }
  return claimed;
}

/** One row that cannot be read (a later version's effect, say) must not hold up all others: it becomes a dead letter. */
async function readOrBury(db: Db, row: { readonly key: string; readonly effect: string }, now: Date): Promise<Effect | null> {
  try {
    return readEffect(row);
  } catch (error) {
    if (!(error instanceof StoredDataInvalid)) throw error;
    await buryEffect(db, row.key, error.message, now);
    return null;
  }
}

export async function settleEffect(db: Db, key: string, settlement: Settlement, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'settled', settlement: JSON.stringify(settlement), updated_at: now.getTime(), ...RELEASED })
    .where('key', '=', key)
    .where('state', '!=', 'settled')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function postponeEffect(db: Db, key: string, nextAt: Date, error: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ next_at: nextAt.getTime(), last_error: error, ...RELEASED })
    .where('key', '=', key)
    .where('state', '=', 'pending')
    .execute();
}

export async function buryEffect(db: Db, key: string, error: string, now: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'dead', last_error: error, updated_at: now.getTime(), ...RELEASED })
    .where('key', '=', key)
    .where('state', '=', 'pending')
    .execute();
}

export async function reviveEffect(db: Db, key: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'pending', attempts: 0, next_at: now.getTime(), updated_at: now.getTime() })
    .where('key', '=', key)
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function listEffects(db: Db, state: OutboxRow['state'] | null, limit: number): Promise<readonly OutboxRow[]> {
  let query = db
    .selectFrom('outbox')
    .select(['key', 'conversation_id', 'kind', 'state', 'attempts', 'next_at', 'last_error', 'settlement'])
    .orderBy('created_at', 'desc')
    .orderBy('ordinal', 'desc')
    .limit(limit);
  if (state !== null) query = query.where('state', '=', state);
  const rows = await query.execute();
  return rows.map((row) => ({
    key: row.key,
    conversation: row.conversation_id,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    nextAt: new Date(row.next_at),
    lastError: row.last_error,
    settlement: readSettlement(row),
  }));
}
