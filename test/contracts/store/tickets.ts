import { expect, it } from 'vitest';
import type { Store, Ticket } from '../../../bot/store/store.ts';
import { at, blockRequest, ticketDraft } from './fixtures.ts';
import type { Connect } from './harness.ts';

const ticketBody: Ticket['body'] = { kind: 'ticket', ticket: ticketDraft };
const blockBody: Ticket['body'] = { kind: 'block', request: blockRequest };

export function ticketPromises(connect: Connect): void {
  creating(connect);
  working(connect);
}

function creating(connect: Connect): void {
  it('creates an open ticket with a reference of its own', async () => {
    const store = await connect();
    const saved = await store.saveTicket('k1', 'c1', ticketBody, at(1));
    expect(saved).toEqual({
      reference: expect.stringMatching(/^ET-\d{6}$/) as string,
      key: 'k1',
      conversation: 'c1',
      personId: 'p1',
      kind: 'ticket',
      subject: 'Kan inte logga in',
      urgent: true,
      state: 'open',
      body: ticketBody,
      comments: [],
      openedAt: at(1),
      updatedAt: at(1),
    });
    expect(await store.loadTicket(saved.reference)).toEqual(saved);
  });

  it('creates an urgent ticket in the holder\'s name for a block request', async () => {
    const store = await connect();
    const saved = await store.saveTicket('k1', 'c1', blockBody, at(1));
    expect(saved).toMatchObject({ kind: 'block', subject: 'Åsa Öberg', urgent: true, personId: 'p1', body: blockBody });
  });

  it('returns the first ticket for a key that it has seen', async () => {
    const store = await connect();
    const first = await store.saveTicket('k1', 'c1', ticketBody, at(1));
    expect(await store.saveTicket('k1', 'c1', blockBody, at(2))).toEqual(first);
    expect(await store.listTickets(null, 10)).toHaveLength(1);
  });

  it('creates one ticket when two handles save the same key at once', async () => {
    const [one, other] = [await connect(), await connect()];
    const [first, second] = await Promise.all([one.saveTicket('k1', 'c1', ticketBody, at(1)), other.saveTicket('k1', 'c1', ticketBody, at(1))]);
    expect(first).toEqual(second);
  });

  it('does not count its references up', async () => {
    const store = await connect();
    const numbers: number[] = [];
    for (let index = 0; index < 12; index += 1) numbers.push(numberOf(await store.saveTicket(`k${index}`, 'c1', ticketBody, at(index))));
    expect(new Set(numbers).size).toBe(12);
    expect(numbers).not.toEqual(numbers.toSorted((one, other) => one - other));
  });
}

function working(connect: Connect): void {
  it('knows no ticket of an unknown reference', async () => {
    const store = await connect();
    expect(await store.loadTicket('ET-000000')).toBeNull();
    expect(await store.updateTicket('ET-000000', { state: 'closed', comment: { from: 'user', text: '?' } }, at(1))).toBeNull();
  });

  it('lists the newest first, of one state or of all, up to a limit', async () => {
    const store = await connect();
    const first = await store.saveTicket('k1', 'c1', ticketBody, at(1));
    await store.saveTicket('k2', 'c1', ticketBody, at(3));
    await store.saveTicket('k3', 'c1', ticketBody, at(2));
    await store.updateTicket(first.reference, { state: 'closed' }, at(4));
    expect(await listed(store, null, 10)).toEqual(['k2', 'k3', 'k1']);
    expect(await listed(store, 'open', 1)).toEqual(['k2']);
    expect(await listed(store, 'closed', 10)).toEqual(['k1']);
  });

  it('keeps the comments of each ticket in their order', async () => {
    const store = await connect();
    const { reference } = await store.saveTicket('k1', 'c1', ticketBody, at(1));
    const bystander = await store.saveTicket('k2', 'c1', ticketBody, at(1));
    await store.updateTicket(reference, { comment: { from: 'servicedesk', text: 'Har du startat om?' } }, at(3));
    const updated = await store.updateTicket(reference, { state: 'answered', comment: { from: 'user', text: 'Ja 🙂' } }, at(2));
    expect(updated).toMatchObject({
      state: 'answered',
      comments: [
        { at: at(3), from: 'servicedesk', text: 'Har du startat om?' },
        { at: at(2), from: 'user', text: 'Ja 🙂' },
      ],
      openedAt: at(1),
      updatedAt: at(2),
    });
    expect(await store.listTickets('answered', 10)).toEqual([updated]);
    expect(await store.loadTicket(bystander.reference)).toEqual(bystander);
  });

  it('keeps a comment once per key, also when two handles bring it at once', async () => {
    const [one, other] = [await connect(), await connect()];
    const { reference } = await one.saveTicket('k1', 'c1', ticketBody, at(0));
    const change = { state: 'answered', comment: { from: 'servicedesk', text: 'Har du startat om?', key: 'answer:1' } } as const;
    await Promise.all([one, other, one, other].map((store) => store.updateTicket(reference, change, at(1))));
    await other.updateTicket(reference, { comment: { from: 'servicedesk', text: 'Hallå?', key: 'answer:2' } }, at(2));
    expect((await one.loadTicket(reference))?.comments.map(({ text }) => text)).toEqual(['Har du startat om?', 'Hallå?']);
  });

  it('loses no comment when two handles comment at once', async () => {
    const [one, other] = [await connect(), await connect()];
    const { reference } = await one.saveTicket('k1', 'c1', ticketBody, at(1));
    const texts = Array.from({ length: 20 }, (_, index) => `kommentar ${index}`);
    await Promise.all(texts.map((text, index) => (index % 2 === 0 ? one : other).updateTicket(reference, { comment: { from: 'user', text } }, at(2))));
    expect((await one.loadTicket(reference))?.comments.map((comment) => comment.text).toSorted()).toEqual(texts.toSorted());
  });
}

function numberOf(ticket: Ticket): number {
  return Number(ticket.reference.slice('ET-'.length));
}

async function listed(store: Store, state: Ticket['state'] | null, limit: number): Promise<readonly string[]> {
  return (await store.listTickets(state, limit)).map((ticket) => ticket.key);
}
