/* global Event, MutationObserver */
/** Benchmarks of the view of evaluations, in a real Chromium: many slices, from their bytes to the table. */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

import { fromJson, toBinary } from '@bufbuild/protobuf';
import { chromium } from '@playwright/test';

import { chromiumFlags, findChromium } from '../scripts/setup/chromium.mjs';
import { serveArtifact } from './artifact-server.mjs';
import { load } from './bundle.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const SLICES = 100_000;
const PAGES = 5;
const NAMES = [
  ...['example_count', 'auc', 'auc_precision_recall', 'binary_accuracy', 'binary_crossentropy'],
  ...['precision', 'recall', 'calibration', 'mean_label', 'mean_prediction']
];
/** Milliseconds. */
const GOAL = { paint: 500, act: 50 };

/**
 * Time from the bytes to the overview and the first rows, and how long filtering and sorting take.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const folder = join(root, '.cache/bench/evaluation');
  const path = 'metrics-00000-of-00001.tfrecord';
  const size = await metrics(join(folder, path));
  const document = {
    version: 1,
    id: 1,
    type: 'ModelEvaluation',
    uri: '/bench/evaluation',
    name: 'evaluation',
    state: 'published',
    splits: [],
    properties: {},
    customProperties: {},
    files: [{ path, size, encoding: null, data: null }],
    fileCount: 1,
    truncated: false,
    problem: null
  };
  const server = await serveArtifact(folder);
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: chromiumFlags
  });
  const times = { paint: [], filter: [], sort: [] };
  try {
    for (let i = 0; i < PAGES; i++) {
      const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
      await page.goto(server.url);
      await page.waitForFunction(() => window.artifact !== undefined);
      await page.evaluate(each => window.artifact.preload([each]), path);
      await page.evaluate(() => window.artifact.warm('ModelEvaluation'));
      times.paint.push(await page.evaluate(firstPaint, document));
      // Names of slices are made in the background.
      await page.waitForTimeout(3000);
      times.filter.push(await page.evaluate(filtered));
      times.sort.push(await page.evaluate(sorted));
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  const count = `${SLICES.toLocaleString('en')} slices with ${NAMES.length} metrics`;
  return [
    line(
      'evaluation.first-paint',
      `Bytes of ${count} (${Math.round(size / 1e6)} MB) to the overview and the table (median of ${PAGES} fresh pages that have the view's code)`,
      median(times.paint),
      GOAL.paint
    ),
    line(
      'evaluation.filter',
      `${count}, filtered by a word to a tenth (the frame included)`,
      median(times.filter),
      GOAL.act
    ),
    line(
      'evaluation.sort',
      `${count}, sorted by a metric (the frame included)`,
      median(times.sort),
      GOAL.act
    )
  ];
}

function line(id, what, value, goal) {
  const ratio = Number((value / goal).toFixed(2));
  return {
    ...{ id, what, value: Math.round(value), unit: 'ms', against: goal, ratio },
    ...{ goal: `≤ ${goal} ms`, met: value <= goal }
  };
}

/** In the page: milliseconds from the bytes to rows and a chart on the screen. */
async function firstPaint(document_) {
  const start = performance.now();
  const shown = new Promise(done => {
    new MutationObserver((_, observer) => {
      if (
        document.querySelector('.jp-TfxTable-row') &&
        document.querySelector('.jp-TfxEvaluation-bars .jp-TfxChart')
      ) {
        observer.disconnect();
        // The frame after the one in which they are drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
      }
    }).observe(document.getElementById('main'), { childList: true, subtree: true });
  });
  window.artifact.show([document_]);
  return (await shown) - start;
}

/** In the page: milliseconds from a word in the search to the rows that have it. */
async function filtered() {
  const input = document.querySelector('.jp-TfxEvaluation input[type=search]');
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value');
  const act = async value => {
    const start = performance.now();
    set.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const status = () =>
      document.querySelector('.jp-TfxEvaluation-bar > [role=status]').textContent;
    while (status().includes(' of ') !== (value !== '')) {
      await new Promise(done => setTimeout(done));
    }
    await new Promise(done => requestAnimationFrame(done));
    return performance.now() - start;
  };
  const time = await act('hour = 3');
  await act('');
  return time;
}

/** In the page: milliseconds from a press on a header to the rows in their order. */
async function sorted() {
  const header = [...document.querySelectorAll('[role=columnheader] button')].find(
    ({ textContent }) => textContent.startsWith('auc')
  );
  const first = () => document.querySelector('.jp-TfxTable-row').textContent;
  const before = first();
  const start = performance.now();
  header.click();
  while (first() === before) {
    await new Promise(done => setTimeout(done));
  }
  await new Promise(done => requestAnimationFrame(done));
  return performance.now() - start;
}

/** Writes the file where it is not there yet; its size in bytes. */
async function metrics(file) {
  const there = await stat(file).catch(() => null);
  if (there) {
    return there.size;
  }
  await mkdir(join(file, '..'), { recursive: true });
  const { writeTFRecord } = await load('src/proto/__tests__/write-tfrecord.ts');
  const { MetricsForSliceSchema: schema } = await load('src/proto/generated/metrics_pb.ts');
  const unfinished = `${file}.part`;
  function* chunks() {
    for (let at = 0; at < SLICES; at += 1000) {
      yield writeTFRecord(
        Array.from({ length: 1000 }, (_, i) => toBinary(schema, fromJson(schema, slice(at + i))))
      );
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(unfinished));
  await rename(unfinished, file);
  return (await stat(file)).size;
}

/** What TFMA would write of a slice. */
function slice(index) {
  const text = (column, value) => ({
    column,
    bytesValue: Buffer.from(String(value)).toString('base64')
  });
  return {
    sliceKey: {
      singleSliceKeys: [text('hour', index % 10), text('route', `R${Math.floor(index / 10)}`)]
    },
    metricKeysAndValues: NAMES.map((name, at) => ({
      key: { name, exampleWeighted: false },
      value: {
        doubleValue:
          at === 0 ? 1 + (index % 977) : ((index * 7919 + at * 104_729) % 100_003) / 100_003
      }
    }))
  };
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
