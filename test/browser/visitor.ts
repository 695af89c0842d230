/** A visitor of the web chat's page: what they see, press and type. */
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Visitor {
  readonly page: Page;
  /** What went wrong on the page: errors and warnings in its console, and answers of 400 and above. */
  readonly complaints: readonly string[];
  /** Messages that show a text, the visitor's own among them. */
  messages(text: string | RegExp): Locator;
  choice(label: string): Locator;
  /** Whether the keys go there. */
  hasFocus(locator: Locator): Promise<boolean>;
  readonly sendBox: Locator;
  /** The page's own alert. */
  readonly problem: Locator;
  /** Types into the send box and sends with Enter. */
  say(text: string): Promise<void>;
  /** Waits for a message, and for it to be in view; of one that is longer than the view, the beginning. */
  sees(text: string | RegExp): Promise<void>;
}

export interface Circumstances {
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** The test moves the page's clock. */
  readonly clock?: boolean;
  /** What must be there before the page is. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Opens the page in a tab of its own, which is a conversation of its own. */
export async function visit(browser: Browser, address: string, { width = 1000, height = 740, clock = false, prepare }: Circumstances = {}): Promise<Visitor> {
  // One context for all tabs: only the first one has to load and compile the script.
  const context = browser.contexts()[0] ?? (await browser.newContext({ locale: 'sv-SE' }));
  // A machine that builds, trains and browses at once may stall for long.
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  await page.setViewportSize({ width, height });
  if (clock) await page.clock.install();
  await prepare?.(page);
  const visitor = visitorOf(page);
  await page.goto(address);
  return visitor;
}

export function visitorOf(page: Page): Visitor {
  const complaints: string[] = [];
  page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`));
  // The transcript also holds an invisible copy of each message that is read aloud.
  const messages = (text: string | RegExp): Locator => page.locator('.webchat__bubble', { hasText: text });
  const sendBox = page.getByRole('textbox', { name: 'Ditt meddelande' });
  return {
    page,
    complaints,
    messages,
    choice: (label) => page.getByRole('toolbar', { name: 'Svarsalternativ' }).getByRole('button', { name: label, exact: true }),
    hasFocus: async (locator) => (await locator.and(page.locator(':focus')).count()) === 1,
    sendBox,
    problem: page.locator('#problem'),
    say: async (text) => {
      await sendBox.fill(text);
      await sendBox.press('Enter');
    },
    sees: async (text) => {
      const message = messages(text).last();
      await message.waitFor();
      await expect.poll(async () => (await endIsInView(message, page)) || (await beginningIsInView(message, page)), { timeout: 10_000 }).toBe(true);
    },
  };
}

/** Whether the lower edge of a message, where its question stands, is inside the transcript's visible part. */
async function endIsInView(message: Locator, page: Page): Promise<boolean> {
  const [inner, outer] = await Promise.all([message.boundingBox(), page.locator('.webchat__basic-transcript__scrollable').boundingBox()]);
  if (inner === null || outer === null) return false;
  const bottom = inner.y + inner.height;
  return bottom > outer.y && bottom <= outer.y + outer.height + 1;
}

/** A message begins where its text does; it may go on with a card. */
async function beginningIsInView(message: Locator, page: Page): Promise<boolean> {
  const whole = page.locator('.webchat__basic-transcript__activity', { has: message }).last();
  const [inner, outer] = await Promise.all([whole.boundingBox(), page.locator('.webchat__basic-transcript__scrollable').boundingBox()]);
  return inner !== null && outer !== null && inner.y >= outer.y - 1 && inner.y < outer.y + outer.height;
}

/** The end of a test, whatever became of it: no tab is left, and the network is there. */
export async function closeTabs(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) {
    await context.setOffline(false);
    await Promise.all(context.pages().map((page) => page.close()));
  }
}
