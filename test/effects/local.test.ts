import { describe, expect, it } from 'vitest';
import { localTickets } from '../../bot/effects/local.ts';
import { blockRequest, clockAt, delivery, temporaryStore, ticket } from './setting.ts';

describe('the local ticket system', () => {
  it('keeps a ticket under a reference of its own', async () => {
    const store = await temporaryStore();
    const settlement = await localTickets(store).open({ kind: 'ticket', ticket: ticket() }, delivery('a'));
    const [kept] = await store.listTickets(null, 10);
    expect(settlement).toEqual({ ok: true, outcome: 'registered', reference: kept?.reference, at: kept?.openedAt });
    expect(kept).toMatchObject({ reference: expect.stringMatching(/^ET-\d{6}$/) as string, subject: 'Kan inte logga in', state: 'open' });
  });

  it('only requests a block', async () => {
    const store = await temporaryStore();
    const settlement = await localTickets(store).open({ kind: 'block', request: blockRequest() }, delivery('a'));
    expect(settlement).toMatchObject({ ok: true, outcome: 'requested' });
    expect(await store.listTickets('open', 10)).toMatchObject([{ kind: 'block', urgent: true }]);
  });

  it('gives a repetition the same receipt', async () => {
    const store = await temporaryStore();
    const clock = clockAt();
    const first = await localTickets(store).open({ kind: 'ticket', ticket: ticket() }, delivery('a', clock));
    clock.pass(5000);
    expect(await localTickets(store).open({ kind: 'ticket', ticket: ticket() }, delivery('a', clock))).toEqual(first);
  });
});
