import { expect, it } from 'vitest';
import type { Effect } from '../../../dialogs/dialog.ts';
import type { Store } from '../../../bot/store/store.ts';
import { at, blockCard, blockRequest, openTicket, outcome, recordFeedback, startHandoff, ticketDraft, turn } from './fixtures.ts';
import type { Connect } from './harness.ts';

export function requestPromises(connect: Connect): void {
  onTheWay(connect);
  arrived(connect);
}

/** Commits an effect with the key `key`, asked for at `minute`. */
async function ask(store: Store, key: string, effect: Effect, minute = 0): Promise<void> {
  await store.commitTurn(turn({ conversation: `of ${key}`, at: at(minute) }), 0, outcome({ effects: [{ key, effect }] }));
}

function onTheWay(connect: Connect): void {
  it('are none for a person who has asked for nothing', async () => {
    const store = await connect();
    await ask(store, 'k1', { kind: 'openTicket', ticket: { ...ticketDraft, personId: 'somebody else' } });
    await ask(store, 'k2', startHandoff);
    await ask(store, 'k3', recordFeedback);
    expect(await store.openRequests('p1', 10)).toEqual([]);
  });

  it('are being sent, without a reference, until the effect is settled', async () => {
    const store = await connect();
    await ask(store, 'k1', blockCard, 1);
    await ask(store, 'k2', openTicket, 2);
    await store.claimEffects('w1', at(2), 60_000, 1);
    expect(await store.openRequests('p1', 10)).toEqual([
      { kind: 'ticket', reference: '', subject: 'Kan inte logga in', state: 'sending', openedAt: at(2).toISOString() },
      { kind: 'block', reference: '', subject: 'Åsa Öberg', state: 'sending', openedAt: at(1).toISOString() },
    ]);
  });

  it('have failed when the effect is dead or was refused', async () => {
    const store = await connect();
    await ask(store, 'dead', blockCard, 1);
    await ask(store, 'refused', blockCard, 2);
    await store.buryEffect('dead', 'gav upp', at(3));
    await store.settleEffect('refused', { ok: false, reason: 'okänt kort' }, at(3));
    expect((await store.openRequests('p1', 10)).map((request) => request.state)).toEqual(['failed', 'failed']);
  });

  it('are blocked or open when another system has taken them', async () => {
    const store = await connect();
    await ask(store, 'k1', blockCard, 1);
    await ask(store, 'k2', openTicket, 2);
    await store.settleEffect('k1', { ok: true, outcome: 'blocked', reference: 'B-1', at: at(3) }, at(3));
    await store.settleEffect('k2', { ok: true, outcome: 'registered', reference: 'INC-2', at: at(3) }, at(3));
    expect(await store.openRequests('p1', 10)).toMatchObject([
      { reference: 'INC-2', state: 'open' },
      { reference: 'B-1', state: 'blocked' },
    ]);
  });
}

function arrived(connect: Connect): void {
  it('are one row for an effect and its ticket, with the last answer of Servicedesk', async () => {
    const store = await connect();
    await ask(store, 'k1', openTicket);
    const { reference } = await store.saveTicket('k1', 'c1', { kind: 'ticket', ticket: ticketDraft }, at(1));
    await store.settleEffect('k1', { ok: true, outcome: 'registered', reference, at: at(1) }, at(1));
    await store.updateTicket(reference, { comment: { from: 'servicedesk', text: 'Första svaret' } }, at(2));
    await store.updateTicket(reference, { state: 'answered', comment: { from: 'servicedesk', text: 'Andra svaret' } }, at(3));
    await store.updateTicket(reference, { comment: { from: 'user', text: 'Tack' } }, at(4));
    expect(await store.openRequests('p1', 10)).toEqual([
      { kind: 'ticket', reference, subject: 'Kan inte logga in', state: 'answered', openedAt: at(1).toISOString(), lastAnswer: 'Andra svaret' },
    ]);
  });

  it('are not called open when the ticket was saved here but could not be sent on', async () => {
    const store = await connect();
    await ask(store, 'k1', openTicket);
    const { reference } = await store.saveTicket('k1', 'c1', { kind: 'ticket', ticket: ticketDraft }, at(1));
    expect(await store.openRequests('p1', 10)).toMatchObject([{ reference, state: 'sending' }]);
    await store.buryEffect('k1', 'gav upp', at(2));
    expect(await store.openRequests('p1', 10)).toMatchObject([{ reference, state: 'failed' }]);
    await store.updateTicket(reference, { state: 'closed' }, at(3));
    expect(await store.openRequests('p1', 10)).toMatchObject([{ reference, state: 'closed' }]);
  });

  it('come newest first from both places, up to a limit', async () => {
    const store = await connect();
    await ask(store, 'k1', blockCard, 1);
    await ask(store, 'k3', openTicket, 3);
    await store.saveTicket('k2', 'c1', { kind: 'block', request: blockRequest }, at(2));
    const opened = (await store.openRequests('p1', 10)).map((request) => request.openedAt);
    expect(opened).toEqual([at(3).toISOString(), at(2).toISOString(), at(1).toISOString()]);
    expect(await store.openRequests('p1', 2)).toHaveLength(2);
  });
}
