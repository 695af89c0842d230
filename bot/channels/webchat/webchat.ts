/** The web chat: a Direct Line 3.0 server for the official client, and the page that holds it. */
import type { Server } from 'restify';
import { directLineCalls } from './calls.ts';
import type { WebchatDeps } from './deps.ts';
import { rememberEnded } from './ended.ts';
import { createGate } from './gate.ts';
import { createIdentifier } from './identify.ts';
import { createIdentityVerifier } from './identity.ts';
import { mountPage } from './page.ts';
import { createRates } from './rates.ts';
import { createReplayGuard } from './replay.ts';
import { mountCalls } from './routes.ts';
import { mountSite } from './site/site.ts';
import { createTokens } from './tokens.ts';
import { mountStream } from './upgrade.ts';

export type { WebchatDeps } from './deps.ts';
export type { IdentityKeys, IdentitySettings } from './identity.ts';
export type { SiteDeps } from './site/site.ts';
export { defaultLimits, type WebchatLimits } from './limits.ts';

/**
 * Puts Direct Line under /v3/directline, the page at / and the pages beside it. Call before the server listens. `close` ends the sockets; the
 * server stays the caller's. Throws when the token secret is too short or the page has not been built.
 */
export function mountWebchat(server: Server, deps: WebchatDeps): { close(): Promise<void> } {
  const { tokenSeconds: calls, streamTicketSeconds: stream } = deps.limits;
  const ended = rememberEnded(deps.marks, calls, deps.now);
  const tokens = createTokens({ secret: deps.tokenSecret, seconds: { calls, stream }, now: deps.now });
  const onRefused = deps.onRefused ?? (() => undefined);
  const gate = createGate(tokens, createRates(deps.limits), ended, onRefused);
  const identifier = createIdentifier({ verify: deps.identity && createIdentityVerifier(deps.identity, deps.now), replays: createReplayGuard(deps.marks), onRefused });
  mountCalls(server, directLineCalls({ deps, tokens, gate, identifier, ended }), deps);
  if (deps.pageFolder !== null) mountPage(server, deps.pageFolder, deps);
  mountSite(server, deps.site, deps.servicedesk);
  return mountStream(server, { ...deps, ended }, gate);
}
