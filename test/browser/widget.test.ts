import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserIsMissing, launchBrowser } from '../browser.ts';
import { welcome } from '../channels/webchat/echo-bot.ts';
import { audience, startIdentityIssuer, type IdentityIssuer } from '../channels/webchat/identity-issuer.ts';
import { startWebchat, type Webchat } from '../channels/webchat/server.ts';
import { startHostSite, type HostSite } from './host-site.ts';
import { buildPage } from './service.ts';
import { closeTabs } from './visitor.ts';

/** A machine that tests much at once may stall for long. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });

interface Visit {
  readonly page: Page;
  readonly button: Locator;
  readonly panel: Locator;
  readonly chat: FrameLocator;
  /** Console errors of the host page and of the frame. */
  readonly complaints: string[];
}

describe.skipIf(browserIsMissing())('the widget on a page of another origin', { timeout: 60_000 }, () => {
  let chat: Webchat;
  let intranet: HostSite;
  let outsider: HostSite;
  let stranger: HostSite;
  let issuer: IdentityIssuer;
  let browser: Browser;
  beforeAll(async () => {
    const pageFolder = buildPage();
    // Another port is another origin of the same site, as intranet.example.se and bot.example.se are; another name is another site.
    [intranet, outsider, stranger] = await Promise.all([startHostSite(), startHostSite('localhost'), startHostSite()]);
    issuer = await startIdentityIssuer(() => chat.clock.now);
    chat = await startWebchat({
      pageFolder,
      identity: { issuer: issuer.issuer, audience, keys: { jwksUrl: issuer.jwksUrl }, maxAgeSeconds: 600 },
      embedOrigins: [intranet.origin, outsider.origin],
      topicQuestion: (topic) => (topic === 'pin-forgotten' ? 'Jag har glömt min PIN-kod' : null),
    });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await closeTabs(browser);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([chat.close(), intranet.close(), outsider.close(), stranger.close(), issuer.close()]);
  });

  const tag = (attributes = ''): string => `<script src="${chat.origin}/widget.js" ${attributes}></script>`;
  const viewOf = (page: Page): Omit<Visit, 'complaints'> => ({
    page,
    button: page.getByRole('button', { name: 'Fråga om e-tjänstekort' }),
    panel: page.getByRole('dialog', { name: 'Korthjälpen' }),
    chat: page.frameLocator('iframe'),
  });
  const visit = async (path = '/', { content = tag(), site = intranet, policy = '', width = 1000 } = {}): Promise<Visit> => {
    Object.assign(site, { content, policy });
    // One context for all tabs: only the first one has to load and compile the chat.
    const context = browser.contexts()[0] ?? (await browser.newContext({ locale: 'sv-SE' }));
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 800 });
    const complaints: string[] = [];
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(site.origin + path);
    return { ...viewOf(page), complaints };
  };
  const bubble = ({ chat: frame }: Pick<Visit, 'chat'>, text: string | RegExp): Locator => frame.locator('.webchat__bubble', { hasText: text });
  const sendBox = ({ chat: frame }: Pick<Visit, 'chat'>): Locator => frame.getByRole('textbox');
  const say = async (view: Pick<Visit, 'chat'>, text: string): Promise<void> => {
    await sendBox(view).fill(text);
    await sendBox(view).press('Enter');
    await bubble(view, `Du skrev: ${text}`).waitFor();
  };
  const hasFocus = async (locator: Locator, { chat: frame, page }: Visit, inside: 'page' | 'frame' = 'page'): Promise<boolean> =>
    (await locator.and((inside === 'frame' ? frame : page).locator(':focus')).count()) === 1;
  /** As a text, because the types of the browser are not those of the tests. */
  const inWidget = ({ page }: Visit, question: string): Promise<unknown> => page.evaluate(`((root) => ${question})(document.getElementById('korthjalpen').shadowRoot)`);

  it('loads nothing of the chat before it is opened, takes the keys then, and gives them back on Esc', async () => {
    const view = await visit();
    await view.button.waitFor();
    expect(await view.page.locator('iframe').count()).toBe(0);
    await view.button.press('Enter');
    await bubble(view, welcome).waitFor();
    await eventually(() => hasFocus(sendBox(view), view, 'frame')).toBe(true);
    await view.page.keyboard.press('Escape');
    await view.panel.waitFor({ state: 'hidden' });
    expect(await hasFocus(view.button, view)).toBe(true);
    expect(view.complaints).toEqual([]);
  });

  it('is open after a change of page, in the same conversation, and leaves the keys to the page', async () => {
    const view = await visit();
    await view.button.click();
    await say(view, 'hej');
    await view.page.locator('#next').click();
    await view.page.waitForURL('**/next');
    await bubble(view, 'Du skrev: hej').waitFor();
    expect(await bubble(view, welcome).count()).toBe(1);
    expect(await view.page.evaluate('document.activeElement === document.body')).toBe(true);
    await say(view, 'igen');
    expect(new Set(chat.bot.turns.slice(-2).map(({ conversation }) => conversation)).size).toBe(1);
  });

  it('is one, however many tags ask for it', async () => {
    const { page, button } = await visit('/', { content: tag() + tag('data-label="Två"') + tag('async') });
    await button.waitFor();
    await page.waitForLoadState('load');
    expect(await page.locator('#korthjalpen').count()).toBe(1);
  });

  it('asks the question of a link, once', async () => {
    const view = await visit('/#korthjalpen=hur%20l%C3%A4nge%20g%C3%A4ller%20kortet%3F');
    await bubble(view, 'Du skrev: hur länge gäller kortet?').waitFor();
    expect(new URL(view.page.url()).hash).toBe('');
    await view.page.reload();
    await bubble(view, 'Du skrev: hur länge gäller kortet?').waitFor();
    await say(view, 'tack');
    expect(await bubble(view, 'Du skrev: hur länge gäller kortet?').count()).toBe(1);
  });

  it('does as the page’s own code says, and tells it', async () => {
    const view = await visit();
    await view.page.locator('#own').focus();
    await view.page.evaluate('window.told = []; document.addEventListener("korthjalpen", ({ detail }) => told.push(detail.type)); Korthjalpen.ask("är det öppet?")');
    await bubble(view, 'Du skrev: är det öppet?').waitFor();
    await eventually(() => hasFocus(sendBox(view), view, 'frame')).toBe(true);
    await view.page.evaluate('Korthjalpen.close()');
    await view.panel.waitFor({ state: 'hidden' });
    expect(await hasFocus(view.page.locator('#own'), view)).toBe(true);
    expect(await view.page.evaluate('told')).toEqual(['open', 'closed']);
    chat.bot.say(chat.bot.turns.at(-1)?.conversation ?? '', { text: 'Ett svar till.' });
    await view.page.getByRole('status').getByText('Nya svar i chatten: 1').waitFor();
    await view.button.click();
    await view.page.getByRole('status').getByText('Nya svar').waitFor({ state: 'detached' });
  });

  it('works under the strictest policy that can hold it, and needs nothing inline', async () => {
    const policy = `default-src 'none'; script-src ${chat.origin}; frame-src ${chat.origin}; require-trusted-types-for 'script'`;
    const view = await visit('/', { policy });
    await view.button.click();
    await say(view, 'hej');
    expect(view.complaints).toEqual([]);
    expect(await inWidget(view, 'getComputedStyle(root.querySelector("button")).position')).toBe('fixed');
  });

  it('fills a phone, keeps the page behind it out of reach, and fits 320 pixels', async () => {
    const view = await visit('/', { width: 320 });
    await view.button.click();
    await bubble(view, welcome).waitFor();
    expect(await view.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 800 });
    expect(await inWidget(view, 'root.querySelector("dialog").matches(":modal")')).toBe(true);
    expect(await view.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await view.panel.getByRole('button', { name: 'Stäng' }).click();
    await view.panel.waitFor({ state: 'hidden' });
    expect(await hasFocus(view.button, view)).toBe(true);
  });

  it('looks and speaks as its attributes say, and begins with their topic', async () => {
    const view = await visit('/', { content: tag('data-position="left" data-color="#ffdd00" data-label="Problem med kortet?" data-title="Kortchatten" data-topic="pin-forgotten" data-lang="en"') });
    const button = view.page.getByRole('button', { name: 'Problem med kortet?' });
    await button.click();
    const panel = view.page.getByRole('dialog', { name: 'Kortchatten' });
    expect((await panel.boundingBox())?.x).toBe(16);
    expect(await inWidget(view, '["backgroundColor", "color"].map((name) => getComputedStyle(root.querySelector("header"))[name])')).toEqual(['rgb(255, 221, 0)', 'rgb(0, 0, 0)']);
    expect(await view.chat.locator('html').getAttribute('lang')).toBe('en');
    await bubble(view, 'Du valde intent:pin-forgotten.').waitFor();
    await bubble(view, /^Jag har glömt min PIN-kod$/).waitFor();
    await view.page.evaluate('Korthjalpen.setLanguage("sv")');
    await eventually(() => view.chat.locator('html').getAttribute('lang')).toBe('sv');
    await panel.getByRole('button', { name: 'Stäng' }).waitFor();
    await say(view, 'hej');
    expect(await bubble(view, 'Du valde intent:pin-forgotten.').count()).toBe(1);
  });

  it('has no WCAG 2.2 AA faults that axe finds, closed and open', async () => {
    const view = await visit();
    const faults = async () => {
      const { violations } = await new AxeBuilder({ page: view.page }).include('#korthjalpen').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    };
    await view.button.waitFor();
    expect(await faults()).toEqual([]);
    await view.button.click();
    await bubble(view, welcome).waitFor();
    expect(await faults()).toEqual([]);
  });

  it('hands over the identity of whoever is logged in, says when it was refused, and goes on without it', async () => {
    const view = await visit('/', { content: tag('data-identity-url="/identity"') });
    await view.page.evaluate('window.told = []; document.addEventListener("korthjalpen", ({ detail }) => detail.type === "identity" && told.push(detail.refused))');
    intranet.identity = () => issuer.sign();
    await view.button.click();
    await eventually(() => view.page.evaluate('told')).toEqual([null]);
    await say(view, 'jag är inloggad');
    expect(chat.bot.turns.at(-1)?.person).toMatchObject({ id: 'test1234', name: 'Anna Testsson', verified: true });
    await view.page.evaluate('Korthjalpen.setIdentity("forged")');
    await eventually(() => view.page.evaluate('told')).toEqual([null, 'IdentityRefused']);
    await view.chat.getByRole('button', { name: 'Börja om' }).click();
    await eventually(() => view.page.evaluate('told')).toEqual([null, 'IdentityRefused', 'IdentityRefused']);
    await say(view, 'jag är ingen');
    expect(chat.bot.turns.at(-1)?.person.verified).toBe(false);
  });

  it('is not printed', async () => {
    const view = await visit();
    await view.button.waitFor();
    await view.page.emulateMedia({ media: 'print' });
    expect(await view.button.isVisible()).toBe(false);
  });

  // A browser that blocks the cookies of third parties blocks their storage, too.
  it('works on another site, where the frame may store nothing, and where the page may not', async () => {
    const blocked = `<script>Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })</script>`;
    const view = await visit('/', { site: outsider, content: blocked + tag() });
    await view.button.click();
    await say(view, 'hej');
    expect(view.complaints).toEqual([]);
  });

  it('on a site that is not trusted says that it cannot be shown there, and where else', async () => {
    const { button, panel, page } = await visit('/', { site: stranger });
    await button.click();
    const elsewhere = panel.getByRole('alert').getByRole('link', { name: 'Öppna den i en ny flik' });
    expect(await elsewhere.getAttribute('href')).toBe(chat.origin);
    expect(await page.locator('iframe').isVisible()).toBe(false);
  });
});

describe.skipIf(browserIsMissing())('the bot’s own pages', { timeout: 60_000 }, () => {
  let chat: Webchat;
  let browser: Browser;
  beforeAll(async () => {
    chat = await startWebchat({ pageFolder: buildPage() });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await chat.close();
  });

  it('ask the question of their address, once', async () => {
    const page = await browser.newPage();
    await page.goto(`${chat.origin}/?q=hur+l%C3%A4nge+g%C3%A4ller+kortet`);
    const answer = page.locator('.webchat__bubble', { hasText: 'Du skrev: hur länge gäller kortet' });
    await answer.waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    await answer.waitFor();
    expect(chat.bot.turns.filter(({ event }) => event.kind === 'said')).toHaveLength(1);
    await page.close();
  });

  it('lead to help without a script, and the help dials', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(chat.origin);
    await page.getByRole('link', { name: 'Läs om borttappat och låst kort' }).click();
    expect(await page.getByRole('link', { name: '0776-730000' }).first().getAttribute('href')).toBe('tel:+46776730000');
    await context.close();
  });

  it.each(['/hjalp', '/integritet', '/tillganglighet'])('have no WCAG 2.2 AA faults that axe finds, in light and dark, and fit 320 pixels: %s', async (path) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 600 } });
    const page = await context.newPage();
    await page.goto(chat.origin + path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await context.close();
  });
});
