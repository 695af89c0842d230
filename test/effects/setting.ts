/** What the tests of effects share: a store in a temporary file, a clock that the test sets, and invented people. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { firstState } from '../../bot/conversation/state.ts';
import type { Outcome, Turn, TurnEvent } from '../../bot/conversation/types.ts';
import type { Delivery } from '../../bot/effects/gateway.ts';
import type { Tell } from '../../bot/effects/news.ts';
import { openSqliteStore } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import type { BlockRequest, Effect, TicketDraft } from '../../dialogs/dialog.ts';

export const CONVERSATION = 'conversation-1';

export async function temporaryStore(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'effects-'));
  const store = await openSqliteStore({ path: join(folder, 'bot.db') });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  return store;
}

export interface Clock {
  readonly now: () => Date;
  pass(ms: number): void;
}

export function clockAt(start: Date = new Date('2026-11-24T13:05:00Z')): Clock {
  let at = start.getTime();
  return { now: () => new Date(at), pass: (ms) => (at += ms) };
}

export function ticket(change: Partial<TicketDraft> = {}): TicketDraft {
  return {
    subject: 'Kan inte logga in',
    category: 'login',
    urgent: false,
    description: 'Inloggningen säger att certifikatet saknas.\nProvat: läsa in kortet på nytt.',
    contact: { name: 'Anna Testsson', phone: '0701-740605', email: 'anna.testsson@example.test' },
    personId: 'person-1',
    verified: false,
    language: 'sv',
    ...change,
  };
}

export function blockRequest(change: Partial<BlockRequest> = {}): BlockRequest {
  return {
    holder: { name: 'Bo Provberg', hsaId: 'SE2321000131-TEST', phone: '0701-740606' },
    personId: 'person-2',
    verified: true,
    event: 'stolen',
    when: { words: 'i morse på bussen', at: '2026-11-24' },
    employed: true,
    language: 'sv',
    ...change,
  };
}

export function openTicket(change: Partial<TicketDraft> = {}): Effect {
  return { kind: 'openTicket', ticket: ticket(change) };
}

export function blockCard(change: Partial<BlockRequest> = {}): Effect {
  return { kind: 'blockCard', request: blockRequest(change) };
}

export function delivery(key: string, { now }: Clock = clockAt(), signal: AbortSignal = new AbortController().signal): Delivery {
  return { key, conversation: CONVERSATION, now, signal };
}

/** Commits a turn that asks for the effects, as the conversation does, and returns their keys. */
export async function commitEffects(store: Store, at: Date, effects: readonly Effect[], turn = 'turn-1'): Promise<readonly string[]> {
  const keyed = effects.map((effect, index) => ({ key: `${CONVERSATION}/${turn}/${index}`, effect }));
  await commit(store, turn, at, { kind: 'chose', choice: 'yes' }, { effects: keyed });
  return keyed.map(({ key }) => key);
}

export interface Teller {
  readonly tell: Tell;
  /** What the conversation was told, without repetitions. */
  readonly told: TurnEvent[];
}

/** The conversation as effects see it: a turn of an id is committed once, and a settlement that nobody waits for says nothing. */
export function tellerOf(store: Store, { now }: Clock): Teller {
  const told: TurnEvent[] = [];
  const ended = new Set<string>();
  const tell: Tell = async (_conversation, turn, event) => {
    const isSaid = event.kind !== 'settled' || !ended.has(event.key);
    if (event.kind === 'settled') ended.add(event.key);
    const isNew = await commit(store, turn, now(), event, isSaid ? { replies: [{ text: event.kind }] } : {});
    if (isNew && isSaid) told.push(event);
    return { repeated: !isNew };
  };
  return { tell, told };
}

async function commit(store: Store, id: string, at: Date, event: TurnEvent, outcome: Partial<Outcome>): Promise<boolean> {
  const turn: Turn = { id, conversation: CONVERSATION, channel: 'webchat', person: { id: 'person-1', verified: false }, at, event };
  const nothing: Outcome = { state: firstState(), replies: [], effects: [], trace: null, due: null };
  for (;;) {
    if ((await store.recallTurn(CONVERSATION, id)) !== null) return false;
    const loaded = await store.loadConversation(CONVERSATION);
    if ((await store.commitTurn(turn, loaded?.revision ?? 0, { ...nothing, ...outcome })) !== null) return true;
  }
}
