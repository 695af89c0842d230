/** The service as operators run it, killed at any moment and started again, while people report lost cards. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { fingerprint } from '../../bot/effects/fingerprint.ts';
import type { Message, Store } from '../../bot/store/store.ts';
import { openSqliteStore } from '../../bot/store/sqlite.ts';
import { seededRandom } from '../../intents/random.ts';
import { brainForScripts } from '../conversations/play.ts';
import { startPeer } from '../effects/peer.ts';
import { makeDataFolder } from '../service/data-folder.ts';
import { finishEffects } from './next-worker.ts';
import { botFrameworkLines, report, webchatLines, type OpenLine, type Report } from './reporters.ts';
import { startServiceProcess, type ServiceProcess } from './service-process.ts';

const SECRET = Buffer.from('a secret of the tests, 32 bytes.').toString('base64');
const KILLS = 8;
/** The longest time between a start and the kill that follows, in milliseconds. */
const LONGEST_LIFE_MS = 1_500;
/** The ticket system takes no requests for her. */
const REFUSED = 'Rut Nejström';
const HOLDERS = ['Anna Testsson', 'Bo Provberg', REFUSED];

/** The ticket system: takes each Idempotency-Key once, and gives no answer to some requests that it has taken. */
async function startTicketSystem(): Promise<{ url: string; taken: ReadonlyMap<string, string> }> {
  const random = seededRandom(7);
  const taken = new Map<string, string>();
  const { url } = await startPeer(({ headers, body }) => {
    if (body.includes(REFUSED)) return { status: 403 };
    const key = String(headers['idempotency-key']);
    if (taken.has(key)) expect(body).toBe(taken.get(key));
    taken.set(key, body);
    return random() < 0.2 ? { status: 503 } : { status: 204 };
  });
  return { url, taken };
}

interface Stage {
  readonly service: ServiceProcess;
  readonly ticketSystem: Awaited<ReturnType<typeof startTicketSystem>>;
  /** Ends the service in order, and finishes what it has left over. */
  readonly settle: () => Promise<Store>;
}

async function startStage(): Promise<Stage> {
  const folder = makeDataFolder();
  onTestFinished(() => folder.remove());
  const ticketSystem = await startTicketSystem();
  const webhook = { TICKET_BACKEND: 'webhook', TICKET_WEBHOOK_URL: ticketSystem.url, TICKET_WEBHOOK_SECRET: SECRET };
  const blocks = { CARD_BLOCK_BACKEND: 'webhook', CARD_BLOCK_WEBHOOK_URL: ticketSystem.url, CARD_BLOCK_WEBHOOK_SECRET: SECRET };
  const rates = { RATE_PER_MINUTE: '100000', RATE_CONVERSATIONS_PER_MINUTE: '100000' };
  const service = await startServiceProcess(folder.path, { ...webhook, ...blocks, ...rates });
  onTestFinished(async () => {
    await service.stop();
  });
  const settle = async (): Promise<Store> => {
    expect(await service.stop()).toBe(0);
    const store = await openSqliteStore({ path: join(folder.path, 'bot.sqlite') });
    onTestFinished(() => store.close());
    await finishEffects(store, { url: ticketSystem.url, secret: SECRET });
    return store;
  };
  return { service, ticketSystem, settle };
}

/** Reports one card after another until told to stop. */
async function reportMany(open: OpenLine, name: string, seed: number, isOver: () => boolean): Promise<readonly Report[]> {
  const random = seededRandom(seed);
  const reports: Report[] = [];
  while (!isOver()) {
    const holder = HOLDERS[reports.length % HOLDERS.length] ?? REFUSED;
    reports.push(await report(await open(`${name}-${reports.length}`), holder, random));
  }
  return reports;
}

const yesKeyOf = ({ conversation, acknowledged }: Report): string => `${conversation}/${acknowledged.at(-1)?.turn ?? ''}/0`;

const repliesOf = (messages: readonly Message[], turn: string): readonly string[] =>
  messages.flatMap((message) => (message.turn === turn && message.content.kind === 'reply' ? [message.content.reply.text] : []));

/** Every acknowledged message is in the log once, in order, with the answer that was given. */
async function expectAnswered(store: Store, { conversation, acknowledged }: Report): Promise<void> {
  const messages = await store.readMessages(conversation, 0, 1_000);
  const own = messages.filter(({ from }) => from === 'user');
  expect(own.map(({ turn }) => turn)).toEqual(acknowledged.map(({ turn }) => turn));
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_message, index) => index + 1));
  for (const [index, { turn, answer }] of acknowledged.entries()) {
    const replies = repliesOf(messages, turn);
    expect(replies).not.toHaveLength(0);
    // The web chat acknowledges with the message's place in the log, the Bot Framework endpoint with the replies.
    if (typeof answer === 'string') expect(answer).toBe(`${conversation}|${String(own[index]?.seq).padStart(7, '0')}`);
    else expect(answer).toEqual(replies);
  }
}

/** The yes gave one effect: taken once and told once with its reference, or a dead letter that was told once. */
async function expectPerformed(store: Store, taken: ReadonlyMap<string, string>, one: Report): Promise<void> {
  const key = yesKeyOf(one);
  const isRefused = one.holder === REFUSED;
  const row = (await store.effects(null, 10_000)).find((effect) => effect.key === key);
  expect(row?.state).toBe(isRefused ? 'dead' : 'settled');
  const messages = await store.readMessages(one.conversation, 0, 1_000);
  expect(repliesOf(messages, `failed:${key}`)).toHaveLength(isRefused ? 1 : 0);
  const told = repliesOf(messages, `settled:${key}`).join('\n');
  const reference = /ET-\d{6}/.exec(taken.get(fingerprint(key)) ?? '')?.[0] ?? null;
  if (isRefused) expect([told, reference]).toEqual(['', null]);
  else expect(told).toContain(reference);
}

describe('a service that is killed', () => {
  // Trained here once, so that no start trains.
  beforeAll(async () => {
    await brainForScripts();
  }, 180_000);

  it('at random moments answers every acknowledged turn once, and does once what each yes asked for', { timeout: 300_000 }, async () => {
    const { service, ticketSystem, settle } = await startStage();
    let isOver = false;
    const address = (): string => service.address;
    const people = [webchatLines, webchatLines, botFrameworkLines].map((lines, index) => reportMany(lines(address), `person-${index}`, index, () => isOver));
    const random = seededRandom(2026);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_LIFE_MS));
      await service.killAndRestart();
    }
    isOver = true;
    const reports = (await Promise.all(people)).flat();
    const store = await settle();
    expect((await store.effects(null, 10_000)).map(({ key }) => key).toSorted()).toEqual(reports.map(yesKeyOf).toSorted());
    expect(ticketSystem.taken.size).toBe(reports.filter(({ holder }) => holder !== REFUSED).length);
    for (const one of reports) {
      await expectAnswered(store, one);
      await expectPerformed(store, ticketSystem.taken, one);
    }
  });

  it('between any two turns goes on where it was', { timeout: 600_000 }, async () => {
    const { service, ticketSystem, settle } = await startStage();
    const line = await webchatLines(() => service.address)('one');
    const send: typeof line.send = async (...given) => {
      const answer = await line.send(...given);
      await service.killAndRestart();
      return answer;
    };
    // Nothing is sent twice here: every message is acknowledged before the kill.
    const one = await report({ ...line, send }, 'Anna Testsson', () => 1);
    const store = await settle();
    await expectAnswered(store, one);
    await expectPerformed(store, ticketSystem.taken, one);
  });
});
