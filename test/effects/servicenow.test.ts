import { describe, expect, it } from 'vitest';
import { GatewayRefused, GatewayUnavailable } from '../../bot/effects/gateway.ts';
import { serviceNowTickets } from '../../bot/effects/servicenow.ts';
import { createTableApi } from '../../bot/effects/servicenow-api.ts';
import { sv } from '../../bot/effects/ticket-words.sv.ts';
import type { Store } from '../../bot/store/store.ts';
import { startServiceNow, type ServiceNowServer } from './servicenow-server.ts';
import { blockRequest, clockAt, delivery, temporaryStore, ticket } from './setting.ts';

const body = { kind: 'ticket' as const, ticket: ticket() };

async function open(): Promise<{ server: ServiceNowServer; store: Store; gateway: ReturnType<typeof serviceNowTickets> }> {
  const server = await startServiceNow();
  const store = await temporaryStore();
  return { server, store, gateway: serviceNowTickets(store, createTableApi({ ...server, table: 'incident' })) };
}

describe('tickets in ServiceNow', () => {
  it('become incidents that are found by our reference', async () => {
    const { server, gateway, store } = await open();
    const settlement = await gateway.open(body, delivery('a'));
    const [kept] = await store.listTickets(null, 10);
    expect(settlement).toMatchObject({ ok: true, outcome: 'registered', reference: kept?.reference });
    expect(server.incidents).toMatchObject([{ short_description: `${kept?.reference ?? ''} Kan inte logga in`, correlation_display: kept?.reference, urgency: '3' }]);
    expect(server.incidents[0]?.['description']).toContain('Telefon: 0701-740605');
  });

  it('keep the incident number with our own ticket', async () => {
    const { gateway, store } = await open();
    await gateway.open(body, delivery('a'));
    expect(await store.listTickets(null, 10)).toMatchObject([{ comments: [{ from: 'servicedesk', text: sv.foreignNumber('INC0000001') }] }]);
  });

  it('take a block request as an urgent incident that blocks nothing', async () => {
    const { server, gateway } = await open();
    expect(await gateway.open({ kind: 'block', request: blockRequest() }, delivery('a'))).toMatchObject({ ok: true, outcome: 'requested' });
    expect(server.incidents).toMatchObject([{ urgency: '1' }]);
  });

  it('are opened once per key', async () => {
    const { server, gateway } = await open();
    const first = await gateway.open(body, delivery('a'));
    expect(await gateway.open(body, delivery('a'))).toEqual(first);
    await gateway.open(body, delivery('b'));
    expect(server.incidents).toHaveLength(2);
  });

  it('are found by the next try when they were created although no answer came', async () => {
    const { server, gateway, store } = await open();
    server.faults.push('slow');
    const patience = new AbortController();
    void server.slowed.then(() => patience.abort(new DOMException('enough', 'TimeoutError')));
    await expect(gateway.open(body, delivery('a', clockAt(), patience.signal))).rejects.toThrow('ServiceNow did not answer in time');
    expect(server.incidents).toHaveLength(1);
    expect(await gateway.open(body, delivery('a'))).toMatchObject({ ok: true });
    expect(server.incidents).toHaveLength(1);
    expect(await store.listTickets(null, 10)).toMatchObject([{ comments: [{ text: sv.foreignNumber('INC0000001') }] }]);
  });

  it('let no key break out of the query', async () => {
    const { server, gateway } = await open();
    await gateway.open(body, delivery('a'));
    await gateway.open(body, delivery('x^ORnumber=INC0000001,\r\nå'));
    expect(server.incidents).toHaveLength(2);
  });

  it('are refused when the credentials are wrong, without naming them', async () => {
    const { server, store } = await open();
    const gateway = serviceNowTickets(store, createTableApi({ ...server, password: 'fel-losenord', table: 'incident' }));
    const refusal = await gateway.open(body, delivery('a')).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(GatewayRefused);
    expect(String(refusal)).toBe('GatewayRefused: ServiceNow answered 401');
  });

  it('come again when asked to, after the time that was asked for', async () => {
    const { server, gateway } = await open();
    server.faults.push({ status: 429, headers: { 'retry-after': '90' } });
    await expect(gateway.open(body, delivery('a'))).rejects.toMatchObject({ name: 'GatewayUnavailable', retryAfterMs: 90_000 });
  });

  it.each([
    { fault: { status: 500 }, name: 'a server error' },
    { fault: { status: 200, body: '<html>Hibernating Instance</html>' }, name: 'a page instead of an answer' },
    { fault: { status: 200, body: { result: [{ sys_id: 1 }] } }, name: 'an answer of another shape' },
  ])('come again after $name', async ({ fault }) => {
    const { server, gateway } = await open();
    server.faults.push(fault);
    await expect(gateway.open(body, delivery('a'))).rejects.toBeInstanceOf(GatewayUnavailable);
    expect(server.incidents).toHaveLength(0);
  });

  it('do not follow a redirect to another server', async () => {
    const { server, gateway } = await open();
    server.faults.push({ status: 302, headers: { location: `${server.url}elsewhere` } });
    await expect(gateway.open(body, delivery('a'))).rejects.toThrow('ServiceNow answered 302');
    expect(server.received).toHaveLength(1);
  });

  it('come again when nobody listens', async () => {
    const gateway = serviceNowTickets(await temporaryStore(), createTableApi({ url: 'http://127.0.0.1:9/', user: 'u', password: 'hemligt', table: 'incident' }));
    await expect(gateway.open(body, delivery('a'))).rejects.toThrow('ServiceNow cannot be reached');
  });
});
