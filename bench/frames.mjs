/** What a person does without the extension, to hold the views against; see bench/frames.py. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { environment, inVenv, root } from '../scripts/setup/paths.mjs';
import { firstPaint, inPages, launch, median, newPage, prepare } from './artifact-pages.mjs';

/**
 * Measures a view from its bytes on, and what a person does without it.
 *
 * @param {'schema' | 'evaluation'} kind
 * @param {{ folder: string, path?: string, document: object, shown: readonly string[] }} given - The artifact's folder,
 *   the file of it that data frames are made of (the folder without it), its document, and selectors of what is drawn.
 * @param {(page: import('@playwright/test').Page) => Promise<void>} act - What else is measured in each page.
 * @returns {Promise<{ paint: number, frames: number }>} Milliseconds.
 */
export async function againstFrames(
  kind,
  { folder, path = folder, document, shown },
  act = async () => {}
) {
  const paints = [];
  const browser = await launch();
  try {
    await inPages(browser, folder, async page => {
      await prepare(page, document);
      paints.push(await firstPaint(page, document, ...shown));
      await act(page);
    });
    return { paint: median(paints), frames: await frameTime(browser, kind, path) };
  } finally {
    await browser.close();
  }
}

/**
 * Milliseconds from a file's bytes to its data frames on the screen.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {'schema' | 'statistics' | 'evaluation'} kind
 * @param {string} path - The artifact's file, or its folder.
 */
export async function frameTime(browser, kind, path) {
  const html = join(root, '.cache/bench', `${kind}.html`);
  const { stdout } = await promisify(execFile)(
    inVenv('python'),
    [join(root, 'bench/frames.py'), kind, path, html],
    { env: environment(), maxBuffer: 1 << 24 }
  );
  const made = Number(stdout.trim().split('\n').at(-1)) * 1000;
  const page = await newPage(browser);
  const painted = await page.evaluate(
    async text => {
      const start = performance.now();
      document.body.innerHTML = text;
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      return performance.now() - start;
    },
    await readFile(html, 'utf8')
  );
  await page.close();
  return made + painted;
}

/** A line that holds a view against them. */
export function frameLine(id, what, value, against) {
  const ratio = value / against;
  return {
    ...{ id, what, value: Math.round(value), unit: 'ms', against: Math.round(against) },
    ...{ ratio: Number(ratio.toFixed(4)), goal: 'ratio ≤ 0.1', met: ratio <= 0.1 }
  };
}
