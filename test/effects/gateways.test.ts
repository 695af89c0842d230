import { describe, expect, it } from 'vitest';
import { createGateways, type TicketBackend } from '../../bot/effects/gateways.ts';
import { readConfig } from '../../bot/config.ts';
import { temporaryStore } from './setting.ts';

const SECRET = Buffer.from('a secret of the tests, 32 bytes.').toString('base64');
const webhook = { kind: 'webhook', url: 'https://hooks.example.test/', secret: SECRET } as const;

const backends: readonly TicketBackend[] = [
  { kind: 'local' },
  { kind: 'mail', smtpUrl: 'smtp://mail.example.test', from: 'bot@example.test', to: 'servicedesk@example.test' },
  { kind: 'servicenow', url: 'https://servicenow.example.test', user: 'boten', password: 'hemligt', table: 'incident' },
  webhook,
];

describe('the gateways of a configuration', () => {
  it.each(backends)('send tickets to $kind', async (tickets) => {
    const gateways = createGateways(await temporaryStore(), { tickets, cardBlocks: { kind: 'ticket' }, timeoutMs: 1000 });
    expect(gateways.tickets.name).toBe(tickets.kind);
  });

  it('reach a card system only where there is one', async () => {
    const options = { tickets: { kind: 'local' }, timeoutMs: 1000 } as const;
    const store = await temporaryStore();
    expect(createGateways(store, { ...options, cardBlocks: { kind: 'ticket' } }).cardBlocks).toBeUndefined();
    expect(createGateways(store, { ...options, cardBlocks: webhook }).cardBlocks).toBeDefined();
  });

  it('take the configuration as it is read, secrets and all', async () => {
    const env = { TICKET_BACKEND: 'webhook', TICKET_WEBHOOK_URL: webhook.url, TICKET_WEBHOOK_SECRET: SECRET };
    const { tickets, cardBlocks, effects } = readConfig(env);
    expect(createGateways(await temporaryStore(), { tickets, cardBlocks, timeoutMs: effects.timeoutMs }).tickets.name).toBe('webhook');
  });
});
