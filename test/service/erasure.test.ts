/** A person who is erased leaves nothing behind: not in the tables, and not in what the file still holds of them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import SqliteDatabase from 'better-sqlite3';
import { choice, message, openDirectLine } from './direct-line.ts';
import { findTraces } from './remains.ts';
import { startTestService } from './service.ts';

const CLI = join(import.meta.dirname, '../../bot/cli/privacy.ts');
const TRACE = 'Kvarnsteensson';

/** `npm run privacy` beside the running bot. */
function privacy(dataDir: string, ...args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(process.execPath, [CLI, ...args], { cwd: dataDir, env: { DATA_DIR: dataDir }, encoding: 'utf8' });
}

async function talkative(): Promise<{ readonly service: Awaited<ReturnType<typeof startTestService>>; readonly person: string }> {
  const service = await startTestService();
  onTestFinished(() => service.close());
  const line = await openDirectLine(() => service.address);
  for (let index = 0; index < 20; index += 1) await line.post(message(`Jag heter Olle ${TRACE} och undrar hur länge kortet gäller (${index})`, `m${index}`));
  await line.post(choice('yes', 'helped'));
  const file = new SqliteDatabase(join(service.dataDir, 'bot.sqlite'), { readonly: true });
  const row = file.prepare('select person_id as person from conversations').get() as { person: string };
  file.close();
  return { service, person: row.person };
}

describe('npm run privacy', { timeout: 60_000 }, () => {
  it('gives everything about a person as JSON', async () => {
    const { service, person } = await talkative();
    const { status, stdout } = privacy(service.dataDir, 'export', person);
    expect(status).toBe(0);
    const data = JSON.parse(stdout) as { person: string; messages: readonly unknown[] };
    expect(data.person).toBe(person);
    expect(JSON.stringify(data.messages)).toContain(TRACE);
    expect(privacy(service.dataDir, 'export', 'nobody').status).toBe(1);
  });

  it('erases a person without a trace, and says what was kept', async () => {
    const { service, person } = await talkative();
    expect(await findTraces(service, [TRACE])).not.toEqual([]);
    expect(privacy(service.dataDir, 'erase', person).status).toBe(2);
    const { status, stdout } = privacy(service.dataDir, 'erase', person, '--yes');
    expect(status).toBe(0);
    expect(stdout).toContain('erased chats: 1');
    expect(stdout).toContain('kept tickets: 0 (until further notice)');
    expect(await findTraces(service, [TRACE])).toEqual([]);
  });
});
