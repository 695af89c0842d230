import { expect, it } from 'vitest';
import type { RecordKind } from '../../../dialogs/dialog.ts';
import type { Store } from '../../../bot/store/store.ts';
import { at, blockCard, blockRequest, keyed, openTicket, outcome, recordFeedback, ticketDraft, turn } from './fixtures.ts';
import type { Connect } from './harness.ts';

const DAY = 24 * 60;
const ticketBody = { kind: 'ticket', ticket: ticketDraft } as const;
const blockBody = { kind: 'block', request: blockRequest } as const;
const requested = { ok: true, outcome: 'requested', reference: 'B-1', at: at(0) } as const;

/** Deletes what is older than `day`, in batches of two, and returns how much that was. */
async function expire(store: Store, kind: RecordKind, day: number, openSince = day): Promise<number> {
  let deleted = 0;
  for (;;) {
    const batch = await store.deleteExpired(kind, at(day * DAY), at(openSince * DAY), 2);
    if (batch === 0) return deleted;
    deleted += batch;
  }
}

const seqs = async (store: Store, conversation = 'c1'): Promise<readonly number[]> => (await store.readMessages(conversation, 0, 100)).map(({ seq }) => seq);

export function retentionPromises(connect: Connect): void {
  chats(connect);
  openConversations(connect);
  requests(connect);
}

function chats(connect: Connect): void {
  it('deletes conversations that have been silent, whole, and leaves the others', async () => {
    const store = await connect();
    for (let index = 0; index < 5; index += 1) {
      await store.commitTurn(turn({ conversation: `c${index}`, at: at(index * DAY) }), 0, outcome());
      await store.saveReference(`c${index}`, 'teams', { way: index }, at(index * DAY));
    }
    expect(await expire(store, 'chats', 2)).toBeGreaterThanOrEqual(3);
    expect(await Promise.all([0, 1, 2, 3, 4].map(async (index) => (await store.loadConversation(`c${index}`))?.revision ?? 0))).toEqual([0, 0, 0, 1, 1]);
    expect([await seqs(store, 'c2'), await seqs(store, 'c3')]).toEqual([[], [1, 2]]);
    expect([await store.loadReference('c2'), await store.recallTurn('c2', 't1')]).toEqual([null, null]);
    expect(await store.loadReference('c3')).not.toBeNull();
  });

  it('deletes what was said long ago in a conversation that goes on', async () => {
    const store = await connect();
    await store.commitTurn(turn({ at: at(0) }), 0, outcome());
    await store.commitTurn(turn({ id: 't2', at: at(DAY) }), 1, outcome());
    await store.commitTurn(turn({ id: 't3', at: at(9 * DAY) }), 2, outcome());
    expect(await expire(store, 'chats', 1)).toBe(4);
    expect(await seqs(store)).toEqual([5, 6]);
    expect(await store.commitTurn(turn({ id: 't4', at: at(9 * DAY) }), 3, outcome())).toMatchObject([{ seq: 7 }, { seq: 8 }]);
  });

  it('deletes records of turns, references and feedback, each at its own time', async () => {
    const store = await connect();
    await store.commitTurn(turn({ at: at(0) }), 0, outcome({ effects: keyed(recordFeedback) }));
    await store.saveReference('c1', 'teams', { way: 1 }, at(0));
    await store.saveReference('never begun', 'teams', { way: 2 }, at(0));
    await store.saveFeedback('k0', 'c1', { intent: 'pin-rules', helped: true }, at(0));
    await store.settleEffect('k0', requested, at(0));
    expect(await expire(store, 'references', 1)).toBe(2);
    expect(await expire(store, 'turn-records', 1)).toBe(1);
    expect(await expire(store, 'feedback', 1)).toBe(2);
    expect([await store.recallTurn('c1', 't1'), await store.loadReference('c1'), await store.effects(null, 10)]).toEqual([null, null, []]);
    expect(await seqs(store)).toEqual([1, 2]);
  });

  it('keeps the way to a conversation that goes on, however old it is', async () => {
    const store = await connect();
    await store.saveReference('c1', 'teams', { way: 1 }, at(0));
    await store.commitTurn(turn({ at: at(9 * DAY) }), 0, outcome());
    expect(await expire(store, 'references', 2)).toBe(0);
  });

  it('is shared by several at once without a fault', async () => {
    const stores = [await connect(), await connect(), await connect()];
    for (let index = 0; index < 30; index += 1) await stores[0]?.commitTurn(turn({ conversation: `c${index}` }), 0, outcome());
    await Promise.all(stores.map((store) => expire(store, 'chats', 1)));
    expect(await stores[1]?.loadConversation('c7')).toBeNull();
    expect(await expire(stores[0] as Store, 'chats', 1)).toBe(0);
  });
}

function openConversations(connect: Connect): void {
  it.each([
    ['an effect under way', (store: Store) => store.commitTurn(turn(), 0, outcome({ effects: keyed(blockCard) }))],
    ['a time to be woken at', (store: Store) => store.commitTurn(turn(), 0, outcome({ due: at(1) }))],
    [
      'a ticket that may still be answered',
      async (store: Store) => {
        await store.commitTurn(turn(), 0, outcome());
        await store.saveTicket('k1', 'c1', ticketBody, at(5 * DAY));
      },
    ],
  ] as [string, (store: Store) => Promise<unknown>][])('touches nothing of a conversation with %s', async (_what, open) => {
    const store = await connect();
    await open(store);
    await store.saveReference('c1', 'teams', { way: 1 }, at(0));
    for (const kind of ['chats', 'turn-records', 'references'] as const) expect(await expire(store, kind, 9, 4)).toBe(0);
    expect(await seqs(store)).toEqual([1, 2]);
  });

  it('lets a conversation go once its effect has ended and its ticket is closed, or forgotten by everybody', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ effects: keyed(openTicket) }));
    const { reference } = await store.saveTicket('k0', 'c1', ticketBody, at(0));
    await store.settleEffect('k0', requested, at(0));
    await store.commitTurn(turn({ conversation: 'c2' }), 0, outcome());
    await store.saveTicket('k2', 'c2', ticketBody, at(0));
    await store.updateTicket(reference, { state: 'closed' }, at(6 * DAY));
    expect(await expire(store, 'chats', 9, -1)).toBe(1);
    expect(await expire(store, 'chats', 9, 0)).toBe(1);
  });

  it('never deletes a reply that still waits to be delivered in a conversation that goes on', async () => {
    const store = await connect();
    await store.commitTurn(turn({ channel: 'teams' }), 0, outcome());
    await store.commitTurn(turn({ channel: 'teams', id: 't2', at: at(9 * DAY) }), 1, outcome());
    expect(await expire(store, 'chats', 1)).toBe(1);
    expect(await seqs(store)).toEqual([2, 3, 4]);
  });
}

function requests(connect: Connect): void {
  it('deletes closed tickets with their comments and the copy in the outbox, and keeps block requests for their own time', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ effects: keyed(openTicket, blockCard) }));
    for (const key of ['k0', 'k1']) await store.settleEffect(key, requested, at(0));
    const ticket = await store.saveTicket('k0', 'c1', ticketBody, at(0));
    const block = await store.saveTicket('k1', 'c1', blockBody, at(0));
    await store.updateTicket(ticket.reference, { state: 'closed', comment: { from: 'servicedesk', text: 'Klart.' } }, at(DAY));
    await store.updateTicket(block.reference, { state: 'blocked' }, at(DAY));
    expect(await expire(store, 'tickets', 2)).toBe(2);
    expect(await store.loadTicket(ticket.reference)).toBeNull();
    expect(await store.loadTicket(block.reference)).toMatchObject({ state: 'blocked' });
    expect((await store.effects(null, 10)).map(({ key }) => key)).toEqual(['k1']);
    expect(await expire(store, 'block-requests', 2)).toBe(2);
    expect([await store.loadTicket(block.reference), await store.effects(null, 10)]).toEqual([null, []]);
  });

  it('keeps a ticket that nobody has closed until nothing has happened to it for long', async () => {
    const store = await connect();
    const { reference } = await store.saveTicket('k0', 'c1', ticketBody, at(0));
    expect(await expire(store, 'tickets', 9, -1)).toBe(0);
    expect(await store.loadTicket(reference)).not.toBeNull();
    expect(await expire(store, 'tickets', 9, 0)).toBe(1);
  });

  it('deletes requests that another system keeps, once they have ended', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ effects: keyed(openTicket, openTicket, openTicket) }));
    await store.settleEffect('k0', requested, at(0));
    await store.buryEffect('k1', 'gav upp', at(DAY));
    expect(await expire(store, 'tickets', 9)).toBe(2);
    expect(await store.effects(null, 10)).toMatchObject([{ key: 'k2', state: 'pending' }]);
  });
}
