/** What a turn keeps of a message, in the light of what the conversation asks for: over a real database. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TurnEvent } from '../bot/conversation/types.ts';
import type { Handled } from '../bot/ports.ts';
import { MARKS } from '../bot/redact/marks.sv.ts';
import { openSqliteStore } from '../bot/store/sqlite.ts';
import { createTurnHandler } from '../bot/turn.ts';
import { keywordUnderstander } from './conversation/keyword-understander.ts';
import { ownBrain } from './conversation/talk.ts';

interface Talk {
  /** One turn, and the user's own text as it is kept. */
  readonly tell: (event: TurnEvent | string, id?: string) => Promise<Handled & { readonly kept: string }>;
  /** All that stands in the files of the database. */
  readonly stored: () => string;
}

async function talk(): Promise<Talk> {
  const folder = mkdtempSync(join(tmpdir(), 'turn-'));
  const store = await openSqliteStore({ path: join(folder, 'bot.sqlite') });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const brain = ownBrain(keywordUnderstander({ pin: 'pin-forgotten', tappat: 'card-lost', 'hur länge': 'card-validity' }));
  const { handle } = createTurnHandler({ store, brain: () => brain, now: () => new Date('2026-11-25T09:00:00Z'), maxMessageChars: 2_000 });
  let count = 0;
  return {
    tell: async (event, id = `turn-${(count += 1)}`) => {
      const handled = await handle('webchat', { id, conversation: 'c', person: { id: 'anna', verified: false }, event: typeof event === 'string' ? { kind: 'said', text: event } : event });
      const own = handled.messages.map(({ content }) => content).find(({ kind }) => kind === 'user');
      return { ...handled, kept: own?.kind === 'user' ? own.text : '' };
    },
    stored: () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1')).join('\n'),
  };
}

describe('a turn', () => {
  it('keeps no number that may be a code while codes are talked about: not in the chat, the ticket or the database', async () => {
    const { tell, stored } = await talk();
    await tell('glömt pin');
    await tell({ kind: 'chose', choice: 'puk-yes' });
    expect((await tell('jag tog 55667788 och sen 739154')).kept).toBe(`jag tog ${MARKS.code} och sen ${MARKS.code}`);
    await tell({ kind: 'edited', text: 'jag tog 112233' });
    await tell({ kind: 'rated', intent: null, helped: false, comment: '445566 funkar inte' });
    await tell({ kind: 'chose', choice: 'failed' });
    await tell('den säger fel på 998877');
    await tell({ kind: 'chose', choice: 'still-failing' });
    await tell({ kind: 'chose', choice: 'write' });
    expect((await tell('Anna Svensson 070-123 45 67')).kept).toContain('070-123 45 67');
    await tell({ kind: 'chose', choice: 'edit-problem' });
    await tell('den nya blev 223344, den gamla 5566 7711');
    await tell({ kind: 'chose', choice: 'yes' });
    const database = stored();
    expect(database).toContain('070-123 45 67');
    for (const secret of ['55667788', '739154', '112233', '445566', '998877', '223344', '5566 7711']) expect(database).not.toContain(secret);
  });

  it('keeps a time that was asked for', async () => {
    const { tell } = await talk();
    await tell('jag har tappat kortet');
    expect((await tell('1630')).kept).toBe('1630');
  });

  it('keeps an RSID and an internal number that were asked for', async () => {
    const { tell } = await talk();
    await tell('jag har tappat kortet');
    await tell('nyss');
    await tell('Anna Berg');
    expect((await tell('123456')).kept).toBe('123456');
    expect((await tell('171234')).kept).toBe('171234');
    expect((await tell('min pin är 482913')).kept).toBe(`min pin är ${MARKS.code}`);
  });

  it('knows a redelivered message again, also where it would be masked in another light now', async () => {
    const { tell } = await talk();
    await tell('jag har tappat kortet');
    await tell('1630', 'when');
    expect(await tell('1630', 'when')).toMatchObject({ repeated: true });
    expect(await tell('1630', 'when')).not.toHaveProperty('conflicts');
    expect(await tell('1730', 'when')).toMatchObject({ repeated: true, conflicts: true });
  });
});
