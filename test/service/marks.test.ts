/** What the web chat must know in every process: on two services with one PostgreSQL database, and after a restart. */
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { audience, startIdentityIssuer, type IdentityIssuer } from '../channels/webchat/identity-issuer.ts';
import { brainForScripts } from '../conversations/play.ts';
import { postgresForFile } from '../postgres.ts';
import { makeDataFolder } from './data-folder.ts';
import { message, openDirectLine, send, type Answer } from './direct-line.ts';
import { startTestService, type TestService } from './service.ts';

const server = postgresForFile();
const over = { status: 403, text: expect.stringContaining('TokenExpired') as string };
const replayed = { status: 403, text: expect.stringContaining('replayed') as string };

/** What two processes have in common: a database, or a folder that the first of them leaves to the second. */
type Shared = Readonly<Record<string, string>>;

async function onPostgres(): Promise<Shared> {
  const { url, drop } = await server().create();
  onTestFinished(drop);
  return { DATABASE_URL: url, WEBCHAT_TOKEN_SECRET: 'a secret of the tests, 32 bytes.' };
}

function onSqlite(): Promise<Shared> {
  const folder = makeDataFolder();
  onTestFinished(() => folder.remove());
  return Promise.resolve({ DATA_DIR: folder.path });
}

async function trustedIssuer(): Promise<{ readonly issuer: IdentityIssuer; readonly settings: Shared }> {
  const issuer = await startIdentityIssuer(() => new Date());
  onTestFinished(() => issuer.close());
  return { issuer, settings: { WEBCHAT_IDENTITY_ISSUER: issuer.issuer, WEBCHAT_IDENTITY_AUDIENCE: audience, WEBCHAT_IDENTITY_JWKS_URL: issuer.jwksUrl } };
}

/** A conversation of its own, begun with an identity. */
const beginWith = ({ address }: TestService, identity: string): Promise<Answer> => send('POST', `${address}/v3/directline/tokens/generate`, {}, { identity });

// Trained here once, so that no start trains.
beforeAll(async () => {
  await brainForScripts();
}, 180_000);

describe.each([
  ['on another replica', onPostgres, false],
  ['after a restart', onSqlite, true],
])('%s', { timeout: 120_000 }, (_which, share, restarts) => {
  /** One service, and a function that gives the next one. */
  async function startTwo(settings: Shared = {}): Promise<{ readonly one: TestService; readonly next: () => Promise<TestService> }> {
    const all = { ...(await share()), ...settings };
    const start = async (): Promise<TestService> => {
      const service = await startTestService(all);
      let closed: Promise<void> | null = null;
      const close = (): Promise<void> => (closed ??= service.close());
      onTestFinished(close);
      return { ...service, close };
    };
    const one = await start();
    return {
      one,
      next: async () => {
        if (restarts) await one.close();
        return start();
      },
    };
  }

  it('a conversation that its visitor has ended stays ended, and others go on', async () => {
    const { one, next } = await startTwo();
    let address = one.address;
    const [ended, other] = [await openDirectLine(() => address), await openDirectLine(() => address)];
    await ended.post({ type: 'endOfConversation' });
    ({ address } = await next());
    expect(await ended.post(message('hej', 'm1'))).toMatchObject(over);
    expect((await other.post(message('hej', 'm1'))).status).toBe(200);
  });

  it('an identity that was used stays with its conversation', async () => {
    const { issuer, settings } = await trustedIssuer();
    const { one, next } = await startTwo(settings);
    const [used, fresh] = [await issuer.sign(), await issuer.sign()];
    expect((await beginWith(one, used)).status).toBe(200);
    const second = await next();
    expect(await beginWith(second, used)).toMatchObject(replayed);
    expect((await beginWith(second, fresh)).status).toBe(200);
  });
});
