/** WCAG 2.2 AA and EN 301 549, as far as a machine can tell: axe in every state, and what a screen reader is told. */
import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pageText as english } from '../../bot/channels/webchat/page-text.en.ts';
import { pageText } from '../../bot/channels/webchat/page-text.sv.ts';
import { sv as words } from '../../bot/channels/webchat/page/words.sv.ts';
import { en } from '../../bot/conversation/wording.en.ts';
import { sv } from '../../bot/conversation/wording.sv.ts';
import { sv as cardLost } from '../../dialogs/card-lost.sv.ts';
import { browserIsMissing, launchBrowser } from '../browser.ts';
import { startBrowserService, type BrowserService } from './service.ts';
import { closeTabs, visit, type Visitor } from './visitor.ts';

const PERSON = 'Anna Testsson, avdelning 42 i Lund, 0701-740605';

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

// A browser and the whole bot on a busy machine need their time; a missing model is trained first.
describe.skipIf(browserIsMissing())('the chat', { timeout: 120_000 }, () => {
  let service: BrowserService;
  let browser: Browser;
  beforeAll(async () => {
    service = await startBrowserService();
    browser = await launchBrowser();
  }, 180_000);
  afterEach(() => closeTabs(browser));
  afterAll(async () => {
    await browser.close();
    await service.remove();
  });

  const isWithoutFault = async ({ page }: Visitor): Promise<void> => {
    expect(await faultsOf(page)).toEqual([]);
  };
  const welcomed = async (address = service.address, size: { width?: number; height?: number; clock?: boolean } = {}): Promise<Visitor> => {
    const visitor = await visit(browser, address, size);
    await visitor.page.locator('[role=toolbar]').waitFor();
    return visitor;
  };
  const toConfirmation = async (visitor: Visitor): Promise<void> => {
    await visitor.say('jag har tappat bort mitt kort');
    await visitor.sees(cardLost.when);
    await visitor.choice(cardLost.choices['unknown-time'].label).click();
    await visitor.sees(cardLost.name);
    await visitor.say(PERSON);
    await visitor.choice(cardLost.choices['employed-yes'].label).click();
    await visitor.sees(cardLost.summary.title);
  };

  it('has no fault that axe finds: welcome, answer, confirmation, dark, 400 % zoom', async () => {
    const visitor = await welcomed();
    await isWithoutFault(visitor);
    await visitor.say('hur länge gäller kortet');
    await visitor.sees(sv.helped);
    await toConfirmation(visitor);
    await isWithoutFault(visitor);
    await visitor.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    // 1280 by 720 at 400 %.
    await visitor.page.setViewportSize({ width: 320, height: 180 });
    await isWithoutFault(visitor);
    expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('has none offline, with a failed message, warned, ended, and broken', async () => {
    const visitor = await welcomed(service.address, { clock: true });
    await visitor.page.route('**/activities', (route) => route.fulfill({ status: 400 }));
    await visitor.say('hej');
    await visitor.page.getByRole('button', { name: 'Försök igen' }).waitFor();
    await visitor.page.context().setOffline(true);
    await visitor.page.getByRole('status').filter({ hasText: words.offline }).waitFor();
    await isWithoutFault(visitor);
    await visitor.page.clock.runFor(15_000);
    await visitor.problem.filter({ hasText: pageText.broken({ internal: '30000', external: '0776-730000' }) }).waitFor();
    await visitor.page.clock.fastForward('14:00');
    await visitor.page.getByRole('button', { name: words.goOn }).waitFor();
    await isWithoutFault(visitor);
    await visitor.page.context().setOffline(false);
    await visitor.page.getByRole('button', { name: pageText.end }).click();
    await visitor.page.getByRole('button', { name: words.begin }).waitFor();
    await isWithoutFault(visitor);
  });

  it('is in English where it is asked to be, and begins anew in it when nothing has been said', async () => {
    const visitor = await welcomed();
    await visitor.page.getByRole('link', { name: pageText.otherLanguage }).click();
    await visitor.messages(en.welcome.slice(0, 30)).waitFor();
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await visitor.page.getByRole('banner').innerText()).toContain(english.bot);
    await visitor.page.getByRole('textbox', { name: 'Your message' }).fill('hur länge gäller kortet');
    await visitor.page.keyboard.press('Enter');
    await visitor.messages(sv.helped).waitFor();
    expect(await visitor.page.locator('[lang=sv]', { has: visitor.messages(sv.helped) }).count()).toBe(1);
    await isWithoutFault(visitor);
  });

  it('announces each message once, in order, and each choice once', async () => {
    const visitor = await visit(browser, service.address, { prepare: (page) => page.addInitScript(recordAnnouncements) });
    await visitor.choice('Beställa kort').waitFor();
    await visitor.say('jag har tappat bort mitt kort');
    await visitor.sees(cardLost.when);
    await visitor.choice(cardLost.choices['unknown-time'].label).click();
    await visitor.sees(cardLost.name);
    const announced = async (): Promise<string[]> => (await visitor.page.evaluate<string[]>('announced')).filter((text) => text !== '');
    await expect.poll(async () => (await announced()).filter((text) => text.includes(cardLost.name)).length).toBe(1);
    const said = (await announced()).filter((text) => /^(Boten|Du) skrev:/u.test(text)).map((text) => text.replace(/^(Boten|Du) skrev:/u, ''));
    const expected = [sv.welcome.slice(0, 30), 'jag har tappat bort mitt kort', 'Ring Servicedesk direkt', cardLost.when, cardLost.choices['unknown-time'].label, cardLost.name];
    expect(said).toEqual(expected.map((start) => expect.stringContaining(start) as string));
    expect((await announced()).filter((text) => text.includes('Beställa kort'))).toHaveLength(1);
    expect(await visitor.page.getByRole('toolbar').getAttribute('aria-live')).toBe('off');
  });

  it('has headings, landmarks, one way in by keyboard to everything, and targets of at least 24 px', async () => {
    const { page } = await welcomed();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    for (const landmark of ['banner', 'main'] as const) expect(await page.getByRole(landmark).count()).toBe(1);
    const boxes = await Promise.all((await page.locator(':is(button, a):not([role=log] *):visible').all()).map(async (target) => ({ name: await target.innerText(), box: await target.boundingBox() })));
    // Links in a sentence are exempt: 2.5.8, "Inline".
    const small = boxes.filter(({ name, box }) => box !== null && (box.height < 24 || box.width < 24) && !/^0776/u.test(name));
    expect(small).toEqual([]);
    for (const name of [pageText.otherLanguage, pageText.save, pageText.restart, pageText.end]) {
      await page.keyboard.press('Tab');
      await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(name);
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    }
  });

  it('saves the conversation as a text file, with times and what was masked', async () => {
    const visitor = await welcomed();
    await visitor.say('min pin är 482913');
    await visitor.sees('såg ut att innehålla');
    const [file] = await Promise.all([visitor.page.waitForEvent('download'), visitor.page.getByRole('button', { name: pageText.save }).click()]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(file.suggestedFilename()).toMatch(/^korthjälpen-\d{4}-\d\d-\d\d-\d{4}\.txt$/u);
    expect(text).toMatch(/^\uFEFFSamtal med Korthjälpen\r\nSparat \d+ \p{L}+ \d{4} kl\. \d\d:\d\d\r\n\r\n.* {2}Boten:\r\nHej! Jag är en bot/u);
    expect(text).toMatch(/ {2}Du:\r\nmin pin är [^\d\r]*\r\n/u);
    expect(text).not.toContain('482913');
  });

  it('prints the conversation, all of it, and nothing that only works on a screen', async () => {
    const visitor = await visit(browser, service.address, { height: 500 });
    await visitor.say('hur länge gäller kortet');
    await visitor.sees(sv.helped);
    await visitor.page.emulateMedia({ media: 'print' });
    const heights = await visitor.page.evaluate<number[]>("[...document.querySelectorAll('.webchat__basic-transcript__scrollable')].map((box) => box.scrollHeight - box.clientHeight)");
    expect(heights).toEqual([0]);
    expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).toBe(1000);
    expect(await visitor.page.getByText('Så styr du med tangentbordet').isVisible()).toBe(false);
    expect(await visitor.sendBox.isVisible()).toBe(false);
    expect(await visitor.page.getByRole('button', { name: pageText.end }).isVisible()).toBe(false);
    expect(await visitor.messages(sv.welcome.slice(0, 30)).isVisible()).toBe(true);
  });

  it('shows which choice was taken, and offers it no more', async () => {
    const visitor = await welcomed();
    await visitor.choice('Beställa kort').click();
    await visitor.sees(sv.helped);
    const used = visitor.page.locator('.choices').first();
    expect(await used.locator('.taken').innerText()).toContain('Beställa kort');
    expect(await used.locator('li').count()).toBeGreaterThan(1);
    expect(await used.locator('button, a').count()).toBe(0);
  });
});

/** In the page: the text of whatever is put into a live region. */
const recordAnnouncements = `
  window.announced = [];
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const region = target instanceof Element && target.closest('[aria-live=polite], [aria-live=assertive], [role=log], [role=status], [role=alert]');
      if (region) for (const node of addedNodes) announced.push(node.textContent.trim());
    }
  }).observe(document, { childList: true, subtree: true });
`;
