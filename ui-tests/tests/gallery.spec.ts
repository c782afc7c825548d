/** Every page of the gallery draws, in a tab's size and as narrow as a panel, with no error. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { findSlices, lookAtEvaluation } from './flights-evaluation';

interface IPage {
  readonly id: string;
  readonly artifacts?: readonly string[];
}

let server: ChildProcess;
let url = '';

test.beforeAll(async () => {
  server = spawn(process.execPath, ['gallery/run.mjs'], {
    cwd: resolve(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit']
  });
  for await (const line of createInterface({ input: server.stdout ?? process.stdin })) {
    [url] = /http:\S+/.exec(line) ?? [''];
    if (url) {
      break;
    }
  }
});

test.afterAll(() => {
  server.kill();
});

const looks = [
  { size: 'full', theme: 'light', width: 1200, height: 760 },
  { size: 'compact', theme: 'dark', width: 300, height: 480 }
];

/** Shows a page of the gallery, once that is there. */
async function show(
  page: Page,
  what: { readonly id: string; readonly size: string; readonly theme: string }
): Promise<void> {
  await page.waitForFunction(() => 'gallery' in window);
  await page.evaluate(
    asked =>
      (window as unknown as { gallery: { show(what: unknown): Promise<void> } }).gallery.show(
        asked
      ),
    what
  );
}

/** What a page has beside its heading. */
const content =
  '#main .jp-TfxArtifact-views, #main [role="alert"], #main > table, #main > .jp-TfxGraph, #main .jp-TfxRuns';

for (const { size, theme, width, height } of looks) {
  test(`Every page draws: ${size}, ${theme}, ${width} pixels`, async ({ page, request }) => {
    const faults: string[] = [];
    page.on('pageerror', error => faults.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') {
        faults.push(message.text());
      }
    });
    await page.setViewportSize({ width, height });
    await page.goto(`${url}page.html`);
    await page.waitForFunction(() => 'gallery' in window);
    const pages = (await (await request.get(`${url}pages.json`)).json()) as readonly IPage[];
    expect(pages.length).toBeGreaterThan(60);
    for (const { id, artifacts = [] } of pages) {
      await test.step(id, async () => {
        const allowed = await Promise.all(
          artifacts.map(async name => {
            const document = await request.get(`${url}artifacts/${name}.document.json`);
            return ((await document.json()) as { problem: string | null }).problem;
          })
        );
        await show(page, { id, size, theme });
        // What a document says of its own files stands there, of several with its name, and no other problem.
        const problems = await page
          .locator(
            '#main [role="alert"]:not(.jp-TfxBoard-card) > p, #main .jp-TfxArtifact-problem:not(:has(p))'
          )
          .allTextContents();
        const unknown = problems.filter(
          each => !allowed.some(problem => problem !== null && each.endsWith(problem))
        );
        expect.soft(unknown).toEqual([]);
        const shown = await page.locator(content).allTextContents();
        expect.soft(shown.join(''), `${id} shows something`).toMatch(/\w/);
        expect.soft(faults.splice(0), `${id} says nothing on the console`).toEqual([]);
      });
    }
  });
}

test('An evaluation of the flights is looked at, and slices of predictions are found', async ({
  page
}) => {
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.goto(`${url}page.html`);
  const look = { size: 'full', theme: 'light' };
  await show(page, { id: 'ModelEvaluation/flights', ...look });
  await lookAtEvaluation(page.locator('#main'));
  await show(page, { id: 'explore/two-classes', ...look });
  await findSlices(page.locator('#main'));
  await page.locator('.jp-TfxExplore-slice').getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('.jp-TfxExplore-slice')).toHaveCount(0);
  expect(faults).toEqual([]);
});
