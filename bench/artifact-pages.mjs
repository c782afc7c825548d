/* global MutationObserver */
/** What the benchmarks of artifacts' views share: pages of bench/artifact-page.mjs, and what is measured in them. */
import { chromium } from '@playwright/test';

import { chromiumFlags, findChromium } from '../scripts/setup/chromium.mjs';
import { serveArtifact } from './artifact-server.mjs';

const VIEWPORT = { width: 1200, height: 800 };
/** Pages of a measurement. */
export const PAGES = 5;

/** Starts the Chromium of the tests. */
export async function launch() {
  return chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: chromiumFlags
  });
}

/** A page of a benchmark's own window size. */
export function newPage(browser) {
  return browser.newPage({ viewport: VIEWPORT });
}

/** What the server would say of an artifact, whose files the page asks for. */
export function documentOf(type, files, splits = []) {
  return {
    version: 1,
    id: 1,
    type,
    uri: `/bench/${type}`,
    name: type,
    state: 'published',
    splits,
    properties: {},
    customProperties: {},
    files: files.map(({ path, size }) => ({ path, size, encoding: null, data: null })),
    fileCount: files.length,
    truncated: false,
    problem: null
  };
}

/**
 * Measures in fresh pages, one after the other.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} folder - The artifact's files.
 * @param {(page: import('@playwright/test').Page, index: number) => Promise<void>} act
 */
export async function inPages(browser, folder, act) {
  const server = await serveArtifact(folder);
  try {
    for (let index = 0; index < PAGES; index++) {
      const page = await newPage(browser);
      await page.goto(server.url);
      await page.waitForFunction(() => window.artifact !== undefined);
      await act(page, index);
      await page.close();
    }
  } finally {
    await server.close();
  }
}

/** Gets the view's code and the artifact's bytes, so that what is measured begins with them. */
export async function prepare(page, { type, files }) {
  await page.evaluate(
    paths => window.artifact.preload(paths),
    files.map(({ path }) => path)
  );
  await page.evaluate(name => window.artifact.warm(name), type);
}

/** Milliseconds from an artifact's document to a frame that has all of these elements. */
export function firstPaint(page, document_, ...selectors) {
  return page.evaluate(
    async ([artifact, wanted]) => {
      const start = performance.now();
      const shown = new Promise(done => {
        new MutationObserver((_, observer) => {
          if (wanted.every(selector => document.querySelector(selector))) {
            observer.disconnect();
            // The frame after the one in which they are drawn.
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
          }
        }).observe(document.getElementById('main'), { childList: true, subtree: true });
      });
      window.artifact.show([artifact]);
      return (await shown) - start;
    },
    [document_, selectors]
  );
}

/**
 * Frames of two seconds in which the table is scrolled, and of two seconds before in which nothing happens.
 *
 * @param {number} step - Pixels a frame.
 * @returns {Promise<{ rate: number, p95: number, idle: number, idleRate: number }>} Frames a second, and how many
 *   milliseconds 95 % of them take at most.
 */
export function scrolled(page, step) {
  return page.evaluate(async pixels => {
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
    const moving = await watch(() => (table.scrollTop += pixels));
    table.scrollTop = 0;
    return { ...moving, idle: idle.p95, idleRate: idle.rate };
  }, step);
}

/** A line about milliseconds that have a goal. */
export function timeLine(id, what, value, goal) {
  const ratio = Number((value / goal).toFixed(2));
  return {
    ...{ id, what, value: Math.round(value), unit: 'ms', against: goal, ratio },
    ...{ goal: `≤ ${goal} ms`, met: value <= goal }
  };
}

/** A line about frames a second while a table is scrolled. */
export function scrollLine(id, what, { rate, p95, idle, idleRate }) {
  const ratio = rate / idleRate;
  return {
    id,
    what:
      `Frames a second while ${what} are scrolled (95 % of frames within ${p95.toFixed(1)} ms, ` +
      `of an idle page within ${idle.toFixed(1)} ms)`,
    value: Number(rate.toFixed(1)),
    unit: 'frames/s',
    against: Number(idleRate.toFixed(1)),
    ratio: Number(ratio.toFixed(3)),
    goal: 'as an idle page (60): ratio ≥ 0.95',
    met: ratio >= 0.95
  };
}

/** The middle one. */
export const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
