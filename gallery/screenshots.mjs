/** Opens every page of the gallery in Chromium, in every size and theme. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { chromiumFlags, findChromium } from '../scripts/setup/chromium.mjs';

/** How a page is looked at; heights are a tab's, and what a cell may take. */
const looks = [
  { size: 'full', theme: 'light', width: 1200, height: 760 },
  { size: 'full', theme: 'dark', width: 1200, height: 760 },
  { size: 'compact', theme: 'light', width: 760, height: 480 },
  { size: 'compact', theme: 'dark', width: 760, height: 480 },
  { size: 'compact', theme: 'light', width: 300, height: 480 }
];

/**
 * Takes a picture of each page: `<type>-<name>.<size>-<theme>-<width>.png`.
 *
 * @param {string} url - Of the gallery.
 * @param {string} folder - For the pictures.
 * @param {string} only - Pages whose id begins so.
 */
export async function takeScreenshots(url, folder, only = '') {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: chromiumFlags
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${url}page.html`);
    await page.waitForFunction(() => window.gallery !== undefined);
    const pages = await (await page.request.get(`${url}pages.json`)).json();
    for (const { id } of pages.filter(each => each.id.startsWith(only))) {
      for (const { size, theme, width, height } of looks) {
        await page.setViewportSize({ width, height });
        await page.evaluate(asked => window.gallery.show(asked), { id, size, theme });
        const file = `${id.replace('/', '-')}.${size}-${theme}-${width}.png`;
        await page.screenshot({ path: join(folder, file), animations: 'disabled' });
      }
      console.log(id);
    }
  } finally {
    await browser.close();
  }
}
