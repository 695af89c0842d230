import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../bot/config.ts';
import { createLog } from '../bot/log.ts';
import { createMetrics } from '../bot/metrics.ts';
import { expireAll } from '../bot/retention.ts';
import { openSqliteStore } from '../bot/store/sqlite.ts';
import type { Store } from '../bot/store/store.ts';
import { at, outcome, ticketDraft, turn } from './contracts/store/fixtures.ts';

const NEVER = new AbortController().signal;

async function temporaryStore(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'retention-'));
  const store = await openSqliteStore({ path: join(folder, 'bot.db') });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  return store;
}

/** A conversation, a feedback and a closed ticket of day 0, seen `days` later under the settings. Returns the metrics. */
async function later(store: Store, days: number, settings: Record<string, string> = {}, signal = NEVER): Promise<string> {
  const metrics = createMetrics();
  const now = (): Date => at(days * 24 * 60);
  await expireAll({ store, retention: readConfig(settings).retention, now, log: createLog({ level: 'silent' }), metrics }, signal);
  return (await metrics.render()).body;
}

async function withRecords(conversations = 1): Promise<Store> {
  const store = await temporaryStore();
  for (let index = 0; index < conversations; index += 1) await store.commitTurn(turn({ conversation: `c${index}` }), 0, outcome());
  await store.saveFeedback('k1', 'c0', { intent: 'pin-rules', helped: true }, at(0));
  const { reference } = await store.saveTicket('k2', 'c0', { kind: 'ticket', ticket: ticketDraft }, at(0));
  await store.updateTicket(reference, { state: 'closed' }, at(0));
  return store;
}

describe('retention', () => {
  it('deletes each kind when its own days are over, and not before', async () => {
    const store = await withRecords();
    await later(store, 29);
    expect(await store.recallTurn('c0', 't1')).not.toBeNull();
    await later(store, 30);
    expect(await store.recallTurn('c0', 't1')).toBeNull();
    expect(await store.readMessages('c0', 0, 10)).toHaveLength(2);
    await later(store, 90);
    expect(await store.loadConversation('c0')).toBeNull();
    expect(await store.listTickets(null, 10)).toHaveLength(1);
  });

  it('keeps tickets unless the operator has decided otherwise', async () => {
    const store = await withRecords();
    await later(store, 36_000);
    expect(await store.listTickets(null, 10)).toHaveLength(1);
    await later(store, 730, { RETAIN_TICKETS_DAYS: '730' });
    expect(await store.listTickets(null, 10)).toEqual([]);
  });

  it('keeps everything where everything is to be kept', async () => {
    const store = await withRecords();
    const kinds = ['CHATS', 'TURN_RECORDS', 'REFERENCES', 'FEEDBACK', 'TICKETS', 'BLOCK_REQUESTS'];
    const metrics = await later(store, 36_000, Object.fromEntries(kinds.map((kind) => [`RETAIN_${kind}_DAYS`, 'keep'])));
    expect(metrics).not.toMatch(/^records_expired_total\{/m);
    expect(await store.recallTurn('c0', 't1')).not.toBeNull();
  });

  it('goes through any number of records, and counts them', async () => {
    const store = await withRecords(350);
    const metrics = await later(store, 400, { RETAIN_TURN_RECORDS_DAYS: 'keep' });
    expect(await store.loadConversation('c349')).toBeNull();
    expect(metrics).toMatch(/^records_expired_total\{kind="feedback"\} 1$/m);
    expect(metrics).toMatch(/^records_expired_total\{kind="chats"\} [3-9]\d\d$/m);
  });

  it('deletes marks at the end that each of them carries, and counts them as nobody\'s records', async () => {
    const store = await temporaryStore();
    for (const day of [1, 3]) await store.mark('conversation', `c${day}`, 'ended', at(day * 24 * 60), at(0));
    expect(await later(store, 2)).not.toMatch(/^records_expired_total\{/m);
    expect([await store.readMark('conversation', 'c1', at(0)), await store.readMark('conversation', 'c3', at(0))]).toEqual([null, 'ended']);
  });

  it('says when it had deleted everything', async () => {
    expect(await later(await withRecords(), 400)).toContain(`\nretention_finished_timestamp_seconds ${at(400 * 24 * 60).getTime() / 1000}\n`);
  });

  it('stops between two batches, and does not say that it has finished', async () => {
    const store = await withRecords();
    expect(await later(store, 400, {}, AbortSignal.abort())).toMatch(/^retention_finished_timestamp_seconds 0$/m);
    expect(await store.loadConversation('c0')).not.toBeNull();
  });
});
