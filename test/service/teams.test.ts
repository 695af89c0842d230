import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sv } from '../../bot/conversation/wording.sv.ts';
import { startTeamsService, type TeamsService } from '../replay/teams-service.ts';

const PAYLOADS = join(import.meta.dirname, '../channels/teams/payloads');
const TICKETS = join(import.meta.dirname, '../../bot/cli/tickets.ts');
const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
/** A command loads the model, which takes a while on a busy machine. */
const PATIENCE = { timeout: 60_000, interval: 50 };

type Json = Readonly<Record<string, unknown>>;

let teams: TeamsService;
let count = 0;

beforeEach(async () => {
  teams = await startTeamsService({ tenantId: TENANT, settings: { RATE_PER_MINUTE: '1000000' } });
}, 180_000);
afterEach(() => teams.close());

const payload = (name: string): Json => JSON.parse(readFileSync(join(PAYLOADS, `${name}.json`), 'utf8')) as Json;
const OWN = (payload('message-personal')['conversation'] as { id: string }).id;
const THREAD = (payload('message-channel-mention')['conversation'] as { id: string }).id;
const elsewhere = (id: string): Json => ({ conversation: { conversationType: 'personal', tenantId: TENANT, id } });

/** Writes in the person's own chat, and waits until the bot is done. */
async function say(text: string, changes: Json = {}): Promise<void> {
  const { status } = await teams.post({ ...payload('message-personal'), id: `say-${(count += 1)}`, text, attachments: [], ...changes });
  expect(status).toBe(200);
  await teams.settled();
}

const said = (conversation = OWN): string[] => teams.connector.textsIn(conversation);

async function requestBlock(): Promise<string> {
  for (const text of ['jag har tappat mitt kort på bussen i går', 'ja', 'ja', 'ja']) await say(text);
  return /ET-\d{6}/.exec(said().join('\n'))?.[0] ?? '';
}

describe('the bot in Teams', () => {
  it('welcomes once, answers a question, and answers a redelivery never again', async () => {
    for (const name of ['install-personal', 'members-added-personal', 'message-personal', 'message-personal']) expect((await teams.post(payload(name))).status).toBe(200);
    await Promise.all([1, 2, 3].map(() => teams.post(payload('message-personal'))));
    await teams.settled();
    expect(said()).toHaveLength(2);
    expect(said()[0]).toBe(sv.welcome);
    expect(said()[1]).toContain('fem år');
  });

  it('asks to block the card of the one who is logged in, and tells in the chat when Servicedesk has blocked it, after a restart too', { timeout: 180_000 }, async () => {
    const reference = await requestBlock();
    expect(said().join('\n')).toContain('Du är inloggad som Anna Testsson');
    expect(reference).not.toBe('');
    expect(said().join('\n')).not.toContain('Kortet är spärrat.');
    await teams.restart();
    const before = said().length;
    await promisify(execFile)(process.execPath, [TICKETS, 'block', reference], { cwd: teams.dataDir, env: { DATA_DIR: teams.dataDir } });
    await expect.poll(() => said().slice(before).join('\n'), PATIENCE).toMatch(/Kortet är spärrat/);
  });

  it('knows the same person in another chat, and tells how the request stands there', async () => {
    const reference = await requestBlock();
    await say('hur går det med mitt ärende?', elsewhere('a:another-chat'));
    expect(said('a:another-chat').join('\n')).toContain(reference);
  });

  it('does not tell somebody else', async () => {
    const reference = await requestBlock();
    await say('hur går det med mitt ärende?', { ...elsewhere('a:berit'), from: { id: '29:berit', name: 'Berit Provsson', aadObjectId: '00000000-0000-4000-8000-00000000be17' } });
    expect(said('a:berit').join('\n')).not.toContain(reference);
  });

  it('moves a lost card from a channel to the person’s own chat, and goes on there', async () => {
    await say('<at>Korthjälpen</at> jag har tappat kortet på bussen i går', { ...payload('message-channel-mention'), text: '<at>Korthjälpen</at> jag har tappat kortet på bussen i går' });
    expect(said(THREAD)).toEqual([sv.welcomeShared, sv.privately]);
    const [member] = teams.connector.created;
    const chat = `a:chat-of-${member ?? ''}`;
    await expect.poll(() => said(chat).join('\n'), PATIENCE).toContain('Du är inloggad som Anna Testsson');
    const before = said(chat).length;
    await say('ja', elsewhere(chat));
    expect(said(chat).slice(before).join('\n')).toContain('anställd');
  });

  it('takes messages while the connector hangs in another conversation', async () => {
    teams.connector.plan('a:hangs', 'hang');
    for (const text of ['Hur länge gäller kortet?', 'tack']) expect((await teams.post({ ...payload('message-personal'), id: text, text, ...elsewhere('a:hangs') })).status).toBe(200);
    expect((await teams.post(payload('message-personal'))).status).toBe(200);
    await expect.poll(() => said().join('\n'), PATIENCE).toContain('fem år');
    teams.connector.release();
    await teams.settled();
    expect(said('a:hangs').join('\n')).toMatch(/bot, inte en människa[\s\S]*fem år/);
  });

  it('says so in the next turn when a reply may be lost', async () => {
    teams.connector.plan(OWN, 'take', { status: 500 });
    await say('Hur länge gäller kortet?');
    await say('Var finns kortstationerna?');
    expect(said().filter((text) => text === sv.replyInDoubt)).toHaveLength(1);
    expect(said().filter((text) => text.includes('fem år'))).toHaveLength(1);
  });

  it('tells operators that its secret works, and logs neither a token nor what people write', async () => {
    await say('Hur länge gäller kortet som Nisse Hult har?');
    const ready = (await (await fetch(`${teams.address}/readyz`)).json()) as { checks: Json };
    expect(ready.checks['teams']).toBe('ok');
    expect(await (await fetch(`${teams.address}/metrics`)).text()).toContain('teams_token_ok 1');
    for (const trace of ['Nisse Hult', 'token-of-the-bot', 'eyJ']) expect(teams.log()).not.toContain(trace);
  });
});
