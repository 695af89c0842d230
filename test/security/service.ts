/** The whole service with every way in mounted, and the question whether it came through unharmed. */
import { expect } from 'vitest';
import { startTestService, type TestService } from '../service/service.ts';

export const INBOUND_SECRET = `whsec_${Buffer.from('a secret of the security tests..').toString('base64')}`;

/** Every route of the service. The conversation's id is a made-up one of the right form. */
export const ENDPOINTS = [
  ['GET', '/'],
  ['GET', '/webchat/chat.js'],
  ['GET', '/widget.js'],
  ['GET', '/hjalp'],
  ['GET', '/integritet'],
  ['GET', '/tillganglighet'],
  ['GET', '/healthz'],
  ['GET', '/readyz'],
  ['GET', '/metrics'],
  ['POST', '/api/messages'],
  ['POST', '/hooks/tickets'],
  ['POST', '/v3/directline/tokens/generate'],
  ['POST', '/v3/directline/tokens/refresh'],
  ['POST', '/v3/directline/conversations'],
  ['GET', '/v3/directline/conversations/0123456789abcdefghijkl'],
  ['POST', '/v3/directline/conversations/0123456789abcdefghijkl/activities'],
  ['GET', '/v3/directline/conversations/0123456789abcdefghijkl/activities'],
  ['POST', '/v3/directline/conversations/0123456789abcdefghijkl/upload'],
  ['GET', '/v3/directline/conversations/0123456789abcdefghijkl/stream'],
] as const satisfies readonly (readonly ['GET' | 'POST', string])[];

export const POST_PATHS = ENDPOINTS.filter(([method]) => method === 'POST').map(([, path]) => path);

export function startExposedService(settings: Readonly<Record<string, string>> = {}): Promise<TestService> {
  return startTestService({ INBOUND_WEBHOOK_SECRET: INBOUND_SECRET, ...settings });
}

/** It still answers, has answered nothing with a failure, and has logged none. (An uncaught error fails the test run by itself.) */
export async function expectUnharmed({ address, log }: TestService): Promise<void> {
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  const figures = await (await fetch(`${address}/metrics`)).text();
  const failures = figures.match(/^http_requests_total\{.*status="5.*$/gm) ?? [];
  const logged = log().match(/^.*"level":"(?:error|fatal)".*$/gm) ?? [];
  expect({ failures, logged }).toEqual({ failures: [], logged: [] });
}
