import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePage } from '../../../bot/channels/webchat/bundle-page.ts';
import { browserIsMissing, launchBrowser } from '../../browser.ts';
import { welcome, welcomeChoices } from './echo-bot.ts';
import { startWebchat, type Webchat } from './server.ts';

interface Visit {
  readonly page: Page;
  /** What must not happen: errors and warnings in the console (CSP violations are among them), requests to other hosts. */
  readonly complaints: string[];
}

// A browser, a bundle and a server on a busy machine need their time.
describe.skipIf(browserIsMissing())('the page in Chromium', { timeout: 90_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'webchat-bundle-'));
  let chat: Webchat;
  let browser: Browser;
  beforeAll(async () => {
    await bundlePage(folder, 'test');
    chat = await startWebchat({ pageFolder: folder });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await chat.close();
    rmSync(folder, { recursive: true });
  });

  const visit = async (): Promise<Visit> => {
    const context = await browser.newContext({ locale: 'sv-SE' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const url = request.url().replace(/^blob:/, '');
      if (!url.startsWith(chat.origin) && !url.startsWith('data:')) complaints.push(`request to ${url}`);
    });
    await page.goto(chat.origin);
    return { page, complaints };
  };

  // The transcript also holds an invisible copy of each message that is read aloud.
  const bubble = (page: Page, text: string | RegExp) => page.locator('.webchat__bubble', { hasText: text });
  const choice = (page: Page, label: string) => page.getByRole('toolbar').getByRole('button', { name: label });

  it('welcomes, answers, takes a choice and shows its card', async () => {
    const { page, complaints } = await visit();
    await bubble(page, welcome).waitFor();
    await page.getByRole('textbox').fill('Hur länge gäller kortet?');
    await page.keyboard.press('Enter');
    await bubble(page, 'Du skrev: Hur länge gäller kortet?').waitFor();
    await choice(page, 'Ja').click();
    await bubble(page, 'Du valde yes.').waitFor();
    expect(await page.locator('.webchat__bubble .card').innerText()).toMatch(/Ditt val\s+Val\s+yes/);
    expect(await bubble(page, /Ja$/).count()).toBe(1);
    expect(chat.bot.turns.at(-1)?.event).toEqual({ kind: 'chose', choice: 'yes', label: 'Ja' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows the history after a reload, and goes on in the same conversation', async () => {
    const { page, complaints } = await visit();
    await choice(page, welcomeChoices[0].label).click();
    await bubble(page, `Du valde ${welcomeChoices[0].id}.`).waitFor();
    await page.reload();
    await bubble(page, `Du valde ${welcomeChoices[0].id}.`).waitFor();
    expect(await bubble(page, welcome).count()).toBe(1);
    expect(await bubble(page, welcomeChoices[0].label).count()).toBe(1);
    const conversation = chat.bot.turns.at(-1)?.conversation;
    await page.getByRole('textbox').fill('hej igen');
    await page.keyboard.press('Enter');
    await bubble(page, 'Du skrev: hej igen').waitFor();
    expect(chat.bot.turns.at(-1)?.conversation).toBe(conversation);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('begins a new conversation when asked to', async () => {
    const { page, complaints } = await visit();
    await page.getByRole('textbox').fill('hej');
    await page.keyboard.press('Enter');
    await bubble(page, 'Du skrev: hej').waitFor();
    await page.getByRole('button', { name: 'Börja om' }).click();
    await bubble(page, 'Du skrev: hej').waitFor({ state: 'detached' });
    await bubble(page, welcome).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('keeps the newest in view, a long answer from its beginning, and lets a reader who has gone back read', async () => {
    const { page } = await visit();
    const send = async (text: string): Promise<void> => {
      await page.getByRole('textbox').fill(text);
      await page.keyboard.press('Enter');
      await bubble(page, `Du skrev: ${text}`).waitFor();
    };
    const toEnd = (): Promise<number> => page.evaluate("Math.round((box => box.scrollHeight - box.clientHeight - box.scrollTop)(document.querySelector('.webchat__basic-transcript__scrollable')))");
    for (const text of ['ett', 'två', 'tre', 'fyra']) await send(text);
    await expect.poll(toEnd).toBeLessThanOrEqual(2);
    const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator('.webchat__basic-transcript__scrollable').boundingBox()) ?? {};
    await page.mouse.move(x + width / 2, y + height / 2);
    const toTheEnd = page.getByRole('button', { name: 'Till slutet' });
    // Web Chat may be on its way to the end: a reader turns the wheel until it lets go.
    await expect.poll(() => page.mouse.wheel(0, -500).then(() => toTheEnd.count()), { timeout: 20_000 }).toBe(1);
    await expect.poll(toEnd).toBeGreaterThan(100);
    chat.bot.say(chat.bot.turns.at(-1)?.conversation ?? '', { text: 'Kortet är spärrat.' });
    await bubble(page, 'Kortet är spärrat.').waitFor({ state: 'attached' });
    expect(await toEnd()).toBeGreaterThan(100);
    await toTheEnd.click();
    await expect.poll(toEnd).toBeLessThanOrEqual(2);
    await send('fem');
    await expect.poll(toEnd).toBeLessThanOrEqual(2);
    chat.bot.say(chat.bot.turns.at(-1)?.conversation ?? '', { text: 'Gör så här.\n\n'.repeat(40) });
    await bubble(page, 'Gör så här.').waitFor();
    const view = await page.locator('.webchat__basic-transcript__scrollable').boundingBox();
    const beginsAt = async (): Promise<number> => ((await bubble(page, 'Gör så här.').boundingBox())?.y ?? NaN) - (view?.y ?? NaN);
    await expect.poll(beginsAt).toBeLessThan((view?.height ?? NaN) / 2);
    await expect.poll(beginsAt).toBeGreaterThanOrEqual(0);
    expect(await toEnd()).toBeGreaterThan(100);
    await page.context().close();
  });

  it('shows what was typed as it was typed, and HTML of nobody', async () => {
    const { page, complaints } = await visit();
    await bubble(page, welcome).waitFor();
    const attack = '<img src=x onerror=alert(1)> [här](javascript:alert(1))';
    await page.getByRole('textbox').fill(attack);
    await page.keyboard.press('Enter');
    await bubble(page, `Du skrev: ${attack}`).waitFor();
    expect(await page.locator('.webchat__bubble img, .webchat__bubble a').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('says whom to call when the service cannot be reached', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/v3/directline/**', (route) => route.abort());
    await page.goto(chat.origin);
    await page.getByRole('alert').getByText('0776-730000').waitFor();
    await context.close();
  });
});
