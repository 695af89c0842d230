/** The states that pictures are made of. */
import type { Page } from 'playwright-core';
import { pageText } from '../../bot/channels/webchat/page-text.sv.ts';
import { sv as words } from '../../bot/channels/webchat/page/words.sv.ts';
import { sv } from '../../bot/conversation/wording.sv.ts';
import { sv as cardLost } from '../../dialogs/card-lost.sv.ts';
import { sv as pinReset } from '../../dialogs/pin-reset.sv.ts';
import type { Visitor } from '../browser/visitor.ts';

export interface State {
  readonly path?: string;
  readonly width?: number;
  readonly height?: number;
  readonly media?: Parameters<Page['emulateMedia']>[0];
  readonly clock?: boolean;
  readonly play: (visitor: Visitor) => Promise<void>;
}

const PHONE = { width: 375, height: 720 };
/** 1280 by 800 at 400 %. */
const ZOOMED = { width: 320, height: 640 };

const sees = (visitor: Visitor, text: string): Promise<void> => visitor.messages(text).last().waitFor();

const welcome = (visitor: Visitor): Promise<void> => sees(visitor, sv.welcome.slice(0, 30));

const answer = async (visitor: Visitor): Promise<void> => {
  await visitor.say('varför hittas inte mitt certifikat');
  await sees(visitor, sv.helped);
};

const dialog = async (visitor: Visitor): Promise<void> => {
  await visitor.say('jag har glömt min pinkod');
  await sees(visitor, pinReset.ask.puk);
  await visitor.choice(pinReset.labels['puk-yes']).click();
  await sees(visitor, 'Steg 1 av 5.');
};

const confirmation = async (visitor: Visitor): Promise<void> => {
  await visitor.say('jag har tappat bort mitt kort');
  await sees(visitor, cardLost.when);
  await visitor.choice(cardLost.choices['unknown-time'].label).click();
  await sees(visitor, cardLost.name);
  await visitor.say('Anna Testsson, avdelning 42 i Lund, 0701-740605');
  await visitor.choice(cardLost.choices['employed-yes'].label).click();
  await sees(visitor, cardLost.summary.title);
};

const failed = async (visitor: Visitor): Promise<void> => {
  await welcome(visitor);
  await visitor.page.route('**/activities', (route) => route.fulfill({ status: 400 }));
  await visitor.say('vad är en kortstation');
  await visitor.page.getByRole('button', { name: 'Försök igen' }).waitFor();
};

const offline = async (visitor: Visitor): Promise<void> => {
  await answer(visitor);
  await visitor.page.context().setOffline(true);
  await visitor.page.getByText(words.offline).waitFor();
};

const broken = async (visitor: Visitor): Promise<void> => {
  await visitor.page.route('**/v3/directline/**', (route) => route.abort());
  await visitor.page.reload();
  await visitor.problem.filter({ hasText: '0776' }).waitFor();
};

const warned = async (visitor: Visitor): Promise<void> => {
  await answer(visitor);
  await visitor.page.clock.fastForward('14:15');
  await visitor.page.getByRole('button', { name: words.goOn }).waitFor();
};

const ended = async (visitor: Visitor): Promise<void> => {
  await welcome(visitor);
  await visitor.page.getByRole('button', { name: pageText.end }).click();
};

const english = async ({ page }: Visitor): Promise<void> => {
  await page.getByRole('textbox', { name: 'Your message' }).fill('how long is my card valid');
  await page.keyboard.press('Enter');
  await page.getByText('five years').first().waitFor();
};

export const states: Readonly<Record<string, State>> = {
  welcome: { play: welcome },
  answer: { play: answer },
  dialog: { play: dialog },
  confirmation: { play: confirmation },
  failed: { play: failed, height: 560 },
  offline: { play: offline },
  broken: { play: broken, height: 560 },
  warned: { play: warned, clock: true },
  ended: { play: ended, height: 400 },
  english: { play: english, path: '/?lang=en' },
  dark: { play: confirmation, media: { colorScheme: 'dark' } },
  phone: { play: dialog, ...PHONE },
  zoomed: { play: welcome, ...ZOOMED },
  'forced-colours': { play: dialog, media: { forcedColors: 'active', colorScheme: 'dark' } },
};
