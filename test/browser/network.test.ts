/** Nothing that is sent may be lost or taken twice, whatever the network does. */
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pageText } from '../../bot/channels/webchat/page-text.sv.ts';
import { sv as words } from '../../bot/channels/webchat/page/words.sv.ts';
import { browserIsMissing, launchBrowser } from '../browser.ts';
import { welcome } from '../channels/webchat/echo-bot.ts';
import { startWebchat, type Webchat } from '../channels/webchat/server.ts';
import { buildPage } from './service.ts';
import { closeTabs, visit, type Visitor } from './visitor.ts';

const TOKEN_SECONDS = 60;

/** Something that the test lets happen. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

// A browser on a busy machine needs its time.
describe.skipIf(browserIsMissing())('on a bad network', { timeout: 60_000 }, () => {
  let chat: Webchat;
  let browser: Browser;
  beforeAll(async () => {
    chat = await startWebchat({ pageFolder: buildPage(), limits: { tokenSeconds: TOKEN_SECONDS } });
    browser = await launchBrowser();
  });
  afterEach(() => closeTabs(browser));
  afterAll(async () => {
    await browser.close();
    await chat.close();
  });

  const answerTo = (text: string): string => `Du skrev: ${text}`;
  const timesTaken = (text: string): number => chat.bot.turns.filter(({ event }) => event.kind === 'said' && event.text === text).length;
  const isAnsweredOnce = async (visitor: Visitor, text: string): Promise<void> => {
    await visitor.sees(answerTo(text));
    expect(await visitor.messages(answerTo(text)).count()).toBe(1);
    expect(timesTaken(text)).toBe(1);
    expect(await visitor.page.getByRole('button', { name: 'Försök igen' }).count()).toBe(0);
  };
  /** The sockets that the page opens, which then pass through the test. */
  const sockets = async (page: Page, onFrame: (socket: WebSocketRoute, frame: string | Buffer) => void): Promise<WebSocketRoute[]> => {
    const opened: WebSocketRoute[] = [];
    await page.routeWebSocket(/\/stream/u, (socket) => {
      opened.push(socket);
      socket.connectToServer().onMessage((frame) => onFrame(socket, frame));
    });
    return opened;
  };

  it('what is typed and sent before the conversation has begun is seen to wait, and is answered', async () => {
    const token = gate();
    const prepare = (page: Page) => page.route('**/tokens/generate', (route) => token.opened.then(() => route.continue()));
    const visitor = await visit(browser, chat.origin, { prepare });
    await visitor.say('för tidigt');
    await visitor.messages('för tidigt').waitFor();
    expect(await visitor.sendBox.inputValue()).toBe('');
    token.open();
    await isAnsweredOnce(visitor, 'för tidigt');
    expect(await visitor.messages(welcome).count()).toBe(1);
  });

  it('a message whose every answer was lost is taken once when it is sent again', async () => {
    let isDeaf = false;
    const prepare = async (page: Page): Promise<void> => {
      await sockets(page, (socket, frame) => isDeaf || socket.send(frame));
      await page.route('**/activities', async (route) => {
        if (!isDeaf) return route.continue();
        await route.fetch();
        return route.abort();
      });
    };
    const visitor = await visit(browser, chat.origin, { clock: true, prepare });
    await visitor.sees(welcome);
    isDeaf = true;
    await visitor.say('utan svar');
    const again = visitor.page.getByRole('button', { name: 'Försök igen' });
    await expect.poll(() => visitor.page.clock.runFor(1000).then(() => again.count()), { timeout: 40_000 }).toBe(1);
    isDeaf = false;
    await again.click();
    await visitor.page.clock.runFor(5000);
    await isAnsweredOnce(visitor, 'utan svar');
  });

  it('messages arrive, and once, though every socket is cut', async () => {
    let opened: WebSocketRoute[] = [];
    const visitor = await visit(browser, chat.origin, { clock: true, prepare: async (page) => (opened = await sockets(page, (socket, frame) => socket.send(frame))) });
    await visitor.sees(welcome);
    for (const text of ['ett', 'två', 'tre']) {
      await Promise.all(opened.map((socket) => socket.close()));
      await visitor.say(text);
      await visitor.page.clock.runFor(9000);
      await isAnsweredOnce(visitor, text);
    }
    expect(opened.length).toBeGreaterThanOrEqual(4);
  });

  it('it is said that there is no network, and that it is back', async () => {
    const visitor = await visit(browser, chat.origin);
    await visitor.sees(welcome);
    const notice = visitor.page.getByRole('status');
    await visitor.page.context().setOffline(true);
    await notice.filter({ hasText: words.offline }).waitFor();
    await visitor.page.context().setOffline(false);
    await notice.filter({ hasText: words.back }).waitFor();
    await visitor.say('hej igen');
    await isAnsweredOnce(visitor, 'hej igen');
  });

  it('a server that answers with errors is told of with the number to call, until it is well', async () => {
    const prepare = (page: Page) => page.route('**/v3/directline/**', (route) => route.fulfill({ status: 500 }));
    const visitor = await visit(browser, chat.origin, { clock: true, prepare });
    await visitor.page.clock.runFor(5000);
    await visitor.problem.getByRole('link', { name: '0776-730000' }).waitFor();
    await visitor.page.unroute('**/v3/directline/**');
    await visitor.page.clock.runFor(9000);
    await visitor.sees(welcome);
    expect(await visitor.problem.innerText()).toBe('');
  });

  it('the token is renewed while the page is open, and a conversation that slept too long says that it is over', async () => {
    const visitor = await visit(browser, chat.origin, { clock: true });
    await visitor.sees(welcome);
    const renew = async (serverSeconds: number): Promise<void> => {
      chat.clock.now = new Date(chat.clock.now.getTime() + serverSeconds * 1000);
      await Promise.all([visitor.page.waitForResponse('**/tokens/refresh'), visitor.page.clock.fastForward((TOKEN_SECONDS * 1000) / 3)]);
    };
    for (let round = 0; round < 4; round += 1) await renew(TOKEN_SECONDS * 0.8);
    await visitor.say('fortfarande här');
    await isAnsweredOnce(visitor, 'fortfarande här');
    await renew(TOKEN_SECONDS * 2);
    await visitor.problem.filter({ hasText: pageText.expired({ internal: '30000', external: '0776-730000' }) }).waitFor();
  });

  it('the chat works where the browser blocks storage', async () => {
    const block = "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })";
    const visitor = await visit(browser, chat.origin, { prepare: (page) => page.addInitScript(block) });
    await visitor.say('utan minne');
    await isAnsweredOnce(visitor, 'utan minne');
    expect(visitor.complaints).toEqual([]);
  });
});
