import { beforeEach, describe, expect, it } from 'vitest';
import { GatewayRefused } from '../../bot/effects/gateway.ts';
import { createInbound } from '../../bot/effects/inbound.ts';
import { localTickets } from '../../bot/effects/local.ts';
import { runTickets, TICKETS_USAGE } from '../../bot/effects/tickets-cli.ts';
import type { Store } from '../../bot/store/store.ts';
import type { Effect } from '../../dialogs/dialog.ts';
import { blockCard, clockAt, commitEffects, openTicket, tellerOf, temporaryStore, type Clock, type Teller } from './setting.ts';
import { fail, ticketSystem, workerOf } from './worker-setting.ts';

let store: Store;
let clock: Clock;
let teller: Teller;

beforeEach(async () => {
  store = await temporaryStore();
  clock = clockAt();
  teller = tellerOf(store, clock);
});

async function run(...args: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  const apply = createInbound({ store, tell: teller.tell, now: clock.now, mask: (text) => text });
  const code = await runTickets(args, { store, apply, now: clock.now, newId: () => crypto.randomUUID(), print: (line) => void lines.push(line) });
  return { code, output: lines.join('\n') };
}

async function settled(effect: Effect): Promise<string> {
  await commitEffects(store, clock.now(), [effect]);
  await workerOf({ store, clock, teller, gateways: { tickets: localTickets(store) } }).drain();
  teller.told.length = 0;
  const [ticket] = await store.listTickets(null, 1);
  return ticket?.reference ?? '';
}

describe('npm run tickets', () => {
  it('lists the tickets, also without a command', async () => {
    expect(await run()).toEqual({ code: 0, output: 'There are no tickets.' });
    const reference = await settled(openTicket());
    const { output } = await run('list');
    expect(output).toContain(reference);
    expect(output).toContain('Kan inte logga in');
  });

  it('shows a ticket with its answers', async () => {
    const reference = await settled(openTicket());
    await run('answer', reference, 'Starta om.');
    const { output } = await run('show', reference);
    expect(output).toContain('Inloggningen säger att certifikatet saknas.');
    expect(output).toContain('Telefon: 0701-740605');
    expect(output).toContain('2026-11-24 13:05 servicedesk:\nStarta om.');
  });

  it('says so when a ticket is closed already', async () => {
    const reference = await settled(openTicket());
    await run('close', reference, 'Löst.');
    expect(await run('close', reference)).toEqual({ code: 0, output: `${reference} is closed already; the user was told then.` });
    expect(teller.told).toHaveLength(1);
  });

  it('answers the user', async () => {
    const reference = await settled(openTicket());
    expect(await run('answer', reference, 'Starta', 'om.')).toMatchObject({ code: 0 });
    await run('answer', reference, 'Starta om.');
    expect(teller.told).toMatchObject([{ text: 'Starta om.', closed: false }, { text: 'Starta om.' }]);
  });

  it('closes a ticket, with or without a last word', async () => {
    const reference = await settled(openTicket());
    expect(await run('close', reference)).toEqual({ code: 0, output: `${reference} is closed; the user has been told.` });
    expect(teller.told).toMatchObject([{ text: '', closed: true }]);
  });

  it('confirms a block', async () => {
    const reference = await settled(blockCard());
    expect(await run('block', reference)).toMatchObject({ code: 0 });
    expect(await store.loadTicket(reference)).toMatchObject({ state: 'blocked' });
    expect(teller.told).toHaveLength(1);
  });

  it('blocks nothing that was not asked to be blocked', async () => {
    const reference = await settled(openTicket());
    expect(await run('block', reference)).toMatchObject({ code: 1 });
    expect(teller.told).toEqual([]);
  });

  it('shows what could not be sent, and sends it again', async () => {
    const [key = ''] = await commitEffects(store, clock.now(), [openTicket()]);
    await workerOf({ store, clock, teller, gateways: { tickets: ticketSystem(fail(new GatewayRefused('ServiceNow answered 401'))) } }).drain();
    expect((await run('list')).output).toContain('1 could not be sent');
    expect((await run('dead')).output).toBe(`${key}  openTicket  after 1 tries: ServiceNow answered 401`);
    expect(await run('retry', key)).toMatchObject({ code: 0 });
    expect((await run('dead')).output).toBe('Everything could be sent.');
    expect(await run('retry', key)).toMatchObject({ code: 1 });
  });

  it.each([['show', 'ET-999999'], ['answer', 'ET-999999', 'Hej'], ['close', 'ET-999999']])('knows no ticket for %s %s', async (...args) => {
    expect(await run(...args)).toMatchObject({ code: 1, output: expect.stringContaining('There is no ticket ET-999999') as string });
  });

  it.each([['frobnicate'], ['toString'], ['show'], ['answer', 'ET-999999'], ['retry']])('explains itself after %s', async (...args) => {
    expect(await run(...args)).toEqual({ code: 2, output: TICKETS_USAGE });
  });

  it('lets no ticket steer the terminal', async () => {
    const reference = await settled(openTicket({ subject: 'rött \u001b[31m', description: 'pip \u0007' }));
    expect((await run('list')).output).not.toContain('\u001b');
    expect((await run('show', reference)).output).not.toContain('\u0007');
  });
});
