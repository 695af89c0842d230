import { expect, it } from 'vitest';
import type { Store } from '../../../bot/store/store.ts';
import { at, blockCard, blockRequest, fullState, keyed, openTicket, outcome, recordFeedback, ticketDraft, trace, turn } from './fixtures.ts';
import type { Connect } from './harness.ts';

const other = { id: 'p2', verified: false };

/** Two people with one conversation each; p1 has asked for a ticket and for a block, and both have got through. */
async function withTwoPeople(connect: Connect): Promise<Store> {
  const store = await connect();
  await store.commitTurn(turn({ event: { kind: 'said', text: 'Jag heter Åsa Öberg.' } }), 0, outcome({ state: fullState, trace, effects: keyed(openTicket, blockCard, recordFeedback) }));
  await store.commitTurn(turn({ conversation: 'c2', person: other }), 0, outcome());
  const ticket = await store.saveTicket('k0', 'c1', { kind: 'ticket', ticket: ticketDraft }, at(1));
  await store.updateTicket(ticket.reference, { comment: { from: 'servicedesk', text: 'Hej Åsa.' } }, at(2));
  await store.saveTicket('k1', 'c1', { kind: 'block', request: blockRequest }, at(1));
  await store.saveTicket('k9', 'c2', { kind: 'ticket', ticket: { ...ticketDraft, personId: 'p2' } }, at(1));
  for (const key of ['k0', 'k1', 'k2']) await store.settleEffect(key, { ok: true, outcome: 'registered', reference: 'R-1', at: at(2) }, at(2));
  await store.saveReference('c1', 'teams', { user: 'Åsa' }, at(1));
  await store.saveFeedback('k2', 'c1', { intent: 'pin-rules', helped: true }, at(2));
  return store;
}

const sizes = async (store: Store, person: string): Promise<unknown> => Object.fromEntries(Object.entries(await store.exportPerson(person)).map(([table, rows]: [string, readonly unknown[]]) => [table, rows.length]));
const nothing = { conversations: 0, messages: 0, turns: 0, references: 0, feedback: 0, effects: 0, tickets: 0, ticketComments: 0 };

export function privacyPromises(connect: Connect): void {
  it('gives everything about a person, and nothing about another', async () => {
    const store = await withTwoPeople(connect);
    expect(await sizes(store, 'p1')).toEqual({ conversations: 1, messages: 2, turns: 1, references: 1, feedback: 1, effects: 3, tickets: 2, ticketComments: 1 });
    expect(await sizes(store, 'p2')).toEqual({ ...nothing, conversations: 1, messages: 2, turns: 1, tickets: 1 });
    expect(await sizes(store, 'nobody')).toEqual(nothing);
  });

  it('gives it in a form that people can read', async () => {
    const store = await withTwoPeople(connect);
    expect(await store.exportPerson('p1')).toMatchObject({
      conversations: [{ id: 'c1', created_at: at(0).toISOString(), state: { lastIntent: 'card-lost' } }],
      messages: [{ content: { kind: 'user', text: 'Jag heter Åsa Öberg.' } }, { content: { kind: 'reply' } }],
      references: [{ reference: { user: 'Åsa' } }],
    });
  });

  it('erases a person and keeps what must be kept, and tells how much of each', async () => {
    const store = await withTwoPeople(connect);
    expect(await store.erasePerson('p1', ['tickets', 'block-requests'])).toEqual({
      erased: { chats: 1, 'turn-records': 1, references: 1, feedback: 1, tickets: 0, 'block-requests': 0 },
      kept: { tickets: 1, 'block-requests': 1 },
      underWay: 0,
    });
    expect(await sizes(store, 'p1')).toEqual({ ...nothing, effects: 2, tickets: 2, ticketComments: 1 });
    expect(await sizes(store, 'p2')).toEqual({ ...nothing, conversations: 1, messages: 2, turns: 1, tickets: 1 });
  });

  it('erases what need not be kept, whole', async () => {
    const store = await withTwoPeople(connect);
    expect(await store.erasePerson('p1', ['block-requests'])).toMatchObject({ erased: { tickets: 1 }, kept: { tickets: 0, 'block-requests': 1 } });
    expect(await store.erasePerson('p1', [])).toMatchObject({ erased: { chats: 0, 'block-requests': 1 }, kept: { tickets: 0, 'block-requests': 0 } });
    expect(await sizes(store, 'p1')).toEqual(nothing);
  });

  it('lets a request that is under way get through, and tells of it', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ effects: keyed(blockCard) }));
    await store.saveTicket('k0', 'c1', { kind: 'block', request: blockRequest }, at(0));
    expect(await store.erasePerson('p1', [])).toMatchObject({ erased: { chats: 1, 'block-requests': 0 }, underWay: 1 });
    expect(await store.claimEffects('w1', at(0), 1_000, 10)).toMatchObject([{ key: 'k0', effect: blockCard }]);
    expect(await store.openRequests('p1', 10)).toHaveLength(1);
  });

  it('begins anew with a person who comes back', async () => {
    const store = await withTwoPeople(connect);
    await store.erasePerson('p1', []);
    expect(await store.commitTurn(turn(), 0, outcome())).toMatchObject([{ seq: 1 }, { seq: 2 }]);
  });

  it('is done twice without harm, and of somebody unknown', async () => {
    const store = await withTwoPeople(connect);
    await Promise.all([store.erasePerson('p1', []), store.erasePerson('p1', [])]);
    expect(await sizes(store, 'p1')).toEqual(nothing);
    expect(await store.erasePerson('nobody', [])).toMatchObject({ erased: { chats: 0 }, underWay: 0 });
  });

  it('begins to erase a minute after the user has asked for it, so that the answer can be read', async () => {
    const store = await connect();
    await store.commitTurn(turn(), 0, outcome({ effects: keyed({ kind: 'erasePerson', personId: 'p1', keeps: ['tickets'] }) }));
    expect(await store.claimEffects('w1', at(0.9), 1_000, 10)).toEqual([]);
    expect(await store.claimEffects('w1', at(1), 1_000, 10)).toMatchObject([{ effect: { kind: 'erasePerson', keeps: ['tickets'] } }]);
    expect(await store.openRequests('p1', 10)).toEqual([]);
  });
}
