/** A real Chromium for tests. Machines without one skip those tests and say so; the build server must have one. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const executablePath = '/usr/bin/chromium';
// No sandbox: build containers run as root. The others keep the browser itself from calling home.
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** True when browser tests must be skipped. Throws on the build server, where a skipped test would be a false green. */
export function browserIsMissing(): boolean {
  if (existsSync(executablePath)) return false;
  // eslint-disable-next-line no-restricted-syntax -- CI is set by the build server for its tools; it is no setting of the bot.
  if (process.env['CI'] === 'true') throw new Error(`The browser tests need Chromium at ${executablePath}. Install the package "chromium".`);
  console.warn(`SKIPPED: browser tests, because there is no Chromium at ${executablePath}.`);
  return true;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}
