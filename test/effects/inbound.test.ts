import { beforeEach, describe, expect, it } from 'vitest';
import { GatewayUnavailable } from '../../bot/effects/gateway.ts';
import { createInbound, type Answer, type Applied } from '../../bot/effects/inbound.ts';
import { localTickets } from '../../bot/effects/local.ts';
import { en } from '../../bot/effects/news-words.en.ts';
import { sv } from '../../bot/effects/news-words.sv.ts';
import type { Store } from '../../bot/store/store.ts';
import type { Effect } from '../../dialogs/dialog.ts';
import { blockCard, blockRequest, clockAt, commitEffects, openTicket, tellerOf, temporaryStore, type Clock, type Teller } from './setting.ts';
import { fail, ticketSystem, workerOf } from './worker-setting.ts';

let store: Store;
let clock: Clock;
let teller: Teller;

beforeEach(async () => {
  store = await temporaryStore();
  clock = clockAt();
  teller = tellerOf(store, clock);
});

/** The reference of an effect that has settled as a local ticket; what was told of it until then is forgotten. */
async function settled(effect: Effect): Promise<string> {
  await commitEffects(store, clock.now(), [effect]);
  await workerOf({ store, clock, teller, gateways: { tickets: localTickets(store) } }).drain();
  teller.told.length = 0;
  const [ticket] = await store.listTickets(null, 1);
  return ticket?.reference ?? '';
}

/** A block request that has a ticket of ours but has not got through. */
async function underWay(maxAttempts: number): Promise<string> {
  await commitEffects(store, clock.now(), [blockCard()]);
  const tickets = ticketSystem(async (delivery) => {
    await localTickets(store).open({ kind: 'block', request: blockRequest() }, delivery);
    return fail(new GatewayUnavailable('down'))(delivery, 'block');
  });
  await workerOf({ store, clock, teller, gateways: { tickets }, limits: { maxAttempts } }).drain();
  const [ticket] = await store.listTickets(null, 1);
  return ticket?.reference ?? '';
}

function apply(answer: Partial<Answer> & Pick<Answer, 'reference' | 'event'>): Promise<Applied> {
  const mask = (text: string): string => text.replaceAll('123456', '[borttagen kod]');
  return createInbound({ store, tell: teller.tell, now: clock.now, mask })({ id: 'answer-1', ...answer });
}

describe('an answer from Servicedesk', () => {
  it('is kept with the ticket and told to its conversation', async () => {
    const reference = await settled(openTicket());
    expect(await apply({ reference, event: 'commented', text: 'Starta om datorn.' })).toBe('applied');
    expect(teller.told).toEqual([{ kind: 'agentSaid', reference, text: 'Starta om datorn.', closed: false }]);
    expect(await store.loadTicket(reference)).toMatchObject({ state: 'answered', comments: [{ from: 'servicedesk', text: 'Starta om datorn.' }] });
  });

  it('tells once that a ticket is closed, also when it is closed again', async () => {
    const reference = await settled(openTicket());
    expect(await apply({ id: 'one', reference, event: 'closed', text: 'Löst.' })).toBe('applied');
    expect(await apply({ id: 'two', reference, event: 'closed' })).toBe('closed-before');
    expect(teller.told).toEqual([{ kind: 'agentSaid', reference, text: 'Löst.', closed: true }]);
  });

  it('is kept but not told when the conversation is gone', async () => {
    const reference = await settled(openTicket());
    const gone = createInbound({ store, tell: () => Promise.resolve(null), now: clock.now, mask: (text) => text });
    expect(await gone({ id: 'one', reference, event: 'commented', text: 'Starta om datorn.' })).toBe('untold');
    expect(await store.loadTicket(reference)).toMatchObject({ state: 'answered', comments: [{ text: 'Starta om datorn.' }] });
  });

  it('closes the ticket', async () => {
    const reference = await settled(openTicket());
    await apply({ reference, event: 'closed' });
    expect(teller.told).toEqual([{ kind: 'agentSaid', reference, text: '', closed: true }]);
    expect(await store.loadTicket(reference)).toMatchObject({ state: 'closed', comments: [] });
  });

  it('is applied once, however often it is delivered', async () => {
    const reference = await settled(openTicket());
    for (let time = 0; time < 3; time += 1) await apply({ reference, event: 'commented', text: 'Ring oss.' });
    expect(teller.told).toHaveLength(1);
    expect((await store.loadTicket(reference))?.comments).toHaveLength(1);
  });

  it('is kept once when a crash kept it from being told', async () => {
    const reference = await settled(openTicket());
    const dies = createInbound({ store, tell: () => Promise.reject(new Error('crash')), now: clock.now, mask: (text) => text });
    await expect(dies({ id: 'answer-1', reference, event: 'commented', text: 'Ring oss.' })).rejects.toThrow('crash');
    await apply({ reference, event: 'commented', text: 'Ring oss.' });
    expect(teller.told).toHaveLength(1);
    expect((await store.loadTicket(reference))?.comments).toHaveLength(1);
  });

  it('is masked before it is kept or told', async () => {
    const reference = await settled(openTicket());
    await apply({ reference, event: 'commented', text: 'Din nya kod är 123456' });
    expect(teller.told).toMatchObject([{ text: 'Din nya kod är [borttagen kod]' }]);
    expect(await store.loadTicket(reference)).toMatchObject({ comments: [{ text: 'Din nya kod är [borttagen kod]' }] });
  });

  it('to an unknown ticket is told to nobody', async () => {
    expect(await apply({ reference: 'ET-999999', event: 'commented', text: 'Hej' })).toBe('unknown-ticket');
    expect(teller.told).toEqual([]);
  });
});

describe('a confirmed block', () => {
  const at = new Date('2026-11-24T13:04:00Z');

  it('is told with its time when the request had been passed on', async () => {
    const reference = await settled(blockCard());
    await apply({ reference, event: 'blocked', at });
    expect(teller.told).toEqual([{ kind: 'agentSaid', reference, text: sv.blocked(at), closed: false }]);
    expect(sv.blocked(at)).toContain('den 24 november kl. 14.04');
    expect(await store.loadTicket(reference)).toMatchObject({ state: 'blocked' });
  });

  it('is told in the language of the conversation, with what Servicedesk adds', async () => {
    const reference = await settled(blockCard({ language: 'en' }));
    await apply({ reference, event: 'blocked', at, text: 'Come to the kortstation.' });
    expect(teller.told).toMatchObject([{ text: `${en.blocked(at)}\n\nCome to the kortstation.` }]);
  });

  it('is told once', async () => {
    const reference = await settled(blockCard());
    await apply({ reference, event: 'blocked', at });
    await apply({ reference, event: 'blocked', at });
    await apply({ id: 'answer-2', reference, event: 'blocked', at });
    expect(teller.told).toHaveLength(1);
  });

  it('settles a request that is still under way, so that its dialog goes on and no try follows', async () => {
    const reference = await underWay(3);
    await apply({ reference, event: 'blocked', at });
    expect(teller.told).toMatchObject([{ kind: 'settled', settlement: { ok: true, outcome: 'blocked', reference, at } }]);
    expect(await store.effects('settled', 10)).toHaveLength(1);
    await apply({ reference, event: 'blocked', at });
    expect(teller.told).toHaveLength(1);
  });

  it('of a request under way is told once, when a crash cut it off and when two replicas hear of it at the same time', async () => {
    const reference = await underWay(3);
    const answer = { id: 'answer-1', reference, event: 'blocked', at, text: 'Klart.' } as const;
    const dies = createInbound({
      store, now: clock.now, mask: (text) => text,
      tell: (conversation, turn, event) => (event.kind === 'settled' ? teller.tell(conversation, turn, event) : Promise.reject(new Error('crash'))),
    });
    await expect(dies(answer)).rejects.toThrow('crash');
    await Promise.all([apply(answer), apply(answer)]);
    expect(teller.told).toMatchObject([{ kind: 'settled', settlement: { outcome: 'blocked' } }, { kind: 'agentSaid', text: 'Klart.' }]);
  });

  it('is told after a failure too', async () => {
    const reference = await underWay(1);
    await apply({ reference, event: 'blocked', at });
    const settlement = { ok: true, outcome: 'blocked', reference, at } as const;
    expect(teller.told).toMatchObject([{ settlement: { ok: false } }, { kind: 'news', text: sv.afterAll(settlement) }]);
    expect(await store.effects('dead', 10)).toEqual([]);
  });

  it('stays when the ticket is closed', async () => {
    const reference = await settled(blockCard());
    await apply({ reference, event: 'blocked', at });
    await apply({ id: 'answer-2', reference, event: 'closed' });
    expect(await store.loadTicket(reference)).toMatchObject({ state: 'blocked' });
    expect(teller.told.at(-1)).toMatchObject({ closed: true });
  });

  it('cannot be said of a ticket that asked for none', async () => {
    const reference = await settled(openTicket());
    expect(await apply({ reference, event: 'blocked', at })).toBe('not-a-block');
    expect(teller.told).toEqual([]);
  });
});
