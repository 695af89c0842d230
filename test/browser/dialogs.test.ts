import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sv as shared } from '../../bot/conversation/wording.sv.ts';
import { sv as cardLost } from '../../dialogs/card-lost.sv.ts';
import { sv as escalation } from '../../dialogs/escalation.sv.ts';
import { sv as pinReset } from '../../dialogs/pin-reset.sv.ts';
import { browserIsMissing, launchBrowser } from '../browser.ts';
import { startBrowserService, type BrowserService } from './service.ts';
import { closeTabs, visit, type Visitor } from './visitor.ts';

const PERSON = 'Anna Testsson, avdelning 42 i Lund, 0701-740605';

/** How a visitor answers: with a choice, or with words where only words will do. */
interface Hands {
  choose(visitor: Visitor, label: string): Promise<void>;
  write(visitor: Visitor, text: string): Promise<void>;
}

const mouse: Hands = {
  choose: (visitor, label) => visitor.choice(label).click(),
  write: async ({ sendBox, page }, text) => {
    await sendBox.click();
    await page.keyboard.type(text);
    await page.getByRole('button', { name: 'Skicka' }).click();
  },
};

/** Nothing but keys. After every choice the focus is back in the send box, and the next choices are one Shift+Tab away. */
const keyboard: Hands = {
  choose: async (visitor, label) => {
    const { page, sendBox } = visitor;
    const choice = visitor.choice(label);
    await choice.waitFor();
    await page.keyboard.press('Shift+Tab');
    while (!(await visitor.hasFocus(choice))) await page.keyboard.press('ArrowRight');
    expect(await showsFocus(choice)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => visitor.hasFocus(sendBox)).toBe(true);
  },
  write: async (visitor, text) => {
    const { page, sendBox } = visitor;
    await sendBox.waitFor();
    while (!(await visitor.hasFocus(sendBox))) await page.keyboard.press('Tab');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  },
};

/** Web Chat draws the ring of a choice as an element of its own. */
const showsFocus = (choice: Locator): Promise<boolean> => choice.locator('.webchat__suggested-action__keyboard-focus-indicator').isVisible();

// A browser and the whole bot on a busy machine need their time; a missing model is trained first.
describe.skipIf(browserIsMissing())('in the web chat', { timeout: 120_000 }, () => {
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

  describe.each([
    ['with the mouse alone, in a narrow window', mouse, 360],
    ['with the keyboard alone', keyboard, 1000],
  ] as const)('%s', (_how, hands, width) => {
    const choose = (visitor: Visitor, label: string): Promise<void> => hands.choose(visitor, label);
    const write = (visitor: Visitor, text: string): Promise<void> => hands.write(visitor, text);

    it('a lost card is reported, and the settlement comes by itself', async () => {
      const visitor = await visit(browser, service.address, { width });
      await visitor.sees(shared.welcome.slice(0, 40));
      await write(visitor, 'jag har tappat bort mitt kort');
      await visitor.sees(cardLost.when);
      await choose(visitor, cardLost.choices['unknown-time'].label);
      await visitor.sees(cardLost.name);
      await write(visitor, PERSON);
      await visitor.sees(cardLost.employed);
      await choose(visitor, cardLost.choices['employed-yes'].label);
      await visitor.sees(cardLost.summary.title);
      await choose(visitor, cardLost.choices.save.label);
      await visitor.messages(/ET-\d{6}/).waitFor();
      expect(visitor.complaints).toEqual([]);
    });

    it('a PIN is reset, step by step', async () => {
      const visitor = await visit(browser, service.address, { width });
      await write(visitor, 'jag har glömt min pinkod');
      await visitor.sees(pinReset.ask.puk);
      await choose(visitor, pinReset.labels['puk-yes']);
      for (const step of [1, 2, 3]) {
        await visitor.sees(`Steg ${step} av 5.`);
        await choose(visitor, pinReset.labels.done);
      }
      await visitor.sees('Steg 4 av 5.');
      await choose(visitor, pinReset.labels.legitimering);
      await visitor.sees('Steg 5 av 5.');
      await choose(visitor, pinReset.labels.done);
      await visitor.sees('Testa ditt e-tjänstekort');
      await expect.poll(() => visitor.choice(pinReset.labels.done).count()).toBe(0);
      expect(visitor.complaints).toEqual([]);
    });

    it('a ticket is written to Servicedesk', async () => {
      const visitor = await visit(browser, service.address, { width });
      await write(visitor, 'jag vill prata med en människa');
      await visitor.sees(escalation.offer);
      await choose(visitor, escalation.choices.write.label);
      await visitor.sees(escalation.problem);
      await write(visitor, 'Läsaren på rum fyra blinkar rött och inget händer när jag sätter i kortet');
      await visitor.sees(escalation.name);
      await write(visitor, 'Anna Testsson, anna.testsson@example.se');
      await visitor.sees(escalation.title);
      await choose(visitor, escalation.choices['yes-save'].label);
      await visitor.sees(/ET-\d{6}/);
      expect(visitor.complaints).toEqual([]);
    });
  });
});
