import { beforeEach, describe, expect, it } from 'vitest';
import { createInbound } from '../../bot/effects/inbound.ts';
import { serviceNowTickets } from '../../bot/effects/servicenow.ts';
import { createTableApi, type TableApi } from '../../bot/effects/servicenow-api.ts';
import { DEFAULT_POLLER_LIMITS, pollServiceNow } from '../../bot/effects/servicenow-poller.ts';
import type { Store } from '../../bot/store/store.ts';
import { startServiceNow, type ServiceNowServer } from './servicenow-server.ts';
import { clockAt, delivery, tellerOf, temporaryStore, ticket, type Teller } from './setting.ts';

const clock = clockAt();
const signal = new AbortController().signal;
let server: ServiceNowServer;
let store: Store;
let api: TableApi;
let teller: Teller;

beforeEach(async () => {
  server = await startServiceNow();
  store = await temporaryStore();
  api = createTableApi({ ...server, table: 'incident' });
  teller = tellerOf(store, clock);
});

async function openTicket(key: string): Promise<string> {
  const settlement = await serviceNowTickets(store, api).open({ kind: 'ticket', ticket: ticket() }, delivery(key, clock));
  return settlement.ok ? settlement.reference : '';
}

function poll(limits = DEFAULT_POLLER_LIMITS): Promise<number> {
  const apply = createInbound({ store, tell: teller.tell, now: clock.now, mask: (text) => text });
  return pollServiceNow({ store, api, ownUser: server.user, apply, limits }, signal);
}

function comment(incident: number, value: string, change: Record<string, string> = {}): void {
  const element_id = server.incidents[incident]?.['sys_id'] ?? '';
  const sys_id = String(server.journal.length + 1).padStart(32, 'c');
  server.journal.push({ sys_id, element: 'comments', element_id, value, sys_created_by: 'agent.svensson', ...change });
}

function changeState(incident: number, state: string): void {
  const row = server.incidents[incident];
  if (row !== undefined) server.incidents[incident] = { ...row, state };
}

describe('polling ServiceNow', () => {
  it('tells the conversation each new comment once, oldest first', async () => {
    const reference = await openTicket('a');
    comment(0, 'Vi tittar på det.');
    comment(0, 'Starta om datorn.');
    await poll();
    await poll();
    expect(teller.told).toEqual([
      { kind: 'agentSaid', reference, text: 'Vi tittar på det.', closed: false },
      { kind: 'agentSaid', reference, text: 'Starta om datorn.', closed: false },
    ]);
  });

  it('tells that an incident was resolved, after its last comment', async () => {
    const reference = await openTicket('a');
    comment(0, 'Nu ska det fungera.');
    changeState(0, '6');
    await poll();
    await poll();
    expect(teller.told).toMatchObject([{ text: 'Nu ska det fungera.' }, { reference, text: '', closed: true }]);
    expect(await store.loadTicket(reference)).toMatchObject({ state: 'closed' });
  });

  it('gives each ticket its own answers, however many requests that takes', async () => {
    const references = [await openTicket('a'), await openTicket('b'), await openTicket('c')];
    for (const [index] of references.entries()) comment(index, `Svar ${index}`);
    await poll({ tickets: 10, batch: 2 });
    const answers = teller.told.map((event) => (event.kind === 'agentSaid' ? `${event.reference} ${event.text}` : event.kind));
    expect(answers.toSorted()).toEqual(references.map((reference, index) => `${reference} Svar ${index}`).toSorted());
  });

  it('never tells work notes, nor what we wrote ourselves', async () => {
    await openTicket('a');
    comment(0, 'Internt: ring chefen', { element: 'work_notes' });
    comment(0, 'Från boten', { sys_created_by: server.user });
    await poll();
    expect(teller.told).toEqual([]);
  });

  it('says nothing of incidents that are not ours', async () => {
    await openTicket('a');
    server.incidents.push({ sys_id: 'f'.repeat(32), number: 'INC0000099', state: '7', correlation_id: 'another system' });
    await poll();
    expect(teller.told).toEqual([]);
  });

  it('does not trust ServiceNow to have understood what was asked', async () => {
    await openTicket('a');
    const [own] = server.incidents;
    const foreign = { sys_id: 'f'.repeat(32), number: 'INC0000099', state: '7', correlation_id: 'another system' };
    const entry = { sys_id: 'c'.repeat(32), element: 'comments', element_id: own?.['sys_id'], value: 'Hemligt', sys_created_by: 'agent.svensson' };
    server.faults.push({ status: 200, body: { result: [own, foreign] } });
    server.faults.push({ status: 200, body: { result: [{ ...entry, element: 'work_notes' }, { ...entry, element_id: foreign.sys_id }] } });
    await poll();
    expect(teller.told).toEqual([]);
  });

  it('asks nothing when no ticket is open', async () => {
    expect(await poll()).toBe(0);
    expect(server.received).toEqual([]);
  });

  it('sees the same at the next look when ServiceNow is down', async () => {
    await openTicket('a');
    comment(0, 'Svar');
    server.faults.push({ status: 503 });
    await expect(poll()).rejects.toThrow('ServiceNow answered 503');
    await poll();
    expect(teller.told).toMatchObject([{ text: 'Svar' }]);
  });
});
