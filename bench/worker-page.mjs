/** A page whose module asks a worker, for benchmarks of what is reckoned there. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { serve } from '../gallery/serve.mjs';
import { launch } from './artifact-pages.mjs';
import { bundle } from './bundle.mjs';

/**
 * Serves a folder, and opens a page there that has a module.
 *
 * @template T
 * @param {string} entry - The module's path, from the checkout's root.
 * @param {string} folder - Where it is bundled to, beside the files that it reads.
 * @param {(page: import('@playwright/test').Page) => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function inWorkerPage(entry, folder, act) {
  await mkdir(folder, { recursive: true });
  const { script } = await bundle(entry, { target: 'web', outDir: folder });
  await writeFile(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8">');
  const server = await serve(folder);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.evaluate(path => import(path), `/${basename(script)}`);
    return await act(page);
  } finally {
    await browser.close();
    await server.close();
  }
}
