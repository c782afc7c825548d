/* global Event */
/**
 * Benchmarks of the view of statistics, in a real Chromium. Where `FACETS_HTML` is the path of a
 * `facets-jupyter.html`, and `FACETS_POLYFILL` that of the `webcomponents-lite.js` that it needs, Facets Overview
 * shows the same bytes in the same run.
 */
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  documentOf,
  firstPaint,
  inPages,
  launch,
  median,
  newPage,
  PAGES,
  prepare,
  scrolled,
  scrollLine,
  timeLine
} from './artifact-pages.mjs';
import { frameLine, frameTime } from './frames.mjs';
import { writeStatistics } from './statistics-data.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const SPLITS = ['train', 'eval'];
/** Features → milliseconds. */
const GOALS = new Map([
  [1000, 150],
  [10_000, 500]
]);
/** Features that are held against a data frame. */
const FRAMED = 1000;
/** Milliseconds to sort. */
const SORT = 3000;
/** Milliseconds that Facets gets to draw a chart; then it is left at that. */
const PATIENCE = 60_000;

/**
 * From the bytes to the first rows with their figures and charts, and how the table scrolls and sorts.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const browser = await launch();
  try {
    const lines = [];
    for (const [features, goal] of GOALS) {
      lines.push(...(await measure(browser, features, goal)));
    }
    return lines;
  } finally {
    await browser.close();
  }
}

async function measure(browser, features, goal) {
  const folder = join(root, '.cache/bench', `statistics-${features}`);
  await rm(folder, { recursive: true, force: true });
  const files = [];
  for (const [seed, split] of SPLITS.entries()) {
    const path = `Split-${split}/FeatureStats.pb`;
    const { length } = await writeStatistics(join(folder, path), { features, name: split, seed });
    files.push({ path, size: length });
  }
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const document = documentOf('ExampleStatistics', files, SPLITS);
  const times = [];
  let moves = null;
  await inPages(browser, folder, async (page, index) => {
    await prepare(page, document);
    times.push(await firstPaint(page, document, '.jp-TfxTable-row .jp-TfxChart'));
    if (index === PAGES - 1 && features > 1000) {
      moves = await scrolled(page, 60);
      moves.sort = await page.evaluate(sorted);
    }
  });
  const value = median(times);
  const count = features.toLocaleString('en');
  const short = `${features / 1000}k`;
  const what =
    `Bytes of ${count} features in ${SPLITS.length} splits (${(size / 1e6).toFixed(1)} MB) to rows with ` +
    `figures and charts (median of ${PAGES} fresh pages that have the view's code)`;
  const lines = [timeLine(`statistics.first-paint-${short}`, what, value, goal)];
  if (moves) {
    lines.push(
      scrollLine(`statistics.scroll-${short}`, `${count} features`, moves),
      timeLine(
        `statistics.sort-${short}`,
        `${count} features sorted by how far their ${SPLITS.length} splits are apart, which reads all of them`,
        moves.sort,
        SORT
      )
    );
  }
  if (features === FRAMED) {
    lines.push(
      frameLine(
        `statistics.frames-${short}`,
        'The same: ours against a data frame of the figures as HTML, no charts, imports apart',
        value,
        await frameTime(browser, 'statistics', folder)
      )
    );
  }
  const facets = await facetsPaint(browser, folder, files, features > 1000 ? 1 : PAGES);
  if (facets !== null) {
    const ratio = value / facets;
    lines.push({
      id: `statistics.facets-${short}`,
      what: `The same ${count} features: ours against Facets Overview, which has its code, too`,
      value: Math.round(value),
      unit: 'ms',
      against: Math.round(facets),
      ratio: Number(ratio.toFixed(4)),
      goal: 'ratio ≤ 0.1',
      met: ratio <= 0.1
    });
  }
  return lines;
}

/** In the page: milliseconds from choosing another order to the rows in it. */
async function sorted() {
  const select = [...document.querySelectorAll('select')].find(({ options }) =>
    [...options].some(({ value }) => value === 'distance')
  );
  const start = performance.now();
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(select), 'value').set.call(
    select,
    'distance'
  );
  select.dispatchEvent(new Event('change', { bubbles: true }));
  // Sorted rows say how far apart their datasets are.
  while (!document.querySelector('.jp-TfxStatistics-name')?.textContent.includes('distance')) {
    await new Promise(done => requestAnimationFrame(done));
  }
  await new Promise(done => requestAnimationFrame(done));
  return performance.now() - start;
}

/** Milliseconds that Facets takes for the same bytes; null where it is not at hand. */
async function facetsPaint(browser, folder, files, pages) {
  const { FACETS_HTML, FACETS_POLYFILL } = process.env;
  if (!FACETS_HTML || !FACETS_POLYFILL) {
    return null;
  }
  // Messages one after the other are one message: their datasets together.
  const parts = await Promise.all(files.map(({ path }) => readFile(join(folder, path))));
  const answers = new Map([
    [
      '/',
      '<!doctype html><script src="/polyfill.js"></script><link rel="import" href="/facets.html">'
    ],
    ['/polyfill.js', await readFile(FACETS_POLYFILL, 'utf8')],
    ['/facets.html', await readFile(FACETS_HTML, 'utf8')],
    ['/bytes', Buffer.concat(parts).toString('base64')]
  ]);
  const server = createServer((request, response) => {
    const body = answers.get(new URL(request.url, 'http://localhost').pathname);
    const type = request.url.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise(done => {
    server.listen(0, '127.0.0.1', done);
  });
  try {
    const times = [];
    for (let i = 0; i < pages; i++) {
      const page = await newPage(browser);
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      await page.waitForFunction(() => window.customElements.get('facets-overview') !== undefined);
      times.push(await page.evaluate(facetsFirstPaint, PATIENCE));
      await page.close();
    }
    return median(times);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** In the page: milliseconds from the bytes to the first chart with marks, or all that it may take. */
async function facetsFirstPaint(patience) {
  const bytes = await (await fetch('/bytes')).text();
  const start = performance.now();
  const view = document.createElement('facets-overview');
  document.body.append(view);
  view.protoInput = bytes;
  const hasMarks = chart =>
    [...(chart.shadowRoot ?? chart).querySelectorAll('.render-area rect, .render-area path')].some(
      mark => mark.getBoundingClientRect().height > 0
    );
  const drawn = element =>
    [...(element.shadowRoot ?? element).querySelectorAll('*')].some(
      each =>
        (each.localName === 'facets-overview-chart' && hasMarks(each)) ||
        (each.shadowRoot !== null && drawn(each))
    );
  while (!drawn(view) && performance.now() - start < patience) {
    await new Promise(done => requestAnimationFrame(done));
  }
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}
