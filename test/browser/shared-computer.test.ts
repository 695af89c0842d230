/** Ward computers are shared: what one person wrote must not be seen by the next. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pageText } from '../../bot/channels/webchat/page-text.sv.ts';
import { sv as words } from '../../bot/channels/webchat/page/words.sv.ts';
import { browserIsMissing, launchBrowser } from '../browser.ts';
import { welcome } from '../channels/webchat/echo-bot.ts';
import { startWebchat, type Webchat } from '../channels/webchat/server.ts';
import { buildPage } from './service.ts';
import { closeTabs, visit, type Visitor } from './visitor.ts';

const secret = 'mitt kort är borta';

// A browser on a busy machine needs its time.
describe.skipIf(browserIsMissing())('on a shared computer', { timeout: 60_000 }, () => {
  let chat: Webchat;
  let browser: Browser;
  beforeAll(async () => {
    chat = await startWebchat({ pageFolder: buildPage(), idleMinutes: 15 });
    browser = await launchBrowser();
  });
  afterEach(() => closeTabs(browser));
  afterAll(async () => {
    await browser.close();
    await chat.close();
  });

  /** Somebody who has written something. The page's clock is the test's. */
  const talking = async (): Promise<Visitor> => {
    const visitor = await visit(browser, chat.origin, { clock: true });
    await visitor.say(secret);
    await visitor.sees(`Du skrev: ${secret}`);
    return visitor;
  };
  const keptOf = ({ page }: Visitor): Promise<string> => page.evaluate('JSON.stringify({ ...sessionStorage })');
  const tokenOf = async (visitor: Visitor): Promise<string> => /"token\\?":\\?"([^"\\]+)/u.exec(await keptOf(visitor))?.[1] ?? '';
  const isCleared = async (visitor: Visitor, token: string): Promise<void> => {
    expect(await visitor.page.getByText(secret).count()).toBe(0);
    expect(await keptOf(visitor)).toBe('{}');
    const refresh = { method: 'POST', headers: { authorization: `Bearer ${token}` } };
    await expect.poll(async () => (await fetch(`${chat.origin}/v3/directline/tokens/refresh`, refresh)).status).toBe(403);
  };
  const screen = ({ page }: Visitor, text: string) => page.locator('#ended', { hasText: text });

  it('a conversation is ended and cleared by one press, says so, and its token opens nothing more', async () => {
    const visitor = await talking();
    const token = await tokenOf(visitor);
    await visitor.page.getByRole('button', { name: pageText.end }).click();
    await screen(visitor, words.ended.visitor).waitFor();
    await isCleared(visitor, token);
    const begin = visitor.page.getByRole('button', { name: words.begin });
    expect(await visitor.hasFocus(begin)).toBe(true);
    await begin.click();
    await visitor.sees(welcome);
    expect(visitor.complaints).toEqual([]);
  });

  it('a chat that nobody uses is cleared after a warning, which any use takes back', async () => {
    const visitor = await talking();
    const token = await tokenOf(visitor);
    const warning = visitor.page.getByRole('alert').filter({ hasText: 'Är du kvar?' });
    await visitor.page.clock.fastForward('14:10');
    await warning.getByRole('button', { name: words.goOn }).click();
    await warning.waitFor({ state: 'detached' });
    await visitor.page.clock.fastForward('14:10');
    await warning.waitFor();
    await visitor.sendBox.press('Shift');
    await warning.waitFor({ state: 'detached' });
    await visitor.page.clock.fastForward('14:10');
    await warning.waitFor();
    await visitor.page.clock.fastForward('01:00');
    await screen(visitor, words.ended.idle).waitFor();
    await isCleared(visitor, token);
  });

  it('a computer that wakes from a long sleep shows nothing of it', async () => {
    const visitor = await talking();
    const token = await tokenOf(visitor);
    await visitor.page.clock.fastForward('08:00:00');
    await screen(visitor, words.ended.idle).waitFor();
    await isCleared(visitor, token);
  });

  it('a tab that is loaded again after a long time begins anew', async () => {
    const visitor = await talking();
    await visitor.page.evaluate("sessionStorage.setItem('etjanstekort-used-at', String(Date.now() - 15 * 60_000))");
    await visitor.page.reload();
    await visitor.sees(welcome);
    expect(await visitor.page.getByText(secret).count()).toBe(0);
  });

  it('what a host page asks after the end begins a new conversation', async () => {
    const host = `${chat.origin}/host`;
    const html = '<!doctype html><html lang="sv"><title>Intranät</title><iframe title="Chatt" src="/"></iframe></html>';
    const { page } = await visit(browser, host, { clock: true, prepare: (tab) => tab.route(host, (route) => route.fulfill({ contentType: 'text/html', body: html })) });
    const frame = page.frameLocator('iframe');
    const answer = (text: string) => frame.locator('.webchat__bubble', { hasText: `Du skrev: ${text}` });
    const tell = (message: object) => page.evaluate(`frames[0].postMessage(${JSON.stringify({ protocol: 'korthjalpen/1', ...message })}, location.origin)`);
    await frame.getByRole('textbox').waitFor();
    await tell({ type: 'hello' });
    await tell({ type: 'identity', jwt: null });
    await tell({ type: 'ask', text: secret });
    await answer(secret).waitFor();
    await page.clock.fastForward('20:00');
    await frame.getByText(words.ended.idle).waitFor();
    await tell({ type: 'ask', text: 'en ny fråga' });
    await tell({ type: 'identity', jwt: null });
    await answer('en ny fråga').waitFor();
    expect(await frame.getByText(secret).count()).toBe(0);
    expect(await frame.getByText(words.ended.idle).count()).toBe(0);
  });

  it('a page that the browser has kept for going back to is looked after when it is shown', async () => {
    const visitor = await talking();
    await visitor.page.clock.pauseAt(Date.now() + 60_000);
    await visitor.page.clock.setFixedTime(Date.now() + 3_600_000);
    await visitor.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    await screen(visitor, words.ended.idle).waitFor();
  });
});
