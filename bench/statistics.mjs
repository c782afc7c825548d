/* global Event, MutationObserver */
/**
 * Benchmarks of the view of statistics, in a real Chromium. Where `FACETS_HTML` is the path of a
 * `facets-jupyter.html`, and `FACETS_POLYFILL` that of the `webcomponents-lite.js` that it needs, Facets Overview
 * shows the same bytes in the same run.
 */
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { chromiumFlags, findChromium } from '../scripts/setup/chromium.mjs';
import { serveArtifact } from './artifact-server.mjs';
import { writeStatistics } from './statistics-data.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const PAGES = 5;
const SPLITS = ['train', 'eval'];
const VIEWPORT = { width: 1200, height: 800 };
/** Features → milliseconds. */
const GOALS = new Map([
  [1000, 150],
  [10_000, 500]
]);
/** Milliseconds that Facets gets to draw a chart; then it is left at that. */
const PATIENCE = 60_000;

/**
 * From the bytes to the first rows with their figures and charts, and how the table scrolls and sorts.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: chromiumFlags
  });
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
    files.push({ path, size: length, encoding: null, data: null });
  }
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const server = await serveArtifact(folder);
  const times = [];
  let moves = null;
  try {
    for (let i = 0; i < PAGES; i++) {
      const page = await browser.newPage({ viewport: VIEWPORT });
      await page.goto(server.url);
      await page.waitForFunction(() => window.artifact !== undefined);
      await page.evaluate(
        paths => window.artifact.preload(paths),
        files.map(({ path }) => path)
      );
      await page.evaluate(() => window.artifact.warm('ExampleStatistics'));
      times.push(await page.evaluate(firstPaint, documentOf(files)));
      if (i === PAGES - 1 && features > 1000) {
        moves = await page.evaluate(scrolled);
        moves.sort = await page.evaluate(sorted);
      }
      await page.close();
    }
  } finally {
    await server.close();
  }
  const value = median(times);
  const count = features.toLocaleString('en');
  const short = `${features / 1000}k`;
  const what =
    `Bytes of ${count} features in ${SPLITS.length} splits (${(size / 1e6).toFixed(1)} MB) to rows with ` +
    `figures and charts (median of ${PAGES} fresh pages that have the view's code)`;
  const lines = [
    line(`statistics.first-paint-${short}`, what, value, 'ms', goal, `≤ ${goal} ms`, value <= goal)
  ];
  if (moves) {
    const ratio = moves.rate / moves.idleRate;
    lines.push(
      {
        id: `statistics.scroll-${short}`,
        what:
          `Frames a second while ${count} features are scrolled (95 % of frames within ` +
          `${moves.p95.toFixed(1)} ms, of an idle page within ${moves.idle.toFixed(1)} ms)`,
        value: Number(moves.rate.toFixed(1)),
        unit: 'frames/s',
        against: Number(moves.idleRate.toFixed(1)),
        ratio: Number(ratio.toFixed(3)),
        goal: 'as an idle page (60): ratio ≥ 0.95',
        met: ratio >= 0.95
      },
      line(
        `statistics.sort-${short}`,
        `${count} features sorted by how far their ${SPLITS.length} splits are apart, which reads all of them`,
        moves.sort,
        'ms',
        3000,
        '≤ 3000 ms',
        moves.sort <= 3000
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

function line(id, what, value, unit, against, goal, met) {
  const ratio = Number((value / against).toFixed(2));
  return { id, what, value: Math.round(value), unit, against, ratio, goal, met };
}

function documentOf(files) {
  return {
    version: 1,
    id: 1,
    type: 'ExampleStatistics',
    uri: '/bench/statistics',
    name: 'statistics',
    state: 'published',
    splits: SPLITS,
    properties: {},
    customProperties: {},
    files,
    fileCount: files.length,
    truncated: false,
    problem: null
  };
}

/** In the page: milliseconds from the bytes to charts on the screen. */
async function firstPaint(document_) {
  const start = performance.now();
  const shown = new Promise(done => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('.jp-TfxTable-row .jp-TfxChart')) {
        observer.disconnect();
        // The frame after the one in which they are drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
      }
    }).observe(document.getElementById('main'), { childList: true, subtree: true });
  });
  window.artifact.show([document_]);
  return (await shown) - start;
}

/** In the page: frames of two seconds of scrolling, and of an idle page before. */
async function scrolled() {
  const table = document.querySelector('.jp-TfxTable');
  const watch = async act => {
    const times = [];
    for (let i = 0; i < 2 || times.at(-1) - times[0] < 2000; i++) {
      times.push(await new Promise(done => requestAnimationFrame(done)));
      act();
    }
    const frames = times.slice(1).map((time, i) => time - times[i]);
    frames.sort((a, b) => a - b);
    return {
      rate: (frames.length * 1000) / (times.at(-1) - times[0]),
      p95: frames[Math.floor(frames.length * 0.95)]
    };
  };
  const idle = await watch(() => {});
  const moving = await watch(() => (table.scrollTop += 60));
  table.scrollTop = 0;
  return { ...moving, idle: idle.p95, idleRate: idle.rate };
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
      const page = await browser.newPage({ viewport: VIEWPORT });
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

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
