/** Draws the icons of the app package from their SVG. Run it after a change of one: node test/channels/teams/draw-icons.ts */
import { readFileSync, writeFileSync } from 'node:fs';
import { launchBrowser } from '../../browser.ts';

const folder = new URL('../../../bot/channels/teams/package/icons/', import.meta.url);
const sizes = { color: 192, outline: 32 };

const browser = await launchBrowser();
for (const [name, size] of Object.entries(sizes)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${readFileSync(new URL(`${name}.svg`, folder), 'utf8')}`);
  writeFileSync(new URL(`${name}.png`, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();
