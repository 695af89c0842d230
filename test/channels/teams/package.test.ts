import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { englishOf, manifestOf } from '../../../bot/channels/teams/package/manifest.ts';
import { appPackage, InvalidPackageError, schemaFaults } from '../../../bot/channels/teams/package/package.ts';
import { en } from '../../../bot/channels/teams/package/texts.en.ts';
import { sv } from '../../../bot/channels/teams/package/texts.sv.ts';
import type { Understander } from '../../../intents/reading.ts';
import { talk } from '../../conversation/talk.ts';
import { trainedUnderstander, TRAINING_TIMEOUT } from '../../intents/trained.ts';
import { readPng } from './png.ts';

const APP_ID = '11111111-2222-4333-8444-555555555555';
const details = { appId: APP_ID, publicUrl: 'https://bot.example.se', name: 'Korthjälpen', developer: 'Region Skåne', version: '1.2.3' };

async function unpacked(): Promise<Readonly<Record<string, Uint8Array>>> {
  return unzipSync(await appPackage(details));
}

const json = (bytes: Uint8Array | undefined) => JSON.parse(strFromU8(bytes ?? new Uint8Array())) as Record<string, unknown>;

describe('the app package', () => {
  it('holds the manifest, its translation and the icons, all at the top', async () => {
    expect(Object.keys(await unpacked()).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
  });

  it('has a manifest without a fault by the official schema', async () => {
    expect(await schemaFaults(json((await unpacked())['manifest.json']))).toEqual([]);
  });

  it('is the same for the same settings', async () => {
    expect(await appPackage(details)).toEqual(await appPackage(details));
  });

  it.each([{ appId: 'not-a-guid' }, { name: 'N'.repeat(31) }, { developer: 'N'.repeat(33) }])('is refused for %j, and says what is wrong', async (change) => {
    await expect(appPackage({ ...details, ...change })).rejects.toThrow(InvalidPackageError);
    await expect(appPackage({ ...details, ...change })).rejects.toThrow(/- \S+/);
  });

  it('names the bot, its scopes and its pages', () => {
    expect(manifestOf({ ...details, publicUrl: 'https://bot.example.se:8443/' })).toMatchObject({
      id: APP_ID,
      version: '1.2.3',
      developer: { name: 'Region Skåne', websiteUrl: 'https://bot.example.se:8443', privacyUrl: 'https://bot.example.se:8443/integritet', termsOfUseUrl: 'https://bot.example.se:8443/tillganglighet' },
      bots: [{ botId: APP_ID, scopes: ['personal', 'team', 'groupChat'], supportsFiles: false }],
      validDomains: ['bot.example.se'],
      localizationInfo: { defaultLanguageTag: 'sv', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] },
    });
  });

  it('has an English word in the place of every Swedish one', () => {
    const english = englishOf(details);
    const paths = Object.keys(english).filter((path) => path !== '$schema');
    const swedish = manifestOf(details);
    for (const path of paths) expect([path, typeof at(swedish, path)]).toEqual([path, 'string']);
    const commands = swedish.bots.flatMap(({ commandLists }) => commandLists.flatMap((list) => list.commands));
    expect(paths).toHaveLength(4 + 2 * commands.length);
  });
});

/** What stands at a path such as `bots[0].commandLists[1].commands[2].title`. */
function at(value: unknown, path: string): unknown {
  return path.split(/[.[\]]+/).filter(Boolean).reduce<unknown>((so, key) => (so as Record<string, unknown> | undefined)?.[key], value);
}

describe('the ready questions of the app', () => {
  let understander: Understander;
  beforeAll(async () => {
    understander = await trainedUnderstander();
  }, TRAINING_TIMEOUT);

  const commands = [...sv.personal, ...sv.shared, ...en.personal, ...en.shared];
  it.each(commands)('"$title" is acted on as $intent', ({ title, intent }) => {
    const one = talk({ understander });
    one.say(title);
    expect(one.last.trace?.intent).toBe(intent);
  });

  it('are six in each kind of chat, in both languages', () => {
    expect([sv.personal, sv.shared, en.personal, en.shared].map(({ length }) => length)).toEqual([6, 6, 6, 6]);
    expect(en.personal.map(({ intent }) => intent)).toEqual(sv.personal.map(({ intent }) => intent));
    expect(en.shared.map(({ intent }) => intent)).toEqual(sv.shared.map(({ intent }) => intent));
  });
});

describe('the icons of the app', () => {
  const read = (file: string) => readPng(readFileSync(new URL(`../../../bot/channels/teams/package/icons/${file}`, import.meta.url)));

  it('are a full square in colour of 192 pixels', () => {
    const { width, height, pixels } = read('color.png');
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    expect(new Set(pixels.map((pixel) => pixel.join())).size).toBeGreaterThan(3);
  });

  it('are a white outline of 32 pixels on nothing', () => {
    const { width, height, pixels } = read('outline.png');
    expect([width, height]).toEqual([32, 32]);
    const visible = pixels.filter(([, , , alpha]) => alpha > 0);
    expect(visible.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(visible.length).toBeGreaterThan(100);
    expect(visible.length).toBeLessThan(pixels.length / 2);
  });
});

describe('npm run teams:package', () => {
  const run = promisify(execFile);
  const script = new URL('../../../bot/cli/teams-package.ts', import.meta.url).pathname;
  const make = (folder: string, env: Record<string, string>, ...args: string[]) =>
    run(process.execPath, [script, ...args], { env: { DATA_DIR: folder, ...env }, cwd: folder });

  it('writes the package of the settings below DATA_DIR and says where', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'teams-'));
    const { stdout } = await make(folder, { MICROSOFT_APP_ID: APP_ID, PUBLIC_URL: 'https://bot.example.se', TEAMS_APP_NAME: 'Korthjälpen (test)' }, '--version', '2.0.1');
    expect(readdirSync(join(folder, 'teams'))).toEqual(['teams-app-11111111-2.0.1.zip']);
    expect(stdout).toContain(join(folder, 'teams', 'teams-app-11111111-2.0.1.zip'));
    const manifest = json(unzipSync(readFileSync(join(folder, 'teams/teams-app-11111111-2.0.1.zip')))['manifest.json']);
    expect(manifest).toMatchObject({ version: '2.0.1', name: { short: 'Korthjälpen (test)' } });
  });

  it.each<[string, Record<string, string>, string[], RegExp]>([
    ['nothing', {}, [], /2 faults:\n- MICROSOFT_APP_ID: [^\n]*\n- PUBLIC_URL: /],
    ['an address without https', { MICROSOFT_APP_ID: APP_ID, PUBLIC_URL: 'http://bot.example.se' }, [], /PUBLIC_URL: it must be the https address/],
    ['a version of two numbers', { MICROSOFT_APP_ID: APP_ID, PUBLIC_URL: 'https://bot.example.se' }, ['--version', '1.2'], /three numbers/],
  ])('given %s says what is missing, and writes nothing', async (_name, env, args, message) => {
    const folder = mkdtempSync(join(tmpdir(), 'teams-'));
    await expect(make(folder, env, ...args)).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(message) as string });
    expect(readdirSync(folder)).toEqual([]);
  });
});
