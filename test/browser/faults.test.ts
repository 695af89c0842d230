import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sv as shared } from '../../bot/conversation/wording.sv.ts';
import { pageText } from '../../bot/channels/webchat/page-text.sv.ts';
import { sv as cardLost } from '../../dialogs/card-lost.sv.ts';
import { sv as escalation } from '../../dialogs/escalation.sv.ts';
import { sv as pinReset } from '../../dialogs/pin-reset.sv.ts';
import { browserIsMissing, launchBrowser } from '../browser.ts';
import { startBrowserService, type BrowserService } from './service.ts';
import { closeTabs, visit, visitorOf, type Visitor } from './visitor.ts';

const PERSON = 'Anna Testsson, avdelning 42 i Lund, 0701-740605';
const numbers = { internal: '30000', external: '0776-730000' };

/** A ticket system that takes tickets when the test lets it. */
async function startTicketSystem(): Promise<{ readonly url: string; open(): void; close(): void }> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const server: Server = createServer((request, response) => {
    request.resume();
    void opened.then(() => {
      response.statusCode = 204;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tickets`, open: () => open(), close: () => server.close() };
}

// A browser and the whole bot on a busy machine need their time; a missing model is trained first.
describe.skipIf(browserIsMissing())('the web chat', { timeout: 120_000 }, () => {
  let service: BrowserService;
  let browser: Browser;
  let tickets: Awaited<ReturnType<typeof startTicketSystem>>;
  beforeAll(async () => {
    tickets = await startTicketSystem();
    service = await startBrowserService({ TICKET_BACKEND: 'webhook', TICKET_WEBHOOK_URL: tickets.url, TICKET_WEBHOOK_SECRET: Buffer.alloc(32, 7).toString('base64') });
    browser = await launchBrowser();
  }, 180_000);
  afterEach(async () => {
    await closeTabs(browser);
  });
  afterAll(async () => {
    await browser.close();
    await service.remove();
    tickets.close();
  });

  /** A visitor who is asked when the card was lost. */
  const askedWhen = async (): Promise<Visitor> => {
    const visitor = await visit(browser, service.address);
    await visitor.say('jag har tappat bort mitt kort');
    await visitor.sees(cardLost.when);
    return visitor;
  };
  const when = cardLost.choices['unknown-time'].label;

  it('takes a double click as one choice, though the next question has a choice at the same place', async () => {
    const visitor = await visit(browser, service.address);
    await visitor.say('jag har glömt min pinkod');
    await visitor.choice(pinReset.labels['puk-yes']).click();
    await visitor.sees('Steg 1 av 5.');
    await visitor.choice(pinReset.labels.done).dblclick();
    await visitor.sees('Steg 2 av 5.');
    // A second turn would have come to its answer before this one.
    await visitor.choice(pinReset.labels.failed).click();
    await visitor.sees(pinReset.ask.failure);
    expect(await visitor.messages('Steg 3 av 5.').count()).toBe(0);
    expect(await visitor.messages(new RegExp(`${pinReset.labels.done}$`)).count()).toBe(1);
  });

  it('sends one message when Enter is pressed twice', async () => {
    const visitor = await visit(browser, service.address);
    await visitor.sendBox.fill('hur länge gäller kortet');
    await visitor.sendBox.press('Enter');
    await visitor.sendBox.press('Enter');
    await visitor.sees(shared.helped);
    expect(await visitor.messages(/hur länge gäller kortet$/).count()).toBe(1);
    expect(visitor.complaints).toEqual([]);
  });

  it('offers the choices of the open question only', async () => {
    const visitor = await askedWhen();
    await visitor.choice(when).click();
    await visitor.sees(cardLost.name);
    expect(await visitor.choice(when).count()).toBe(0);
    expect(await visitor.messages(new RegExp(`${when}$`)).count()).toBe(1);
  });

  it('shows the history and the open question with its choices after a reload', async () => {
    const visitor = await askedWhen();
    await visitor.page.reload();
    await visitor.sees(cardLost.when);
    expect(await visitor.messages(cardLost.when).count()).toBe(1);
    await visitor.choice(when).click();
    await visitor.sees(cardLost.name);
    expect(visitor.complaints).toEqual([]);
  });

  it('shows one conversation in both tabs after a tab was duplicated', async () => {
    const visitor = await askedWhen();
    // A window opened by the page gets a copy of its session storage, as a duplicated tab does.
    const [page] = await Promise.all([visitor.page.context().waitForEvent('page'), visitor.page.evaluate("void open('/')")]);
    const other = visitorOf(page);
    await other.sees(cardLost.when);
    await other.choice(when).click();
    await other.sees(cardLost.name);
    await visitor.sees(cardLost.name);
    await visitor.choice(cardLost.choices['no-name'].label).waitFor();
    expect(await visitor.choice(when).count()).toBe(0);
  });

  it('delivers once what was sent while the network was away', async () => {
    const visitor = await askedWhen();
    await visitor.page.context().setOffline(true);
    await visitor.choice(when).click();
    await visitor.messages(new RegExp(`${when}$`)).waitFor();
    await visitor.page.context().setOffline(false);
    await visitor.sees(cardLost.name);
    expect(await visitor.messages(new RegExp(`${when}$`)).count()).toBe(1);
    expect(await visitor.page.getByRole('button', { name: 'Försök igen' }).count()).toBe(0);
  });

  it('delivers once what was sent while the server was starting again', async () => {
    const visitor = await askedWhen();
    await service.stop();
    await visitor.say('i går kväll');
    await visitor.messages(/i går kväll$/).waitFor();
    await service.startAgain();
    await visitor.sees(cardLost.name);
    expect(await visitor.messages(/i går kväll$/).count()).toBe(1);
    expect(await visitor.messages(cardLost.name).count()).toBe(1);
  });

  it('says that a message was refused, and sends it again in its place when asked to', async () => {
    const visitor = await askedWhen();
    await visitor.page.route('**/activities', (route) => route.fulfill({ status: 400, json: { error: { code: 'BadArgument', message: '' } } }), { times: 1 });
    await visitor.choice(when).click();
    await visitor.page.getByRole('button', { name: 'Försök igen' }).click();
    await visitor.sees(cardLost.name);
    expect(await visitor.messages(new RegExp(`${when}$`)).count()).toBe(1);
    expect(await visitor.page.getByRole('button', { name: 'Försök igen' }).count()).toBe(0);
  });

  it('shows that the bot is writing while an answer is long in coming', async () => {
    const visitor = await askedWhen();
    let answer = (): void => undefined;
    const slow = new Promise<void>((resolve) => (answer = resolve));
    await visitor.page.route('**/activities', async (route) => {
      await slow;
      await route.continue();
    });
    await visitor.choice(when).click();
    await visitor.page.getByText('Boten skriver', { exact: true }).waitFor();
    answer();
    await visitor.sees(cardLost.name);
    await visitor.page.getByText('Boten skriver', { exact: true }).waitFor({ state: 'detached' });
  });

  it('says calmly that a conversation has run out, and begins a new one when asked to', async () => {
    const visitor = await askedWhen();
    await visitor.page.route('**/v3/directline/**', (route) => route.fulfill({ status: 403, json: { error: { code: 'TokenExpired', message: '' } } }));
    await visitor.choice(when).click();
    await visitor.problem.filter({ hasText: pageText.expired(numbers) }).waitFor();
    await visitor.page.unroute('**/v3/directline/**');
    await visitor.page.getByRole('button', { name: pageText.restart }).click();
    await visitor.messages(cardLost.when).waitFor({ state: 'detached' });
    await visitor.say('jag vill prata med en människa');
    await visitor.sees(escalation.offer);
    expect(await visitor.problem.innerText()).toBe('');
  });

  it('begins anew after a reload of a conversation that has run out', async () => {
    const visitor = await askedWhen();
    await visitor.page.evaluate("sessionStorage.setItem('etjanstekort-conversation', JSON.stringify({ token: 'old', conversationId: 'gone', expires_in: 1800 }))");
    await visitor.page.reload();
    await visitor.sees(shared.welcome.slice(0, 40));
    expect(await visitor.messages(cardLost.when).count()).toBe(0);
    expect(await visitor.problem.innerText()).toBe('');
  });

  it('shows by itself what the ticket system answers later', async () => {
    const visitor = await askedWhen();
    await visitor.choice(when).click();
    await visitor.sees(cardLost.name);
    await visitor.say(PERSON);
    await visitor.sees(cardLost.employed);
    await visitor.choice(cardLost.choices['employed-yes'].label).click();
    await visitor.sees(cardLost.summary.title);
    await visitor.choice(cardLost.choices.yes.label).click();
    await visitor.sees(cardLost.sending(numbers).slice(0, 40));
    expect(await visitor.messages(/ET-\d{6}/).count()).toBe(0);
    tickets.open();
    await visitor.messages(/ET-\d{6}/).waitFor();
  });
});
