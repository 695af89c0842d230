/** `npm run screenshots`: pictures of the web chat in each of its states, into docs/screenshots/. Look at them. */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { startBrowserService } from '../browser/service.ts';
import { closeTabs, visit } from '../browser/visitor.ts';
import { withPalette } from './small-png.ts';
import { states, type State } from './states.ts';

const FOLDER = join(import.meta.dirname, '../../docs/screenshots');
/** What a reader on a slow line is spared. */
const MAX_BYTES = 60_000;
/** Web Chat scrolls and fades for a moment. */
const SETTLE_MS = 1200;

async function picture(browser: Browser, address: string, { path = '/', width = 720, height = 780, media, clock = false, play }: State): Promise<Buffer> {
  const visitor = await visit(browser, address + path, { width, height, clock });
  if (media) await visitor.page.emulateMedia(media);
  await play(visitor);
  await visitor.page.waitForTimeout(SETTLE_MS);
  return withPalette(await visitor.page.screenshot());
}

const service = await startBrowserService();
const browser = await launchBrowser();
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const [name, state] of Object.entries(states)) {
    const file = join(FOLDER, `${name}.png`);
    await writeFile(file, await picture(browser, service.address, state));
    await closeTabs(browser);
    const { size } = await stat(file);
    console.log(`${name}: ${Math.round(size / 1000)} kB${size > MAX_BYTES ? ', too large' : ''}`);
    if (size > MAX_BYTES) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await service.remove();
}
