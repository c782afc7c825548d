/** Benchmarks of slicing predictions in the browser: all flights, in a worker of a real Chromium. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { venv } from '../scripts/setup/paths.mjs';
import { median, timeLine } from './artifact-pages.mjs';
import { inWorkerPage } from './worker-page.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const script = join(root, 'bench/metrics_predictions.py');
const ROUNDS = 100;
/** Pairs, each of which is new. */
const PAIRS = [
  ['carrier', 'hour'],
  ['origin', 'month'],
  ['dest', 'weekday'],
  ['carrier', 'wind_speed'],
  ['manufacturer', 'hour']
];
/** Milliseconds. */
const GOAL = { slice: 200, bootstrap: 2000, find: 5000 };
/** TFMA's time, of ours, though it gets a tenth of the rows. */
const TIMES = 100;

/**
 * Slices by new pairs, makes intervals, looks for bad slices; and what TFMA takes for one of the pairs.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const file = await predictions();
  return inWorkerPage('bench/metrics-page.mjs', dirname(file), async tab => {
    const { rows } = await tab.evaluate(path => window.metrics.open(path), `/${basename(file)}`);
    const slices = [];
    for (const pair of PAIRS) {
      slices.push(await tab.evaluate(names => window.metrics.slice(...names), pair));
    }
    const crossed = slices[0].slices - 1;
    const time = median(slices.map(each => each.time));
    const bootstrap = await tab.evaluate(
      ([rounds, ...names]) => window.metrics.bootstrap(rounds, ...names),
      [ROUNDS, ...PAIRS[0]]
    );
    const find = name =>
      tab.evaluate(([of, least]) => window.metrics.find(of, least), [name, Math.ceil(rows / 200)]);
    const found = await find('binary_crossentropy');
    const byArea = await find('auc');
    const flights = `${rows.toLocaleString('en')} flights`;
    return [
      timeLine(
        'metrics.slice',
        `${flights} sliced by a new pair of features: all metrics, all thresholds (median of ${PAIRS.length} pairs)`,
        time,
        GOAL.slice
      ),
      timeLine(
        'metrics.bootstrap',
        `The same for ${crossed} slices, with ${ROUNDS} rounds of the bootstrap`,
        bootstrap,
        GOAL.bootstrap
      ),
      timeLine(
        'metrics.find',
        `The finder: all features and pairs of ${flights}, ${found.tested.toLocaleString('en')} slices`,
        found.time,
        GOAL.find
      ),
      timeLine(
        'metrics.find-auc',
        `The same by the area below the ROC curve, ${byArea.tested.toLocaleString('en')} slices`,
        byArea.time,
        GOAL.find
      ),
      againstTfma(slices[0].time)
    ];
  });
}

/** TFMA gets a tenth of the rows. */
function againstTfma(ours) {
  const output = execFileSync(join(venv, 'bin/python'), [script, 'tfma'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const theirs = Number(output.trim().split('\n').at(-1)) * 1000;
  const ratio = Number((theirs / ours).toFixed(1));
  return {
    id: 'metrics.tfma',
    what: 'Carriers crossed with hours, by tfma.run_model_analysis on a tenth of the rows, against ours on all',
    value: Math.round(ours),
    unit: 'ms',
    against: Math.round(theirs),
    ratio,
    goal: `TFMA ≥ ${TIMES} ×`,
    met: ratio >= TIMES
  };
}

/** The Arrow file, made where it is not there yet. */
async function predictions() {
  const file = join(root, '.cache/bench/metrics/flights.arrow');
  if (!existsSync(file)) {
    const unfinished = file.replace('flights', 'unfinished');
    await mkdir(dirname(file), { recursive: true });
    execFileSync(join(venv, 'bin/python'), [script, 'predictions', unfinished], {
      stdio: ['ignore', 'ignore', 'pipe']
    });
    await rename(unfinished, file);
  }
  return file;
}
