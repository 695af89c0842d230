/** Several whole services on one PostgreSQL database. */
import { once } from 'node:events';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { fingerprint } from '../../bot/effects/fingerprint.ts';
import { openPostgresStore } from '../../bot/store/postgres.ts';
import type { Message, Store } from '../../bot/store/store.ts';
import { seededRandom } from '../../intents/random.ts';
import { startConnector } from '../channels/teams/connector.ts';
import { brainForScripts } from '../conversations/play.ts';
import { startPeer } from '../effects/peer.ts';
import { report, reportSteps, webchatLines, type Report } from '../faults/reporters.ts';
import { startServiceProcess } from '../faults/service-process.ts';
import { postgresForFile, query } from '../postgres.ts';
import { activity, postActivity } from './bot-framework.ts';
import { makeDataFolder } from './data-folder.ts';
import { choice, message, openDirectLine, type DirectLine, type Shown } from './direct-line.ts';
import { startTestService, type TestService } from './service.ts';

const server = postgresForFile();
const WEBHOOK_SECRET = Buffer.from('a secret of the tests, 32 bytes.').toString('base64');

interface Stage {
  readonly url: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly start: () => Promise<TestService>;
  readonly store: () => Promise<Store>;
}

async function stage(more: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const { url, drop } = await server().create();
  onTestFinished(drop);
  const settings = { DATABASE_URL: url, WEBCHAT_TOKEN_SECRET: 'a secret of the tests, 32 bytes.', ...more };
  const closers: (() => Promise<void>)[] = [];
  onTestFinished(async () => {
    await Promise.all(closers.map((close) => close()));
  });
  return {
    url,
    settings,
    start: async () => {
      const service = await startTestService(settings);
      let closed: Promise<void> | null = null;
      const close = (): Promise<void> => (closed ??= service.close());
      closers.push(close);
      return { ...service, close };
    },
    store: async () => {
      const store = await openPostgresStore({ url });
      closers.push(() => store.close());
      return store;
    },
  };
}

/** A conversation whose calls go to the replicas in turn. */
function openRoundRobin(services: readonly TestService[]): Promise<DirectLine> {
  let call = 0;
  return openDirectLine(() => services[(call += 1) % services.length]?.address ?? '');
}

const saidBy = (shown: readonly Shown[], role: 'user' | 'bot'): readonly string[] => shown.filter(({ from }) => from.role === role).map(({ text }) => text);

/** Everything that a socket has been sent, and a wait for more. */
function readStream(url: string): { readonly received: Shown[]; readonly until: (text: string) => Promise<void> } {
  const socket = new WebSocket(url);
  onTestFinished(() => socket.terminate());
  const received: Shown[] = [];
  socket.on('message', (data: Buffer) => received.push(...(JSON.parse(data.toString()) as { activities: Shown[] }).activities));
  return {
    received,
    until: async (text) => {
      while (!received.some((one) => one.text.includes(text))) await once(socket, 'message');
    },
  };
}

/** Every acknowledged message stands once, in order and without gaps, with one answer; its yes was told once. */
function expectWhole(messages: readonly Message[], { conversation, acknowledged }: Report): void {
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_message, index) => index + 1));
  expect(messages.filter(({ from }) => from === 'user').map(({ turn }) => turn)).toEqual(acknowledged.map(({ turn }) => turn));
  const told = messages.filter(({ turn }) => turn === `settled:${conversation}/${acknowledged.at(-1)?.turn ?? ''}/0`);
  expect(told.filter(({ content }) => content.kind === 'reply' && /ET-\d{6}/.test(content.reply.text))).toHaveLength(1);
}

// Trained here once, so that no start trains.
beforeAll(async () => {
  await brainForScripts();
}, 180_000);

describe('replicas', { timeout: 120_000 }, () => {
  it('serve one conversation together, whichever of them a message reaches', async () => {
    const { start } = await stage();
    const services = [await start(), await start(), await start()];
    const line = await openRoundRobin(services);
    const asked = Array.from({ length: 9 }, (_, index) => `vad är en puk? (${index})`);
    for (const [index, text] of asked.entries()) expect((await line.post(message(text, `m${index}`))).status).toBe(200);
    const shown = await line.activities();
    expect(saidBy(shown, 'user')).toEqual(asked);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
    // Each message is answered before the next one.
    const roles = shown.map(({ from }) => from.role);
    expect(roles.filter((role, index) => role === 'user' && roles[index + 1] !== 'bot')).toEqual([]);
  });

  it('commit a message once that reaches all of them at the same time, and messages that race one after the other', async () => {
    const { start } = await stage();
    const services = [await start(), await start(), await start()];
    const line = await openRoundRobin(services);
    const answers = await Promise.all(Array.from({ length: 9 }, (_, index) => line.post(message(`fråga ${index % 3}`, `m${index % 3}`))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(3);
    expect(saidBy(await line.activities(), 'user').toSorted()).toEqual(['fråga 0', 'fråga 1', 'fråga 2']);
  });

  it('feed a socket with what the others are told', async () => {
    const { start } = await stage();
    const [one, other] = [await start(), await start()];
    let reached = one;
    const line = await openDirectLine(() => reached.address);
    const stream = readStream(await line.streamUrl());
    await stream.until('Jag är en bot');
    reached = other;
    await line.post(message('hur länge gäller kortet?', 'm1'));
    await stream.until('fem år');
    expect(stream.received.map(({ id }) => id)).toEqual((await line.activities()).map(({ id }) => id));
  });

  it('catch up with what was said while the connection that tells them was lost', async () => {
    const { start, url } = await stage();
    const [one, other] = [await start(), await start()];
    let reached = one;
    const line = await openDirectLine(() => reached.address);
    const stream = readStream(await line.streamUrl());
    await stream.until('Jag är en bot');
    reached = other;
    await query(url, "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen conversation_changed' or query = 'select 1'");
    await line.post(message('hur länge gäller kortet?', 'm1'));
    await stream.until('fem år');
  });

  it('do the effect of one that was killed in the midst of it, once', async () => {
    // The first request, by the replica that is killed, gets no answer.
    let isKilled = false;
    let heard: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (heard = resolve));
    const receiver = await startPeer(() => {
      heard();
      return isKilled ? { status: 200, body: { outcome: 'blocked', at: '2026-11-24T13:05:02Z' } } : null;
    });
    const { start, settings, url, store } = await stage({ TICKET_BACKEND: 'webhook', TICKET_WEBHOOK_URL: receiver.url, TICKET_WEBHOOK_SECRET: WEBHOOK_SECRET });
    const folder = makeDataFolder();
    onTestFinished(() => folder.remove());
    const doomed = await startServiceProcess(folder.path, settings);
    let address = doomed.address;
    const line = await openDirectLine(() => address);
    for (const [index, step] of reportSteps('Anna Testsson').entries()) {
      expect((await line.post('text' in step ? message(step.text, `m${index}`) : choice(step.choice, `m${index}`))).status).toBe(200);
    }
    await asked;
    await doomed.kill();
    isKilled = true;
    // As if the lease of the dead had run out.
    await query(url, 'update outbox set lease_until = 0');
    const [one] = [await start(), await start()];
    address = one.address;
    const stream = readStream(await line.streamUrl());
    await stream.until('ET-');
    expect(new Set(receiver.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    const rows = await (await store()).effects(null, 10);
    expect(rows).toMatchObject([{ state: 'settled', attempts: 2 }]);
    expect(receiver.received.at(-1)?.headers['idempotency-key']).toBe(fingerprint(rows[0]?.key ?? ''));
    expect(receiver.received).toHaveLength(2);
    expect(saidBy(await line.activities(), 'bot').filter((text) => text.includes('ET-'))).toHaveLength(1);
  });

  it('push each reply to Teams once and in order, and take over from one that is gone', async () => {
    const connector = await startConnector();
    onTestFinished(() => connector.close());
    const { start, url, store } = await stage();
    const services = [await start(), await start()];
    const texts = Array.from({ length: 6 }, (_, index) => `vad är en puk? (${index})`);
    const post = (text: string, index: number): Promise<unknown> =>
      postActivity(services[index % 2]?.address ?? '', activity({ id: `m${index}`, text, deliveryMode: 'normal', serviceUrl: connector.url, conversation: { id: 'conversation-1' } }));
    for (const [index, text] of texts.entries()) await post(text, index);
    const opened = await store();
    const untilDelivered = async (): Promise<void> => {
      while ((await opened.counts()).undelivered > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await untilDelivered();
    const replies = (await opened.readMessages('teams:conversation-1', 0, 100)).flatMap(({ content }) => (content.kind === 'reply' ? [content.reply.text] : []));
    expect(connector.posted).toHaveLength(replies.length);
    await Promise.all(services.map(({ close }) => close()));
    // A reply that nobody was left to push, under the lease of one that has died.
    await query(url, "update messages set delivery = 'pending', queued_at = 1 where seq = 2");
    await query(url, "insert into delivery_leases values ('teams:conversation-1', 'dead', 1)");
    await start();
    await untilDelivered();
    expect(connector.posted).toHaveLength(replies.length + 1);
  });

  it('restart one after the other without a lost or a doubled message', async () => {
    const { start, store } = await stage();
    const living = [await start(), await start()];
    let call = 0;
    const anyAddress = (): string => living[(call += 1) % living.length]?.address ?? '';
    let isOver = false;
    const people = [1, 2, 3].map(async (seed) => {
      const random = seededRandom(seed);
      const reports: Report[] = [];
      while (!isOver) reports.push(await report(await webchatLines(anyAddress)(`person-${seed}`), 'Bo Provberg', random));
      return reports;
    });
    for (let round = 0; round < 4; round += 1) {
      const fresh = await start();
      const [oldest] = living.splice(0, 1, fresh);
      await oldest?.close();
    }
    isOver = true;
    const reports = (await Promise.all(people)).flat();
    await Promise.all(living.map(({ close }) => close()));
    const opened = await store();
    // What was under way when the last one ended is still to be done.
    const isSettled = (await opened.effects(null, 10_000)).filter(({ state }) => state === 'settled').length;
    expect(isSettled).toBeGreaterThan(0);
    const survivor = await start();
    while ((await opened.counts()).pendingEffects > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await survivor.close();
    for (const one of reports) expectWhole(await opened.readMessages(one.conversation, 0, 1_000), one);
  });

  it('say how many they are, and whether they answer from the same knowledge', async () => {
    const { start, url } = await stage();
    const first = await start();
    const checks = async ({ address }: TestService): Promise<unknown> => ((await (await fetch(`${address}/readyz`)).json()) as { checks: unknown }).checks;
    await expect.poll(() => checks(first), { timeout: 60_000 }).toMatchObject({ replicas: '1', versions: 'same' });
    await query(url, `insert into replicas values ('another', 'older knowledge', 'model', ${Date.now() + 60_000})`);
    const second = await start();
    await expect.poll(() => checks(second), { timeout: 60_000 }).toMatchObject({ replicas: '3', versions: 'differ' });
    expect(second.log()).toContain('replicas answer from different versions');
    expect(await (await fetch(`${second.address}/metrics`)).text()).toMatch(/^replicas_differing 1$/m);
  });
});
