/** What the widget costs the page that holds it: its size, the page's long tasks while it loads, and the wait after the button is pressed. */
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { browserIsMissing, launchBrowser } from '../browser.ts';

export interface WidgetLoad {
  readonly gzipBytes: number;
  /** Tasks of 50 ms or more (Long Tasks API) from the beginning of the page until the button stands, in all loads. */
  readonly longTasks: number;
  /** From the press of the button until there is a box to write in; the median. */
  readonly readyMs: number;
}

export const LOADS = 5;

/** Five loads with an empty cache. Null without a browser. */
export async function widgetLoad(address: string): Promise<WidgetLoad | null> {
  if (browserIsMissing()) return null;
  const gzipBytes = gzipSync(await (await fetch(`${address}/widget.js`)).text(), { level: 9 }).length;
  const browser = await launchBrowser();
  const loads: Load[] = [];
  try {
    for (let load = 0; load < LOADS; load += 1) loads.push(await loadOnce(browser, address));
  } finally {
    await browser.close();
  }
  const waits = loads.map(({ readyMs }) => readyMs).sort((one, other) => one - other);
  return { gzipBytes, longTasks: loads.reduce((sum, { longTasks }) => sum + longTasks, 0), readyMs: waits[Math.floor(LOADS / 2)] ?? NaN };
}

interface Load {
  readonly longTasks: number;
  readonly readyMs: number;
}

async function loadOnce(browser: Browser, address: string): Promise<Load> {
  const page = await browser.newPage();
  // A page at the bot's own origin, so that any bot shows its chat there and both sides have one clock.
  const host = `${address}/bench-host`;
  await page.route(host, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title><h1>Host</h1><script src="/widget.js" async></script>' }));
  await page.addInitScript(note);
  await page.goto(host);
  const button = page.locator('#korthjalpen button').first();
  await button.waitFor();
  const longTasks = await page.evaluate<number>('longTasks');
  await page.evaluate('pressedAt = performance.now()');
  await button.click();
  await page.frameLocator('iframe').locator('#chat textarea').waitFor();
  const readyMs = await page.evaluate<number>('readyAt - pressedAt');
  await page.context().close();
  return { longTasks, readyMs };
}

/** Runs in the page and in the frame. */
const note = `
  if (window === top) {
    window.longTasks = 0;
    new PerformanceObserver((list) => (longTasks += list.getEntries().length)).observe({ type: 'longtask', buffered: true });
  } else {
    new MutationObserver((_, observer) => {
      if (document.querySelector('#chat textarea:not([disabled])') === null) return;
      top.readyAt = top.performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }
`;
