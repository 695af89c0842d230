/** How long a visitor waits until they can write. */
import { browserIsMissing, launchBrowser } from '../browser.ts';

const LOADS = 5;

/**
 * Milliseconds from the beginning of the navigation until there is a box to write in, the median of five loads with an
 * empty cache. What is written then is sent, whether the conversation has begun or not. Null without a browser.
 */
export async function inputReady(address: string): Promise<number | null> {
  if (browserIsMissing()) return null;
  const browser = await launchBrowser();
  const milliseconds: number[] = [];
  try {
    for (let load = 0; load < LOADS; load += 1) {
      const page = await browser.newPage();
      await page.addInitScript(noteWhenReady);
      await page.goto(address, { waitUntil: 'commit' });
      await page.locator('#chat textarea').waitFor();
      milliseconds.push(await page.evaluate<number>('readyAt'));
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
  return milliseconds.sort((one, other) => one - other)[Math.floor(LOADS / 2)] ?? null;
}

const noteWhenReady = `
  new MutationObserver((_, observer) => {
    if (document.querySelector('#chat textarea:not([disabled])') === null) return;
    window.readyAt = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
`;
