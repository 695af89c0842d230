/** The whole service on a PostgreSQL server that goes away and comes back. */
import { describe, expect, it } from 'vitest';
import { postgresForFile } from '../postgres.ts';
import { message, openDirectLine } from './direct-line.ts';
import { startTestService } from './service.ts';

describe('a service whose PostgreSQL server goes away', () => {
  const server = postgresForFile({ own: true });

  it('says that it cannot serve, loses nothing that it acknowledged, and goes on by itself', { timeout: 120_000 }, async () => {
    const { url } = await server().create();
    const service = await startTestService({ DATABASE_URL: url, WEBCHAT_TOKEN_SECRET: 'a secret of the tests, 32 bytes.' });
    const line = await openDirectLine(() => service.address);
    expect((await line.post(message('hur länge gäller kortet?', 'm1'))).status).toBe(200);
    await server().stop();
    const refused = await line.post(message('vad är en puk?', 'm2'));
    expect(refused.status).toBe(503);
    expect((await fetch(`${service.address}/readyz`)).status).toBe(503);
    expect((await fetch(`${service.address}/healthz`)).status).toBe(200);
    await server().start();
    expect((await line.post(message('vad är en puk?', 'm2'))).status).toBe(200);
    expect((await line.post(message('vad är en puk?', 'm2'))).status).toBe(200);
    const shown = await line.activities();
    expect(shown.filter(({ from }) => from.role === 'user').map(({ text }) => text)).toEqual(['hur länge gäller kortet?', 'vad är en puk?']);
    expect((await fetch(`${service.address}/readyz`)).status).toBe(200);
    await service.close();
  });
});
