/* global WheelEvent */
/** Benchmarks of the pipeline graph, in a real Chromium. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { chromiumFlags, findChromium } from '../scripts/setup/chromium.mjs';
import { bundle } from './bundle.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const COUNT = 1000;
const PAGES = 5;

/**
 * Layout and first paint of 1,000 nodes, and how fluid the graph is while it is moved.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const { script } = await bundle('bench/graph-page.mjs', { target: 'web' });
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: chromiumFlags
  });
  try {
    const paints = [];
    for (let i = 0; i < PAGES; i++) {
      const page = await open(browser, script);
      paints.push(await page.evaluate(firstPaint, COUNT));
      await page.close();
    }
    const page = await open(browser, script);
    const idle = await page.evaluate(watch, 'idle');
    await page.evaluate(firstPaint, COUNT);
    const moves = {};
    for (const move of ['pan', 'zoom', 'pan far']) {
      moves[move] = await page.evaluate(watch, move);
    }
    const slowest = Math.min(...Object.values(moves).map(frames => frames.rate));
    const late = Math.max(...Object.values(moves).map(frames => frames.p95));
    const paint = median(paints);
    const ratio = slowest / idle.rate;
    return [
      {
        id: 'graph.first-paint',
        what: `Layout and first paint of ${COUNT} nodes (median of ${PAGES} fresh pages)`,
        value: round(paint),
        unit: 'ms',
        against: 300,
        ratio: round(paint / 300, 2),
        goal: '≤ 300 ms',
        met: paint <= 300
      },
      {
        id: 'graph.pan-zoom',
        what:
          `Frames a second while ${COUNT} nodes are panned and zoomed (slowest of ` +
          `${Object.keys(moves).length}; 95 % of frames within ${round(late, 1)} ms, of an idle page ` +
          `within ${round(idle.p95, 1)} ms)`,
        value: round(slowest, 1),
        unit: 'frames/s',
        against: round(idle.rate, 1),
        ratio: round(ratio, 3),
        goal: 'as an idle page (60): ratio ≥ 0.98',
        met: ratio >= 0.98
      }
    ];
  } finally {
    await browser.close();
  }
}

/** A blank page with the bundle and the styles. */
async function open(browser, script) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  const styles = ['base.css', 'graph.css'].map(file => readFile(join(root, 'style', file), 'utf8'));
  const html =
    `<!doctype html><style>${(await Promise.all(styles)).join('\n')}` +
    'html, body, #main, .jp-TfxGraph { height: 100%; margin: 0 }</style><div id="main"></div>';
  await page.route('http://bench.test/**', async route => {
    const path = new URL(route.request().url()).pathname;
    await route.fulfill(
      path === '/'
        ? { contentType: 'text/html', body: html }
        : {
            contentType: 'text/javascript',
            body: await readFile(join(dirname(script), basename(path)))
          }
    );
  });
  await page.goto('http://bench.test/');
  await page.addScriptTag({ type: 'module', url: `/${basename(script)}` });
  await page.waitForFunction(() => window.graph !== undefined);
  return page;
}

/** In the page: milliseconds from a pipeline to the moment when its pixels are on the screen. */
async function firstPaint(count) {
  const pipeline = window.graph.pipeline(count);
  const painted = new Promise(done => {
    new PerformanceObserver(list => {
      const entry = list.getEntriesByName('first-contentful-paint').at(0);
      if (entry) {
        done(entry.startTime);
      }
    }).observe({ type: 'paint', buffered: true });
  });
  const start = performance.now();
  window.widget = window.graph.show(pipeline, 'right');
  return (await painted) - start;
}

/** In the page: frames of two seconds in which a person moves the graph by the wheel. */
async function watch(move) {
  const svg = document.querySelector('.jp-TfxGraph-svg');
  const wheel = options =>
    svg.dispatchEvent(
      new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        clientX: 600,
        clientY: 400,
        ...options
      })
    );
  if (svg) {
    window.widget.showAll();
    if (move !== 'pan far') {
      window.widget.zoomBy(1 / window.widget.scale);
    }
  }
  const frame = () => new Promise(done => requestAnimationFrame(done));
  for (let i = 0; i < 20; i++) {
    await frame();
  }
  const times = [await frame()];
  for (let i = 0; times.at(-1) - times[0] < 2000; i++) {
    if (move === 'zoom') {
      wheel({ deltaY: Math.floor(i / 40) % 2 === 0 ? 6 : -6, ctrlKey: true });
    } else if (move !== 'idle') {
      wheel({ deltaX: Math.floor(i / 60) % 2 === 0 ? 20 : -20, deltaY: i % 20 < 10 ? 5 : -5 });
    }
    times.push(await frame());
  }
  const frames = times.slice(1).map((time, i) => time - times[i]);
  frames.sort((a, b) => a - b);
  return {
    rate: (frames.length * 1000) / (times.at(-1) - times[0]),
    p95: frames[Math.floor(frames.length * 0.95)]
  };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function round(value, digits = 0) {
  return Number(value.toFixed(digits));
}
