/* global Event */
/** Benchmarks of the view of evaluations, in a real Chromium: many slices, from their bytes to the table. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { fromJson, toBinary } from '@bufbuild/protobuf';
import { documentOf, median, PAGES, timeLine } from './artifact-pages.mjs';
import { load } from './bundle.mjs';
import { againstFrames, frameLine } from './frames.mjs';
import { writtenOnce } from './large-file.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const SLICES = 100_000;
const NAMES = [
  ...['example_count', 'auc', 'auc_precision_recall', 'binary_accuracy', 'binary_crossentropy'],
  ...['precision', 'recall', 'calibration', 'mean_label', 'mean_prediction']
];
/** What TFMA wants beside the metrics. */
const RUN = {
  evalConfig: {
    modelSpecs: [{ labelKey: 'late' }],
    slicingSpecs: [{ featureKeys: ['hour', 'route'] }]
  },
  version: '0.47.1',
  fileFormat: 'tfrecord'
};
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
  const size = await writtenOnce(join(folder, path), chunks());
  await writeFile(join(folder, 'eval_config.json'), JSON.stringify(RUN));
  const document = documentOf('ModelEvaluation', [{ path, size }]);
  const times = { filter: [], sort: [] };
  const shown = ['.jp-TfxTable-row', '.jp-TfxEvaluation-bars .jp-TfxChart'];
  const { paint, frames } = await againstFrames(
    'evaluation',
    { folder, document, shown },
    async page => {
      // Names of slices are made in the background.
      await page.waitForTimeout(3000);
      times.filter.push(await page.evaluate(filtered));
      times.sort.push(await page.evaluate(sorted));
    }
  );
  const count = `${SLICES.toLocaleString('en')} slices with ${NAMES.length} metrics`;
  return [
    timeLine(
      'evaluation.first-paint',
      `Bytes of ${count} (${Math.round(size / 1e6)} MB) to the overview and the table (median of ${PAGES} fresh pages that have the view's code)`,
      paint,
      GOAL.paint
    ),
    timeLine(
      'evaluation.filter',
      `${count}, filtered by a word to a tenth (the frame included)`,
      median(times.filter),
      GOAL.act
    ),
    timeLine(
      'evaluation.sort',
      `${count}, sorted by a metric (the frame included)`,
      median(times.sort),
      GOAL.act
    ),
    frameLine(
      'evaluation.frames',
      'Bytes to a filtered and sorted table: ours against tfma.load_eval_result and a data frame as HTML, imports apart',
      paint + median(times.filter) + median(times.sort),
      frames
    )
  ];
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

/** Records of all slices. */
async function* chunks() {
  const { writeTFRecord } = await load('src/proto/__tests__/write-tfrecord.ts');
  const { MetricsForSliceSchema: schema } = await load('src/proto/generated/metrics_pb.ts');
  for (let at = 0; at < SLICES; at += 1000) {
    yield writeTFRecord(
      Array.from({ length: 1000 }, (_, i) => toBinary(schema, fromJson(schema, slice(at + i))))
    );
  }
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
